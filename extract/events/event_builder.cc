#include "extract/events/event_builder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/events/borrowed_unit.h"
#include "extract/events/event_period.h"
#include "extract/events/paired_figures.h"
#include "extract/events/shared_period.h"
#include "extract/events/speaker.h"
#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

constexpr double kParenthesisDoubt = 0.8;  // conversions and the like
constexpr double kMultipleDoubt = 0.8;     // "doubled"
constexpr size_t kMostDrafts = 60;         // events of one sentence; tables run into one another have more

EventKind KindOf(CaptureRole role) {
  if (role == CaptureRole::kChange) return EventKind::kChange;
  return role == CaptureRole::kShare ? EventKind::kShare : EventKind::kLevel;
}

class Builder {
 public:
  Builder(SentenceContext& context, const FigureRoles& roles) : c_(context), roles_(roles) {}

  std::vector<EventDraft> Run() {
    const auto cells = c_.cells();
    for (size_t at = 0; at < cells.size() && drafts_.size() < kMostDrafts; ++at) {
      if (cells[at].kind != kFigureCell || IsOneOf(at)) continue;
      c_.before = drafts_;
      Draft(RolesAt(roles_, at));
    }
    SharePeriods(c_, drafts_);
    PairRespectively(c_, drafts_);
    BorrowUnits(c_, drafts_);
    AddCoordinated();
    c_.before = {};  // they saw into what goes out here
    c_.alike = nullptr;
    return std::move(drafts_);
  }

 private:
  // By the surest of the rules that make an event of the figure: the measure that a surer one names may not take its
  // unit, or nothing told before be like it.
  void Draft(std::span<const FigureRole> roles) {
    for (const FigureRole& role : roles) {
      if (role.role == CaptureRole::kSkip) return;
      // "plant ten trees for every item sold": of what is counted one by one a guess is seldom right.
      if (&role != roles.data() && !role.rule->goes_on && IsCounted(role)) continue;
      c_.alike = nullptr;
      std::optional<EventDraft> draft = DraftOf(role);
      if (!draft || !Resolve(*draft)) continue;
      drafts_.push_back(*draft);
      AddRestatements(*draft);
      return;
    }
  }

  bool IsCounted(const FigureRole& role) const {
    const UnitKind kind = c_.kind_of(c_.cells()[role.cell].figure);
    return kind == UnitKind::kCount || kind == UnitKind::kBare;
  }

  // None where the rule goes on with a figure, and there is none like it.
  std::optional<EventDraft> DraftOf(const FigureRole& role) {
    EventDraft draft;
    draft.cell = role.cell;
    draft.figure = c_.cells()[role.cell].figure;
    draft.match = role;
    draft.role = role.role;
    if (draft.role == CaptureRole::kSame) {
      const Figure& figure = c_.figure(draft.figure);
      if (figure.unit.empty() && figure.value == 0) return std::nullopt;  // "and net zero by 2050"
      const bool last_resort = draft.match.rule->goes_on;
      const EventDraft* before = last_resort ? LastAlike(draft) : LevelBehindAside(draft, Continued(draft));
      if (before == nullptr) return std::nullopt;
      GoOnLike(*before, draft);
      if (last_resort) c_.alike = before;
      const bool owned = draft.match.subject != kAbsent || HasOwnerInFront(role.cell);
      if (draft.role == CaptureRole::kShare && !last_resort && !owned) return std::nullopt;
    } else {
      const bool change = WasChange(draft);
      draft.event.kind = WasShare(draft) ? EventKind::kShare : change ? EventKind::kChange : KindOf(draft.role);
      if (change) draft.event.direction = drafts_.back().event.direction;
    }
    SetDirection(draft);
    if (c_.kind_of(draft.figure) == UnitKind::kTimes) draft.doubt *= kMultipleDoubt;
    return draft;
  }

  // "has become one of the largest markets": nothing is counted.
  bool IsOneOf(size_t at) const {
    const auto& one_of = c_.vocabulary->one_of;
    return std::any_of(one_of.begin(), one_of.end(),
                       [&](const std::string& words) { return c_.text(c_.cells()[at]).starts_with(words); });
  }

  // Says of the figure what was said of that one.
  static void GoOnLike(const EventDraft& before, EventDraft& draft) {
    draft.role = before.role;
    draft.event.direction = before.event.direction;
    draft.event.kind = before.event.kind;
  }

