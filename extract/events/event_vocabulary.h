// The vocabularies behind events: measures, items, subjects, activities, kinds of units and words with a role, read
// from measures.toml, items.toml, subjects.toml, activities.toml, unit_kinds.toml, event_words.toml and names.toml.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/events/event_hints.h"
#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "model/result.h"

namespace tallywire::extract {

// What a unit measures; a set of them is a bit mask.
enum class UnitKind : uint8_t {
  kBare,
  kPct,
  kPoints,
  kMoney,
  kPerUnit,
  kAmount,
  kRate,
  kPower,
  kArea,
  kPerson,
  kDuration,
  kLength,
  kTimes,
  kCount,
};
inline constexpr size_t kUnitKinds = 14;
inline constexpr uint32_t MaskOf(UnitKind kind) { return 1U << static_cast<uint32_t>(kind); }

// What measures of some names are, whatever their words; in the order of their names in event_vocabulary.cc.
// measures.toml tells what each means.
enum class MeasureTrait : uint8_t {
  kPrice,
  kLimit,
  kDuty,
  kOutflow,
  kInflow,
  kLocal,
  kMarket,
  kPart,
  kHolding,
  kResult,
  kInPoints,
};
inline constexpr size_t kMeasureTraits = 11;

// The way over the border.
enum class Flow : uint8_t { kNone, kOut, kIn };

struct MeasureEntry {
  std::string id;
  std::string name;
  std::string activity;
  std::string item;
  std::string item_else;    // where neither sentence nor text names one
  std::string as_activity;  // what a limit on it is for: "export" of exports
  uint32_t units = 0;       // mask of UnitKind
  uint32_t traits = 0;      // mask of MeasureTrait
  Flow flow = Flow::kNone;  // of exports and of limits on them, and likewise of imports
  bool takes_item = false;
  bool takes_subject = false;
  bool set = false;       // fixed by an authority
  bool company = false;   // a figure of a company's accounts
  bool weak = false;      // not looked for at a distance
  bool standing = false;  // a state rather than a flow: no period is taken over from other sentences
  bool national = false;  // a country's or body's, however much the text speaks of companies
  int otherwise = -1;     // the entry its words stand for where this one does not take the unit
  bool rate = false;      // a per cent may be its level: inflation, a tariff
  bool traded = false;    // said of what changes hands: a thing's price, or that of a company's shares

