#include "extract/events/name_cell.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace tallywire::extract {
namespace {

// "Hunters took 5 t": people by what they do, where the capital is the sentence's.
bool IsOfPeople(const EventVocabulary& vocabulary, std::string_view word) {
  const auto& endings = vocabulary.agent_endings;
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& end) { return word.ends_with(end); });
}

// Whether a verb begins at token `at` that somebody can be the subject of, and no noun.
bool BeginsVerb(CellReader& reader, uint32_t at) {
  constexpr uint64_t kVerbs = BitOf(WordRole::kUp) | BitOf(WordRole::kDown) | BitOf(WordRole::kBe) |
                              BitOf(WordRole::kReach) | BitOf(WordRole::kSet) | BitOf(WordRole::kHave) |
                              BitOf(WordRole::kAccount) | BitOf(WordRole::kReport) | BitOf(WordRole::kForecast) |
                              BitOf(WordRole::kPlanned) | BitOf(WordRole::kFuture);
  const EventVocabulary& vocabulary = reader.vocabulary();
  for (const auto& match : reader.MatchesAt(at)) {
    for (const Sense& sense : reader.sources().lexicon->SensesOf(match.phrase)) {
      const SenseClass what = vocabulary.ClassOf(sense.tag);
      if (what == SenseClass::kMeasure || what == SenseClass::kItem) return false;
      if (what == SenseClass::kMeasureVerb || (vocabulary.RoleOf(sense.tag) & kVerbs) != 0) return true;
    }
  }
  return false;
}

// "Tesla delivered", "Rusal's", but not "Cumulative imports": a verb or a clitic follows the name.
bool ActsNext(CellReader& reader, uint32_t at) {
  const EventVocabulary& vocabulary = reader.vocabulary();
  const Reading& reading = reader.reading();
  if (at >= reader.last()) return false;
  if (reader.IsPossessive(at)) return true;
  if (vocabulary.plural_verbs.contains(reading.TextOf(at)) && reading.TextOf(at - 1).ends_with('s')) return false;
  if (at + 1 < reader.last() && vocabulary.adverbs.contains(reading.TextOf(at))) ++at;
  if (vocabulary.receivers.contains(reading.TextOf(at))) return true;
  return !vocabulary.with.contains(reading.TextOf(at)) && BeginsVerb(reader, at);
}

// "Brim, the country's biggest holder, owns", "Brim, in which Acme holds 5%, owns": what follows describes the name.
bool IsDescribed(CellReader& reader, uint32_t at) {
  if (at + 2 >= reader.last() || reader.reading().TextOf(at) != ",") return false;
  const uint64_t roles = reader.RolesAt(at + 1);
  if ((roles & BitOf(WordRole::kArticle)) != 0) return true;
  const WordSet& relatives = reader.vocabulary().relatives;
  if ((roles & BitOf(WordRole::kNounPreposition)) != 0 && relatives.contains(reader.reading().TextOf(at + 2)))
    return true;
  return (roles & BitOf(WordRole::kBarrier)) != 0 && ActsNext(reader, at + 2);  // "Sealord, which holds"
}

// "Brim shares slid 3%"
bool HasShares(CellReader& reader, uint32_t at) {
  if (at + 1 >= reader.last() || !reader.Marked(at, kMarkPhrase)) return false;
  const EventVocabulary& vocabulary = reader.vocabulary();
  const auto matches = reader.MatchesAt(at);
  return std::any_of(matches.begin(), matches.end(), [&](const Lexicon::Match& match) {
    const auto senses = reader.sources().lexicon->SensesOf(match.phrase);
    return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
      if (vocabulary.ClassOf(sense.tag) != SenseClass::kMeasure) return false;
      const MeasureEntry& measure = vocabulary.measures[sense.entry];
      return measure.Is(MeasureTrait::kPrice) && !measure.item.empty();
    });
  });
}

// Whether what follows shows that a word with a capital is a name.
bool IsShown(CellReader& reader, const NameSpan& name) {
  const bool people = IsOfPeople(reader.vocabulary(), reader.reading().TextOf(name.first));
  if (!people && (ActsNext(reader, name.last) || IsDescribed(reader, name.last))) return true;
  return HasShares(reader, name.last);
}

}  // namespace

uint32_t TakeName(CellReader& reader, const NameSpan& name) {
  if (name.doubtful && !IsShown(reader, name)) return reader.TakeWord(name.first, kWordCell);
  EventCell& cell = reader.Push(name.first, name.last - name.first, kWordCell);
  cell.subject = name.entity;
  reader.AddTag(cell, reader.vocabulary().subject_tag);
  return name.last;
}

}  // namespace tallywire::extract
