// A database in a folder of its own, and rows to put into it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "store/store.h"
#include "tests/support/temp_folder.h"

namespace tallywire::store {

class StoreTest : public ::testing::Test {
 protected:
  StoreTest() : store_(Open()) {}

  Store Open(OpenMode mode = OpenMode::kReadWrite) {
    auto store = Store::Open(File(), mode);
    if (!store) throw std::runtime_error(store.error().ToText());
    return std::move(*store);
  }

  std::filesystem::path File() const { return folder_ / "tallywire.db"; }

  static Timestamp At(std::string_view iso) { return ParseIso(iso).value(); }

  // The first column of the result's rows as text, joined by "|".
  std::string Ask(const std::string& sql) {
    auto statement = store_.database().Prepare(sql);
    if (!statement) return statement.error().ToText();
    std::string answer;
    for (;;) {
      auto row = statement->Step();
      if (!row) return row.error().ToText();
      if (!*row) return answer;
      answer.append(answer.empty() ? "" : "|").append(statement->Text(0));
    }
  }

  int64_t Capture(const std::string& url, std::string_view time, bool revisit = false) {
    CaptureRecord capture;
    capture.url = url;
    capture.final_url = url;
    capture.time = At(time);
    capture.status = revisit ? 304 : 200;
    capture.revisit = revisit;
    capture.location = {"tallywire-00001-20240101T000000Z.warc.gz", next_offset_, next_offset_ + 100, 900, "sha1:X"};
    next_offset_ += 1000;
    auto id = store_.Captures().Save(capture);
    EXPECT_TRUE(id) << id.error().ToText();
    return id.value_or(0);
  }

  static Article MakeArticle(const std::string& url, const std::string& title, const std::string& text,
                             const std::string& published = "2024-03-05T23:30:00-05:00") {
    Article article;
    article.url = url;
    article.canonical_url = url;
    article.title = title;
    article.text = text;
    article.published = published;
    article.site = "The Daily Sample";
    article.authors = {"Ann \"Nan\" Example", "Bo Muster"};
    article.tags = {"quotas"};
    article.blocks = {{BlockKind::kParagraph, 0, text.size()}};
    return article;
  }

  // An event over the first place where `words` stand in the text; the sentence is the whole text.
  static Event MakeEvent(const Article& article, const std::string& words, double value,
                         const std::string& unit = "t") {
    Event event;
    event.measure = "quota";
    event.item = "rare earths";
    event.subject = "China";
    event.period = "2024";
    event.value = value;
    event.unit = unit;
    event.start = article.text.find(words);
    event.end = event.start + words.size();
    event.sentence = article.text;
    event.rule = "quota-level";
    event.confidence = 0.9;
    return event;
  }

  static Extraction WithEvents(std::vector<Event> events) {
    Extraction extraction;
    for (const Event& event : events) {
      if (event.in != Place::kBody) continue;
      Figure figure;
      figure.start = event.start;
      figure.end = event.end;
      figure.value = event.value;
      figure.unit = event.unit;
      extraction.figures.push_back(figure);
    }
    extraction.events = std::move(events);
    return extraction;
  }

  SavedArticle Save(int64_t capture, const Article& article, const Extraction& extraction,
                    const std::string& rules = "r1") {
    auto saved = store_.Articles().Save(capture, article, extraction, rules);
    EXPECT_TRUE(saved) << saved.error().ToText();
    return saved.value_or(SavedArticle{});
  }

  tallywire::testing::TempFolder folder_;
  Store store_;
  uint64_t next_offset_ = 500;
};

}  // namespace tallywire::store
