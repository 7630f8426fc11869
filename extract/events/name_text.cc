#include "extract/events/name_text.h"

#include <string>

namespace tallywire::extract {

uint32_t NameText::HintedSuffixAt(uint32_t at) const {
  const bool stop = at + 1 < reading_.tokens.size() && Word(at + 1) == "." && !reading_.tokens[at + 1].space_before;
  if (stop && vocabulary_.company_suffixes.contains(std::string(Word(at)) + ".")) return 2;
  if (vocabulary_.company_suffixes.contains(Word(at))) return 1;
  if (at + 2 >= reading_.tokens.size() || Word(at + 1) != "/") return 0;
  return vocabulary_.company_suffixes.contains(std::string(Word(at)) + "/" + std::string(Word(at + 2))) ? 3 : 0;
}

}  // namespace tallywire::extract