  bool Is(MeasureTrait trait) const { return (traits >> static_cast<uint32_t>(trait) & 1U) != 0; }
};

struct ItemEntry {
  std::string name;
  bool priced = true;  // "X fell $1" is about its price
};

enum class SubjectKind : uint8_t { kCountry, kRegion, kOrganisation, kWorld, kCompany, kPerson, kName, kArea, kAgency };

struct SubjectEntry {
  std::string name;
  SubjectKind kind = SubjectKind::kCountry;
  int of = -1;  // of an agency: the entry of its country
};

// The roles of words that code looks at, in the order of their tags' names in event_vocabulary.cc.
enum class WordRole : uint8_t {
  kUp,
  kDown,
  kFlat,
  kUpNoun,
  kDownNoun,
  kUpAfter,
  kDownAfter,
  kBe,
  kReach,
  kSet,
  kHave,
  kAccount,
  kReport,
  kSource,
  kPersonNoun,
  kRespectively,
  kBarrier,
  kRolePreposition,
  kDatePreposition,
  kBasisPreposition,
  kPronoun,
  kDefinite,
  kRestatement,
  kThreshold,
  kCompare,
  kYearOnYear,
  kQuarterOnQuarter,
  kMonthOnMonth,
  kWeekOnWeek,
  kForecast,
  kPlanned,
  kProposed,
  kDenied,
  kConjunction,
  kArticle,
  kNounPreposition,
  kToward,
  kFromward,
  kFuture,
  kSourceNoun,
  kPersonPronoun,
  kBodyPronoun,
  kDefiniteCountry,
  kDefiniteCompany,
  kSuperlative,
  kPlaceNoun,
  kNationalNoun,
  kSince,
  kRecordWord,
  kDecided,
  kCompanyNoun,
  kEnding,
  kOwner,
  kUpon,
  kComparing,
  kOwnPronoun,
  kBetween,
  kEstimate,
  kPoll,
  kWholeWeek,
  kThisSeason,
  kLastSeason,
  kSamePeriod,
  kWhen,
};
inline constexpr size_t kWordRoles = 64;
static_assert(kWordRoles <= 64, "masks of roles are 64 bits wide");
inline constexpr uint64_t BitOf(WordRole role) { return uint64_t{1} << static_cast<uint32_t>(role); }

// What a tag of the lexicon is to events.
enum class SenseClass : uint8_t { kNone, kMeasure, kMeasureVerb, kItem, kSubject, kAdjective, kActivity, kRole, kWord };

// Asked with views of the text, without a copy of each word.
struct WordHash {
  using is_transparent = void;
  size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;

// Const after Load.
struct EventVocabulary {
  std::vector<MeasureEntry> measures;
  std::vector<ItemEntry> items;
  std::vector<SubjectEntry> subjects;
  std::vector<std::string> activities;
  std::vector<Flow> activity_flows;  // by entry of `activities`
  int price_of_things = -1;          // entry that "crude fell $1" is about
  std::unordered_map<std::string, UnitKind, WordHash, std::equal_to<>> unit_kinds;
  std::unordered_map<std::string, int> unit_measures;  // by unit: entry
  std::unordered_map<std::string, int> unit_items;
  WordSet company_suffixes;
  WordSet company_words;  // kept in the name
  WordSet bodies;         // "Ministry", "Embassy": names that begin or end with one are organisations
  WordSet portfolios;     // "Finance", "Mines": no part of a minister's name
  WordSet titles;         // end where a person's name begins
  WordSet no_name;
  WordSet works;         // "Act", "System": names that end so are of nobody
  WordSet describers;    // "consultancy", in front of the name of one that speaks of others
  WordSet reports;       // "report": a date in front tells when it was said
  WordSet through;       // "through November": since the year began
  WordSet after;         // "after": what it begins had happened before
  WordSet acts;          // "raise": what somebody does to what is measured
  WordSet told;          // "that", behind which goes on what a verb in front says
  WordSet backshift;     // "would"
  WordSet it;            // whoever spoke last, in front of a verb of saying
  WordSet at_house;      // "at": of "analysts at Veyt"
  WordSet within;        // "in": of "5 t in Karnataka"
  WordSet decisions;     // "issued": of "issued in May"
  WordSet agent_by;      // "by": of "set by the ministry"
  WordSet plural_verbs;  // "are": no name is their subject
  WordSet adverbs;       // "now": between a name and its verb
  WordSet name_inner;
  std::vector<std::string> span_ordinals;              // "first": of "the first eight months"
  std::vector<std::string> year_earlier;               // "a year earlier", whatever date it was read as
  std::vector<std::string> preceding;                  // "before": of "the month before"
  WordSet body_inner;                                  // "for": inside the names of bodies only
  WordSet seats;                                       // "based": "the Vancouver-based miner" is not Vancouver
  std::unordered_map<std::string, int> country_words;  // "Philippine": the entry of its country
  WordSet single_names;                                // subjects' names of one word: "Sinopec", "Norway"
  std::vector<SenseClass> class_of;                    // by tag
  std::vector<uint64_t> role_of;                       // by tag: bit of its WordRole, 0 for none
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
  Tag reached_tag = 0;            // a figure whose words begin with a verb of level: "averaged 5 t"
  EventHints hints;               // made when all else is loaded
  std::vector<Tag> measure_tags;  // by measure: the tag "measure-<id>"

  UnitKind KindOf(std::string_view unit) const;
  SenseClass ClassOf(Tag tag) const { return tag < class_of.size() ? class_of[tag] : SenseClass::kNone; }
  uint64_t RoleOf(Tag tag) const { return tag < role_of.size() ? role_of[tag] : 0; }
  // What the unit alone tells: the measure that is meant, -1 for none, and the thing.
  int MeasureByUnit(const std::string& unit) const;
  int ItemByUnit(const std::string& unit) const;
  // The entry of that id; -1 if there is none.
  int MeasureById(std::string_view id) const;
};

// Adds the words to `lexicon` under tags of their own. kUsage with the place of a mistake.
Result<EventVocabulary> LoadEventVocabulary(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);

// Words of patterns become tags too; call once more when all patterns are loaded so that cells carry them.
void NoteWordTags(const TagNames& tags, const std::unordered_set<std::string>& words, EventVocabulary& vocabulary);

}  // namespace tallywire::extract
