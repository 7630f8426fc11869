// The events of a text as lines, so that tests can list what each slot holds.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/extract.h"

namespace tallywire::extract {

inline const Extractor& BuiltIn() {
  static const Extractor extractor = [] { return std::move(Extractor::Load().value()); }();
  return extractor;
}

// "change quota (mining) of rare earths, China: up 5.9 % from 2023 in 2024", with what is null left out.
inline std::string ToText(const Event& event) {
  std::string text = fmt::format("{} {}", tallywire::ToText(event.kind), event.measure);
  if (!event.activity.empty()) text += " (" + event.activity + ")";
  if (!event.item.empty()) text += " of " + event.item;
  if (!event.subject.empty()) text += ", " + event.subject;
  if (!event.counterparty.empty()) text += " > " + event.counterparty;
  text += ": ";
  if (event.direction != Direction::kNone) text += std::string(tallywire::ToText(event.direction)) + " ";
  if (event.bound != Bound::kExact) text += std::string(tallywire::ToText(event.bound)) + " ";
  text += fmt::format("{}", event.value);
  if (event.value_high) text += fmt::format("-{}", *event.value_high);
  text += " " + event.unit;
  if (!event.basis.empty()) text += " from " + event.basis;
  if (!event.period.empty()) text += " in " + event.period;
  if (event.modality != Modality::kActual) text += fmt::format(", {}", tallywire::ToText(event.modality));
  return text;
}

struct Row {
  const char* name;
  const char* text;
  std::vector<std::string> events;
};

inline std::vector<std::string> EventsOf(const char* text) {
  Document document;
  document.text = text;
  document.published = "2024-05-17";
  std::vector<std::string> events;
  for (const Event& event : BuiltIn().Extract(document).events) events.push_back(ToText(event));
  return events;
}

inline void Check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(std::string(row.name) + ": " + row.text);
    EXPECT_EQ(EventsOf(row.text), row.events);
  }
}

}  // namespace tallywire::extract
