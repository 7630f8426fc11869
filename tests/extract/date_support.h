// Reads the dates of a text with the built-in rules, for tests.
#pragma once

#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/dates/date_finder.h"
#include "extract/files/rule_files.h"
#include "extract/text/reading.h"
#include "extract/text/sentence.h"
#include "model/time.h"

namespace tallywire::extract {

struct FoundDate {
  std::string words;
  std::string type;
  std::string value;
  std::string days;  // "first/last", empty where unknown
  std::string rule;
  DateMeaning meaning;
};

class DateReader {
 public:
  DateReader() {
    const auto files = ReadRuleFiles({});
    auto sentences = SentenceSplitter::Load(*files, tags_, lexicon_);
    auto finder = DateFinder::Load(*files, tags_, lexicon_);
    if (!sentences || !finder) std::abort();  // the built-in rules are broken: no test can run
    sentences_.emplace(*sentences);
    finder_.emplace(std::move(*finder));
  }

  std::vector<DateSpan> Spans(const std::string& text, const std::string& published, Reading& reading,
                              const std::string& language = "en") const {
    reading.text = text;
    reading.tokens = Tokenize(text);
    ReadWords(lexicon_, reading);
    sentences_->Split(lexicon_, reading);
    return finder_->Find(reading, lexicon_, ParseIsoDay(published), language);
  }

  std::vector<FoundDate> Read(const std::string& text, const std::string& published,
                              const std::string& language = "en") const {
    Reading reading;
    return Written(text, Spans(text, published, reading, language));
  }

  // The same, with the ends of spans joined as programs see them.
  std::vector<FoundDate> ReadJoined(const std::string& text, const std::string& published) const {
    Reading reading;
    std::vector<DateSpan> spans = Spans(text, published, reading);
    finder_->Join(reading, lexicon_, ParseIsoDay(published), "en", spans);
    return Written(text, spans);
  }

  std::span<const DateRule> rules() const { return finder_->rules(); }

 private:
  static std::vector<FoundDate> Written(const std::string& text, const std::vector<DateSpan>& spans) {
    std::vector<FoundDate> found;
    for (const DateSpan& span : spans) {
      const DateExpression& date = span.date;
      const std::string days = date.start_date.empty() ? "" : date.start_date + "/" + date.end_date;
      found.push_back({text.substr(date.start, date.end - date.start), date.type, date.value, days,
                       std::string(span.rule), span.meaning});
    }
    return found;
  }

  TagNames tags_;
  Lexicon lexicon_;
  std::optional<SentenceSplitter> sentences_;
  std::optional<DateFinder> finder_;
};

}  // namespace tallywire::extract
