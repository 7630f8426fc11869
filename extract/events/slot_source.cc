// Who says so and when it was announced: actor and date.
#include <algorithm>
#include <string>

#include "extract/events/decision.h"
#include "extract/events/event_draft.h"
#include "extract/events/event_period.h"
#include "extract/events/speaker.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

constexpr size_t kNoCell = SIZE_MAX;

bool Says(const EventCell& cell) { return cell.Is(WordRole::kReport) || cell.Is(WordRole::kDecided); }

// "the season that started on October 1": what the clause tells of began then.
bool IsRelative(const SentenceContext& context, size_t date) {
  const auto cells = context.cells();
  constexpr size_t kReach = 4;
  // "the season starting October 1"
  if (date > 0 && cells[date - 1].kind == kDateCell && MonthsOf(context.date(cells[date - 1]).value)) return true;
  for (size_t at = date, steps = 0; at-- > 0 && steps < kReach; ++steps) {
    if (cells[at].kind == kBarrierCell) return cells[at].Is(WordRole::kBarrier);  // no dash or colon
    if (cells[at].kind != kWordCell && cells[at].kind != kVerbCell) return false;
  }
  return false;
}

// "had used 3% by Monday", "as of October 31", "since July 1", "the week before": when something was so, not when it
// was announced.
bool IsOfState(const SentenceContext& context, size_t date) {
  const EventCell& cell = context.cells()[date];
  if ((cell.date_roles & BitOf(WordRole::kSince)) != 0) return true;
  const ClauseWords& words = *context.vocabulary;
  const Reading& reading = *context.sources->reading;
  if (cell.first > context.sentence->first && words.state_marks.contains(reading.TextOf(cell.first - 1))) return true;
  const std::string_view text = context.text(cell);
  return std::any_of(words.state_ends.begin(), words.state_ends.end(),
                     [&](const std::string& word) { return text.ends_with(word); });
}

// A day or week at which something was so stands in the sentence.
bool TellsState(const SentenceContext& context) {
  const auto& dated = context.sentence->dated;
  return std::any_of(dated.begin(), dated.end(), [&](size_t at) {
    const Grain grain = GrainOf(context.date(context.cells()[at]).value);
    return (grain == Grain::kDay || grain == Grain::kWeek) && IsOfState(context, at) &&
           !BeginsAfter(context.date(context.cells()[at]).value, context.published);
  });
}

// "reported in March", "announced last month", but "declared a mid-March cut" and "5 t were added in May".
bool IsSaidInMonth(const SentenceContext& context, size_t date) {
  const auto cells = context.cells();
  if (date == 0 || !Says(cells[date - 1])) return false;
  if (date > 1 && cells[date - 2].Is(WordRole::kBe)) return false;
  const std::string_view front = context.sources->reading->TextOf(cells[date].first - 1);
  return context.vocabulary->within.contains(front) || context.text(cells[date]).find(' ') != std::string_view::npos;
}

// "said at a conference in Bergen on Monday", "told a committee of the house last week that": where it was said stands
// between the verb and the date.
bool IsBehindSaying(const SentenceContext& context, size_t date) {
  const auto cells = context.cells();
  constexpr size_t kReach = 9;
  constexpr uint64_t kWhere = BitOf(WordRole::kArticle) | BitOf(WordRole::kDatePreposition);
  for (size_t at = date, steps = 0; at-- > 0 && steps < kReach; ++steps) {
    if (Says(cells[at])) return (cells[at + 1].roles & kWhere) != 0;
    const bool plain = cells[at].kind == kWordCell || cells[at].kind == kPrepositionCell;
    if (!plain || cells[at].measure != kAbsent || cells[at].item != kAbsent || cells[at].verb != kAbsent) return false;
  }
  return false;
}

// No other figure stands between them.
bool IsBeside(std::span<const EventCell> cells, size_t date, size_t figure) {
  const auto between = cells.subspan(std::min(date, figure) + 1, std::max(date, figure) - std::min(date, figure) - 1);
  return std::none_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.kind == kFigureCell; });
}

// A day or week that tells when the figure was announced: beside a verb of saying, or any of a measure set by
// authority.
size_t FindAnnouncement(const SentenceContext& context, const EventDraft& draft, size_t from, size_t to) {
  const auto cells = context.cells();
  size_t beside = kNoCell;  // a day beside a quota, where none stands with a verb of saying
  for (const size_t at : context.sentence->dated) {
    if (at < from || at >= to || context.text(cells[at]) == draft.event.period_text) continue;
    if (context.measure(draft.measure).set && IsBeside(cells, at, draft.cell) && TellsDecision(context, at)) return at;
    if (IsOfState(context, at)) continue;
    const Grain grain = GrainOf(context.date(cells[at]).value);
    // "the bureau reported in March"
    const bool month = grain == Grain::kMonth && IsSaidInMonth(context, at);
    if (grain != Grain::kDay && grain != Grain::kWeek && !month) continue;
    const auto days = DaysOf(context.date(cells[at]).value);
    if (days && context.published && days->first > *context.published) continue;
    const bool said =
        (at > 0 && Says(cells[at - 1])) || (at > 1 && Says(cells[at - 2])) || IsBehindSaying(context, at) ||
        (at + 1 < cells.size() && (cells[at + 1].Is(WordRole::kReport) || cells[at + 1].Is(WordRole::kSource)));
    const bool sourced = std::any_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](const EventCell& c) { return c.Is(WordRole::kSource); });
    if (said || sourced) return at;
    if (beside == kNoCell && context.measure(draft.measure).set && !IsRelative(context, at)) beside = at;
  }
  return beside;
}

// "The Bank of Canada cut its key rate": the agency in front sets it, though it does not speak.
std::string SetterOf(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  if (!context.measure(draft.measure).set) return {};
  if (const int decider = DeciderOf(context, draft.cell); decider != kAbsent && decider != draft.subject)
    return context.names->NameOf(decider);
  for (size_t at = context.sentence->dateline; at < draft.cell; ++at) {
    const int entity = cells[at].subject;
    const SubjectKind kind = entity == kAbsent ? SubjectKind::kName : context.names->KindOf(entity);
    if (kind == SubjectKind::kAgency || kind == SubjectKind::kPerson) return context.names->NameOf(entity);
    if (cells[at].kind == kVerbCell) return {};
  }
  return {};
}

}  // namespace

void ResolveSource(const SentenceContext& context, const Speaker& speaker, EventDraft& draft) {
  const size_t dateline = context.sentence->dateline;
  size_t at = FindAnnouncement(context, draft, dateline, context.cells().size());
  // "April 7 - The quota was 71% used by the end of last week": nothing that was decided on the day of the news.
  if (at == kNoCell && !TellsState(context)) at = FindAnnouncement(context, draft, 0, dateline);
  if (at != kNoCell) draft.event.date = context.date(context.cells()[at]).value;
  if (!draft.event.actor.empty()) return;  // who sets the quota is known
  if (speaker.entity == kAbsent && speaker.name.empty()) draft.event.actor = SetterOf(context, draft);
  // "Peru and Chile agreed on a quota of 5 t, Peru said": one of them speaks.
  if (speaker.entity != kAbsent && (draft.joint || speaker.entity != draft.subject))
    draft.event.actor = context.names->NameOf(speaker.entity);
  if (!speaker.name.empty()) draft.event.actor = speaker.name;
  if (!draft.joint && draft.event.actor == draft.event.subject) draft.event.actor.clear();
}

}  // namespace tallywire::extract
