#include "extract/events/border_owner.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

class BorderOwner {
 public:
  BorderOwner(const SentenceContext& context, size_t front, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()), front_(front) {}

  bool Run() { return IsBorder() && !SetsHere() && (TakeOfLimit() || TakeActor() || TakeSpokenOf()); }

 private:
  bool IsBorder() const {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (measure.Is(MeasureTrait::kDuty)) return measure.flow != Flow::kOut;
    return measure.Is(MeasureTrait::kLimit) && measure.flow == Flow::kIn;
  }

  // "China imposed a tariff of 25%": whoever acts on it in front of it.
  bool SetsHere() const {
    constexpr uint64_t kActs = BitOf(WordRole::kSet) | BitOf(WordRole::kUp) | BitOf(WordRole::kDown) |
                               BitOf(WordRole::kHave) | BitOf(WordRole::kFuture) | BitOf(WordRole::kPlanned) |
                               BitOf(WordRole::kProposed) | BitOf(WordRole::kDecided);
    bool acts = false;
    for (size_t at = front_; at-- > c_.sentence->dateline;) {
      if (cells_[at].kind == kFigureCell) return false;
      if (cells_[at].possessive && cells_[at].subject != kAbsent) return true;
      if (cells_[at].Is(WordRole::kPronoun)) return true;
      if (acts && cells_[at].subject != kAbsent && CanBeSubject(c_, at)) return true;
      acts = acts || (cells_[at].roles & kActs) != 0;
    }
    return false;
  }

  // "The EU admits 5 t duty-free. Shipments above the quota pay 20%": a duty beside a limit is of the same country.
  bool TakeOfLimit() {
    if (!c_.measure(draft_.measure).Is(MeasureTrait::kDuty)) return false;
    const auto limit = [&](const EventDraft& before) {
      return c_.measure(before.measure).Is(MeasureTrait::kLimit) && before.subject != kAbsent &&
             IsPlace(c_.names->KindOf(before.subject));
    };
    const auto spoken = [&](const EventCell& cell) {
      return cell.measure != kAbsent && c_.measure(cell.measure).Is(MeasureTrait::kLimit);
    };
    for (size_t i = c_.before.size(); i-- > 0;) {
      // "raised its duty on coil to 5% and that on bars to 9%"
      const bool duty = c_.measure(c_.before[i].measure).Is(MeasureTrait::kDuty) && c_.before[i].subject != kAbsent;
      if (!duty && !limit(c_.before[i])) continue;
      TakeEntity(c_, c_.before[i].subject, draft_);
      return true;
    }
    const bool beyond = std::any_of(cells_.begin(), cells_.end(), spoken) || !draft_.phrase;
    if (!beyond || c_.focus->drafts_sentence + 1 != c_.sentence->number) return false;
    for (const EventDraft& before : c_.focus->drafts) {
      if (!limit(before)) continue;
      TakeFromFocus(c_, before.subject, draft_);
      return true;
    }
    return false;
  }

  // "expects American output to reach 9 t, and has fixed the quota at 1 t": who is spoken of in front acts on.
  bool TakeActor() {
    if (c_.before.empty() || c_.before.back().subject == kAbsent) return false;
    const int actor = c_.before.back().subject;
    if (!IsPlace(c_.names->KindOf(actor))) return false;
    bool joined = false;
    bool acts = false;
    for (size_t at = front_; at-- > c_.before.back().cell;) {
      joined = joined || cells_[at].Is(WordRole::kConjunction);
      acts =
          acts || cells_[at].Is(WordRole::kSet) || cells_[at].Is(WordRole::kHave) || cells_[at].Is(WordRole::kFuture);
    }
    if (!joined || !acts) return false;
    TakeEntity(c_, actor, draft_);
    return true;
  }

  int CountryOfDateline() const {
    for (const EventCell& cell : cells_.first(c_.sentence->dateline)) {
      if (cell.subject != kAbsent && c_.names->KindOf(cell.subject) == SubjectKind::kCountry) return cell.subject;
    }
    return kAbsent;
  }

  // The country that the text is at home in, else the one it speaks of.
  bool TakeSpokenOf() {
    const int spoken_of = ResumedSubject(c_, c_.focus->subject == kAbsent ? c_.focus->home : c_.focus->subject);
    const int home = c_.focus->home != kAbsent ? c_.focus->home : CountryOfDateline();
    const int entity = home != kAbsent ? home : spoken_of;
    if (entity == kAbsent || c_.names->IsCompany(entity)) return false;
    TakeFromFocus(c_, entity, draft_);
    return true;
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
  const size_t front_;
};

}  // namespace

bool TakeBorderOwner(const SentenceContext& context, size_t front, EventDraft& draft) {
  return BorderOwner(context, front, draft).Run();
}

}  // namespace tallywire::extract
