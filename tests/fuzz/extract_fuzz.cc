// Fuzz target: whole documents of any text, with and without blocks. Figures, dates and events lie in the text, figures
// and dates in order; an event's sentence stands in the text and holds its figure; two runs agree.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "model/event.h"

namespace {

using namespace tallywire;
using namespace tallywire::extract;

void Require(bool holds) {
  if (!holds) std::abort();
}

template <class Span>
void CheckSpans(const std::vector<Span>& spans, std::string_view text) {
  size_t end = 0;
  for (const Span& span : spans) {
    Require(span.start >= end && span.start < span.end && span.end <= text.size());
    end = span.end;
  }
}

// Every line is a list item, as a page's blocks may say.
std::vector<Block> ItemsOf(std::string_view text) {
  std::vector<Block> blocks;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) blocks.push_back({BlockKind::kListItem, at, end});
    at = end + 1;
  }
  return blocks;
}

void CheckEvents(const std::vector<Event>& events, const Document& document) {
  for (const Event& event : events) {
    const std::string_view text = event.in == Place::kTitle ? document.title : document.text;
    Require(event.start < event.end && event.end <= text.size());
    const size_t sentence = text.find(event.sentence.view());
    Require(sentence != std::string_view::npos);
    Require(event.sentence.view().find(text.substr(event.start, event.end - event.start)) != std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Extractor extractor = [] {
    auto loaded = Extractor::Load();
    Require(loaded.has_value());
    return std::move(*loaded);
  }();
  if (size == 0) return 0;
  Document document;
  document.text = std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1);
  document.title = document.text.substr(0, document.text.find('\n'));
  document.published = "2024-05-17";
  std::vector<Block> blocks;
  if ((data[0] & 1U) != 0) blocks = ItemsOf(document.text);
  document.blocks = blocks;
  const Extraction first = extractor.Extract(document);
  CheckSpans(first.figures, document.text);
  CheckSpans(first.dates, document.text);
  CheckEvents(first.events, document);
  const Extraction second = extractor.Extract(document);
  Require(first.events.size() == second.events.size() && first.figures.size() == second.figures.size());
  return 0;
}
