#include "extract/events/subject_candidate.h"

#include <algorithm>

#include "extract/events/acting_name.h"

namespace tallywire::extract {
namespace {

// "expects to sell 5 t": of its own doing.
bool ExpectsToAct(std::span<const EventCell> cells, size_t verb) {
  return verb + 2 < cells.size() && cells[verb].Is(WordRole::kForecast) && cells[verb + 1].Is(WordRole::kToward) &&
         cells[verb + 2].kind == kVerbCell && cells[verb + 2].verb != kAbsent;
}

bool SpeaksHere(std::span<const EventCell> cells, size_t cell) {
  for (size_t at = cell + 1; at < cells.size() && at <= cell + 2; ++at) {
    if (cells[at].Is(WordRole::kReport)) return !ExpectsToAct(cells, at);
    if (cells[at].kind != kWordCell && cells[at].kind != kDateCell) break;
  }
  if (cell > 0 && cells[cell - 1].Is(WordRole::kReport)) return true;
  for (size_t at = cell, steps = 0; at-- > 0 && steps < 6; ++steps) {
    if (cells[at].Is(WordRole::kSource)) return true;
    if (cells[at].kind != kWordCell && cells[at].kind != kDateCell) break;
  }
  return false;
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

// "the Japanese ate 5 t"
bool IsPeople(std::span<const EventCell> cells, size_t cell) {
  if (cell == 0 || !cells[cell - 1].Is(WordRole::kArticle) || cell + 1 >= cells.size()) return false;
  return cells[cell + 1].kind == kVerbCell && cells[cell + 1].verb != kAbsent;
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

// "the members of the Tin Council agreed": they are the body.
bool IsOfMembers(std::span<const EventCell> cells, size_t cell) {
  size_t before = cell;
  if (before > 0 && cells[before - 1].Is(WordRole::kArticle)) --before;
  return before > 1 && cells[before - 1].Is(WordRole::kOwner) && cells[before - 2].Is(WordRole::kPlaceNoun);
}

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

// "Chile and Bolivia", "Chile, Bolivia": another name follows in a list.
bool GoesOn(std::span<const EventCell> cells, size_t cell) {
  if (cell + 2 >= cells.size()) return false;
  const EventCell& tie = cells[cell + 1];
  if (tie.kind != kCommaCell && !tie.Is(WordRole::kConjunction)) return false;
  return cells[cell + 2].subject != kAbsent && !cells[cell + 2].adjective;
}

}  // namespace

bool IsGoverned(std::span<const EventCell> cells, size_t cell) {
  if (cells[cell].possessive) return false;
  size_t before = cell;
  // "a unit of Japan's Delmar"
  if (before > 1 && cells[before - 1].possessive && cells[before - 1].subject != kAbsent) --before;
  if (before > 0 && cells[before - 1].Is(WordRole::kArticle)) --before;
  if (before == 0) return false;
  // "run by Acme and Bexley", "in Peru, Chile and Bolivia"
  const bool list = cells[before - 1].kind == kCommaCell && GoesOn(cells, cell);
  const bool joined = before > 2 && (list || cells[before - 1].Is(WordRole::kConjunction)) &&
                      cells[before - 2].subject != kAbsent && !cells[before - 2].adjective;
  if (joined) return IsGoverned(cells, before - 2);
  if (!cells[before - 1].Is(WordRole::kNounPreposition)) return false;
  if (before < 2) return true;
  // "those to Zambia"
  if (cells[before - 1].Is(WordRole::kToward) || cells[before - 1].Is(WordRole::kFromward)) return true;
  // "eight members of OPEC+" is one figure in front of the preposition.
  return !cells[before - 2].Is(WordRole::kPlaceNoun);
}

bool IsPerson(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (context.names->KindOf(cells[cell].subject) != SubjectKind::kName) return false;
  if (cell + 2 >= cells.size() || cells[cell + 1].kind != kCommaCell) return false;
  if (context.vocabulary->persons.contains(context.text(cells[cell + 2]))) return true;  // "Jane Doe, who expects"
  constexpr size_t kReach = 6;
  for (size_t at = cell + 2; at < std::min(cells.size(), cell + kReach) && cells[at].kind == kWordCell; ++at) {
    if (cells[at].Is(WordRole::kPersonNoun)) return true;
    if (cells[at].Is(WordRole::kNounPreposition)) return false;
  }
  return false;
}

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
  // "France's Eramet holds 5%": a name that no vocabulary knows, and that does something else than speak.
  const bool named = cell + 2 < cells.size() && cells[cell + 1].subject != kAbsent && !cells[cell + 1].possessive &&
                     names.KindOf(cells[cell + 1].subject) == SubjectKind::kName;
  if (named && cells[cell + 2].kind == kVerbCell && !cells[cell + 2].Is(WordRole::kReport)) return true;
  const size_t end = std::min(cells.size(), cell + 3);
  for (size_t at = cell + 1; at < end; ++at) {
    if (cells[at].Is(WordRole::kSuperlative)) return true;
  }
  return false;
}

size_t FirstOfList(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const auto plain = [&](size_t at) {
    return cells[at].subject != kAbsent && !cells[at].adjective && !cells[at].possessive;
  };
  const auto joins = [&](size_t at) {
    return cells[at].kind == kCommaCell || cells[at].Is(WordRole::kConjunction) || cells[at].Is(WordRole::kArticle);
  };
  constexpr size_t kMostBetween = 3;  // ", and the"
  size_t first = cell;
  bool joined = false;
  while (plain(first)) {
    size_t at = first;
    bool conjunction = false;
    while (at > context.sentence->dateline && first - at < kMostBetween && joins(at - 1)) {
      --at;
      conjunction = conjunction || cells[at].Is(WordRole::kConjunction);
    }
    // Commas alone join to what an "and" behind them ends.
    if (at == first || at == context.sentence->dateline || !plain(at - 1) || !(joined || conjunction)) break;
    joined = true;
    first = at - 1;
  }
  return first;
}

bool IsSiteOfFirm(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (cell == 0 || !cells[cell - 1].possessive || cells[cell - 1].subject == kAbsent) return false;
  const SubjectKind owner = context.names->KindOf(cells[cell - 1].subject);
  if (owner != SubjectKind::kCompany && owner != SubjectKind::kName) return false;
  size_t next = cell + 1;  // behind "-listed"
  while (next < cells.size() && context.vocabulary->listed.contains(context.text(cells[next]))) ++next;
  if (next >= cells.size()) return false;
  const EventCell& site = cells[next];
  return context.vocabulary->facilities.contains(context.text(site)) ||
         (site.measure != kAbsent && !context.measure(site.measure).item.empty());
}

bool IsPlace(SubjectKind kind) { return kind == SubjectKind::kCountry || kind == SubjectKind::kRegion; }

namespace {

// "from fellow Asean members", "by other Peruvian mills": what picks some of several stands between.
bool IsGovernedBehindPicking(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  if (cell < 2 || cells[cell].possessive || !context.vocabulary->picking.contains(context.text(cells[cell - 1])))
    return false;
  const size_t before = cell - 1 - (cells[cell - 2].Is(WordRole::kArticle) ? 1 : 0);
  return before > 0 && cells[before - 1].Is(WordRole::kNounPreposition);
}

// "the second largest producer of tin after China"
bool IsRankedBefore(const SentenceContext& context, size_t cell) {
  constexpr size_t kReach = 8;
  const auto cells = context.cells();
  if (cell > 0 && cells[cell - 1].Is(WordRole::kArticle)) return IsRankedBefore(context, cell - 1);
  // "after Brazil and the Netherlands"
  const bool joined = cell > 1 && cells[cell - 1].Is(WordRole::kConjunction) && cells[cell - 2].subject != kAbsent;
  if (joined) return IsRankedBefore(context, cell - 2);
  if (cell == 0 || cells[cell].possessive || !context.vocabulary->after.contains(context.text(cells[cell - 1])))
    return false;
  const size_t first = cell - std::min(cell, kReach);
  return std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(first),
                     cells.begin() + static_cast<std::ptrdiff_t>(cell),
                     [](const EventCell& at) { return at.Is(WordRole::kSuperlative); });
}

}  // namespace

bool IsAddressed(const SentenceContext& context, size_t cell) {
  return cell > 0 && context.vocabulary->addressing.contains(context.text(context.cells()[cell - 1]));
}

bool CanBeSubject(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const EventCell& at = cells[cell];
  const SubjectKind kind = context.names->KindOf(at.subject);
  if (cell < context.sentence->dateline) return false;
  if (cell + 1 < cells.size() && context.vocabulary->waters.contains(context.text(cells[cell + 1]))) return false;
  // "Nigeria asks OPEC for a quota": who is asked has none yet.
  if (cell > 0 && context.vocabulary->asks.contains(context.text(cells[cell - 1]))) return false;
  if (IsAddressed(context, cell)) return false;
  const bool office = kind == SubjectKind::kAgency && !IsOfMembers(cells, cell);
  if (HousesActors(context, cell)) return true;
  if (kind == SubjectKind::kPerson || kind == SubjectKind::kArea || office || IsSiteOfFirm(context, cell) ||
      Describes(*context.names, cells, cell) || IsGoverned(cells, cell) || IsGovernedBehindPicking(context, cell) ||
      OwnsComplement(context, cell))
    return false;
  // "Acme kept its Congolese mines running": Acme's.
  if (at.adjective && cell > 0 && cells[cell - 1].Is(WordRole::kOwnPronoun)) return false;
  if (at.adjective && !ModifiesOwned(cells, cell) && !IsPeople(cells, cell)) return false;
  if (IsRankedBefore(context, cell)) return false;
  if (IntroducesPerson(context, cell) || IsSeat(context, cell) || IsPerson(context, cell)) return false;
  const bool body = kind == SubjectKind::kOrganisation || kind == SubjectKind::kName;
  if (body && SpeaksHere(cells, cell)) return false;
  if (kind == SubjectKind::kName) return at.possessive || ReceivesBehind(context, cell) || ActsBehind(context, cell);
  return true;
}

}  // namespace tallywire::extract
