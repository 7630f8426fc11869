// The vocabularies behind events: measures, items, subjects, activities, kinds of units and words with a role, read
// from measures.toml, items.toml, subjects.toml, activities.toml, unit_kinds.toml, event_words.toml, names.toml and
// clauses.toml.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/events/clause_words.h"
#include "extract/events/event_hints.h"
#include "extract/events/measure.h"
#include "extract/events/name_words.h"
#include "extract/events/phrase_senses.h"
#include "extract/events/word_role.h"
#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "extract/text/word_set.h"
#include "model/result.h"

namespace tallywire::extract {

struct ItemEntry {
  std::string name;
  bool priced = true;              // "X fell $1" is about its price
  bool counted = false;            // told by its number: no tonnes or litres of cars
  std::string unit{};              // of a bare number of it: "vehicle"
  bool energy = false;             // watts are told of it, as of electricity
  bool benchmark = false;          // told for its price only: what is made is what it is a kind of
  WordSet never_in{};              // units in which it is never told: no barrels of natural gas
  int kind_of = -1;                // the entry that it is a kind of: of "rebar" that of "steel"
  std::vector<std::string> heads;  // last words of its names that may stand for it: "beans" of "cocoa beans"
  std::vector<int> stands_for{};   // entries that may be meant by it: "coal" by "the fuel"
};

enum class SubjectKind : uint8_t { kCountry, kRegion, kOrganisation, kWorld, kCompany, kPerson, kName, kArea, kAgency };

struct SubjectEntry {
  std::string name;
  SubjectKind kind = SubjectKind::kCountry;
  int of = -1;                      // of an agency: the entry of its country
  std::vector<int> namesakes = {};  // of an agency: countries that have one of that name too
  std::string currency = {};        // ISO 4217
};

// What a tag of the lexicon is to events.
enum class SenseClass : uint8_t { kNone, kMeasure, kMeasureVerb, kItem, kSubject, kAdjective, kActivity, kRole, kWord };

// Const after Load.
struct EventVocabulary : NameWords, ClauseWords {
  std::vector<MeasureEntry> measures;
  std::vector<ItemEntry> items;
  std::vector<SubjectEntry> subjects;
  std::vector<std::string> activities;
  std::vector<Flow> activity_flows;  // by entry of `activities`
  int price_of_things = -1;          // entry that "crude fell $1" is about
  WordMap<UnitKind> unit_kinds;
  WordMap<int> unit_measures;  // by unit: entry
  WordMap<int> unit_items;
  WordMap<int> firm_words;           // companies' names of one word: their entries
  WordMap<int> country_words;        // "Philippine", "South Korea": the entry of the country
  WordMap<int> countries_of_money;   // by ISO 4217 code: the entry of the country
  WordSet capital_goods;             // items written in capitals: "LNG", "EVs"
  WordSet single_names;              // subjects' names of one word: "Sinopec", "Norway"
  WordSet joint_names;               // and of several: "Saudi Arabia"
  std::vector<SenseClass> class_of;  // by tag
  std::vector<uint64_t> role_of;     // by tag: bit of its WordRole, 0 for none
  std::array<Tag, kUnitKinds> unit_tags{};
  Tag figure_tag = 0;
  Tag date_tag = 0;
  Tag basis_tag = 0;  // a date that something is compared with: "from last year"
  Tag duration_tag = 0;
  Tag measure_tag = 0;
  Tag verb_tag = 0;
  Tag item_tag = 0;
  Tag subject_tag = 0;
  Tag activity_tag = 0;
  Tag threshold_tag = 0;
  Tag reached_tag = 0;     // a figure whose words begin with a verb of level: "averaged 5 t"
  Tag multiplied_tag = 0;  // a multiple that says which way: "doubled", "halved"
  Tag most_tag = 0;        // what may not be passed: "no more than 5 t", "a maximum of 5 t"
  EventHints hints;        // these two are made when all else is loaded
  PhraseTable phrases;
  std::vector<Tag> measure_tags;  // by measure: the tag "measure-<id>"

  UnitKind KindOf(std::string_view unit) const;
  SenseClass ClassOf(Tag tag) const { return tag < class_of.size() ? class_of[tag] : SenseClass::kNone; }
  uint64_t RoleOf(Tag tag) const { return tag < role_of.size() ? role_of[tag] : 0; }
  // What the unit alone tells: the measure that is meant, -1 for none, and the thing.
  int MeasureByUnit(std::string_view unit) const;
  int ItemByUnit(std::string_view unit) const;
  // Of "meat" those of beef are kinds as well; of "fuel" all that it may stand for.
  bool IsKindOf(int item, int whole) const;
  // The entry of that id; -1 if there is none.
  int MeasureById(std::string_view id) const;
};

// Takes what the sense says of a thing or a role into `taker`, a cell or all that is known of a phrase; `add` takes its
// tags.
template <class Taker, class AddTag>
void TakeThing(const EventVocabulary& vocabulary, const Sense& sense, Taker& taker, const AddTag& add) {
  const auto entry = static_cast<int>(sense.entry);
  switch (vocabulary.ClassOf(sense.tag)) {
    case SenseClass::kMeasure:
      if (taker.measure >= 0) return;
      taker.measure = entry;
      add(vocabulary.measure_tags[sense.entry]);
      break;
    case SenseClass::kMeasureVerb:
      taker.verb = entry;
      add(vocabulary.measure_tags[sense.entry]);
      break;
    case SenseClass::kItem:
      taker.item = entry;
      break;
    case SenseClass::kActivity:
      taker.activity = entry;
      break;
    case SenseClass::kRole:
      taker.roles |= vocabulary.RoleOf(sense.tag);
      break;
    default:
      return;
  }
  add(sense.tag);
}

// Adds the words to `lexicon` under tags of their own. kUsage with the place of a mistake.
Result<EventVocabulary> LoadEventVocabulary(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);

// Words of patterns become tags too; call once more when all patterns are loaded so that cells carry them.
void NoteWordTags(const TagNames& tags, const WordSet& words, EventVocabulary& vocabulary);

}  // namespace tallywire::extract
