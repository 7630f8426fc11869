#include "extract/events/sentence_dates.h"

#include <algorithm>

namespace tallywire::extract {

std::span<const DateSpan> DatesIn(const SentenceContext& context, const Sentence& sentence) {
  const auto& dates = context.sources->dates;
  const auto from = [&](uint32_t token) {
    return std::lower_bound(dates.begin(), dates.end(), token,
                            [](const DateSpan& span, uint32_t at) { return span.first < at; });
  };
  return {from(sentence.first), from(sentence.last)};
}

}  // namespace tallywire::extract
