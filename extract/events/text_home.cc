#include "extract/events/text_home.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/events/subject_candidate.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

int SolePlace(const SentenceContext& context) {
  const auto cells = context.cells();
  const Topic& subjects = context.focus->subjects;
  const auto place = [&](int entity) { return IsPlace(context.names->KindOf(entity)); };
  int found = subjects.Only(place);
  for (const size_t at : context.sentence->named) {
    const EventCell& cell = cells[at];
    if (at < context.sentence->dateline || !place(cell.subject) || cell.subject == found) continue;
    if (at > 0 && cells[at - 1].Is(WordRole::kToward)) continue;  // "to Bangladesh": where it goes
    if (found != kAbsent || subjects.Names(place)) return kAbsent;
    found = cell.subject;
  }
  return found;
}

// The country or region that the longest of the matches tells, by its own name or as the whole it is a part of.
int PlaceMeant(const EventVocabulary& vocabulary, std::span<const Lexicon::Match> matches, const Lexicon& lexicon) {
  for (size_t i = matches.size(); i-- > 0;) {
    for (const Sense& sense : lexicon.SensesOf(matches[i].phrase)) {
      const SenseClass what = vocabulary.ClassOf(sense.tag);
      if (what != SenseClass::kSubject && what != SenseClass::kAdjective) continue;
      const SubjectEntry& subject = vocabulary.subjects[sense.entry];
      if (subject.of >= 0) return subject.of;
      if (IsPlace(subject.kind)) return static_cast<int>(sense.entry);
    }
  }
  return kAbsent;
}

}  // namespace

int HomeOfText(const SentenceContext& context) {
  if (context.focus->home != kAbsent) return context.focus->home;
  if (const int home = HomeOf(context); home != kAbsent) return home;
  if (const int place = SolePlace(context); place != kAbsent) return place;
  return context.focus->money_home != kAbsent ? context.focus->money_home : context.focus->main_country;
}

int CountryOfMoney(const EventVocabulary& vocabulary, std::string_view unit) {
  constexpr size_t kCode = 3;  // ISO 4217
  const std::string_view code = unit.substr(0, kCode);
  const auto& subjects = vocabulary.subjects;
  const auto home = std::find_if(subjects.begin(), subjects.end(), [&](const SubjectEntry& entry) {
    return !entry.currency.empty() && entry.currency == code;
  });
  return home == subjects.end() ? kAbsent : static_cast<int>(home - subjects.begin());
}

int MainCountry(const EventVocabulary& vocabulary, std::span<const Reading* const> readings, const Lexicon& lexicon) {
  constexpr size_t kLeast = 2;  // mentions
  std::vector<std::pair<int, size_t>> counts;
  std::vector<Lexicon::Match> matches;
  for (const Reading* reading : readings) {
    for (uint32_t at = 0; at < reading->words.size(); ++at) {
      if (!reading->tokens[at].capital || (reading->marks[at] & kMarkPhrase) == 0) continue;
      matches.clear();
      lexicon.AllAt(reading->words, at, matches);
      const int place = PlaceMeant(vocabulary, matches, lexicon);
      if (place == kAbsent) continue;
      const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == place; });
      if (known == counts.end()) {
        counts.emplace_back(place, 1);
      } else {
        ++known->second;
      }
    }
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() || most->second < kLeast ? kAbsent : most->first;
}

}  // namespace tallywire::extract