  // "Norway takes 45% of the quota, Russia 40%"
  bool HasOwnerInFront(size_t figure) const {
    if (figure < 2) return false;
    // "Norway is responsible for 64% of the catch and China for 18%"
    const size_t at = c_.cells()[figure - 1].Is(WordRole::kNounPreposition) ? figure - 2 : figure - 1;
    const EventCell& front = c_.cells()[at];
    if (front.kind == kWordCell && front.subject != kAbsent && !front.adjective) return true;
    // "trawlers take 63% of it, boats 26% and divers 11%": whoever they are, they share in it.
    const std::string_view word = c_.text(front);
    const bool plain = (front.roles & ~BitOf(WordRole::kNationalNoun)) == 0;
    const bool many = front.kind == kWordCell && plain && front.measure == kAbsent && word.ends_with('s');
    return many && at == figure - 1 && !drafts_.empty();
  }

  // "60% of the quota is used, up from 45%": an old share.
  bool WasShare(const EventDraft& draft) const {
    const bool goes_on = draft.role == CaptureRole::kBase && draft.match.measure == kAbsent && !drafts_.empty();
    if (!goes_on || c_.kind_of(draft.figure) != UnitKind::kPct) return false;
    return drafts_.back().event.kind == EventKind::kShare && c_.kind_of(drafts_.back().figure) == UnitKind::kPct;
  }

