// Fuzz target: a pattern's notation and a row of cells. What is found lies in the row, and the two ways to search
// agree, each with a filter of its own in front.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <vector>

#include "extract/text/pattern.h"

namespace {

using namespace tallywire::extract;

void Require(bool holds) {
  if (!holds) std::abort();
}

constexpr const char* kTags[] = {"a", "b", "c", "=x", "=y", "=to", "=,"};

void Fill(std::string_view bytes, TagNames& names, TaggedText& text) {
  for (uint32_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    std::vector<Tag> tags;
    for (size_t bit = 0; bit < std::size(kTags); ++bit) {
      if ((byte >> bit & 1U) != 0) tags.push_back(names.Add(kTags[bit]));
    }
    text.Add({i, 1}, (byte & 0x80U) != 0 ? 'v' : 'w', byte % 3 == 0, tags);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t line = input.find('\n');
  if (line == std::string_view::npos || line > 200 || size - line > 200) return 0;
  const std::string_view notation = input.substr(0, line);
  TagNames names;
  Lexicon lexicon;
  for (const char* tag : kTags) names.Add(tag);
  PatternSet set("w");
  if (!set.Add(notation, "fuzz", names, lexicon)) return 0;
  set.Finish();
  TaggedText text;
  Fill(input.substr(line + 1), names, text);
  std::vector<PatternMatch> matches;
  set.FindAll(text, matches);
  for (const PatternMatch& match : matches) Require(match.whole.found() && match.whole.last <= text.size());
  if (notation.find_first_of("^$") != std::string_view::npos) return 0;  // mean the ends of what is searched
  bool somewhere = false;
  PatternMatch match;
  PatternFilter::Starts starts;
  set.FindStarts(text, starts);
  for (size_t at = 0; at < text.size(); ++at) somewhere = somewhere || set.LongestAt(text, starts, at, match);
  Require(somewhere == !matches.empty());
  return 0;
}
