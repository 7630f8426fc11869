#include "extract/events/nearest_owner.h"

#include <algorithm>

#include "extract/events/aside.h"
#include "extract/events/referent.h"
#include "extract/events/spoken_owner.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

class NearestOwner {
 public:
  NearestOwner(const SentenceContext& context, size_t front, EventDraft& draft)
      : c_(context),
        draft_(draft),
        cells_(context.cells()),
        front_(front),
        stated_(IsStated(context.measure(draft.measure))) {}

  bool Run() {
    if (TakeReporter()) return true;
    if (IsWholeOfReceived()) return TakeHome();
    bool nobody = false;  // is what a pronoun behind stands for
    for (size_t at = front_; at-- > 0;) {
      if (!MayOwn(at)) continue;
      at = BeforeAside(c_, at);
      if (TellsOfMarket(at)) continue;
      // "its former Ford plant pays a duty of 5%": no firm levies it.
      if (stated_ && cells_[at].subject != kAbsent && c_.names->IsCompany(cells_[at].subject)) continue;
      if (TakeNamed(at) || TakeAntecedent(at) || TakeGroup(at)) return true;
      // "Spain, the bloc's biggest fishing nation, accounts for 20%": what describes Spain.
      constexpr uint64_t kMost = BitOf(WordRole::kSuperlative) | BitOf(WordRole::kRecordWord);
      const bool describes = cells_[at].possessive && at + 1 < cells_.size() && (cells_[at + 1].roles & kMost) != 0;
      if (describes || (nobody && IsInnerPronoun(at))) continue;
      if (TakeReferentOf(at)) return true;
      nobody = nobody || IsInnerPronoun(at);
    }
    return false;
  }

 private:
  static bool IsStated(const MeasureEntry& measure) {
    return measure.Is(MeasureTrait::kDuty) || (measure.national && !measure.Is(MeasureTrait::kLimit));
  }

  // "We forecast a market deficit of 5 t", "The bank sees a surplus": who says so has none.
  bool TellsOfMarket(size_t at) const {
    const bool balance = c_.measure(draft_.measure).of_market;
    return balance && at + 1 < cells_.size() &&
           (cells_[at + 1].Is(WordRole::kReport) || cells_[at + 1].Is(WordRole::kForecast));
  }

  // Whether Run has to look at the cell: most are words that can be passed over at once.
  bool MayOwn(size_t at) const {
    const EventCell& cell = cells_[at];
    return cell.subject != kAbsent || MayRefer(cell) || cell.kind == kFigureCell || cell.kind == kCommaCell ||
           (at > 0 && cells_[at - 1].kind == kCommaCell);
  }

  // "Acme will get 5 t of this year's 20-t quota": who receives a part does not own the whole.
  bool IsWholeOfReceived() const {
    constexpr size_t kReach = 3;  // "of", an article, a date
    if (c_.before.empty() || !c_.measure(draft_.measure).Is(MeasureTrait::kLimit)) return false;
    const EventDraft& part = c_.before.back();
    const EventCell& tie = cells_[part.cell + 1];
    const bool of = tie.Is(WordRole::kOwner) || tie.kind == kDateCell;  // "of this year's" is one cell
    if (draft_.cell > part.cell + kReach + 1 || draft_.cell == part.cell + 1 || !of) return false;
    if (c_.kind_of(part.figure) != c_.kind_of(draft_.figure) || part.subject == kAbsent) return false;
    return !IsPlace(c_.names->KindOf(part.subject)) && c_.figure(part.figure).value < c_.figure(draft_.figure).value;
  }

  bool TakeHome() {
    const int home = HomeOfText(c_);
    if (home == kAbsent) return false;
    TakeFromFocus(c_, home, draft_);
    return true;
  }

  // A name that stands in no vocabulary and opens the sentence owns the results it reports.
  bool TakeReporter() {
    if (!c_.measure(draft_.measure).company) return false;
    for (size_t at = c_.sentence->dateline; at < std::min(front_, c_.sentence->dateline + 6); ++at) {
      const int entity = cells_[at].subject;
      if (cells_[at].Is(WordRole::kArticle)) return false;
      if (entity == kAbsent || IsGoverned(cells_, at)) continue;
      const SubjectKind kind = c_.names->KindOf(entity);
      if (kind != SubjectKind::kName || IsPerson(c_, at)) return false;
      TakeName(c_, static_cast<int>(at), draft_);
      return true;
    }
    return false;
  }

