#include "extract/events/focus_speakers.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

// "said Rusagrotrans analyst Jane Doe. The company trimmed": the house of somebody who is introduced.
bool IsHouse(const SentenceContext& context, size_t cell) {
  constexpr size_t kLongestOffice = 3;  // cells: "senior wheat analyst"
  const auto cells = context.cells();
  const SubjectKind kind = context.names->KindOf(cells[cell].subject);
  if ((kind != SubjectKind::kName && kind != SubjectKind::kCompany) || cells[cell].adjective) return false;
  for (size_t at = cell + 1; at < std::min(cells.size(), cell + 1 + kLongestOffice); ++at) {
    if (cells[at].kind != kWordCell || cells[at].Is(WordRole::kNounPreposition)) return false;
    if (!cells[at].Is(WordRole::kPersonNoun)) continue;
    return at + 1 < cells.size() && cells[at + 1].subject != kAbsent && !cells[at + 1].adjective;
  }
  return false;
}

}  // namespace

void NoteSpeakers(const SentenceContext& context, FocusNouns& focus) {
  bool introduced = false;  // somebody by name and office
  for (const EventCell& cell : context.cells().subspan(context.sentence->dateline)) {
    if (cell.subject == kAbsent) continue;
    const SubjectKind kind = context.names->KindOf(cell.subject);
    // "Jane Doe, president of the Harvesters union": the union is no person that "she" stands for.
    const auto at = static_cast<size_t>(&cell - context.cells().data());
    // "told Reuters": who is spoken to is nobody that "he" stands for.
    const bool addressed = at > 0 && context.vocabulary->addressing.contains(context.text(context.cells()[at - 1]));
    if (addressed && kind == SubjectKind::kName) continue;
    if (IsHouse(context, at)) focus.company = cell.subject;
    const bool person = kind == SubjectKind::kPerson || (kind == SubjectKind::kName && IsPerson(context, at));
    if (person || (kind == SubjectKind::kName && !introduced)) focus.person = cell.subject;
    introduced = introduced || person;
    if (kind == SubjectKind::kOrganisation || kind == SubjectKind::kAgency) focus.body = cell.subject;
  }
}

}  // namespace tallywire::extract
