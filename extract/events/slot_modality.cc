// How sure the sentence is: told, planned, forecast, proposed or denied.
#include <algorithm>
#include <optional>

#include "extract/events/acting_name.h"
#include "extract/events/event_draft.h"
#include "extract/events/event_period.h"

namespace tallywire::extract {
namespace {

bool IsForecastNoun(std::span<const EventCell> cells, size_t at) {
  const bool noun = cells[at].Is(WordRole::kForecast) || cells[at].Is(WordRole::kEstimate);
  // "raised its forecast", as one
  if (noun && cells[at].count > 1 && (cells[at].Is(WordRole::kUp) || cells[at].Is(WordRole::kDown))) return true;
  if (!noun || at == 0 || cells[at].kind == kDateCell) return false;
  // "its 2024/25 production estimate"
  size_t front = at - 1;
  const auto modifies = [](const EventCell& cell) {
    return cell.kind == kDateCell || cell.measure != kAbsent || cell.item != kAbsent;
  };
  constexpr size_t kLongest = 4;
  while (front > 0 && at - front < kLongest && modifies(cells[front]) && !cells[front].possessive) --front;
  const EventCell& before = cells[front];
  return before.possessive || before.Is(WordRole::kOwnPronoun) || before.Is(WordRole::kArticle) ||
         (before.Is(WordRole::kConjunction) && at > 1 &&
          (cells[at - 2].roles & (BitOf(WordRole::kForecast) | BitOf(WordRole::kEstimate))) != 0);
}

// "compared with the 20 billion that it had assumed in its September outlook": what was forecast or planned then; no
// modality where the words behind the figure do not say so.
std::optional<Modality> ModalityBehind(const SentenceContext& context, const EventDraft& draft) {
  constexpr size_t kReach = 6;
  const auto cells = context.cells();
  bool owner = false;
  for (size_t at = draft.cell + 1; at < std::min(cells.size(), draft.cell + kReach); ++at) {
    const EventCell& cell = cells[at];
    const bool told = cell.kind == kBarrierCell && context.vocabulary->told.contains(context.text(cell));
    if (cell.kind == kFigureCell || cell.kind == kCommaCell || cell.kind == kDateCell ||
        (cell.kind == kBarrierCell && !told))
      return std::nullopt;
    if (owner && cell.Is(WordRole::kForecast)) return Modality::kForecast;
    if (owner && cell.Is(WordRole::kPlanned)) return Modality::kPlanned;
    owner = owner || cell.Is(WordRole::kPronoun) || cell.subject != kAbsent || cell.Is(WordRole::kPoll);
  }
  return std::nullopt;
}

class CueFinder {
 public:
  CueFinder(const SentenceContext& context, const EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  Modality Run() const {
    const size_t front = Front();
    const Cues cues = ReadCues(front);
    if (const auto modality = OfWishes(cues)) return *modality;
    if (const auto modality = OfOldLevel(cues)) return *modality;
    if (const auto modality = OfGuesses(cues)) return *modality;
    if (const auto modality = OfPlans(cues)) return *modality;
    if (!cues.Has(WordRole::kFuture)) return HangsOn() ? OfEventBefore() : OfSentenceBefore(cues.roles);
    return OfFuture(front);
  }

 private:
  // What the words around the figure say, from the front of its clause on.
  struct Cues {
    uint64_t roles = 0;
    bool aim = false;     // "wants exports to reach 5 t"
    bool survey = false;  // "a survey put stocks at 5 t"
    bool polls = false;

    bool Has(WordRole role) const { return (roles & BitOf(role)) != 0; }
    bool Expects() const { return Has(WordRole::kForecast) || Has(WordRole::kEstimate); }
  };

  Cues ReadCues(size_t front) const {
    Cues cues;
    // "Norway, which never signed the pact, kept": what stands between commas is said of Norway.
    bool aside = front > 0 && c_.vocabulary->relatives.contains(c_.text(cells_[front - 1]));
    for (size_t at = BehindLead(front); at < draft_.cell; ++at) {
      const bool wishes = Says(c_.vocabulary->wishes, at);
      cues.aim =
          (cues.aim && (!cells_[at].Is(WordRole::kProposed) || wishes)) || (wishes && !cues.Has(WordRole::kProposed));
      const bool field = Says(c_.vocabulary->field_surveys, at);
      cues.survey = cues.survey || field;
      cues.polls = cues.polls || (cells_[at].Is(WordRole::kPoll) && !field);
      if (aside && cells_[at].kind == kCommaCell) {
        cues.roles = 0;
        aside = false;
      }
      NoteRoles(at, cues.roles);
    }
    if (IsDeniedInFront(front)) cues.roles |= BitOf(WordRole::kDenied);
    // A cue directly behind the verb's figure counts too: "10% more is expected".
    // So it does behind an opening: "Of the total, 5 t will go to Peru".
    const bool opens = draft_.cell > 0 && cells_[draft_.cell - 1].kind == kCommaCell && !draft_.phrase;
    if (draft_.cell == draft_.match.first || opens) cues.roles |= RolesBehind();
    return cues;
  }

  // "denied reports that it would cut the quota to 5 t"
  bool IsDeniedInFront(size_t front) const {
    constexpr size_t kReach = 3;  // cells in front of "that"
    if (front < 2 || !Says(c_.vocabulary->told, front - 1)) return false;
    const size_t first = front - 1 - std::min(front - 1, kReach);
    for (size_t at = first; at + 1 < front; ++at) {
      if (Says(c_.vocabulary->denials, at)) return true;
    }
    return false;
  }

  // Adds those of the cell, and takes back what it shows not to be denied.
  void NoteRoles(size_t at, uint64_t& roles) const {
    if (cells_[at].kind == kFigureCell) roles &= ~BitOf(WordRole::kDenied);
    // "may export 5 t": leave to do so, no forecast.
    const bool leave = (IsLeave() && at >= draft_.match.first) || (IsLimit() && Says(c_.vocabulary->leave, at));
    // "the ceiling should be lowered to 5 t"
    if (IsLimit() && Says(c_.vocabulary->should, at)) roles |= BitOf(WordRole::kProposed);
    // "which is not bound by the deal and gets 40%"
    if (cells_[at].Is(WordRole::kConjunction) && cells_[at + 1].kind == kVerbCell) roles &= ~BitOf(WordRole::kDenied);
    if (!IsSetMeasure(at)) roles |= cells_[at].roles & ~(leave ? BitOf(WordRole::kForecast) : 0);
    // "should not exceed 5 t" allows 5 t.
    const bool exceeds = cells_[at].Is(WordRole::kReach) && at > 0 && cells_[at - 1].Is(WordRole::kDenied);
    if (exceeds) roles &= ~BitOf(WordRole::kDenied);
  }

  // What is denied, proposed or aimed at.
  std::optional<Modality> OfWishes(const Cues& cues) const {
    if (cues.Has(WordRole::kDenied)) return Modality::kDenied;
    if (!cues.Has(WordRole::kProposed) || (draft_.role == CaptureRole::kBase && IsNow())) return std::nullopt;
    // "a survey of traders suggests a fall"
    const bool guessed = cues.Has(WordRole::kPoll) && !c_.measure(draft_.measure).set;
    if (guessed) return Modality::kForecast;
    return cues.aim && !IsLimit() ? Modality::kPlanned : Modality::kProposed;
  }

  // Any figure right behind "expected", and what an old level is by what it stands beside.
  std::optional<Modality> OfOldLevel(const Cues& cues) const {
    // "analysts had expected 2.8%" stays a forecast, however long ago its period was.
    if (draft_.cell > 0 && cells_[draft_.cell - 1].Is(WordRole::kForecast)) return Modality::kForecast;
    if (draft_.role != CaptureRole::kBase) return std::nullopt;
    if (const auto told = ModalityBehind(c_, draft_)) return told;
    // "lowered its forecast to 590 t, against 480 t harvested last season"
    const bool over = !draft_.event.period_text.empty() && Past();
    if (IsRevised() && !over && !c_.before.empty()) return OfEventBefore();
    const bool held = IsHeldAgainst() && !cues.Expects() && !cues.Has(WordRole::kProposed);
    return PastBase() || held ? std::optional(Modality::kActual) : std::nullopt;
  }

  // What is forecast or estimated.
  std::optional<Modality> OfGuesses(const Cues& cues) const {
    // "A survey by the institute put the stock at 5 t": counted, not guessed.
    const bool counted = cues.survey && !cues.polls && !cues.Has(WordRole::kForecast);
    if (counted && !LiesAhead()) return Modality::kActual;
    if (cues.Expects() && cues.Has(WordRole::kPoll)) return Modality::kForecast;
    if (cues.Has(WordRole::kForecast)) return Past() ? Modality::kActual : Modality::kForecast;
    if (!cues.Has(WordRole::kEstimate)) return std::nullopt;
    // "assessed at $5 this week": how prices are told, not a guess at them.
    const bool quoted = c_.measure(draft_.measure).Is(MeasureTrait::kPrice) && !LiesAhead();
    const bool open = (!draft_.event.period_text.empty() && !quoted) || LiesAhead();
    // "are estimated to fall 5%"
    return (open || IsInfinitive()) && !Past() ? std::optional(Modality::kForecast) : std::nullopt;
  }

  // What is planned, or stands without a verb that says whether it is.
  std::optional<Modality> OfPlans(const Cues& cues) const {
    if (cues.Has(WordRole::kPlanned)) return Modality::kPlanned;
    if (cues.Has(WordRole::kDecided) && IsInfinitive()) return Modality::kPlanned;
    if (IsInfinitive() && !c_.before.empty()) return OfEventBefore();
    if (IsToCome()) return Modality::kForecast;
    return IsParticiple() && !c_.before.empty() ? std::optional(OfEventBefore()) : std::nullopt;
  }

  // "will be 5 t": what somebody does is planned, the rest is forecast.
  Modality OfFuture(size_t front) const {
    if (IsUnderProposal(front)) return Modality::kProposed;
    const bool planned = c_.measure(draft_.measure).set || (!draft_.phrase && !IsTraded()) || Acts() || IsActedOn();
    return planned ? Modality::kPlanned : Modality::kForecast;
  }

  // The same as the event in front in the sentence, of which there must be one.
  Modality OfEventBefore() const { return c_.before.back().event.modality; }

  // "Under the 2024 plan it was allotted 5 t": the verb tells whether it was.
  size_t BehindLead(size_t front) const {
    constexpr size_t kReach = 5;
    if (!Says(c_.vocabulary->leads, front)) return front;
    for (size_t at = front + 1; at < std::min(draft_.cell, front + kReach); ++at) {
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell || cells_[at].kind == kVerbCell) break;
      if (cells_[at].Is(WordRole::kPlanned)) return at + 1;
    }
    return front;
  }

