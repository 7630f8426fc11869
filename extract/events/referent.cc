#include "extract/events/referent.h"

#include <algorithm>

#include "extract/events/aside.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

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

// "Nigeria's OPEC quota": the body's, but what is spoken of is the owner in front.
bool IsModifierOfOwned(std::span<const EventCell> cells, size_t name) {
  const bool owned = name > 0 && cells[name - 1].possessive && cells[name - 1].subject != kAbsent;
  return owned && name + 1 < cells.size() && cells[name + 1].measure != kAbsent;
}

// Whether "the country", "the company" or "its" may stand for a thing of that kind.
bool Agrees(const EventCell& cell, SubjectKind kind) {
  if (kind == SubjectKind::kWorld || kind == SubjectKind::kPerson || kind == SubjectKind::kAgency) return false;
  if (cell.Is(WordRole::kDefiniteCountry)) return IsPlace(kind);
  const bool firm = kind == SubjectKind::kCompany || kind == SubjectKind::kName;
  if (cell.Is(WordRole::kDefiniteCompany) && firm) return true;
  if (cell.Is(WordRole::kDefinite)) return kind == SubjectKind::kOrganisation || kind == SubjectKind::kRegion;
  if (cell.Is(WordRole::kDefiniteCompany)) return false;
  return cell.Is(WordRole::kPronoun);
}

// "Vedanta, the biggest of them, was allotted 5 t. It has applied for 2 t": a pronoun that opens the sentence stands
// for the one owner of the figures in front, by name or firm.
int LastOwner(const SentenceContext& context, size_t cell) {
  const DocumentFocus& focus = *context.focus;
  const bool opens =
      cell == context.sentence->dateline && context.cells()[cell].Is(WordRole::kPronoun) && !context.opens_paragraph();
  if (!opens || focus.drafts.empty() || focus.drafts_sentence + 1 != context.sentence->number) return kAbsent;
  const int owner = focus.drafts.front().subject;
  if (owner == kAbsent || context.names->KindOf(owner) != SubjectKind::kName) return kAbsent;
  const bool one = std::all_of(focus.drafts.begin(), focus.drafts.end(),
                               [owner](const EventDraft& draft) { return draft.subject == owner; });
  return one ? owner : kAbsent;
}

// "Acme, which runs the Bexley mine, said it received 5 t": a name inside an aside that ends in front of the pronoun.
bool StandsInAside(const SentenceContext& context, size_t name, size_t pronoun) {
  for (size_t at = pronoun; at-- > name;) {
    if (context.cells()[at].kind != kCommaCell) continue;
    if (const size_t opening = BeforeParticiple(context, at); opening != at && opening < name) return true;
    if (const size_t opening = BeforeAside(context, at); opening != at && opening < name) return true;
  }
  return false;
}

// The name that a sentence opens with, behind what the firm is: "Pelagic processor Pelagia".
size_t OpenerOf(const SentenceContext& context) {
  constexpr size_t kLongest = 4;  // cells
  const auto cells = context.cells();
  const size_t first = context.sentence->dateline;
  for (size_t at = first; at < std::min(cells.size(), first + kLongest) && cells[at].kind == kWordCell; ++at) {
    if (cells[at].subject != kAbsent && !cells[at].adjective)
      return at == first || cells[at - 1].Is(WordRole::kCompanyNoun) ? at : cells.size();
  }
  return cells.size();
}

// Whether the text's own names, which no vocabulary knows, have one in the sentence.
bool HoldsOwnName(const SentenceContext& context, const Sentence& sentence) {
  for (const NameSpan& name : context.names->From(sentence.first)) {
    if (name.first >= sentence.last) return false;
    if (context.names->KindOf(name.entity) == SubjectKind::kName) return true;
  }
  return false;
}

// "Rougier, a French group, declined to comment. It reported revenue of 5 million": whom the sentence in front, which
// has no events, opens with. A firm that no vocabulary knows.
int LastOpener(const SentenceContext& context, size_t cell) {
  const DocumentFocus& focus = *context.focus;
  const size_t number = context.sentence->number;
  const bool opens =
      cell == context.sentence->dateline && context.cells()[cell].Is(WordRole::kPronoun) && !context.opens_paragraph();
  if (!opens || number == 0 || (!focus.drafts.empty() && focus.drafts_sentence + 1 == number)) return kAbsent;
  if (!HoldsOwnName(context, context.sources->reading->sentences[number - 1])) return kAbsent;  // most have none
  EventSentence before;
  ReadCells(*context.sources, number - 1, CellUse::kFocus, before);
  SentenceContext there = context;
  there.sentence = &before;
  there.before = {};
  const size_t first = OpenerOf(there);
  if (first >= before.cells.size()) return kAbsent;
  const int entity = before.cells[first].subject;
  if (context.names->KindOf(entity) != SubjectKind::kName || before.cells[first].possessive) return kAbsent;
  const bool firm = first > before.dateline && before.cells[first - 1].Is(WordRole::kCompanyNoun);
  return firm || CanBeSubject(there, first) ? entity : kAbsent;
}

