#include "extract/events/focus_season.h"

#include <algorithm>

#include "extract/events/event_period.h"
#include "extract/events/period_season.h"

namespace tallywire::extract {

void NoteSeason(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus) {
  for (const size_t at : context.sentence->dated) {
    const std::string& value = context.date(context.cells()[at]).value;
    if (!IsSeason(value)) continue;
    if (value > focus.season) focus.season = value;
    if (!focus.season_months.empty()) continue;
    focus.season_months =
        MonthsOfSeason(context, context.sources->dates[static_cast<size_t>(context.cells()[at].date)]);
    focus.months_season = value;
    const auto told = std::find_if(drafts.begin(), drafts.end(), [&](const EventDraft& draft) {
      return draft.item != kAbsent && draft.event.period == focus.season_months;
    });
    focus.season_item = told != drafts.end() ? told->item : focus.item;
  }
}

}  // namespace tallywire::extract
