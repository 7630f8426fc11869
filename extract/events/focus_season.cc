#include "extract/events/focus_season.h"

#include <algorithm>

#include "extract/events/event_period.h"
#include "extract/events/period_season.h"
#include "extract/events/sentence_dates.h"

namespace tallywire::extract {

namespace {

// "the current season (October 2022-September 2023)": a season told by its months alone.
void NoteMonths(const std::string& months, DocumentFocus& focus) {
  const int year = *YearOf(months);
  const std::string season = std::to_string(year) + "/" + std::to_string(year + 1);
  if (!focus.season_months.empty() || season < focus.season) return;
  focus.season = focus.months_season = season;
  focus.season_months = months;
  focus.season_item = focus.item;
}

}  // namespace

void NoteSeason(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus) {
  // They may stand in parentheses, which the cells leave out.
  for (const DateSpan& date : DatesIn(context, context.sources->reading->sentences[context.sentence->number])) {
    if (IsSeasonByMonths(date.date.value)) NoteMonths(date.date.value, focus);
  }
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
