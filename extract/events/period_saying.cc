#include "extract/events/period_saying.h"

#include <algorithm>

namespace tallywire::extract {

size_t StartOfSaying(const PeriodScope& scope) {
  const size_t start = scope.StartOfClause();
  constexpr uint64_t kVerbs = BitOf(WordRole::kHave) | BitOf(WordRole::kForecast) | BitOf(WordRole::kFuture) |
                              BitOf(WordRole::kPlanned) | BitOf(WordRole::kReport);
  bool verb = false;
  for (size_t at = scope.draft.cell; at-- > start;) {
    const EventCell& cell = scope.cells[at];
    const auto is_verb = [&](const EventCell& word) {
      return word.kind == kVerbCell || word.verb != kAbsent || (word.roles & kVerbs) != 0;
    };
    // "Iraq, which used to pump more, cut output to 5 t"
    const bool inserted =
        start > 1 && scope.cells[start - 1].kind == kBarrierCell && scope.cells[start - 2].kind == kCommaCell;
    if (cell.kind == kCommaCell && verb && (inserted || !is_verb(scope.cells[at + 1]))) return at + 1;
    verb = verb || is_verb(cell);
  }
  return start;
}

bool SpeaksOfNow(const PeriodScope& scope) {
  for (size_t at = StartOfSaying(scope); at < scope.draft.cell; ++at) {
    if (scope.c.vocabulary->present_verbs.contains(scope.c.text(scope.cells[at]))) return true;
  }
  return false;
}

bool SpeaksOfFuture(const PeriodScope& scope) {
  constexpr uint64_t kToCome = BitOf(WordRole::kFuture) | BitOf(WordRole::kForecast) | BitOf(WordRole::kPlanned);
  for (size_t at = StartOfSaying(scope); at < scope.draft.cell; ++at) {
    // "analysts had expected 5 t"
    const bool before = at > 0 && scope.cells[at - 1].Is(WordRole::kHave);
    if ((scope.cells[at].roles & kToCome) != 0 && !before) return true;
  }
  return false;
}

bool SpeaksOfPast(const PeriodScope& scope) {
  for (size_t at = StartOfSaying(scope); at < scope.draft.cell; ++at) {
    const EventCell& cell = scope.cells[at];
    if (cell.kind == kDateCell || cell.item != kAbsent || cell.subject != kAbsent) continue;
    const std::string_view word = scope.c.text(cell);
    const std::string_view first = word.substr(0, word.find(' '));
    const bool verb = cell.kind == kVerbCell || cell.verb != kAbsent || cell.roles != 0;
    if (scope.c.vocabulary->past_verbs.contains(first) || (verb && first.ends_with("ed"))) return true;
  }
  return false;
}

}  // namespace tallywire::extract