  // "A poll pegged stocks at 5 t, with output at 4 t": no verb of its own, so the verb in front holds for it.
  bool HangsOn() const {
    if (c_.before.empty() || draft_.role == CaptureRole::kBase) return false;
    for (size_t at = c_.before.back().cell + 1; at < draft_.cell; ++at) {
      if (cells_[at].kind == kVerbCell || cells_[at].kind == kBarrierCell) return false;
    }
    return true;
  }

  // "A draft would hold the shipments at 150 t. The consortium would be limited to 48 t": still the draft.
  bool IsUnderProposal(size_t front) const {
    constexpr size_t kReach = 2;  // sentences
    const DocumentFocus& focus = *c_.focus;
    if (focus.drafts.empty() || focus.drafts_sentence + kReach < c_.sentence->number) return false;
    const bool conditional = std::any_of(
        cells_.begin() + static_cast<std::ptrdiff_t>(front), cells_.begin() + static_cast<std::ptrdiff_t>(draft_.cell),
        [this](const EventCell& cell) { return c_.vocabulary->backshift.contains(c_.text(cell)); });
    return conditional && std::any_of(focus.drafts.begin(), focus.drafts.end(), [this](const EventDraft& draft) {
             const bool same = draft.event.measure == draft_.event.measure || IsLimit();
             return same && draft.event.modality == Modality::kProposed;
           });
  }