// "Acme, the biggest exporter, told investors that the duty hurts. Its net profit fell": accounts are of the firm that
// the sentence in front opens with, though it only spoke there.
int LastSpeakingFirm(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const size_t number = context.sentence->number;
  const bool opens = cell == context.sentence->dateline && cells[cell].Is(WordRole::kOwnPronoun);
  if (!opens || number == 0 || context.opens_paragraph()) return kAbsent;
  constexpr size_t kReach = 4;  // cells: "third-quarter net"
  const auto measured = cells.subspan(cell + 1, std::min(kReach, cells.size() - cell - 1));
  const bool accounts = std::any_of(measured.begin(), measured.end(), [&](const EventCell& at) {
    return at.measure != kAbsent && context.measure(at.measure).company;
  });
  if (!accounts || !HoldsOwnName(context, context.sources->reading->sentences[number - 1])) return kAbsent;
  EventSentence before;
  ReadCells(*context.sources, number - 1, CellUse::kFocus, before);
  const size_t first = before.dateline;
  if (first + 1 >= before.cells.size()) return kAbsent;
  const EventCell& name = before.cells[first];
  if (name.subject == kAbsent || name.adjective || name.possessive) return kAbsent;
  const bool described = before.cells[first + 1].kind == kCommaCell;
  return described && context.names->KindOf(name.subject) == SubjectKind::kName ? name.subject : kAbsent;
}

// "Acme, the state miner, will ship": what kind of firm it is.
bool IsOfState(std::span<const EventCell> cells, size_t cell) {
  constexpr size_t kReach = 2;  // "oil company"
  if (!cells[cell].Is(WordRole::kDefiniteCountry) || cells[cell].possessive) return false;
  for (size_t at = cell + 1; at < std::min(cells.size(), cell + 1 + kReach) && cells[at].kind == kWordCell; ++at) {
    if (cells[at].Is(WordRole::kCompanyNoun)) return true;
  }
  return false;
}

// "The Government of Alberta", "the Kingdom of the Netherlands": the place behind it; kAbsent where there is none.
int PlaceOfState(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (!cells[cell].Is(WordRole::kDefiniteCountry) || cells[cell].possessive) return kAbsent;
  size_t at = cell + 1;
  if (at >= cells.size() || !cells[at].Is(WordRole::kOwner)) return kAbsent;
  ++at;
  if (at < cells.size() && cells[at].Is(WordRole::kArticle)) ++at;
  if (at >= cells.size() || cells[at].subject == kAbsent || cells[at].adjective) return kAbsent;
  return IsPlace(context.names->KindOf(cells[at].subject)) ? cells[at].subject : kAbsent;
}

// "The Company has been told by the Ministry that its allocation is 5 t": in a firm's own text.
bool IsOfOwnText(const SentenceContext& context, size_t pronoun) {
  const auto cells = context.cells();
  if (!context.focus->own_report || !cells[pronoun].Is(WordRole::kOwnPronoun)) return false;
  const size_t first = context.sentence->dateline;
  return pronoun > first && std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(first),
                                        cells.begin() + static_cast<std::ptrdiff_t>(pronoun),
                                        [](const EventCell& at) { return at.Is(WordRole::kDefiniteCompany); });
}

int LastSpokenOf(const SentenceContext& context, const EventCell& cell) {
  const DocumentFocus& focus = *context.focus;
  // "Peru's quota is 5 t. In Puno it is 2 t. The state's mines": a part of the country, where one was spoken of.
  const bool part = cell.Is(WordRole::kDefiniteCountry) && context.vocabulary->parts.contains(context.text(cell));
  if (part && focus.part != kAbsent) return focus.part;
  if (cell.Is(WordRole::kDefiniteCountry)) return focus.country != kAbsent ? focus.country : focus.home;
  // "OPEC+ agreed to pump more. The group's spare capacity": where no firm was spoken of, the body is meant.
  const bool firm = cell.Is(WordRole::kDefiniteCompany);
  if (firm && (focus.company != kAbsent || !cell.Is(WordRole::kDefinite))) return focus.company;
  if (cell.Is(WordRole::kDefinite)) return focus.organisation != kAbsent ? focus.organisation : focus.region;
  return focus.subject;
}

// "In Shanxi output rose. Nationwide it fell": no province is "the country".
int WholeCountry(const SentenceContext& context, const EventCell& cell, int spoken_of) {
  if (!cell.Is(WordRole::kDefiniteCountry) || spoken_of == kAbsent) return spoken_of;
  if (context.vocabulary->parts.contains(context.text(cell))) return spoken_of;
  const int country = context.names->CountryOfPlace(spoken_of);
  return country != kAbsent ? country : spoken_of;
}

