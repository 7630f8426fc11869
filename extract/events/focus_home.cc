#include "extract/events/focus_home.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

// "the Ministry of Mines of the Republic of Guinea"
int CountryOfBody(const SentenceContext& context, size_t at) {
  const auto cells = context.cells();
  const int country = context.names->CountryOf(cells[at].subject);
  if (country != kAbsent || context.names->KindOf(cells[at].subject) != SubjectKind::kAgency) return country;
  if (at + 1 >= cells.size() || !cells[at + 1].Is(WordRole::kOwner)) return kAbsent;
  constexpr size_t kReach = 5;  // "of the Republic of"
  for (size_t next = at + 2; next < std::min(cells.size(), at + 1 + kReach); ++next) {
    const bool between = cells[next].Is(WordRole::kArticle) || cells[next].Is(WordRole::kPlaceNoun) ||
                         cells[next].Is(WordRole::kOwner) || cells[next].capital;  // "the Socialist Republic of"
    if (cells[next].subject == kAbsent && between) continue;
    const bool place = cells[next].subject != kAbsent && IsPlace(context.names->KindOf(cells[next].subject));
    return place ? cells[next].subject : kAbsent;
  }
  return kAbsent;
}

}  // namespace

int HomeOf(const SentenceContext& context) {
  const auto cells = context.cells();
  bool meeting = false;
  for (const size_t at : context.sentence->named) {
    const int entity = cells[at].subject;
    const bool dateline = at < context.sentence->dateline;
    // "LUXEMBOURG - Fisheries ministers of the European Union"
    meeting = meeting || (dateline && context.vocabulary->meeting_places.contains(context.text(cells[at])));
    if (meeting && dateline) continue;
    const bool bloc = context.names->KindOf(entity) == SubjectKind::kRegion && !cells[at].adjective &&
                      context.names->CountryOfPlace(entity) == kAbsent;
    if (meeting && bloc) return entity;
    const bool country = context.names->KindOf(entity) == SubjectKind::kCountry;
    const int town = dateline ? context.names->CountryOfPlace(entity) : kAbsent;
    const int home = dateline && country ? entity : town != kAbsent ? town : CountryOfBody(context, at);
    if (home != kAbsent) return home;
  }
  return kAbsent;
}

void NoteHome(const SentenceContext& context, FocusNouns& focus) {
  if (focus.home == kAbsent) focus.home = HomeOf(context);
}

}  // namespace tallywire::extract