  // "It forecasts output of 9 t in 2025. Texas accounts for 5 t of that": what goes on with a forecast or a proposal,
  // measure and time, is one too. "It has exported 2 t" tells what was done.
  Modality OfSentenceBefore(uint64_t roles) const {
    const DocumentFocus& focus = *c_.focus;
    const bool behind = !focus.drafts.empty() && focus.drafts_sentence + 1 == c_.sentence->number;
    const bool own = !draft_.event.period_text.empty() || draft_.event.period.empty() || Past();
    const bool done = (roles & (BitOf(WordRole::kHave) | BitOf(WordRole::kDecided))) != 0;
    if (!behind || own || done || draft_.role == CaptureRole::kBase || !c_.before.empty()) return Modality::kActual;
    std::optional<Modality> told;
    for (const EventDraft& draft : focus.drafts) {
      if (draft.role == CaptureRole::kBase || draft.measure != draft_.measure) continue;
      if (draft.event.period != draft_.event.period || (told && *told != draft.event.modality))
        return Modality::kActual;
      told = draft.event.modality;
    }
    const bool open = told == Modality::kForecast || told == Modality::kProposed;
    return open ? *told : Modality::kActual;
  }

  // "cut its forecast to 47 t from 48 t": what was forecast before.
  bool IsRevised() const { return draft_.role == CaptureRole::kBase && RevisesForecast(c_, draft_); }