  bool TakeNamed(size_t at) {
    if (cells_[at].subject == kAbsent || !CanBeSubject(c_, at)) return false;
    if (IsOffice(at)) {
      TakeEntity(c_, HomeOfText(c_), draft_);
      return true;
    }
    // "Peru, Chile and Bolivia agreed to cut the quota by 5%": no more the last one's than the first one's.
    const size_t first = FirstOfList(c_, at);
    draft_.joint = first != at;
    TakeName(c_, static_cast<int>(first), draft_);
    return true;
  }

  // "BERN - The Federal Office for Agriculture allows 5 t": an office of the country that the text is at home in.
  bool IsOffice(size_t at) const {
    const auto entity = static_cast<size_t>(cells_[at].subject);
    const bool known = entity < c_.vocabulary->subjects.size();
    const MeasureEntry& measure = c_.measure(draft_.measure);
    const bool ruled = measure.Is(MeasureTrait::kLimit) || measure.Is(MeasureTrait::kDuty);
    if (known || !ruled || HomeOfText(c_) == kAbsent) return false;
    for (uint32_t token = cells_[at].first; token < cells_[at].last(); ++token) {
      if (c_.vocabulary->state_bodies.contains(c_.sources->reading->TextOf(token))) return true;
    }
    return false;
  }

  bool TakeAntecedent(size_t at) {
    const int name = AntecedentOf(c_, draft_, at);
    if (name == kAbsent) return false;
    if (stated_ && c_.names->IsCompany(cells_[static_cast<size_t>(name)].subject)) return false;
    TakeName(c_, name, draft_);
    return true;
  }

  // "Eight members agreed to cut output by 5 bpd": some of several, counted and not named. It is the body they belong
  // to, where the text speaks of one; no country that was spoken of before.
  bool TakeGroup(size_t at) {
    if (!IsGroup(at)) return false;
    if (c_.focus->organisation == kAbsent) return true;
    TakeFromFocus(c_, c_.focus->organisation, draft_);
    return true;
  }

  bool IsGroup(size_t at) const {
    if (cells_[at].kind != kFigureCell || !cells_[at].Is(WordRole::kPlaceNoun) || IsGoverned(cells_, at)) return false;
    return c_.kind_of(cells_[at].figure) == UnitKind::kCount && c_.figure(cells_[at].figure).value > 1;
  }

  bool TakeReferentOf(size_t at) {
    const int referent = ReferentOf(c_, at);
    if (referent == kAbsent || IsForecaster(referent)) return false;
    TakeReferent(c_, referent, at, draft_);
    return true;
  }

  // "The company trimmed its forecast for wheat exports": it looks ahead at what others do.
  bool IsForecaster(int entity) const {
    const SubjectKind kind = c_.names->KindOf(entity);
    const bool firm = kind == SubjectKind::kCompany || kind == SubjectKind::kName;
    return firm && !(draft_.phrase && draft_.phrase->pronoun) && IsForecastOfTrade(c_, draft_);
  }

  // Whom one "it" stands for, another one in front of it stands for as well, where neither opens the sentence.
  bool IsInnerPronoun(size_t at) const {
    constexpr uint64_t kOthers = BitOf(WordRole::kDefinite) | BitOf(WordRole::kDefiniteCountry) |
                                 BitOf(WordRole::kDefiniteCompany) | BitOf(WordRole::kCompanyNoun) |
                                 BitOf(WordRole::kOwnPronoun);
    const EventCell& cell = cells_[at];
    return cell.Is(WordRole::kPronoun) && (cell.roles & kOthers) == 0 && at != c_.sentence->dateline;
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
  const size_t front_;
  const bool stated_;  // what states have and firms do not
};

}  // namespace

void TakeNearestOwner(const SentenceContext& context, size_t front, EventDraft& draft) {
  if (!NearestOwner(context, front, draft).Run()) TakeSpokenOwner(context, front, draft);
}

}  // namespace tallywire::extract
