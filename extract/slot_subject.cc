// Whose figure it is.
#include <algorithm>

#include "extract/event_draft.h"

namespace tallywire::extract {
namespace {

class SubjectFinder {
 public:
  SubjectFinder(const SentenceContext& context, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  void Run() {
    TakeCounterparty();
    if (draft_.match.subject != kAbsent) return Take(draft_.match.subject);
    if (draft_.event.kind == EventKind::kShare) return TakePartOwner();
    if (draft_.inherited && draft_.subject != kAbsent) return;
    if (draft_.carried && draft_.subject != kAbsent) return;
    if (draft_.phrase && draft_.phrase->subject != kAbsent) return TakePhrase();
    if (!c_.measure(draft_.measure).takes_subject) return;
    if (draft_.phrase && draft_.phrase->pronoun) return TakeNearest(draft_.phrase->first, true);
    TakeNearest(Front(), true);
  }

 private:
  size_t Front() const {
    if (draft_.phrase && !draft_.inherited) return std::min(draft_.phrase->first, draft_.cell);
    return draft_.anchor != kAbsent && !draft_.inherited ? std::min(static_cast<size_t>(draft_.anchor), draft_.cell)
                                                         : draft_.cell;
  }

  void TakeEntity(int entity) {
    draft_.subject = entity;
    draft_.event.subject = c_.names->NameOf(entity);
  }

  void Take(int cell) {
    const EventCell& at = cells_[static_cast<size_t>(cell)];
    if (at.subject == kAbsent) return;
    TakeEntity(at.subject);
    draft_.event.subject_text = std::string(c_.text(at));
  }

  // "Saudi exports" have an owner; of "U.S. steel exports to Japan" the modifier is it.
  void TakePhrase() { Take(draft_.phrase->subject); }

  // The nearest subject in front of `from`, else what the text speaks of.
  void TakeNearest(size_t from, bool or_focus) {
    for (size_t at = from; at-- > 0;) {
      if (cells_[at].subject != kAbsent && CanBeSubject(c_, at)) return Take(static_cast<int>(at));
      if (cells_[at].Is(WordRole::kDefinite) && c_.focus->subject != kAbsent) break;
    }
    if (or_focus && c_.focus->subject != kAbsent) {
      TakeEntity(c_.focus->subject);
      draft_.doubt *= 0.97;
    }
  }

  // Of a share the subject is the part's owner and the counterparty the whole.
  void TakePartOwner() {
    if (draft_.phrase && draft_.phrase->subject != kAbsent && draft_.phrase->subject > static_cast<int>(draft_.cell)) {
      const EventCell& whole = cells_[static_cast<size_t>(draft_.phrase->subject)];
      draft_.event.counterparty = c_.names->NameOf(whole.subject);
    }
    TakeNearest(std::min(draft_.match.first, draft_.cell), true);
    if (draft_.subject == kAbsent && draft_.phrase && draft_.phrase->subject != kAbsent &&
        draft_.event.counterparty.empty())
      TakePhrase();
    if (draft_.event.measure == "stake") TakeOwnedFirm();
    if (draft_.event.counterparty == draft_.event.subject) draft_.event.counterparty.clear();
  }

  void TakeOwnedFirm() {
    const size_t end = std::min(cells_.size(), draft_.cell + 9);
    for (size_t at = draft_.cell + 1; at < end; ++at) {
      if (cells_[at].subject == kAbsent || cells_[at].adjective) continue;
      draft_.event.counterparty = c_.names->NameOf(cells_[at].subject);
      return;
    }
  }

  void TakeCounterparty() {
    int cell = draft_.match.counterparty;
    if (cell == kAbsent && draft_.phrase && !draft_.inherited) cell = draft_.phrase->counterparty;
    if (cell == kAbsent) return;
    const EventCell& at = cells_[static_cast<size_t>(cell)];
    if (at.subject != kAbsent) draft_.event.counterparty = c_.names->NameOf(at.subject);
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

bool SpeaksHere(std::span<const EventCell> cells, size_t cell) {
  for (size_t at = cell + 1; at < cells.size() && at <= cell + 2; ++at) {
    if (cells[at].Is(WordRole::kReport)) return true;
    if (cells[at].kind != kWordCell && cells[at].kind != kDateCell) break;
  }
  if (cell > 0 && cells[cell - 1].Is(WordRole::kReport)) return true;
  for (size_t at = cell, steps = 0; at-- > 0 && steps < 6; ++steps) {
    if (cells[at].Is(WordRole::kSource)) return true;
    if (cells[at].kind != kWordCell && cells[at].kind != kDateCell) break;
  }
  return false;
}

}  // namespace

bool CanBeSubject(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const EventCell& at = cells[cell];
  const SubjectKind kind = context.names->KindOf(at.subject);
  if (kind == SubjectKind::kPerson) return false;
  const bool speaks = SpeaksHere(cells, cell);
  if (speaks && (kind == SubjectKind::kOrganisation || kind == SubjectKind::kName)) return false;
  const bool governed = cell > 0 && cells[cell - 1].Is(WordRole::kNounPreposition);
  const bool governed_article =
      cell > 1 && cells[cell - 1].Is(WordRole::kArticle) && cells[cell - 2].Is(WordRole::kNounPreposition);
  if ((governed || governed_article) && !at.possessive) return false;
  if (kind == SubjectKind::kName)
    return at.possessive || (cell + 1 < cells.size() && cells[cell + 1].kind == kVerbCell);
  return true;
}

void ResolveSubject(const SentenceContext& context, EventDraft& draft) { SubjectFinder(context, draft).Run(); }

}  // namespace tallywire::extract