  // "exports grew 5%, up from 3% a year earlier": an old change, where it is no rate that rose to 5%.
  bool WasChange(const EventDraft& draft) const {
    const bool goes_on = draft.role == CaptureRole::kBase && draft.match.measure == kAbsent && !drafts_.empty();
    if (!goes_on || c_.kind_of(draft.figure) != UnitKind::kPct) return false;
    // "6% compared to 2022 and 28% compared to 2019": the second one is compared itself.
    const auto between = c_.cells().subspan(draft.match.first, draft.cell - draft.match.first);
    if (std::any_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.kind == kDateCell; }))
      return false;
    const EventDraft& before = drafts_.back();
    return before.event.kind == EventKind::kChange && c_.kind_of(before.figure) == UnitKind::kPct &&
           !c_.measure(before.measure).rate;
  }

  // "132,000 tons and 127,000 tons" go on with what was said, "5%, two sources said" does not. Restatements in between
  // ("2 tons, or 41% of the total, and Acme 5 tons") are passed over.
  const EventDraft* Continued(const EventDraft& draft) const {
    for (size_t i = drafts_.size(); i-- > 0;) {
      const EventDraft& before = drafts_[i];
      const std::string& unit = c_.figure(before.figure).unit;
      const bool bare = unit.empty() || c_.figure(draft.figure).unit.empty();
      if (bare || c_.kind_of(draft.figure) == c_.kind_of(before.figure)) return &before;
      // "$2,700 a ton this year and $2,900 in 2026": the second is a ton's as well.
      const bool per_unit =
          c_.kind_of(draft.figure) == UnitKind::kMoney && c_.kind_of(before.figure) == UnitKind::kPerUnit;
      if (per_unit && c_.measure(before.measure).Is(MeasureTrait::kPrice)) return &before;
      // "5 t for the rest of the year and 9 t a year from then on", "Acme has 9 t a year, followed by Zeta with 5 t"
      const std::string& other = c_.figure(draft.figure).unit;
      const bool yearly = before.role == CaptureRole::kLevel && (other == unit + "/a" || unit == other + "/a");
      if (yearly) return &before;
      if (c_.cells()[before.cell].figure == before.figure) return nullptr;
    }
    return nullptr;
  }

  // "pays a duty of 5%. Shipments from elsewhere are charged 50%": the last level or share in per cent, of this
  // sentence or one just before. Changes are told anew ("minus 5%"), as are fractions ("a third of its peak").
  const EventDraft* LastAlike(const EventDraft& draft) const {
    constexpr size_t kReach = 2;  // sentences
    if (c_.is_part(draft.figure) || c_.figure(draft.figure).value < 0) return nullptr;
    const auto last = [&](const std::vector<EventDraft>& drafts) -> const EventDraft* {
      const auto alike = std::find_if(drafts.rbegin(), drafts.rend(), [&](const EventDraft& before) {
        return before.role != CaptureRole::kBase && c_.kind_of(before.figure) == c_.kind_of(draft.figure);
      });
      return alike == drafts.rend() ? nullptr : &*alike;
    };
    const DocumentFocus& focus = *c_.focus;
    const EventDraft* before = last(drafts_);
    if (before == nullptr && focus.drafts_sentence + kReach >= c_.sentence->number) before = last(focus.drafts);
    return before == nullptr || before->event.kind == EventKind::kChange ? nullptr : before;
  }

  // "the poultry limit becomes 120 t, an increase of 30 t, and for eggs 18 t": another thing goes on with the level.
  const EventDraft* LevelBehindAside(const EventDraft& draft, const EventDraft* before) const {
    const bool another = draft.match.item != kAbsent || draft.match.subject != kAbsent;
    if (before == nullptr || !another || before == drafts_.data() || before->event.kind != EventKind::kChange)
      return before;
    const EventDraft& level = *(before - 1);
    const bool aside = level.role == CaptureRole::kLevel && level.event.kind == EventKind::kLevel &&
                       c_.kind_of(level.figure) == c_.kind_of(draft.figure) && level.measure == before->measure &&
                       ValueIn(*before) < ValueIn(level) && c_.cells()[level.cell + 1].kind == kCommaCell;
    return aside ? &level : before;
  }

  double ValueIn(const EventDraft& draft) const { return c_.figure(draft.figure).value; }

  bool Resolve(EventDraft& draft) {
    if (!ResolveMeasure(c_, draft)) return false;
    c_.catch_up->Read();
    ResolveItem(c_, draft);
    ResolveSubject(c_, draft);
    TakeMeasureOfPlaces(draft);
    ResolveActivity(c_, draft);
    ResolvePeriod(c_, draft);
    ResolveModality(c_, draft);
    DropUnfitPeriod(draft);
    // A price that is hoped for or feared is none of that day.
    if (draft.assumed_day && draft.event.modality != Modality::kActual) draft.event.period.clear();
    if (!speaker_) speaker_ = FindSpeaker(c_);
    ResolveSource(c_, *speaker_, draft);
    return true;
  }

  // "Bangladesh earned $8 million": no profit.
  void TakeMeasureOfPlaces(EventDraft& draft) const {
    const int other = c_.measure(draft.measure).of_places;
    if (other == kAbsent || draft.phrase || draft.anchor == kAbsent || draft.subject == kAbsent) return;
    if (!IsPlace(c_.names->KindOf(draft.subject))) return;
    draft.measure = other;
    draft.event.measure = c_.measure(other).name;
  }

  // Of a period that was taken over from an earlier sentence: one that is over is none of a forecast ("expects the mine
  // to turn out 5 t a year"), and one to come none of what is told as a fact ("mills produced 5 t last year").
  void DropUnfitPeriod(EventDraft& draft) const {
    const bool taken_over = draft.event.period_text.empty() && !draft.event.period.empty() &&
                            (c_.before.empty() || c_.before.back().event.period.empty());
    if (!taken_over || (draft.role != CaptureRole::kLevel && draft.role != CaptureRole::kChange)) return;
    const bool over = EndsBefore(draft.event.period, c_.published);
    // "the ceiling was introduced in 2013. Within the new cap 23,000 visas will be set aside"
    const Modality told_as = draft.event.modality;
    const bool limit = c_.measure(draft.measure).Is(MeasureTrait::kLimit);
    if (over && (told_as == Modality::kPlanned || (limit && told_as == Modality::kForecast))) {
      draft.event.period.clear();
      return;
    }
    const bool to_come = BeginsAfter(draft.event.period, c_.published) && !c_.measure(draft.measure).set;
    if (!to_come && (!over || draft.event.modality != Modality::kActual)) return;
    const std::string period = std::exchange(draft.event.period, {});
    ResolveModality(c_, draft);
    const Modality modality = draft.event.modality;
    const bool told = modality != Modality::kForecast && modality != Modality::kPlanned;
    if (told == to_come) return;
    draft.event.period = period;
    ResolveModality(c_, draft);
  }

  void SetDirection(EventDraft& draft) const {
    if (draft.event.kind != EventKind::kChange) return;
    // "7% higher than a year earlier and 2% lower than in May": the word beside the figure tells most.
    const size_t beside = draft.cell + 1;
    constexpr uint64_t kComparatives = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter);
    const bool own = beside < c_.cells().size() && c_.cells()[beside].Is(WordRole::kComparing) &&
                     (c_.cells()[beside].roles & kComparatives) != 0;
    if (draft.match.direction != kAbsent || own) {
      const uint64_t roles = c_.cells()[own ? beside : static_cast<size_t>(draft.match.direction)].roles;
      constexpr uint64_t kUps = BitOf(WordRole::kUp) | BitOf(WordRole::kUpNoun) | BitOf(WordRole::kUpAfter);
      constexpr uint64_t kDowns = BitOf(WordRole::kDown) | BitOf(WordRole::kDownNoun) | BitOf(WordRole::kDownAfter);
      draft.event.direction = (roles & kUps) != 0     ? Direction::kUp
                              : (roles & kDowns) != 0 ? Direction::kDown
                                                      : Direction::kFlat;
    } else if (draft.match.rule->direction != Direction::kNone) {
      draft.event.direction = draft.match.rule->direction;
      const bool fell = c_.figure(draft.figure).value < 0;  // "Change | -20.8%"
      if (fell && draft.event.direction == Direction::kUp) draft.event.direction = Direction::kDown;
    } else if (draft.event.direction == Direction::kNone) {
      draft.event.direction = c_.figure(draft.figure).direction;
    }
  }

  // "$6 million, or 18 cents a share", "up 5 cents, or 0.3%", "$300 million, or 6.7% of the portfolio".
  void AddRestatements(const EventDraft& main) {
    const auto& all = c_.sentence->restatements;
    for (int at = c_.cells()[main.cell].restatement; at != kAbsent; at = all[static_cast<size_t>(at)].next) {
      const Restatement& other = all[static_cast<size_t>(at)];
      EventDraft draft = main;
      draft.figure = other.figure;
      const UnitKind kind = c_.kind_of(other.figure);
      const bool part = kind == UnitKind::kPct && c_.kind_of(main.figure) != UnitKind::kPct;  // "25% (18%)" is none
      if (part && main.event.kind == EventKind::kLevel) {
        draft.event.kind = EventKind::kShare;
        TakeLimitOfPart(draft);
      }
      // "will take 26.4%, or 78,939 tons"
      if (main.event.kind == EventKind::kShare && kind != UnitKind::kPct) draft.event.kind = EventKind::kLevel;
      if (other.parenthesis) draft.doubt *= kParenthesisDoubt;
      if (other.earlier) {
        draft.role = CaptureRole::kBase;
        draft.event.period = main.event.basis;
      }
      drafts_.push_back(std::move(draft));
    }
  }

  // "landed 5 t, or 64% of the quota": the part is one of the limit.
  void TakeLimitOfPart(EventDraft& draft) const {
    constexpr size_t kReach = 4;
    const auto cells = c_.cells();
    for (size_t at = draft.cell + 1; at < std::min(cells.size(), draft.cell + 1 + kReach); ++at) {
      if (cells[at].kind != kWordCell) return;
      if (cells[at].measure == kAbsent || !c_.measure(cells[at].measure).Is(MeasureTrait::kLimit)) continue;
      draft.measure = cells[at].measure;
      draft.event.measure = c_.measure(draft.measure).name;
      draft.event.activity = ActivityOfLimit(c_, at);
      return;
    }
  }

  // "Its output and exports were about 1,200 tonnes": one figure of two measures.
  void AddCoordinated() {
    const auto cells = c_.cells();
    std::vector<EventDraft> more;
    for (const EventDraft& draft : drafts_) {
      if (!draft.phrase || draft.inherited || draft.match.rule->pairs || drafts_.size() > 1) continue;
      const size_t head = draft.phrase->head;
      if (head < 2 || !cells[head - 1].Is(WordRole::kConjunction) || cells[head - 2].measure == kAbsent) continue;
      EventDraft other = draft;
      other.measure = cells[head - 2].measure;
      other.event.measure = c_.measure(other.measure).name;
      other.event.activity = c_.measure(other.measure).activity;
      other.event.measure_text = std::string(c_.text(cells[head - 2]));
      const MeasurePhrase first = ReadMeasurePhrase(*c_.vocabulary, *c_.names, cells, head - 2);
      EventDraft owner = other;
      owner.phrase = first;
      owner.phrase->measure = other.measure;
      owner.subject = kAbsent;
      owner.event.subject.clear();
      ResolveSubject(c_, owner);
      if (owner.subject != kAbsent) other.event.subject = owner.event.subject;
      if (first.item != kAbsent && draft.phrase->item == kAbsent) {
        const int item = cells[static_cast<size_t>(first.item)].item;
        other.event.item = c_.item(item).name;
      }
      more.push_back(std::move(other));
    }
    for (EventDraft& draft : more) {
      drafts_.back().event.subject = draft.event.subject;
      drafts_.back().event.item = draft.event.item;
      drafts_.push_back(std::move(draft));
    }
  }

  SentenceContext& c_;
  const FigureRoles& roles_;
  std::vector<EventDraft> drafts_;
  std::optional<Speaker> speaker_;  // whoever the sentence's words are said by
};

}  // namespace

std::vector<EventDraft> BuildDrafts(SentenceContext& context, const FigureRoles& roles) {
  return Builder(context, roles).Run();
}

}  // namespace tallywire::extract
