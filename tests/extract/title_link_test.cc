// Events of headlines, and those of the text that say the same.
#include "extract/events/title_link.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/extract.h"

namespace tallywire::extract {
namespace {

Event Level(double value, std::string subject = "", std::string period = "", size_t start = 0) {
  Event event;
  event.measure = "output";
  event.unit = "t";
  event.value = value;
  event.subject = std::move(subject);
  event.period = std::move(period);
  event.start = start;
  event.end = start + 5;
  return event;
}

// Where the link leads, or -1.
int LinkOf(const Event& title, std::vector<Event> body) {
  std::vector<Event> titles{title};
  LinkTitle(body, titles);
  return titles[0].body ? static_cast<int>(titles[0].body->start) : -1;
}

TEST(TitleLink, TheSameValueOrOneThatRoundsToIt) {
  EXPECT_EQ(LinkOf(Level(132000), {Level(120000, "", "", 10), Level(132000, "", "", 40)}), 40);
  EXPECT_EQ(LinkOf(Level(1'300'000), {Level(1'268'000, "", "", 10)}), 10);
  EXPECT_EQ(LinkOf(Level(1'300'000), {Level(1'268'000, "", "", 10), Level(1'300'000, "", "", 40)}), 40);
  EXPECT_EQ(LinkOf(Level(2.5), {Level(2.47, "", "", 10)}), 10);
  EXPECT_EQ(LinkOf(Level(1'300'000), {Level(1'240'000, "", "", 10)}), -1);
  EXPECT_EQ(LinkOf(Level(100), {Level(97, "", "", 10)}), -1);  // a fortieth at most
  EXPECT_EQ(LinkOf(Level(0), {Level(0.4, "", "", 10)}), -1);
  EXPECT_EQ(LinkOf(Level(5), {}), -1);
}

TEST(TitleLink, NothingMaySpeakAgainstIt) {
  EXPECT_EQ(LinkOf(Level(500, "Chile"), {Level(500, "Peru", "", 10), Level(500, "Chile", "", 40)}), 40);
  EXPECT_EQ(LinkOf(Level(500, "", "2023"), {Level(500, "", "2022", 10)}), -1);
  Event other = Level(500, "", "", 10);
  other.measure = "exports";
  EXPECT_EQ(LinkOf(Level(500), {other}), -1);
  other = Level(500, "", "", 10);
  other.unit = "bbl";
  EXPECT_EQ(LinkOf(Level(500), {other}), -1);
  other = Level(500, "", "", 10);
  other.modality = Modality::kDenied;
  EXPECT_EQ(LinkOf(Level(500), {other}), -1);
  EXPECT_EQ(LinkOf(Level(500), {Level(500, "Chile", "", 10), Level(500, "Peru", "", 40)}), -1);
  other = Level(500, "", "", 10);
  other.value_high = 600;
  EXPECT_EQ(LinkOf(Level(500), {other}), -1);
}

TEST(TitleLink, WhatTheTitleLeavesOutComesFromTheText) {
  const auto extractor = Extractor::Load();
  ASSERT_TRUE(extractor) << extractor.error().ToText();
  Document document;
  document.title = "Chile's copper output falls 4%";
  document.text = "Copper production in Chile, the biggest producer, fell 4% to 410,000 tonnes in March, data showed.";
  document.published = "2024-05-17";
  const auto events = extractor->Extract(document).events;
  ASSERT_EQ(events.size(), 3U);
  const Event& title = events[2];
  EXPECT_EQ(title.in, Place::kTitle);
  ASSERT_TRUE(title.body);
  EXPECT_EQ(document.text.substr(title.body->start, title.body->end - title.body->start), "4%");
  EXPECT_EQ(title.period, "2024-03");
  EXPECT_FALSE(events[0].body);
}

}  // namespace
}  // namespace tallywire::extract