  // "output is forecast to rise to 5 t, but exports to dip to 4 t": the verb in front holds for both.
  bool IsInfinitive() const {
    const int verb = draft_.match.direction;
    return verb > 0 && cells_[static_cast<size_t>(verb) - 1].Is(WordRole::kToward) &&
           (cells_[static_cast<size_t>(verb)].roles & (BitOf(WordRole::kUp) | BitOf(WordRole::kDown))) != 0;
  }

  // "output may plunge 30%, trimming exports to 7 t": what follows from it is no surer.
  bool IsParticiple() const {
    const int verb = draft_.match.direction;
    if (verb <= 0 || cells_[static_cast<size_t>(verb) - 1].kind != kCommaCell || c_.before.empty()) return false;
    return c_.text(cells_[static_cast<size_t>(verb)]).ends_with("ing") &&
           c_.before.back().cell < static_cast<size_t>(verb);
  }

  // "Soybean exports to rise 5%": headlines leave out "are expected".
  bool IsToCome() const {
    const int verb = draft_.match.direction;
    if (verb < 2 || !IsInfinitive() || !draft_.phrase || draft_.inherited) return false;
    return draft_.phrase->last + 1 == static_cast<size_t>(verb) && !Past();
  }

  // "exports will be reduced by 2 bcm": somebody does so. A price that will be lifted is nobody's plan.
  bool IsActedOn() const {
    const int verb = draft_.match.direction;
    if (verb < 2 || c_.measure(draft_.measure).Is(MeasureTrait::kPrice)) return false;
    const auto at = static_cast<size_t>(verb);
    if (!c_.vocabulary->acted.contains(c_.text(cells_[at])) || !cells_[at - 1].Is(WordRole::kBe)) return false;
    return cells_[at - 2].Is(WordRole::kFuture);
  }

  // "would raise imports": somebody does so; imports that would rise do so of themselves.
  bool Acts() const {
    const int verb = draft_.match.direction;
    if (verb <= 0 || !c_.vocabulary->acts.contains(c_.text(cells_[static_cast<size_t>(verb)]))) return false;
    return draft_.phrase && !draft_.inherited && draft_.phrase->head > static_cast<size_t>(verb) &&
           cells_[static_cast<size_t>(verb) - 1].Is(WordRole::kFuture);
  }

  // "Brent will trade at $60": nobody plans that.
  bool IsTraded() const {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    return measure.Is(MeasureTrait::kPrice) && !measure.set && draft_.item != kAbsent;
  }

  bool IsLeave() const {
    const int measure = draft_.match.rule->measure;
    return measure != kAbsent && c_.measure(measure).set && c_.measure(measure).Is(MeasureTrait::kLimit);
  }

