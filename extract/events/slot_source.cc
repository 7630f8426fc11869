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
    const Grain grain = GrainOf(context.date(cells[at]).value);
    if (grain != Grain::kDay && grain != Grain::kWeek) continue;
    const auto days = DaysOf(context.date(cells[at]).value);
    if (days && context.published && days->first > *context.published) continue;
    const bool said =
        (at > 0 && Says(cells[at - 1])) || (at > 1 && Says(cells[at - 2])) ||
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
  if (at == kNoCell) at = FindAnnouncement(context, draft, 0, dateline);
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
