// Fuzz target: expressions of time in any text, alone and with the ends of spans joined. Every span lies in the text,
// on borders of tokens, and in order; values are never empty, days are in order, and two runs agree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "extract/dates/date_finder.h"
#include "extract/files/rule_files.h"
#include "extract/text/sentence.h"

namespace {

using namespace tallywire;
using namespace tallywire::extract;

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckSpans(const std::vector<DateSpan>& spans, const Reading& reading) {
  size_t end = 0;
  for (const DateSpan& span : spans) {
    Require(span.date.start >= end && span.date.start < span.date.end && span.date.end <= reading.text.size());
    Require(!span.date.value.empty() && !span.date.type.empty() && span.first < span.last);
    Require(span.date.start == reading.tokens[span.first].start && span.date.end == reading.tokens[span.last - 1].end);
    Require(span.date.start_date <= span.date.end_date);
    end = span.date.end;
  }
}

// The rules, loaded once.
struct Rules {
  Rules() {
    const auto files = ReadRuleFiles({});
    Require(files.has_value());
    auto splitter = SentenceSplitter::Load(*files, tags, lexicon);
    auto finder = DateFinder::Load(*files, tags, lexicon);
    Require(splitter && finder);
    sentences.emplace(*splitter);
    dates.emplace(std::move(*finder));
  }

  std::vector<DateSpan> Find(std::string_view text, std::optional<Day> published, std::string_view language) const {
    Reading reading;
    reading.text = text;
    reading.tokens = Tokenize(text);
    ReadWords(lexicon, reading);
    sentences->Split(lexicon, reading);
    std::vector<DateSpan> spans = dates->Find(reading, lexicon, published, language);
    CheckSpans(spans, reading);
    dates->Join(reading, lexicon, published, language, spans);
    CheckSpans(spans, reading);
    return spans;
  }

  TagNames tags;
  Lexicon lexicon;
  std::optional<SentenceSplitter> sentences;
  std::optional<DateFinder> dates;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Rules rules;
  if (size == 0) return 0;
  // The first byte chooses the language and whether there is a day to count from.
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  constexpr std::string_view kLanguages[] = {"en", "de", "fr", "es", "pt", ""};
  const std::string_view language = kLanguages[data[0] % 6];
  std::optional<Day> published;
  if ((data[0] & 0x80U) == 0) published = ParseIsoDay("2019-11-12");
  const auto first = rules.Find(text, published, language);
  const auto second = rules.Find(text, published, language);
  Require(first.size() == second.size());
  for (size_t i = 0; i < first.size(); ++i) Require(first[i].date.value == second[i].date.value);
  return 0;
}
