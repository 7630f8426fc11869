// Whose figure it is.
#include <algorithm>

#include "extract/events/event_draft.h"
#include "extract/events/slot_statement.h"

namespace tallywire::extract {
namespace {

constexpr double kDoubtOfFocus = 0.97;  // the subject stands in another sentence, or behind a pronoun

bool IsGoverned(std::span<const EventCell> cells, size_t cell);
bool IsPerson(const SentenceContext& context, size_t cell);
bool IsPlace(SubjectKind kind);

class SubjectFinder {
 public:
  SubjectFinder(const SentenceContext& context, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  void Run() {
    TakeCounterparty();
    if (draft_.match.subject != kAbsent) return Take(draft_.match.subject);
    if (TakeOfStatement()) return;
    if (draft_.event.kind == EventKind::kShare) return TakePartOwner();
    // "Iraq pumped 4 million tonnes against Kuwait's 3 million"
    const bool owned = draft_.cell > 0 && cells_[draft_.cell - 1].possessive;
    if (owned && cells_[draft_.cell - 1].subject != kAbsent) return Take(static_cast<int>(draft_.cell) - 1);
    if (draft_.inherited && (TakePlaceBehind() || TakeOfClause())) return;
    if (draft_.inherited && draft_.subject != kAbsent) return;
    if (draft_.carried && draft_.subject != kAbsent) {
      TakeOpener();
      return;
    }
    if (TakePlaceBehind()) return;
    if (BehindBarrier() && TakeOfClause()) return;
    if (draft_.phrase && draft_.phrase->subject != kAbsent) return TakePhrase();
    if (draft_.phrase && !draft_.inherited && draft_.phrase->description != kAbsent) {
      const auto at = static_cast<size_t>(draft_.phrase->description);
      if (const int referent = ReferentOf(c_, at); referent != kAbsent) return TakeReferent(referent, at);
    }
    if (!c_.measure(draft_.measure).takes_subject || IsCommodityTrade()) return;
    if (IsBorder() && !SetsHere(Front()) && TakeSpokenOf()) return;
    TakeNearest(Front());
  }

 private:
  // "Vietnam | 2025 quota: 95,000 tonnes": who stands beside the figure or is its label.
  bool TakeOfStatement() {
    const int owner = FindLabel(*c_.sentence, draft_.cell, [&](const EventCell& cell) {
      return cell.subject != kAbsent && c_.names->KindOf(cell.subject) != SubjectKind::kAgency;
    });
    if (owner != kAbsent) Take(owner);
    return owner != kAbsent;
  }

  // "Brent finished at $65": what is traded has a price, nobody's.
  bool IsCommodityTrade() const {
    return c_.measure(draft_.measure).traded && draft_.item != kAbsent &&
           c_.vocabulary->items[static_cast<size_t>(draft_.item)].priced;
  }

  // A tariff or an import quota hits others than the country that has it.
  bool IsBorder() const {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (measure.Is(MeasureTrait::kDuty)) return measure.flow != Flow::kOut;
    return measure.Is(MeasureTrait::kLimit) && measure.flow == Flow::kIn;
  }

  // "China imposed a tariff of 25%": whoever acts on it in front of it.
  bool SetsHere(size_t from) const {
    constexpr uint64_t kActs = BitOf(WordRole::kSet) | BitOf(WordRole::kUp) | BitOf(WordRole::kDown) |
                               BitOf(WordRole::kHave) | BitOf(WordRole::kFuture) | BitOf(WordRole::kPlanned) |
                               BitOf(WordRole::kProposed) | BitOf(WordRole::kDecided);
    bool acts = false;
    for (size_t at = from; at-- > c_.sentence->dateline;) {
      if (cells_[at].kind == kFigureCell) return false;
      if (cells_[at].possessive && cells_[at].subject != kAbsent) return true;
      if (cells_[at].Is(WordRole::kPronoun)) return true;
      if (acts && cells_[at].subject != kAbsent && CanBeSubject(c_, at)) return true;
      acts = acts || (cells_[at].roles & kActs) != 0;
    }
    return false;
  }

  int CountryOfDateline() const {
    for (const EventCell& cell : cells_.first(c_.sentence->dateline)) {
      if (cell.subject != kAbsent && c_.names->KindOf(cell.subject) == SubjectKind::kCountry) return cell.subject;
    }
    return kAbsent;
  }

  bool TakeSpokenOf() {
    const int spoken_of = c_.focus->subjects.Resume(c_.focus->subject == kAbsent ? c_.focus->home : c_.focus->subject);
    const int home = c_.focus->home != kAbsent ? c_.focus->home : CountryOfDateline();
    const int entity = home != kAbsent ? home : spoken_of;
    if (entity == kAbsent || c_.names->IsCompany(entity)) return false;
    TakeEntity(entity);
    draft_.doubt *= kDoubtOfFocus;
    return true;
  }

  // A pronoun that opens the phrase is looked at as well.
  size_t Front() const {
    if (draft_.phrase && !draft_.inherited)
      return std::min(draft_.phrase->first + (draft_.phrase->pronoun ? 1U : 0U), draft_.cell);
    return draft_.anchor != kAbsent && !draft_.inherited ? std::min(static_cast<size_t>(draft_.anchor), draft_.cell)
                                                         : draft_.cell;
  }

  // "Shares of Acme were suspended, while Bexley gained 2%": the measure stands in another clause.
  bool BehindBarrier() const {
    if (draft_.anchor == kAbsent || draft_.inherited) return false;
    for (size_t at = draft_.cell; at-- > static_cast<size_t>(draft_.anchor);) {
      if (cells_[at].kind == kBarrierCell) return true;
    }
    return false;
  }

  // "Germany's fell 2%, while Poland's rose 0.4%", "and PetroChina 5.6 million tons": the measure goes on, its owner is
  // named anew behind the figure in front.
  bool TakeOfClause() {
    bool joined = false;
    size_t from = draft_.cell;
    while (from > 0 && cells_[from - 1].kind != kFigureCell) {
      --from;
      joined = joined || cells_[from].Is(WordRole::kConjunction) || cells_[from].kind == kBarrierCell ||
               cells_[from].kind == kCommaCell;
    }
    if (from == 0 || !joined) return false;
    for (size_t at = draft_.cell; at-- > from;) {
      if (cells_[at].subject == kAbsent || cells_[at].adjective) continue;
      const SubjectKind kind = c_.names->KindOf(cells_[at].subject);
      if (kind == SubjectKind::kPerson || kind == SubjectKind::kArea || kind == SubjectKind::kAgency) continue;
      const bool gapped = at + 1 == draft_.cell && !IsGoverned(cells_, at) && kind != SubjectKind::kWorld;
      if (!gapped && !CanBeSubject(c_, at)) continue;
      Take(static_cast<int>(at));
      return true;
    }
    return false;
  }

  // "Minmetals was granted 2,000 tons": the measure stands in an earlier sentence, the owner in this one.
  void TakeOpener() {
    for (size_t at = draft_.cell; at-- > c_.sentence->dateline;) {
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) return;
      if (cells_[at].subject == kAbsent || cells_[at].adjective || !CanBeSubject(c_, at)) continue;
      return Take(static_cast<int>(at));
    }
  }

