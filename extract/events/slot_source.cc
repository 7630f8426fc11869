// Who says so, when it was announced, and how sure the sentence is: actor, date and modality.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "extract/events/decision.h"
#include "extract/events/event_draft.h"
#include "extract/events/event_period.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

constexpr size_t kNoCell = SIZE_MAX;
constexpr size_t kLongestApposition = 14;  // cells
constexpr size_t kReachOfSpeaker = 6;      // cells between a verb of saying and who says so

bool HoldsWord(std::string_view name, std::string_view word) {
  const auto equal = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::search(name.begin(), name.end(), word.begin(), word.end(), equal) != name.end();
}

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
      // "its projects and forecasts": nouns
      if (at + 1 < cells_.size() && cells_[at + 1].Is(WordRole::kConjunction)) continue;
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
      if (auto found = Described(c_.text(cell)); !Empty(found)) return found;
    }
    if (cell.subject != kAbsent && !cell.adjective) {
      const SubjectKind kind = c_.names->KindOf(cell.subject);
      const bool place = kind == SubjectKind::kCountry || kind == SubjectKind::kRegion || kind == SubjectKind::kWorld;
      if (!place) return {cell.subject, FormOf(at)};
    }
    if (cell.Is(WordRole::kSourceNoun)) {
      // "analysts at Veyt"
      const bool where = at + 2 < cells_.size() && cells_[at + 1].Is(WordRole::kNounPreposition) &&
                         c_.vocabulary->at_house.contains(c_.text(cells_[at + 1])) && cells_[at + 2].subject != kAbsent;
      if (where) return {cells_[at + 2].subject, {}};
      // "the Norwegian government" is Norway.
      const bool national = at > 0 && cells_[at - 1].subject != kAbsent && IsCountry(cells_[at - 1].subject);
      if (national && cell.Is(WordRole::kPlaceNoun)) return {cells_[at - 1].subject, {}};
      return {kAbsent, std::string(c_.text(cell))};
    }
    if (cell.kind == kFigureCell) return Counted(cell);
    if (cell.Is(WordRole::kCompanyNoun) || cell.Is(WordRole::kDefiniteCompany)) return {ReferentOf(c_, at), {}};
    return {};
  }

  // A body of state by the words of the text ("the agriculture ministry"); short forms by the vocabulary's name.
  std::string FormOf(size_t at) const {
    const EventCell& cell = cells_[at];
    const bool known = static_cast<size_t>(cell.subject) < c_.vocabulary->subjects.size();
    if (!known || c_.names->KindOf(cell.subject) != SubjectKind::kAgency) return {};
    std::string_view text = c_.text(cell);
    const bool small = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!small || text.find(' ') == std::string_view::npos) return {};
    if (cell.count > 1 && BeginsWithArticle(text)) text.remove_prefix(text.find(' ') + 1);
    return std::string(text);
  }

  static bool BeginsWithArticle(std::string_view text) { return text.starts_with("the ") || text.starts_with("The "); }

  // "three traders said"
  Speaker Counted(const EventCell& cell) const {
    const Reading& reading = *c_.sources->reading;
    std::vector<Lexicon::Match> matches;
    for (uint32_t at = cell.first + 1; at < cell.last(); ++at) {
      c_.sources->lexicon->AllAt(reading.words, at, matches);
      for (const Lexicon::Match& match : matches) {
        if (at + match.tokens != cell.last()) continue;
        for (const Sense& sense : c_.sources->lexicon->SensesOf(match.phrase)) {
          if ((c_.vocabulary->RoleOf(sense.tag) & BitOf(WordRole::kSourceNoun)) != 0)
            return {kAbsent, std::string(reading.TextOf(at, cell.last()))};
        }
      }
      matches.clear();
    }
    return {};
  }

  bool IsCountry(int entity) const {
    const SubjectKind kind = c_.names->KindOf(entity);
    return kind == SubjectKind::kCountry || kind == SubjectKind::kRegion;
  }

  // "the embassy", "the sources": the last speaker or body of such a name, else whoever spoke last.
  Speaker Described(std::string_view description) const {
    const DocumentFocus& focus = *c_.focus;
    std::string noun(description.substr(description.rfind(' ') + 1));
    for (char& c : noun) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (size_t i = focus.speakers.size(); i-- > 0;) {
      if (HoldsWord(focus.speakers[i], noun)) return {kAbsent, focus.speakers[i]};
    }
    if (focus.body != kAbsent && HoldsWord(c_.names->NameOf(focus.body), noun)) return {focus.body, {}};
    if (!focus.speakers.empty()) return {kAbsent, focus.speakers.back()};
    if (focus.body != kAbsent) return {focus.body, {}};
    return {focus.person, {}};
  }

  // The subject of the report verb: "the Agriculture Department said", "Siaahan, its director, told".
  Speaker InFront(size_t verb) const {
    for (size_t at = verb, steps = 0; at-- > 0 && steps < kReachOfSpeaker; ++steps) {
      const bool pronoun = steps == 0 && c_.vocabulary->it.contains(c_.text(cells_[at]));
      if (pronoun && !c_.focus->speakers.empty()) return {kAbsent, c_.focus->speakers.back()};
      // "spent $5 million on its projects and forecasts a profit": who is somewhere in front.
      if (steps == 0 && cells_[at].Is(WordRole::kConjunction)) return {};
      if (steps == 0 && cells_[at].kind == kCommaCell) {
        if (auto found = BeforeApposition(at); !Empty(found)) return found;
      }
      if (auto found = At(at); !Empty(found)) return found;
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
      if (cells_[at].kind == kCommaCell && steps > 0) return BeforeApposition(at);
    }
    return {};
  }

  // "Siaahan, its executive director, told": the name stands in front of the apposition that ends at that comma.
  Speaker BeforeApposition(size_t comma) const {
    for (size_t at = comma, steps = 0; at-- > 0 && steps < kLongestApposition; ++steps) {
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
      if (cells_[at].kind == kCommaCell) return at > 0 ? At(at - 1) : Speaker{};
    }
    return {};
  }

  Speaker Behind(size_t from, size_t reach) const {
    Speaker noun;
    for (size_t at = from + 1; at < cells_.size() && at <= from + reach; ++at) {
      // "said an analyst at the Example Institute"
      if (cells_[at].Is(WordRole::kPersonNoun)) reach = std::max(reach, at - from + 4);
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

bool IsForecastNoun(std::span<const EventCell> cells, size_t at) {
  const bool noun = cells[at].Is(WordRole::kForecast) || cells[at].Is(WordRole::kEstimate);
  if (!noun || at == 0 || cells[at].kind == kDateCell) return false;
  const EventCell& before = cells[at - 1];
  return before.possessive || before.Is(WordRole::kOwnPronoun) || before.Is(WordRole::kArticle) ||
         before.Is(WordRole::kConjunction);
}

class CueFinder {
 public:
  CueFinder(const SentenceContext& context, const EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  Modality Run() const {
    const size_t front = Front();
    uint64_t roles = 0;
    for (size_t at = front; at < draft_.cell; ++at) {
      if (cells_[at].kind == kFigureCell) roles &= ~BitOf(WordRole::kDenied);
      // "may export 5 t": leave to do so, no forecast.
      const bool leave = IsLeave() && at >= draft_.match.first;
      if (!IsSetMeasure(at)) roles |= cells_[at].roles & ~(leave ? BitOf(WordRole::kForecast) : 0);
    }
    // A cue directly behind the verb's figure counts too: "10% more is expected".
    if (draft_.cell == draft_.match.first) roles |= RolesBehind();
    const auto has = [roles](WordRole role) { return (roles & BitOf(role)) != 0; };
    if (has(WordRole::kDenied)) return Modality::kDenied;
    if (has(WordRole::kProposed)) return Modality::kProposed;
    // "analysts had expected 2.8%" stays a forecast, however long ago its period was.
    if (draft_.cell > 0 && cells_[draft_.cell - 1].Is(WordRole::kForecast)) return Modality::kForecast;
    const bool expects = has(WordRole::kForecast) || has(WordRole::kEstimate);
    if (expects && has(WordRole::kPoll)) return Modality::kForecast;
    if (IsRevised() && !c_.before.empty()) return c_.before.back().event.modality;
    if (PastBase()) return Modality::kActual;
    if (has(WordRole::kForecast)) return Past() ? Modality::kActual : Modality::kForecast;
    if (has(WordRole::kEstimate) && !draft_.event.period_text.empty() && !Past()) return Modality::kForecast;
    if (has(WordRole::kPlanned)) return Modality::kPlanned;
    if (has(WordRole::kDecided) && IsInfinitive()) return Modality::kPlanned;
    if (IsInfinitive() && !c_.before.empty()) return c_.before.back().event.modality;
    if (!has(WordRole::kFuture) && HangsOn()) return c_.before.back().event.modality;
    if (has(WordRole::kFuture))
      return c_.measure(draft_.measure).set || !draft_.phrase || Acts() ? Modality::kPlanned : Modality::kForecast;
    return Modality::kActual;
  }

 private:
  // "A poll pegged stocks at 5 t, with output at 4 t": no verb of its own, so the verb in front holds for it.
  bool HangsOn() const {
    if (c_.before.empty() || draft_.role == CaptureRole::kBase) return false;
    for (size_t at = c_.before.back().cell + 1; at < draft_.cell; ++at) {
      if (cells_[at].kind == kVerbCell || cells_[at].kind == kBarrierCell) return false;
    }
    return true;
  }

  // "cut its forecast to 47 t from 48 t": what was forecast before.
  bool IsRevised() const { return draft_.role == CaptureRole::kBase && RevisesForecast(c_, draft_); }

  // "output is forecast to rise to 5 t, but exports to dip to 4 t": the verb in front holds for both.
  bool IsInfinitive() const {
    const int verb = draft_.match.direction;
    return verb > 0 && cells_[static_cast<size_t>(verb) - 1].Is(WordRole::kToward) &&
           (cells_[static_cast<size_t>(verb)].roles & (BitOf(WordRole::kUp) | BitOf(WordRole::kDown))) != 0;
  }

  // "would raise imports": somebody does so; imports that would rise do so of themselves.
  bool Acts() const {
    const int verb = draft_.match.direction;
    if (verb <= 0 || !c_.vocabulary->acts.contains(c_.text(cells_[static_cast<size_t>(verb)]))) return false;
    return draft_.phrase && !draft_.inherited && draft_.phrase->head > static_cast<size_t>(verb) &&
           cells_[static_cast<size_t>(verb) - 1].Is(WordRole::kFuture);
  }

  bool IsLeave() const {
    const int measure = draft_.match.rule->measure;
    return measure != kAbsent && c_.measure(measure).set && c_.measure(measure).Is(MeasureTrait::kLimit);
  }

  // "demand" and "forecast" may be the measure or a noun of it rather than a cue.
  bool IsSetMeasure(size_t at) const { return cells_[at].measure != kAbsent || cells_[at].kind == kDateCell; }

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
    while (at > 0 && cells_[at - 1].kind != kBarrierCell) --at;
    return at;
  }

  bool Past() const { return EndsBefore(draft_.event.period, c_.published); }
  bool PastBase() const { return draft_.role == CaptureRole::kBase && (draft_.event.period.empty() || Past()); }

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

bool Says(const EventCell& cell) { return cell.Is(WordRole::kReport) || cell.Is(WordRole::kDecided); }

// "the season that started on October 1": what the clause tells of began then.
bool IsRelative(const SentenceContext& context, size_t date) {
  const auto cells = context.cells();
  constexpr size_t kReach = 4;
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
  for (size_t at = from; at < to; ++at) {
    if (cells[at].kind != kDateCell || context.text(cells[at]) == draft.event.period_text) continue;
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

bool RevisesForecast(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  for (size_t at = draft.cell; at-- > 0;) {
    if (cells[at].kind == kBarrierCell) return false;
    if (IsForecastNoun(cells, at)) return true;
  }
  return false;
}

void ResolveModality(const SentenceContext& context, EventDraft& draft) {
  draft.event.modality = CueFinder(context, draft).Run();
}

void ResolveSource(const SentenceContext& context, EventDraft& draft) {
  const size_t dateline = context.sentence->dateline;
  size_t at = FindAnnouncement(context, draft, dateline, context.cells().size());
  if (at == kNoCell) at = FindAnnouncement(context, draft, 0, dateline);
  if (at != kNoCell) draft.event.date = context.date(context.cells()[at]).value;
  if (!draft.event.actor.empty()) return;  // who sets the quota is known
  const Speaker speaker = SpeakerFinder(context).Run();
  if (speaker.entity == kAbsent && speaker.name.empty()) draft.event.actor = SetterOf(context, draft);
  if (speaker.entity != kAbsent && speaker.entity != draft.subject)
    draft.event.actor = context.names->NameOf(speaker.entity);
  if (!speaker.name.empty()) draft.event.actor = speaker.name;
  if (draft.event.actor == draft.event.subject) draft.event.actor.clear();
}

}  // namespace tallywire::extract
