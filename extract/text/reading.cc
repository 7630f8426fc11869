#include "extract/text/reading.h"

#include <algorithm>

namespace tallywire::extract {

size_t Reading::SentenceOf(uint32_t token) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](uint32_t t, const Sentence& s) { return t < s.first; });
  return after == sentences.begin() ? 0 : static_cast<size_t>(after - sentences.begin()) - 1;
}

}  // namespace tallywire::extract