// "Nigerian officials denied that the country was producing more": whose officials the sentence opens with.
int CountryOfOpener(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (!cells[cell].Is(WordRole::kDefiniteCountry)) return kAbsent;
  size_t first = context.sentence->dateline;
  if (first < cell && cells[first].Is(WordRole::kArticle)) ++first;
  const EventCell& opener = cells[first];
  const bool country = first < cell && opener.adjective && opener.subject != kAbsent &&
                       context.names->KindOf(opener.subject) == SubjectKind::kCountry;
  return country ? opener.subject : kAbsent;
}

}  // namespace

int ReferentOf(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  constexpr uint64_t kReferring = BitOf(WordRole::kPronoun) | BitOf(WordRole::kDefinite) |
                                  BitOf(WordRole::kDefiniteCountry) | BitOf(WordRole::kDefiniteCompany);
  if (IsOfState(cells, cell)) return kAbsent;
  if (const int place = PlaceOfState(context, cell); place != kAbsent) return place;
  const bool company = IsCompanyDescription(cells, cell);
  if ((cells[cell].roles & kReferring) == 0 && !company) return kAbsent;
  if (IsOfOwnText(context, cell)) return context.focus->accounts_of;
  const auto& named = context.sentence->named;
  auto behind = std::lower_bound(named.begin(), named.end(), cell);
  while (behind != named.begin()) {
    const size_t at = *--behind;
    if (at < context.sentence->dateline) break;
    const int entity = cells[at].subject;
    // "The Federal Reserve cut its key rate": its country's.
    const int country = cells[cell].Is(WordRole::kOwnPronoun) ? context.names->CountryOf(entity) : kAbsent;
    if (country != kAbsent) return country;
    if (cells[at].adjective || IsGoverned(cells, at) || Describes(*context.names, cells, at) ||
        IsModifierOfOwned(cells, at) || IsPerson(context, at) || StandsInAside(context, at, cell) ||
        IsAddressed(context, at))
      continue;
    const SubjectKind kind = context.names->KindOf(entity);
    if (company ? kind == SubjectKind::kCompany : Agrees(cells[cell], kind))
      return cells[FirstOfList(context, at)].subject;
  }
  if (company) return context.focus->company;
  if (const int country = CountryOfOpener(context, cell); country != kAbsent) return country;
  if (const int last = LastOwner(context, cell); last != kAbsent) return last;
  if (const int opener = LastOpener(context, cell); opener != kAbsent) return opener;
  if (const int firm = LastSpeakingFirm(context, cell); firm != kAbsent) return firm;
  const int spoken_of = WholeCountry(context, cells[cell], LastSpokenOf(context, cells[cell]));
  // "Finland bought 5 t of Russian birch.\n\nThe country as a whole made 4 t": a paragraph goes back to what the text
  // is about.
  if (!cells[cell].Is(WordRole::kDefiniteCountry) || spoken_of == kAbsent ||
      !context.opens_paragraph_since(context.focus->subject_in))
    return spoken_of;
  const int topic = ResumedSubject(context, spoken_of);
  return topic != kAbsent && IsPlace(context.names->KindOf(topic)) ? topic : spoken_of;
}

int AntecedentOf(const SentenceContext& context, const EventDraft& draft, size_t at) {
  const auto cells = context.cells();
  if (at < 2 || cells[at - 1].kind != kCommaCell || !context.vocabulary->relatives.contains(context.text(cells[at])))
    return kAbsent;
  // "an analyst at Acme, who expects"
  if (context.vocabulary->persons.contains(context.text(cells[at]))) return kAbsent;
  size_t comma = at - 1;
  // "Aker, the biggest operator, whose sales"
  constexpr size_t kLongestApposition = 8;
  const bool whose = context.vocabulary->whose.contains(context.text(cells[at]));
  for (size_t back = 2; whose && back < kLongestApposition && at > back; ++back) {
    const EventCell& cell = cells[at - back];
    if (cell.kind == kCommaCell) comma = at - back;
    // "5 t, followed by Chile, whose sales"
    if (cell.kind != kWordCell || context.vocabulary->agent_by.contains(context.text(cell))) break;
  }
  if (comma == 0) return kAbsent;
  const EventCell& name = cells[comma - 1];
  if (name.subject == kAbsent || name.adjective || name.possessive) return kAbsent;
  const SubjectKind kind = context.names->KindOf(name.subject);
  const bool owner = IsPlace(kind) || kind == SubjectKind::kCompany ||
                     (kind == SubjectKind::kName && context.measure(draft.measure).company);
  return owner ? static_cast<int>(comma) - 1 : kAbsent;
}

}  // namespace tallywire::extract
