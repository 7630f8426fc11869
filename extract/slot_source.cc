// Who says so, when it was announced, and how sure the sentence is: actor, date and modality.
#include <algorithm>
#include <string>

#include "extract/event_draft.h"
#include "extract/event_period.h"

namespace tallywire::extract {
namespace {

constexpr size_t kNoCell = SIZE_MAX;

// A speaker found in a sentence.
struct Speaker {
  int entity = kAbsent;
  std::string name;  // where it is no entity: "industry sources"
};

class SpeakerFinder {
 public:
  explicit SpeakerFinder(const SentenceContext& context) : c_(context), cells_(context.cells()) {}

  Speaker Run() const {
    for (size_t at = 0; at < cells_.size(); ++at) {
      if (cells_[at].Is(WordRole::kSource)) {
        if (auto found = Behind(at, 8); !Empty(found)) return found;
      }
      if (!cells_[at].Is(WordRole::kReport)) continue;
      if (auto found = InFront(at); !Empty(found)) return found;
      if (auto found = Behind(at, 3); !Empty(found)) return found;
    }
    return {};
  }

 private:
  static bool Empty(const Speaker& speaker) { return speaker.entity == kAbsent && speaker.name.empty(); }

  Speaker At(size_t at) const {
    const EventCell& cell = cells_[at];
    if (cell.Is(WordRole::kPersonPronoun) && c_.focus->person != kAbsent) return {c_.focus->person, {}};
    if (cell.Is(WordRole::kBodyPronoun)) {
      if (c_.focus->body != kAbsent) return {c_.focus->body, {}};
      if (c_.focus->person != kAbsent) return {c_.focus->person, {}};
    }
    if (cell.subject != kAbsent && !cell.adjective) {
      const SubjectKind kind = c_.names->KindOf(cell.subject);
      const bool place = kind == SubjectKind::kCountry || kind == SubjectKind::kRegion || kind == SubjectKind::kWorld;
      if (!place) return {cell.subject, {}};
    }
    if (cell.Is(WordRole::kSourceNoun)) return {kAbsent, std::string(c_.text(cell))};
    return {};
  }

  // The subject of the report verb: "the Agriculture Department said", "Siaahan, its director, told".
  Speaker InFront(size_t verb) const {
    for (size_t at = verb, steps = 0; at-- > 0 && steps < 5; ++steps) {
      if (auto found = At(at); !Empty(found)) return found;
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
      if (cells_[at].kind == kCommaCell && steps > 0) break;
    }
    return {};
  }

  Speaker Behind(size_t from, size_t reach) const {
    Speaker noun;
    for (size_t at = from + 1; at < cells_.size() && at <= from + reach; ++at) {
      auto found = At(at);
      if (found.entity != kAbsent) return found;
      if (Empty(noun)) noun = found;
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
    }
    return noun;
  }

  const SentenceContext& c_;
  const std::span<const EventCell> cells_;
};

class CueFinder {
 public:
  CueFinder(const SentenceContext& context, const EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  Modality Run() const {
    const size_t front = Front();
    uint64_t roles = 0;
    for (size_t at = front; at < draft_.cell; ++at) {
      if (cells_[at].kind == kFigureCell) roles &= ~BitOf(WordRole::kDenied);
      if (!IsSetMeasure(at)) roles |= cells_[at].roles;
    }
    // A cue directly behind the verb's figure counts too: "10% more is expected".
    const auto has = [roles](WordRole role) { return (roles & BitOf(role)) != 0; };
    if (has(WordRole::kDenied)) return Modality::kDenied;
    if (has(WordRole::kProposed)) return Modality::kProposed;
    if (PastBase()) return Modality::kActual;
    if (has(WordRole::kForecast)) return Past() ? Modality::kActual : Modality::kForecast;
    if (has(WordRole::kPlanned)) return Modality::kPlanned;
    if (has(WordRole::kFuture))
      return c_.measure(draft_.measure).set || !draft_.phrase ? Modality::kPlanned : Modality::kForecast;
    return Modality::kActual;
  }

 private:
  // "demand" and "forecast" may be the measure or a noun of it rather than a cue.
  bool IsSetMeasure(size_t at) const { return cells_[at].measure != kAbsent || cells_[at].kind == kDateCell; }

  size_t Front() const {
    size_t at = std::min(
        {draft_.cell, draft_.match.first, draft_.phrase && !draft_.inherited ? draft_.phrase->first : draft_.cell});
    while (at > 0 && cells_[at - 1].kind != kBarrierCell && cells_[at - 1].kind != kFigureCell) --at;
    if (draft_.inherited && !c_.before.empty()) at = std::min(at, FrontOfChain());
    return at;
  }

  size_t FrontOfChain() const {
    size_t at = c_.before.back().cell;
    while (at > 0 && cells_[at - 1].kind != kBarrierCell) --at;
    return at;
  }

  bool Past() const { return EndsBefore(draft_.event.period, c_.published); }
  bool PastBase() const { return draft_.role == CaptureRole::kBase && (draft_.event.period.empty() || Past()); }

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

// A day or week that tells when the figure was announced: beside a verb of saying, or any of a measure set by
// authority.
size_t FindAnnouncement(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  for (size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].kind != kDateCell || context.text(cells[at]) == draft.event.period_text) continue;
    const Grain grain = GrainOf(context.date(cells[at]).value);
    if (grain != Grain::kDay && grain != Grain::kWeek) continue;
    const bool said =
        (at > 0 && cells[at - 1].Is(WordRole::kReport)) || (at > 1 && cells[at - 2].Is(WordRole::kReport)) ||
        (at + 1 < cells.size() && (cells[at + 1].Is(WordRole::kReport) || cells[at + 1].Is(WordRole::kSource)));
    const bool sourced = std::any_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](const EventCell& c) { return c.Is(WordRole::kSource); });
    if (said || sourced || context.measure(draft.measure).set) return at;
  }
  return kNoCell;
}

}  // namespace

void ResolveModality(const SentenceContext& context, EventDraft& draft) {
  draft.event.modality = CueFinder(context, draft).Run();
}

void ResolveSource(const SentenceContext& context, EventDraft& draft) {
  if (const size_t at = FindAnnouncement(context, draft); at != kNoCell)
    draft.event.date = context.date(context.cells()[at]).value;
  if (!draft.event.actor.empty()) return;  // who sets the quota is known
  const Speaker speaker = SpeakerFinder(context).Run();
  if (speaker.entity != kAbsent && speaker.entity != draft.subject)
    draft.event.actor = context.names->NameOf(speaker.entity);
  if (speaker.entity == kAbsent) draft.event.actor = speaker.name;
  if (draft.event.actor == draft.event.subject) draft.event.actor.clear();
}

}  // namespace tallywire::extract