  // "a decrease of 34 lakh tonnes in Maharashtra, 10 lakh tonnes in Karnataka": where it is made is whose it is.
  bool TakePlaceBehind() {
    const bool local = c_.measure(draft_.measure).Is(MeasureTrait::kLocal);
    if (!local || (draft_.phrase && !draft_.inherited && draft_.phrase->subject != kAbsent)) return false;
    const size_t at = draft_.cell + 2;
    if (at >= cells_.size() || !c_.vocabulary->within.contains(c_.text(cells_[at - 1])) ||
        cells_[at].subject == kAbsent)
      return false;
    if (cells_[at].possessive || cells_[at].adjective || !IsSide(cells_[at].subject)) return false;
    Take(static_cast<int>(at));
    return true;
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
  // In "Ecuador has an OPEC quota" and "its OPEC quota" the body sets what another one owns.
  void TakePhrase() {
    const EventCell& modifier = cells_[static_cast<size_t>(draft_.phrase->subject)];
    const bool sets = c_.measure(draft_.measure).set && !modifier.possessive &&
                      c_.names->KindOf(modifier.subject) == SubjectKind::kOrganisation;
    if (sets && TakeOwner()) {
      draft_.event.actor = c_.names->NameOf(modifier.subject);
      return;
    }
    Take(draft_.phrase->subject);
  }

  bool TakeOwner() {
    const auto phrase = static_cast<size_t>(draft_.phrase->subject);
    for (size_t at = phrase; at-- > 0;) {
      if (cells_[at].Is(WordRole::kPronoun)) {
        const int referent = ReferentOf(c_, at);
        if (referent == kAbsent) return false;
        TakeReferent(referent, at);
        return true;
      }
      if (cells_[at].subject == kAbsent || !CanBeSubject(c_, at)) continue;
      const SubjectKind kind = c_.names->KindOf(cells_[at].subject);
      if (kind != SubjectKind::kCountry && kind != SubjectKind::kCompany) continue;
      Take(static_cast<int>(at));
      return true;
    }
    return false;
  }

  // A name that stands in no vocabulary and opens the sentence owns the results it reports.
  bool TakeReporter(size_t from) {
    if (!c_.measure(draft_.measure).company) return false;
    for (size_t at = c_.sentence->dateline; at < std::min(from, c_.sentence->dateline + 6); ++at) {
      const int entity = cells_[at].subject;
      if (cells_[at].Is(WordRole::kArticle)) return false;
      if (entity == kAbsent || IsGoverned(cells_, at)) continue;
      const SubjectKind kind = c_.names->KindOf(entity);
      if (kind != SubjectKind::kName || IsPerson(c_, at)) return false;
      Take(static_cast<int>(at));
      return true;
    }
    return false;
  }

  // The nearest subject or description in front of `from`, else what the text speaks of.
  void TakeNearest(size_t from) {
    if (TakeReporter(from)) return;
    for (size_t at = from; at-- > 0;) {
      if (cells_[at].subject != kAbsent && CanBeSubject(c_, at)) return Take(static_cast<int>(at));
      if (const int referent = ReferentOf(c_, at); referent != kAbsent) return TakeReferent(referent, at);
    }
    if (c_.measure(draft_.measure).national && TakeOfAgency(from)) return;
    const bool accounts = c_.measure(draft_.measure).company && c_.focus->company != kAbsent;
    const int spoken_of = accounts ? c_.focus->company : SpokenOf();
    if (spoken_of == kAbsent) return TakeOpening(from);
    TakeEntity(spoken_of);
    draft_.doubt *= kDoubtOfFocus;
  }

  // "The Federal Reserve cut its key rate": the agency's country.
  bool TakeOfAgency(size_t from) {
    for (size_t at = from; at-- > c_.sentence->dateline;) {
      const int country = cells_[at].subject == kAbsent ? kAbsent : c_.names->CountryOf(cells_[at].subject);
      if (country == kAbsent) continue;
      TakeEntity(country);
      draft_.event.subject_text = std::string(c_.text(cells_[at]));
      draft_.doubt *= kDoubtOfFocus;
      return true;
    }
    return false;
  }

  // What the text speaks of; of what no company sets the last country, where it spoke of a company since.
  int SpokenOf() const {
    const DocumentFocus& focus = *c_.focus;
    const bool company = focus.subject != kAbsent && focus.subject == focus.company;
    if (company && c_.measure(draft_.measure).national && focus.country != kAbsent) return focus.country;
    if (focus.subject == kAbsent) return focus.home;
    if (c_.measure(draft_.measure).company || !c_.opens_paragraph()) return focus.subject;
    return focus.subjects.Resume(focus.subject);
  }

  // Nothing else is known: who opens the sentence speaks of his own ("Rusal expects output to reach").
  void TakeOpening(size_t from) {
    const size_t first = c_.sentence->dateline;
    if (first >= from || cells_[first].subject == kAbsent || cells_[first].adjective) return;
    const SubjectKind kind = c_.names->KindOf(cells_[first].subject);
    if (kind != SubjectKind::kName && kind != SubjectKind::kOrganisation) return;
    if (IsPerson(c_, first)) return;
    Take(static_cast<int>(first));
    draft_.doubt *= kDoubtOfFocus;
  }

  void TakeReferent(int entity, size_t cell) {
    TakeEntity(entity);
    draft_.event.subject_text = std::string(c_.text(cells_[cell]));
    draft_.doubt *= kDoubtOfFocus;
  }

  // Of a share the subject is the part's owner and the counterparty the whole.
  void TakePartOwner() {
    if (draft_.phrase && draft_.phrase->subject != kAbsent && draft_.phrase->subject > static_cast<int>(draft_.cell)) {
      const EventCell& whole = cells_[static_cast<size_t>(draft_.phrase->subject)];
      draft_.event.counterparty = c_.names->NameOf(whole.subject);
    }
    TakeNearest(std::min(draft_.match.first, draft_.cell));
    if (draft_.subject == kAbsent && draft_.phrase && draft_.phrase->subject != kAbsent &&
        draft_.event.counterparty.empty())
      TakePhrase();
    if (c_.measure(draft_.measure).Is(MeasureTrait::kHolding)) TakeOwnedFirm();
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

  // "imported 15 million tons from the Philippines", "exported 2 t of it to Japan"
  int OtherSideBehind() const {
    constexpr size_t kReach = 7;
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (draft_.event.kind != EventKind::kLevel || draft_.role == CaptureRole::kBase) return kAbsent;
    const bool out = measure.Is(MeasureTrait::kOutflow);
    if (!out && !measure.Is(MeasureTrait::kInflow)) return kAbsent;
    const WordRole tie = out ? WordRole::kToward : WordRole::kFromward;
    for (size_t at = draft_.cell + 1; at < std::min(cells_.size(), draft_.cell + kReach); ++at) {
      if (cells_[at].kind != kWordCell) return kAbsent;
      if (!cells_[at].Is(tie)) continue;
      size_t name = at + 1;
      if (name < cells_.size() && cells_[name].Is(WordRole::kArticle)) ++name;
      const bool named = name < cells_.size() && cells_[name].subject != kAbsent && !cells_[name].possessive;
      return named && IsSide(cells_[name].subject) ? static_cast<int>(name) : kAbsent;
    }
    return kAbsent;
  }

  bool IsSide(int entity) const { return IsPlace(c_.names->KindOf(entity)); }

  void TakeCounterparty() {
    int cell = draft_.match.counterparty;
    if (cell == kAbsent && draft_.phrase && !draft_.inherited) cell = draft_.phrase->counterparty;
    if (cell == kAbsent) cell = OtherSideBehind();
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

constexpr size_t kLongestDescription = 7;  // cells

// "The St. Louis company": names inside the description are no owners. `noun` is the cell of "company".
bool IsCompanyDescription(std::span<const EventCell> cells, size_t noun) {
  if (!cells[noun].Is(WordRole::kCompanyNoun)) return false;
  for (size_t at = noun, steps = 0; at-- > 0 && steps < kLongestDescription; ++steps) {
    if (cells[at].Is(WordRole::kArticle)) return true;
    if (cells[at].kind != kWordCell && cells[at].kind != kCommaCell) return false;
    if (cells[at].Is(WordRole::kNounPreposition) || cells[at].Is(WordRole::kReport)) return false;
  }
  return false;
}

// "the world's largest producer" and "the New York auction house" are descriptions of something else.
bool Describes(const DocumentNames& names, std::span<const EventCell> cells, size_t cell) {
  if (cell > 0 && cells[cell - 1].Is(WordRole::kArticle)) {
    const size_t end = std::min(cells.size(), cell + kLongestDescription);
    for (size_t at = cell + 1; at < end; ++at) {
      if (cells[at].kind != kWordCell && cells[at].kind != kCommaCell) break;
      if (cells[at].Is(WordRole::kCompanyNoun)) return true;
    }
  }
  if (!cells[cell].possessive) return false;
  // "China's CMOC": where the company is at home.
  if (cell + 1 < cells.size() && cells[cell + 1].subject != kAbsent && !cells[cell + 1].adjective &&
      names.IsCompany(cells[cell + 1].subject))
    return true;
  const size_t end = std::min(cells.size(), cell + 3);
  for (size_t at = cell + 1; at < end; ++at) {
    if (cells[at].Is(WordRole::kSuperlative)) return true;
  }
  return false;
}

// "of Japan" is no subject, but for "the island state of Japan".
bool IsGoverned(std::span<const EventCell> cells, size_t cell) {
  if (cells[cell].possessive) return false;
  size_t before = cell;
  if (before > 0 && cells[before - 1].Is(WordRole::kArticle)) --before;
  if (before == 0 || !cells[before - 1].Is(WordRole::kNounPreposition)) return false;
  if (before < 2) return true;
  // "eight members of OPEC+" is one figure in front of the preposition.
  return !cells[before - 2].Is(WordRole::kPlaceNoun);
}

// "supplies 60% of the world's palm oil": a part of what the world has says nothing of the world.
bool OwnsComplement(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (!cells[cell].possessive || context.names->KindOf(cells[cell].subject) != SubjectKind::kWorld) return false;
  size_t before = cell;
  if (before > 0 && cells[before - 1].Is(WordRole::kArticle)) --before;
  return before > 0 && cells[before - 1].Is(WordRole::kNounPreposition);
}

// An adjective names an owner only in front of a measure or of the country's own people: "Saudi output", "Saudi mills".
bool ModifiesOwned(std::span<const EventCell> cells, size_t cell) {
  const size_t end = std::min(cells.size(), cell + 5);
  size_t at = cell + 1;
  for (; at < end; ++at) {
    if (cells[at].Is(WordRole::kNationalNoun)) return true;  // "mines", be it a verb as well
    if (cells[at].kind != kWordCell) break;
    if (cells[at].Is(WordRole::kNounPreposition) || cells[at].subject != kAbsent) return false;
    if (cells[at].measure != kAbsent) return true;
  }
  return at > cell + 1 && at < end && cells[at].verb != kAbsent && cells[at].kind == kVerbCell;
}

// "ATPC director Jane Doe": the body only says what the person is.
bool IntroducesPerson(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const size_t end = std::min(cells.size(), cell + 5);
  for (size_t at = cell + 1; at < end && cells[at].kind == kWordCell; ++at) {
    if (cells[at].subject != kAbsent) return context.names->KindOf(cells[at].subject) == SubjectKind::kPerson;
    if (cells[at].measure != kAbsent || cells[at].Is(WordRole::kNounPreposition)) return false;
  }
  return false;
}

// A verb follows the name, at once or behind an apposition: "Acme, the largest miner, produced".
bool ActsBehind(std::span<const EventCell> cells, size_t cell) {
  constexpr size_t kLongestApposition = 14;  // cells
  const auto acts = [&](size_t at) {
    return at < cells.size() && (cells[at].kind == kVerbCell || cells[at].Is(WordRole::kFuture) ||
                                 cells[at].Is(WordRole::kHave) || cells[at].Is(WordRole::kForecast));
  };
  if (cell + 1 >= cells.size() || cells[cell + 1].kind != kCommaCell) return acts(cell + 1);
  const size_t end = std::min(cells.size(), cell + kLongestApposition);
  // "Acme, which processes"
  if (cell + 2 < end && cells[cell + 2].kind == kBarrierCell && cells[cell + 2].Is(WordRole::kBarrier))
    return acts(cell + 3);
  for (size_t at = cell + 2; at < end; ++at) {
    if (cells[at].kind == kCommaCell) return acts(at + 1);
    if (cells[at].kind != kWordCell || cells[at].Is(WordRole::kConjunction)) return false;
  }
  return false;
}

// "Jane Doe, president of the association, expects"
bool IsPerson(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (context.names->KindOf(cells[cell].subject) != SubjectKind::kName) return false;
  if (cell + 2 >= cells.size() || cells[cell + 1].kind != kCommaCell) return false;
  constexpr size_t kReach = 6;
  for (size_t at = cell + 2; at < std::min(cells.size(), cell + kReach) && cells[at].kind == kWordCell; ++at) {
    if (cells[at].Is(WordRole::kPersonNoun)) return true;
    if (cells[at].Is(WordRole::kNounPreposition)) return false;
  }
  return false;
}

bool IsPlace(SubjectKind kind) { return kind == SubjectKind::kCountry || kind == SubjectKind::kRegion; }

// "Example Corp., Salem, Mass., had net of": where the company sits.
bool IsSeat(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  for (size_t at = cell; at >= 2 && cells[at - 1].kind == kCommaCell; at -= 2) {
    const int before = cells[at - 2].subject;
    if (before != kAbsent && context.names->IsCompany(before)) return true;
    if (!cells[at - 2].capital) return false;
  }
  return false;
}

// Whether "the country", "the company" or "its" may stand for a thing of that kind.
bool Agrees(const EventCell& cell, SubjectKind kind) {
  if (kind == SubjectKind::kWorld || kind == SubjectKind::kPerson || kind == SubjectKind::kAgency) return false;
  if (cell.Is(WordRole::kDefiniteCountry)) return IsPlace(kind);
  if (cell.Is(WordRole::kDefiniteCompany)) return kind == SubjectKind::kCompany || kind == SubjectKind::kName;
  if (cell.Is(WordRole::kDefinite)) return kind == SubjectKind::kOrganisation || kind == SubjectKind::kRegion;
  return cell.Is(WordRole::kPronoun);
}

int LastSpokenOf(const DocumentFocus& focus, const EventCell& cell) {
  if (cell.Is(WordRole::kDefiniteCountry)) return focus.country;
  if (cell.Is(WordRole::kDefiniteCompany)) return focus.company;
  if (cell.Is(WordRole::kDefinite)) return focus.organisation != kAbsent ? focus.organisation : focus.region;
  return focus.subject;
}

}  // namespace

bool CanBeSubject(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const EventCell& at = cells[cell];
  const SubjectKind kind = context.names->KindOf(at.subject);
  if (cell < context.sentence->dateline) return false;
  if (kind == SubjectKind::kPerson || kind == SubjectKind::kArea || kind == SubjectKind::kAgency ||
      Describes(*context.names, cells, cell) || IsGoverned(cells, cell) || OwnsComplement(context, cell))
    return false;
  if (at.adjective && !ModifiesOwned(cells, cell)) return false;
  if (IntroducesPerson(context, cell) || IsSeat(context, cell) || IsPerson(context, cell)) return false;
  const bool body = kind == SubjectKind::kOrganisation || kind == SubjectKind::kName;
  if (body && SpeaksHere(cells, cell)) return false;
  if (kind == SubjectKind::kName) return at.possessive || ActsBehind(cells, cell);
  return true;
}

int ReferentOf(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  constexpr uint64_t kReferring = BitOf(WordRole::kPronoun) | BitOf(WordRole::kDefinite) |
                                  BitOf(WordRole::kDefiniteCountry) | BitOf(WordRole::kDefiniteCompany);
  const bool company = IsCompanyDescription(cells, cell);
  if ((cells[cell].roles & kReferring) == 0 && !company) return kAbsent;
  for (size_t at = cell; at-- > context.sentence->dateline;) {
    const int entity = cells[at].subject;
    // "The Federal Reserve cut its key rate": its country's.
    const int country = entity == kAbsent ? kAbsent : context.names->CountryOf(entity);
    if (country != kAbsent && cells[cell].Is(WordRole::kOwnPronoun)) return country;
    if (entity == kAbsent || cells[at].adjective || IsGoverned(cells, at) || Describes(*context.names, cells, at))
      continue;
    const SubjectKind kind = context.names->KindOf(entity);
    if (company ? kind == SubjectKind::kCompany : Agrees(cells[cell], kind)) return entity;
  }
  if (company) return context.focus->company;
  return LastSpokenOf(*context.focus, cells[cell]);
}

void ResolveSubject(const SentenceContext& context, EventDraft& draft) { SubjectFinder(context, draft).Run(); }

}  // namespace tallywire::extract