  bool IsLimit() const {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    return measure.set && measure.Is(MeasureTrait::kLimit);
  }
  bool Says(const WordSet& words, size_t at) const { return words.contains(c_.text(cells_[at])); }

  // "demand" and "forecast" may be the measure or a noun of it rather than a cue; "growth forecast" is both.
  bool IsSetMeasure(size_t at) const {
    if (cells_[at].kind == kDateCell) return true;
    return cells_[at].measure != kAbsent && !(cells_[at].count > 1 && cells_[at].Is(WordRole::kForecast));
  }

  size_t Front() const {
    size_t at = std::min(
        {draft_.cell, draft_.match.first, draft_.phrase && !draft_.inherited ? draft_.phrase->first : draft_.cell});
    while (at > 0 && cells_[at - 1].kind != kFigureCell && !Stops(at - 1)) --at;
    if (draft_.inherited && !c_.before.empty()) at = std::min(at, FrontOfChain());
    return at;
  }

  // "proposed a regime that would limit imports", "estimated that 3 t would": what is said in front goes on behind.
  bool Stops(size_t at) const {
    // "want to leave the market after prices sank": what had happened before.
    if (at < draft_.match.first && c_.vocabulary->after.contains(c_.text(cells_[at]))) return true;
    if (cells_[at].kind != kBarrierCell) return false;
    constexpr uint64_t kCues = BitOf(WordRole::kForecast) | BitOf(WordRole::kEstimate) | BitOf(WordRole::kProposed) |
                               BitOf(WordRole::kPlanned);
    if (!c_.vocabulary->told.contains(c_.text(cells_[at]))) return true;
    const bool told = at > 0 && (cells_[at - 1].roles & kCues) != 0;
    return !told && !(at + 1 < cells_.size() && c_.vocabulary->backshift.contains(c_.text(cells_[at + 1])));
  }

  // "5 t would be diverted", "5 t will go": the verb behind a figure that opens the clause.
  uint64_t RolesBehind() const {
    uint64_t roles = 0;
    for (size_t at = draft_.cell + 1; at < std::min(draft_.match.last, cells_.size()); ++at) {
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
      if (!IsSetMeasure(at)) roles |= cells_[at].roles & (BitOf(WordRole::kFuture) | BitOf(WordRole::kForecast));
    }
    return roles;
  }

  size_t FrontOfChain() const {
    size_t at = c_.before.back().cell;
    // "will land 3 t after the quota was raised by 5% to 6 t": the raise has been made.
    const auto opens = [&](size_t k) { return c_.vocabulary->after.contains(c_.text(cells_[k])); };
    while (at > 0 && cells_[at - 1].kind != kBarrierCell && !opens(at - 1)) --at;
    return at;
  }

  bool Past() const { return EndsBefore(draft_.event.period, c_.published); }
  bool LiesAhead() const {
    const auto days = DaysOf(draft_.event.period);
    return days && c_.published && days->first > *c_.published;
  }
  // "The limit will be 3 t in 2026, compared with 4 t in 2024/25": what holds now, whatever will be.
  bool IsHeldAgainst() const {
    const auto days = DaysOf(draft_.event.period);
    return draft_.role == CaptureRole::kBase && c_.measure(draft_.measure).set && days && c_.published &&
           days->first <= *c_.published;
  }
  // "to 10% by 2030, from around 4% now"
  bool IsNow() const { return draft_.event.period.empty() || Past(); }
  bool PastBase() const { return draft_.role == CaptureRole::kBase && (draft_.event.period.empty() || Past()); }

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

bool RevisesForecast(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  if (draft.role == CaptureRole::kBase && ModalityBehind(context, draft)) return true;
  for (size_t at = draft.cell; at-- > 0;) {
    if (cells[at].kind == kBarrierCell) return false;
    if (IsForecastNoun(cells, at)) return true;
  }
  return false;
}

void ResolveModality(const SentenceContext& context, EventDraft& draft) {
  draft.event.modality = CueFinder(context, draft).Run();
}

}  // namespace tallywire::extract
