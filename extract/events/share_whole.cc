#include "extract/events/share_whole.h"

#include <algorithm>

#include "extract/events/aside.h"
#include "extract/events/referent.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

class WholeFinder {
 public:
  WholeFinder(const SentenceContext& context, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  void Run() {
    const bool dealt = c_.measure(draft_.measure).Is(MeasureTrait::kDealt);
    if (draft_.event.kind != EventKind::kShare || !dealt || draft_.subject == kAbsent) return;
    if (!draft_.event.counterparty.empty()) return;
    // "Japan buys 60% of its rice from Peru", "relies on Peru for 60%": the rule has named who gives it.
    const int giver = draft_.match.subject;
    if (giver != kAbsent && IsGoverned(cells_, static_cast<size_t>(giver))) return Take(OwnerInFront());
    if (const int buyer = OtherSideBehind(); buyer != kAbsent) return Take(buyer);
    if (!IsPlaceOf(draft_.subject) || !IsOfKnown()) return;
    Take(OwnerSpokenOf());
  }

 private:
  bool IsPlaceOf(int entity) const { return entity != kAbsent && IsPlace(c_.names->KindOf(entity)); }

  void Take(int entity) {
    if (entity != kAbsent && entity != draft_.subject) draft_.event.counterparty = c_.names->NameOf(entity);
  }

  // "71% of them to Chile", "of which 95% came from Peru"
  int OtherSideBehind() const {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    const bool out = measure.Is(MeasureTrait::kOutflow);
    if (!out && !measure.Is(MeasureTrait::kInflow)) return kAbsent;
    constexpr size_t kReach = 6;  // cells
    const WordRole tie = out ? WordRole::kToward : WordRole::kFromward;
    for (size_t at = draft_.cell + 1; at < std::min(cells_.size(), draft_.cell + kReach); ++at) {
      if (cells_[at].kind != kWordCell && cells_[at].kind != kVerbCell) return kAbsent;
      if (!cells_[at].Is(tie)) continue;
      size_t name = at + 1;
      if (name < cells_.size() && cells_[name].Is(WordRole::kArticle)) ++name;
      const bool named = name < cells_.size() && !cells_[name].possessive && !cells_[name].adjective;
      return named && IsPlaceOf(cells_[name].subject) ? cells_[name].subject : kAbsent;
    }
    return kAbsent;
  }

  int OwnerInFront() const {
    for (size_t at = draft_.match.first; at-- > c_.sentence->dateline;) {
      at = BeforeAside(c_, at);
      if (cells_[at].subject != kAbsent && CanBeSubject(c_, at)) return cells_[at].subject;
      if (const int referent = ReferentOf(c_, at); referent != kAbsent) return referent;
    }
    return c_.focus->subject;
  }

  // "4%", "4% of it", "4% of the shipments": of what the text has told of. "4% of its needs" are the part's own.
  bool IsOfKnown() const {
    const size_t of = draft_.cell + 1;
    if (of + 1 >= cells_.size() || !cells_[of].Is(WordRole::kOwner)) return true;
    const EventCell& noun = cells_[of + 1];
    if (noun.Is(WordRole::kOwnPronoun)) return false;
    if (noun.Is(WordRole::kArticle) || noun.Is(WordRole::kPronoun)) return true;
    return c_.vocabulary->of_known.contains(c_.text(noun));
  }

  // Whose deals the sentence, else the text, has just told of.
  int OwnerSpokenOf() const {
    if (!c_.before.empty()) {
      const EventDraft& before = c_.before.back();
      const bool part = before.event.kind == EventKind::kShare && before.measure == draft_.measure;
      if (part) {
        draft_.event.counterparty = before.event.counterparty;  // "Peru 11% and Chile 9%"
        return kAbsent;
      }
      if (before.subject != draft_.subject && IsPlaceOf(before.subject)) return before.subject;
    }
    for (const int entity : {c_.focus->subject, HomeOfText(c_)}) {
      if (IsPlaceOf(entity) && entity != draft_.subject) return entity;
    }
    return kAbsent;
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

void TakeWhole(const SentenceContext& context, EventDraft& draft) { WholeFinder(context, draft).Run(); }

}  // namespace tallywire::extract
