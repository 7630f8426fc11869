#include "extract/events/focus_season.h"

#include <algorithm>
#include <string>

#include "extract/events/event_period.h"
#include "extract/events/period_season.h"
#include "extract/events/sentence_dates.h"

namespace tallywire::extract {
namespace {

// The months belong to what the sentence tells of in them, else to what the text is about.
void NoteMonths(const std::string& months, const std::string& season, std::span<const EventDraft> drafts,
                DocumentFocus& focus) {
  focus.season_months = months;
  focus.months_season = season;
  const auto told = std::find_if(drafts.begin(), drafts.end(), [&](const EventDraft& draft) {
    return draft.item != kAbsent && draft.event.period == focus.season_months;
  });
  focus.season_item = told != drafts.end() ? told->item : focus.item;
}

}  // namespace

void NoteSeason(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus) {
  for (const size_t at : context.sentence->dated) {
    const std::string& value = context.date(context.cells()[at]).value;
    if (!IsSeason(value)) continue;
    if (value > focus.season) focus.season = value;
    if (!focus.season_months.empty()) continue;
    NoteMonths(MonthsOfSeason(context, context.sources->dates[static_cast<size_t>(context.cells()[at].date)]), value,
               drafts, focus);
  }
  // "the current season (October 2022-September 2023)": told by its months alone, in parentheses, which the cells leave
  // out.
  for (const DateSpan& date : DatesIn(context, context.sources->reading->sentences[context.sentence->number])) {
    const std::string& months = date.date.value;
    if (!focus.season_months.empty() || !IsSeasonByMonths(months)) continue;
    const int year = *YearOf(months);
    const std::string season = std::to_string(year) + "/" + std::to_string(year + 1);
    if (season < focus.season) continue;
    focus.season = season;
    NoteMonths(months, season, drafts, focus);
  }
}

}  // namespace tallywire::extract
