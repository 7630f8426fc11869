#include "extract/events/decision.h"

#include <algorithm>

#include "extract/events/event_period.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

constexpr size_t kLongestAgent = 6;  // cells of "by the state department of fish and game"

bool IsDecision(const SentenceContext& context, size_t at) {
  return context.cells()[at].kind != kFigureCell &&
         context.vocabulary->decisions.contains(context.text(context.cells()[at]));
}

bool IsAgentOf(const SentenceContext& context, size_t by) {
  return by > 0 && context.vocabulary->agent_by.contains(context.text(context.cells()[by])) &&
         IsDecision(context, by - 1);
}

}  // namespace

bool TellsDecision(const SentenceContext& context, size_t date) {
  const auto cells = context.cells();
  const Grain grain = GrainOf(context.date(cells[date]).value);
  const bool began =
      grain == Grain::kYear && date > 0 && context.vocabulary->beginnings.contains(context.text(cells[date - 1]));
  if ((grain != Grain::kMonth && grain != Grain::kQuarter && !began) || date == 0) return false;
  const auto days = DaysOf(context.date(cells[date]).value);
  if (days && context.published && days->first > *context.published) return false;
  const uint32_t first = cells[date].first;
  if (first == 0 || !context.vocabulary->within.contains(context.sources->reading->TextOf(first - 1))) return false;
  if (IsDecision(context, date - 1)) return true;
  // "the ceiling it had set itself in April"
  if (date > 1 && cells[date - 1].kind == kWordCell && cells[date - 1].roles == 0 && IsDecision(context, date - 2))
    return true;
  for (size_t at = date, steps = 0; at-- > 0 && steps < kLongestAgent; ++steps) {
    if (IsAgentOf(context, at)) return true;
    if (cells[at].kind != kWordCell) return false;
  }
  return false;
}

int DeciderOf(const SentenceContext& context, size_t figure) {
  const auto cells = context.cells();
  for (size_t by = context.sentence->dateline; by < cells.size(); ++by) {
    if (by > figure && cells[by].kind == kFigureCell) return kAbsent;
    if (!IsAgentOf(context, by)) continue;
    for (size_t at = by + 1; at < std::min(cells.size(), by + kLongestAgent) && cells[at].kind == kWordCell; ++at) {
      if (cells[at].subject != kAbsent) return cells[at].adjective ? kAbsent : cells[at].subject;
    }
  }
  return kAbsent;
}

}  // namespace tallywire::extract
