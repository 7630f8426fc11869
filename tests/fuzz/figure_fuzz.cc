// Fuzz target: figures in any text. Every span lies in the text on token borders and in order, values are finite and
// ranges ascend, bases go with units, and two runs agree.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/figures/figure_finder.h"
#include "extract/files/rule_files.h"
#include "extract/text/sentence.h"

namespace {

using namespace tallywire;
using namespace tallywire::extract;

void Require(bool holds) {
  if (!holds) std::abort();
}

// The rules, loaded once.
struct Rules {
  Rules() {
    const auto files = ReadRuleFiles({});
    Require(files.has_value());
    auto splitter = SentenceSplitter::Load(*files, tags, lexicon);
    auto finder = FigureFinder::Load(*files, tags, lexicon);
    Require(splitter && finder);
    sentences.emplace(*splitter);
    figures.emplace(std::move(*finder));
  }

  std::vector<FigureSpan> Find(std::string_view text, std::string_view language) const {
    Reading reading;
    reading.text = text;
    reading.tokens = Tokenize(text);
    ReadWords(lexicon, reading);
    sentences->Split(lexicon, reading);
    return figures->Find(reading, lexicon, language);
  }

  TagNames tags;
  Lexicon lexicon;
  std::optional<SentenceSplitter> sentences;
  std::optional<FigureFinder> figures;
};

void CheckSpans(const std::vector<FigureSpan>& spans, std::string_view text) {
  size_t end = 0;
  for (const FigureSpan& span : spans) {
    const Figure& figure = span.figure;
    Require(figure.start >= end && figure.start < figure.end && figure.end <= text.size());
    Require(span.first < span.last && std::isfinite(figure.value) && std::isfinite(figure.value_si));
    Require(!figure.value_high || *figure.value_high > figure.value);
    Require(figure.unit.empty() == figure.unit_si.empty() && figure.unit.empty() == figure.unit_name.empty());
    end = figure.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Rules rules;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string_view language = (data[0] & 1U) == 0 ? "en" : "de";
  const auto first = rules.Find(text, language);
  CheckSpans(first, text);
  const auto second = rules.Find(text, language);
  Require(first.size() == second.size());
  for (size_t i = 0; i < first.size(); ++i) Require(first[i].figure.value == second[i].figure.value);
  return 0;
}
