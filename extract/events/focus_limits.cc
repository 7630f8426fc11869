#include "extract/events/focus_limits.h"

#include <algorithm>
#include <string>

#include "extract/events/event_period.h"
#include "extract/events/limit_term.h"
#include "extract/events/slot_measure.h"

namespace tallywire::extract {
namespace {

void NoteActivity(const std::string& activity, SpokenLimits& limits) {
  if (activity.empty() || limits.several || activity == limits.activity) return;
  limits.several = !limits.activity.empty();
  limits.activity = limits.several ? std::string{} : activity;
}

// The year or season that limits are named for, or the quarter or half, unless it is over.
bool NamesTerm(const SentenceContext& context, const std::string& value) {
  const Grain grain = GrainOf(value);
  if (grain == Grain::kQuarter || grain == Grain::kHalf) return !EndsBefore(value, context.published);
  return grain == Grain::kYear || IsSeason(value);
}

// "used up the annual quotas in the first four months of 2017": those of the year that the sentence speaks of.
std::string YearOfAnnual(const SentenceContext& context, size_t at) {
  const auto cells = context.cells();
  constexpr size_t kReach = 3;
  const size_t first = at > kReach ? at - kReach : 0;
  const bool annual =
      std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.begin() + static_cast<std::ptrdiff_t>(at),
                  [&](const EventCell& cell) { return context.vocabulary->annual.contains(context.text(cell)); });
  if (!annual) return {};
  std::string year;
  for (const EventCell& cell : cells) {
    if (cell.kind != kDateCell) continue;
    const std::string& value = context.date(cell).value;
    const Grain grain = GrainOf(value);
    const auto named = YearOf(value);
    if (!named || IsSeason(value) || grain == Grain::kDay || grain == Grain::kWeek) continue;
    if (!year.empty() && year != value.substr(0, 4)) return {};
    year = value.substr(0, 4);
  }
  return EndsBefore(year, context.published) ? std::string{} : year;
}

// "catch limits for six shared stocks in 2025": the year or season that the clause goes on to name.
std::string YearBehind(const SentenceContext& context, size_t at) {
  const auto cells = context.cells();
  constexpr size_t kReach = 8;
  for (size_t k = at; k < std::min(cells.size(), at + kReach); ++k) {
    if (cells[k].kind == kCommaCell || cells[k].kind == kBarrierCell || cells[k].kind == kVerbCell) return {};
    if (cells[k].kind != kDateCell) continue;
    const std::string& value = context.date(cells[k]).value;
    const bool compared = (cells[k].date_roles & BitOf(WordRole::kFromward)) != 0;
    return !compared && NamesTerm(context, value) ? value : std::string{};
  }
  return {};
}

// "announced the 2025 quantities of the sugar quotas": the year or season that the noun in front of the limits names.
std::string YearInFront(const SentenceContext& context, size_t first) {
  constexpr size_t kReach = 7;
  const auto cells = context.cells();
  bool of = false;
  for (size_t at = first; at-- > context.sentence->dateline && first - at <= kReach;) {
    of = of || cells[at].Is(WordRole::kOwner);
    if (cells[at].kind == kDateCell) {
      const std::string& value = context.date(cells[at]).value;
      return of && NamesTerm(context, value) ? value : std::string{};
    }
    if (cells[at].kind != kWordCell) return {};
  }
  return {};
}

// "a reduction of 47% compared with the 2024 quotas": not what the text speaks of.
bool IsCompared(std::span<const EventCell> cells, const MeasurePhrase& phrase) {
  constexpr uint64_t kCompared = BitOf(WordRole::kCompare) | BitOf(WordRole::kComparing);
  constexpr size_t kReach = 4;  // "compared with", an article, a date
  for (size_t at = phrase.head; at-- > 0 && phrase.head - at <= kReach;) {
    if ((cells[at].roles & kCompared) != 0) return true;
    if (cells[at].kind != kWordCell && cells[at].kind != kDateCell) return false;
  }
  return false;
}

// The year or season that the noun phrase of the limit at that cell names, or the clause behind it. `dated`: an earlier
// sentence named one.
void NoteTerm(const SentenceContext& context, size_t at, bool dated, SpokenLimits& limits) {
  const auto cells = context.cells();
  const bool announced = !context.sentence->has_figure && context.sentence->number != limits.announced_in;
  if (dated && !announced) return;
  const MeasurePhrase phrase = ReadMeasurePhrase(*context.vocabulary, *context.names, cells, at);
  if (IsCompared(cells, phrase)) return;
  for (const int date : {phrase.period, phrase.other_date}) {
    if (date == kAbsent) continue;
    const std::string& value = context.date(cells[static_cast<size_t>(date)]).value;
    if (!NamesTerm(context, value)) continue;
    if (!dated) limits.period = value;
    if (announced) limits.announced = value;
  }
  if (announced && limits.announced.empty()) limits.announced = YearBehind(context, phrase.last);
  if (announced && !limits.announced.empty()) limits.announced_in = context.sentence->number;
  if (dated) return;
  if (limits.period.empty()) limits.period = YearBehind(context, phrase.last);
  if (limits.period.empty()) limits.period = YearInFront(context, phrase.first);
  if (limits.period.empty()) limits.period = YearOfAnnual(context, at);
}

}  // namespace

void NoteLimits(const SentenceContext& context, DocumentFocus& focus) {
  SpokenLimits& limits = focus.limits;
  const bool dated = !limits.period.empty();
  if (!context.sentence->has_figure) limits.announced.clear();
  const auto cells = context.cells();
  for (size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].measure == kAbsent || cells[at].kind != kWordCell) continue;
    const MeasureEntry& measure = context.measure(cells[at].measure);
    if (!measure.Is(MeasureTrait::kLimit)) continue;
    limits.spoken = true;
    // Asked once a sentence: it is the same for all limits in it.
    if (limits.term.empty() && limits.sentence != context.sentence->number)
      limits.term = TermOfLimits(context, context.sentence->number);
    if (limits.sentence == SpokenLimits::kNoSentence || limits.sentence < context.sentence->number)
      limits.sentence = context.sentence->number;
    NoteActivity(ActivityOfLimit(context, at), limits);
    NoteTerm(context, at, dated, limits);
  }
}

void NoteItemOfLimits(const SentenceContext& context, std::span<const EventDraft> drafts, SpokenLimits& limits) {
  for (const EventDraft& draft : drafts) {
    if (draft.item != kAbsent && context.measure(draft.measure).Is(MeasureTrait::kLimit)) limits.item = draft.item;
  }
}

}  // namespace tallywire::extract
