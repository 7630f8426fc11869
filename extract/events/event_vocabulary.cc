#include "extract/events/event_vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "extract/files/near_name.h"
#include "extract/files/toml_file.h"

namespace tallywire::extract {
namespace {

constexpr std::array<std::string_view, kUnitKinds> kUnitKindNames = {"bare",     "pct",    "points", "money", "perunit",
                                                                     "amount",   "rate",   "power",  "area",  "person",
                                                                     "duration", "length", "times",  "count"};

constexpr std::array<std::string_view, kMeasureTraits> kTraitNames = {
    "price", "limit", "duty", "outflow", "inflow", "local", "market", "part", "holding", "result", "in_points"};

constexpr std::array<std::string_view, kWordRoles> kRoleNames = {"up",
                                                                 "down",
                                                                 "flat",
                                                                 "up_noun",
                                                                 "down_noun",
                                                                 "up_after",
                                                                 "down_after",
                                                                 "be",
                                                                 "reach",
                                                                 "set",
                                                                 "have",
                                                                 "account",
                                                                 "report",
                                                                 "source",
                                                                 "person_noun",
                                                                 "respectively",
                                                                 "barrier",
                                                                 "role_preposition",
                                                                 "date_preposition",
                                                                 "basis_preposition",
                                                                 "pronoun",
                                                                 "definite",
                                                                 "restatement",
                                                                 "threshold",
                                                                 "compare",
                                                                 "year_on_year",
                                                                 "quarter_on_quarter",
                                                                 "month_on_month",
                                                                 "week_on_week",
                                                                 "forecast",
                                                                 "planned",
                                                                 "proposed",
                                                                 "denied",
                                                                 "conjunction",
                                                                 "article",
                                                                 "noun_preposition",
                                                                 "toward",
                                                                 "fromward",
                                                                 "future",
                                                                 "source_noun",
                                                                 "person_pronoun",
                                                                 "body_pronoun",
                                                                 "definite_country",
                                                                 "definite_company",
                                                                 "superlative",
                                                                 "place_noun",
                                                                 "national_noun",
                                                                 "since",
                                                                 "record_word",
                                                                 "decided",
                                                                 "company_noun",
                                                                 "ending",
                                                                 "owner",
                                                                 "upon",
                                                                 "comparing",
                                                                 "own_pronoun",
                                                                 "between",
                                                                 "estimate",
                                                                 "poll",
                                                                 "whole_week",
                                                                 "this_season",
                                                                 "last_season",
                                                                 "same_period",
                                                                 "when"};

// Phrases of several words are known with hyphens too: "rare-earth", "crude-oil".
std::vector<std::string> Spellings(const std::string& words) {
  std::vector<std::string> spellings{words};
  if (words.find(' ') == std::string::npos || words.find('-') != std::string::npos) return spellings;
  std::string hyphened = words;
  std::replace(hyphened.begin(), hyphened.end(), ' ', '-');
  spellings.push_back(std::move(hyphened));
  return spellings;
}

class Loader {
 public:
  Loader(TagNames& tags, Lexicon& lexicon) : tags_(tags), lexicon_(lexicon) {}

  Result<EventVocabulary> Run(std::span<const RuleFile> files) {
    AddTags();
    using Reader = Status (Loader::*)(const RuleFile&, const toml::table&);
    const std::map<std::string_view, Reader> readers = {
        {"measures.toml", &Loader::ReadMeasures},    {"items.toml", &Loader::ReadItems},
        {"subjects.toml", &Loader::ReadSubjects},    {"activities.toml", &Loader::ReadActivities},
        {"unit_kinds.toml", &Loader::ReadUnitKinds}, {"event_words.toml", &Loader::ReadWords},
        {"names.toml", &Loader::ReadNames},
    };
    for (const RuleFile& file : files) {
      const auto reader = readers.find(file.name);
      if (reader == readers.end()) continue;
      auto table = ParseToml(file);
      if (!table) return tl::unexpected(table.error());
      if (auto status = (this->*reader->second)(file, *table); !status) return tl::unexpected(status.error());
    }
    if (auto status = AddPhrases(); !status) return tl::unexpected(status.error());
    return std::move(out_);
  }

 private:
  // A phrase waits here until all files are read, so that a user's entry can replace a built-in one.
  struct Phrases {
    std::vector<std::string> nouns;
    std::vector<std::string> others;  // verbs of measures, adjectives of subjects
  };

  Tag AddTag(std::string_view name, SenseClass sense) {
    const Tag tag = tags_.Add(name);
    if (out_.class_of.size() <= tag) out_.class_of.resize(tag + size_t{1}, SenseClass::kNone);
    out_.class_of[tag] = sense;
    tags_added_.emplace_back(name);
    return tag;
  }

  void AddTags() {
    for (size_t i = 0; i < kUnitKinds; ++i) out_.unit_tags[i] = AddTag(kUnitKindNames[i], SenseClass::kNone);
    out_.figure_tag = AddTag("figure", SenseClass::kNone);
    out_.date_tag = AddTag("period", SenseClass::kNone);
    out_.basis_tag = AddTag("basis_period", SenseClass::kNone);
    out_.duration_tag = out_.unit_tags[static_cast<size_t>(UnitKind::kDuration)];
    out_.threshold_tag = AddTag("threshold_figure", SenseClass::kNone);
    out_.reached_tag = AddTag("reached_figure", SenseClass::kNone);
    out_.measure_tag = AddTag("measure", SenseClass::kMeasure);
    out_.verb_tag = AddTag("measure_verb", SenseClass::kMeasureVerb);
    out_.item_tag = AddTag("item", SenseClass::kItem);
    out_.subject_tag = AddTag("subject", SenseClass::kSubject);
    adjective_tag_ = AddTag("subject_adjective", SenseClass::kAdjective);
    out_.activity_tag = AddTag("activity", SenseClass::kActivity);
    reserved_ = tags_added_;
  }

  static Status Unknown(const RuleFile& file, const toml::node& node, std::string_view key) {
    return Fail(ErrorCode::kUsage, PlaceOf(file, node), fmt::format("'{}' is not known here", key),
                "See docs/rules.md for what an entry may hold");
  }

  Status ReadUnits(const RuleFile& file, const toml::table& table, uint32_t& mask) {
    auto names = StringsOf(file, table.get("units"));
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      if (name == "index") continue;
      const auto it = std::find(kUnitKindNames.begin(), kUnitKindNames.end(), name);
      if (it == kUnitKindNames.end()) {
        return Fail(ErrorCode::kUsage, PlaceOf(file, *table.get("units")),
                    fmt::format("there is no kind of unit '{}'", name), "Use the kinds of unit_kinds.toml");
      }
      mask |= 1U << static_cast<uint32_t>(it - kUnitKindNames.begin());
    }
    return {};
  }

  Status ReadMeasure(const RuleFile& file, const toml::table& table) {
    MeasureEntry entry;
    entry.id = table["id"].value_or(std::string());
    entry.name = table["name"].value_or(entry.id);
    if (entry.id.empty())
      return Fail(ErrorCode::kUsage, PlaceOf(file, table), "a measure needs an id", "Add id = \"…\"");
    entry.activity = table["activity"].value_or(std::string());
    entry.item = table["item"].value_or(std::string());
    entry.item_else = table["item_else"].value_or(std::string());
    entry.as_activity = table["as_activity"].value_or(std::string());
    entry.set = table["set"].value_or(false);
    entry.company = table["company"].value_or(false);
    entry.weak = table["weak"].value_or(false);
    entry.rate = table["rate"].value_or(false);
    entry.national = table["national"].value_or(false);
    entry.standing = table["standing"].value_or(false);
    entry.traded = table["traded"].value_or(false);
    auto alone = StringsOf(file, table.get("units_alone"));
    if (!alone) return tl::unexpected(alone.error());
    if (auto status = ReadUnits(file, table, entry.units); !status) return status;
    auto takes = StringsOf(file, table.get("takes"));
    auto words = StringsOf(file, table.get("words"));
    auto verbs = StringsOf(file, table.get("verbs"));
    for (const auto* list : {&takes, &words, &verbs}) {
      if (!*list) return tl::unexpected(list->error());
    }
    entry.takes_item = std::find(takes->begin(), takes->end(), "item") != takes->end();
    entry.takes_subject = std::find(takes->begin(), takes->end(), "subject") != takes->end();
    const int known = out_.MeasureById(entry.id);
    const size_t at = known >= 0 ? static_cast<size_t>(known) : out_.measures.size();
    if (known < 0) {
      out_.measures.emplace_back();
      measure_phrases_.emplace_back();
      out_.measure_tags.push_back(AddTag("measure-" + entry.id, SenseClass::kNone));
    }
    if (auto other = table["otherwise"].value<std::string>()) otherwise_.emplace_back(at, *other);
    for (const std::string& unit : *alone) out_.unit_measures[unit] = static_cast<int>(at);
    if (table["of_things"].value_or(false)) out_.price_of_things = static_cast<int>(at);
    out_.measures[at] = std::move(entry);
    measure_phrases_[at] = {std::move(*words), std::move(*verbs)};
    return {};
  }

  Status ReadTraits(const RuleFile& file, const toml::table& table) {
    return ReadNamed(
        file, table, "traits",
        [&](const std::string& name, const toml::table*, const std::vector<std::string>& measures) -> Status {
          const auto it = std::find(kTraitNames.begin(), kTraitNames.end(), name);
          if (it == kTraitNames.end()) return Unknown(file, *table["traits"].as_table()->get(name), name);
          for (const std::string& measure : measures)
            traits_[measure] |= 1U << static_cast<uint32_t>(it - kTraitNames.begin());
          return {};
        });
  }

  // What goes out and what comes in, and the activities and limits that speak of it.
  void TieFlows() {
    std::unordered_map<std::string, Flow> flow_of;  // by activity
    for (MeasureEntry& entry : out_.measures) {
      if (const auto traits = traits_.find(entry.name); traits != traits_.end()) entry.traits = traits->second;
      if (entry.Is(MeasureTrait::kOutflow)) entry.flow = Flow::kOut;
      if (entry.Is(MeasureTrait::kInflow)) entry.flow = Flow::kIn;
      if (entry.flow != Flow::kNone && !entry.as_activity.empty()) flow_of[entry.as_activity] = entry.flow;
    }
    const auto flow = [&](const std::string& activity) {
      const auto it = flow_of.find(activity);
      return it == flow_of.end() ? Flow::kNone : it->second;
    };
    for (MeasureEntry& entry : out_.measures) {
      if (entry.set && entry.flow == Flow::kNone) entry.flow = flow(entry.activity);
    }
    for (const std::string& activity : out_.activities) out_.activity_flows.push_back(flow(activity));
  }

  Status ReadMeasures(const RuleFile& file, const toml::table& table) {
    if (auto status = ReadTraits(file, table); !status) return status;
    const auto* list = table["measure"].as_array();
    if (list == nullptr) return {};
    for (const toml::node& node : *list) {
      const auto* entry = node.as_table();
      if (entry == nullptr) return Unknown(file, node, "measure");
      if (entry->contains("also")) {
        auto status = NoteMore(file, *entry, "measure", (*entry)["id"].value_or(std::string()));
        if (!status) return status;
        continue;
      }
      if (auto status = ReadMeasure(file, *entry); !status) return status;
    }
    return {};
  }

  // Words to be added to an entry of an earlier file: "sugar" = { also = ["sucrose"] }.
  struct MoreWords {
    std::string_view key;
    std::string name;
    std::vector<std::string> words;
    std::string where;
  };

  Status NoteMore(const RuleFile& file, const toml::table& table, std::string_view key, std::string name) {
    auto words = StringsOf(file, table.get("also"));
    if (!words) return tl::unexpected(words.error());
    more_.push_back({key, std::move(name), std::move(*words), PlaceOf(file, *table.get("also"))});
    return {};
  }

  Status AddMore(const MoreWords& more) {
    const auto place = [&](const auto& index) {
      const auto it = index.find(more.name);
      return it == index.end() ? kNowhere : it->second;
    };
    const int measure = more.key == "measure" ? out_.MeasureById(more.name) : -1;
    const size_t at = more.key == "items"      ? place(item_index_)
                      : more.key == "subjects" ? place(subject_index_)
                      : measure >= 0           ? static_cast<size_t>(measure)
                                               : kNowhere;
    if (at == kNowhere) {
      return Fail(ErrorCode::kUsage, more.where, fmt::format("there is no entry '{}' to add words to", more.name),
                  "Give words instead of also");
    }
    const Tag tag = more.key == "items" ? out_.item_tag : more.key == "subjects" ? out_.subject_tag : out_.measure_tag;
    AddAll(more.words, tag, at);
    return {};
  }

  // Entries of a table of names: calls `read` with the name, its table (or null) and its words.
  Status ReadNamed(const RuleFile& file, const toml::table& table, std::string_view key,
                   const std::function<Status(std::string, const toml::table*, std::vector<std::string>)>& read) {
    const auto* entries = table[key].as_table();
    if (entries == nullptr) return {};
    for (const auto& [name, node] : *entries) {
      const auto* inner = node.as_table();
      if (inner != nullptr && inner->contains("also")) {
        if (auto status = NoteMore(file, *inner, key, std::string(name.str())); !status) return status;
        continue;
      }
      auto words = StringsOf(file, inner != nullptr ? inner->get("words") : &node);
      if (!words) return tl::unexpected(words.error());
      if (auto status = read(std::string(name.str()), inner, std::move(*words)); !status) return status;
    }
    return {};
  }

  // The place of a name's entry in `phrases`, new or not.
  static size_t Slot(std::unordered_map<std::string, size_t>& index, std::vector<Phrases>& phrases,
                     const std::string& name) {
    const auto [it, added] = index.try_emplace(name, phrases.size());
    if (added) phrases.emplace_back();
    return it->second;
  }

  Status ReadItems(const RuleFile& file, const toml::table& table) {
    return ReadNamed(
        file, table, "items",
        [this, &file](std::string name, const toml::table* inner, std::vector<std::string> words) -> Status {
          const size_t at = Slot(item_index_, item_phrases_, name);
          if (at == out_.items.size()) out_.items.emplace_back();
          if (inner != nullptr) {
            auto alone = StringsOf(file, inner->get("units_alone"));
            if (!alone) return tl::unexpected(alone.error());
            for (const std::string& unit : *alone) out_.unit_items[unit] = static_cast<int>(at);
          }
          out_.items[at] = {std::move(name), inner == nullptr || (*inner)["priced"].value_or(true)};
          item_phrases_[at] = {std::move(words), {}};
          return {};
        });
  }

  Status ReadSubjects(const RuleFile& file, const toml::table& table) {
    static const std::map<std::string_view, SubjectKind> kinds = {{"country", SubjectKind::kCountry},
                                                                  {"region", SubjectKind::kRegion},
                                                                  {"organisation", SubjectKind::kOrganisation},
                                                                  {"world", SubjectKind::kWorld},
                                                                  {"company", SubjectKind::kCompany},
                                                                  {"area", SubjectKind::kArea},
                                                                  {"agency", SubjectKind::kAgency}};
    return ReadNamed(file, table, "subjects",
                     [&](const std::string& name, const toml::table* inner, std::vector<std::string> words) -> Status {
                       std::vector<std::string> adjectives;
                       SubjectEntry entry{name, SubjectKind::kCompany};
                       if (inner != nullptr) {
                         const auto kind = kinds.find((*inner)["kind"].value_or(std::string_view("company")));
                         if (kind == kinds.end()) return Unknown(file, *inner->get("kind"), "kind");
                         entry.kind = kind->second;
                         auto read = StringsOf(file, inner->get("adjectives"));
                         if (!read) return tl::unexpected(read.error());
                         adjectives = std::move(*read);
                       }
                       if (inner != nullptr) {
                         if (auto of = (*inner)["of"].value<std::string>()) subject_of_.emplace_back(name, *of);
                       }
                       const size_t at = Slot(subject_index_, subject_phrases_, name);
                       if (at == out_.subjects.size()) out_.subjects.emplace_back();
                       out_.subjects[at] = std::move(entry);
                       subject_phrases_[at] = {std::move(words), std::move(adjectives)};
                       return {};
                     });
  }

  Status ReadActivities(const RuleFile& file, const toml::table& table) {
    return ReadNamed(file, table, "activities",
                     [this](std::string name, const toml::table*, std::vector<std::string> words) -> Status {
                       const size_t at = Slot(activity_index_, activity_phrases_, name);
                       if (at == out_.activities.size()) out_.activities.emplace_back();
                       out_.activities[at] = std::move(name);
                       activity_phrases_[at] = {std::move(words), {}};
                       return {};
                     });
  }

  Status ReadUnitKinds(const RuleFile& file, const toml::table& table) {
    return ReadNamed(file, table, "unit_kinds",
                     [&](const std::string& name, const toml::table*, const std::vector<std::string>& units) -> Status {
                       const auto it = std::find(kUnitKindNames.begin(), kUnitKindNames.end(), name);
                       if (it == kUnitKindNames.end()) return Unknown(file, table, name);
                       const auto kind = static_cast<UnitKind>(it - kUnitKindNames.begin());
                       for (const std::string& unit : units) out_.unit_kinds[unit] = kind;
                       return {};
                     });
  }

  // A key of the words is a tag, which patterns must be able to name and which has no other meaning.
  Status CheckTag(const RuleFile& file, const toml::key& key) const {
    const std::string_view name = key.str();
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    if (name.empty() || name.find_first_not_of(kLetters) != std::string_view::npos)
      return Fail(ErrorCode::kUsage, PlaceOf(file, key), fmt::format("'{}' is no name for a tag", name),
                  "Use small letters, digits, _ and -");
    if (name.starts_with("measure-") || std::find(reserved_.begin(), reserved_.end(), name) != reserved_.end())
      return Fail(ErrorCode::kUsage, PlaceOf(file, key), fmt::format("the tag '{}' has a meaning of its own", name),
                  "Choose another name");
    return {};
  }

  Status ReadWords(const RuleFile& file, const toml::table& table) {
    if (const auto* entries = table["words"].as_table(); entries != nullptr && file.own) {
      for (const auto& [key, words] : *entries) {
        if (auto status = CheckTag(file, key); !status) return status;
      }
    }
    return ReadNamed(
        file, table, "words",
        [this](const std::string& name, const toml::table*, const std::vector<std::string>& words) -> Status {
          const Tag tag = AddTag(name, SenseClass::kRole);
          const auto it = std::find(kRoleNames.begin(), kRoleNames.end(), name);
          if (out_.role_of.size() <= tag) out_.role_of.resize(tag + size_t{1}, 0);
          if (it != kRoleNames.end()) out_.role_of[tag] = uint64_t{1} << static_cast<uint64_t>(it - kRoleNames.begin());
          for (const std::string& word : words) lexicon_.Add(word, tag, 0);
          return {};
        });
  }

  Status ReadNames(const RuleFile& file, const toml::table& table) {
    const std::map<std::string_view, std::vector<std::string>*> lists = {
        {"span_ordinals", &out_.span_ordinals}, {"year_earlier", &out_.year_earlier}, {"preceding", &out_.preceding}};
    const std::map<std::string_view, WordSet*> sets = {{"company_suffixes", &out_.company_suffixes},
                                                       {"kept", &out_.company_words},
                                                       {"bodies", &out_.bodies},
                                                       {"portfolios", &out_.portfolios},
                                                       {"titles", &out_.titles},
                                                       {"no_name", &out_.no_name},
                                                       {"inner", &out_.name_inner},
                                                       {"seats", &out_.seats},
                                                       {"works", &out_.works},
                                                       {"describers", &out_.describers},
                                                       {"reports", &out_.reports},
                                                       {"through", &out_.through},
                                                       {"after", &out_.after},
                                                       {"acts", &out_.acts},
                                                       {"told", &out_.told},
                                                       {"backshift", &out_.backshift},
                                                       {"it", &out_.it},
                                                       {"at_house", &out_.at_house},
                                                       {"within", &out_.within},
                                                       {"decisions", &out_.decisions},
                                                       {"agent_by", &out_.agent_by},
                                                       {"plural_verbs", &out_.plural_verbs},
                                                       {"adverbs", &out_.adverbs},
                                                       {"body_inner", &out_.body_inner}};
    std::vector<std::string> known;
    known.reserve(lists.size() + sets.size());
    for (const auto& [name, list] : lists) known.emplace_back(name);
    for (const auto& [name, set] : sets) known.emplace_back(name);
    return ReadNamed(file, table, "names",
                     [&](const std::string& name, const toml::table*, const std::vector<std::string>& words) -> Status {
                       const auto list = lists.find(name);
                       const auto set = sets.find(name);
                       if (list != lists.end()) {
                         list->second->insert(list->second->end(), words.begin(), words.end());
                       } else if (set != sets.end()) {
                         set->second->insert(words.begin(), words.end());
                       } else {
                         return Fail(ErrorCode::kUsage, PlaceOf(file, table["names"].as_table()->find(name)->first),
                                     fmt::format("'{}' is not known here{}", name, Suggestion(name, known)),
                                     fmt::format("Use {}", fmt::join(known, ", ")));
                       }
                       return {};
                     });
  }

  void AddAll(const std::vector<std::string>& words, Tag tag, size_t entry) {
    for (const std::string& word : words) {
      for (const std::string& spelling : Spellings(word)) lexicon_.Add(spelling, tag, static_cast<uint32_t>(entry));
    }
  }

  // The country of each agency, and the words that a body's name may begin with: "Philippine Statistics Authority".
  void TieAgencies() {
    for (const auto& [agency, country] : subject_of_) {
      const auto from = subject_index_.find(agency);
      const auto to = subject_index_.find(country);
      if (from == subject_index_.end() || to == subject_index_.end()) continue;
      out_.subjects[from->second].of = static_cast<int>(to->second);
    }
    for (size_t i = 0; i < subject_phrases_.size(); ++i) {
      const SubjectKind kind = out_.subjects[i].kind;
      for (const std::string& words : subject_phrases_[i].nouns) {
        if (words.find(' ') == std::string::npos)
          out_.single_names.insert(words.substr(words.starts_with('=') ? 1 : 0));
      }
      if (kind != SubjectKind::kCountry && kind != SubjectKind::kRegion) continue;
      for (const auto* list : {&subject_phrases_[i].nouns, &subject_phrases_[i].others}) {
        for (const std::string& words : *list) {
          std::string word = words.substr(words.starts_with('=') ? 1 : 0);
          if (word.ends_with("(s)")) word.resize(word.size() - 3);
          if (word.find(' ') == std::string::npos) out_.country_words.emplace(std::move(word), static_cast<int>(i));
        }
      }
    }
  }

  Status AddPhrases() {
    TieAgencies();
    TieFlows();
    for (const auto& [at, other] : otherwise_) out_.measures[at].otherwise = out_.MeasureById(other);
    for (size_t i = 0; i < measure_phrases_.size(); ++i) {
      AddAll(measure_phrases_[i].nouns, out_.measure_tag, i);
      AddAll(measure_phrases_[i].others, out_.verb_tag, i);
    }
    for (size_t i = 0; i < item_phrases_.size(); ++i) AddAll(item_phrases_[i].nouns, out_.item_tag, i);
    for (size_t i = 0; i < subject_phrases_.size(); ++i) {
      AddAll(subject_phrases_[i].nouns, out_.subject_tag, i);
      AddAll(subject_phrases_[i].others, adjective_tag_, i);
    }
    for (size_t i = 0; i < activity_phrases_.size(); ++i) AddAll(activity_phrases_[i].nouns, out_.activity_tag, i);
    for (const MoreWords& more : more_) {
      if (auto status = AddMore(more); !status) return status;
    }
    return {};
  }

  TagNames& tags_;
  Lexicon& lexicon_;
  EventVocabulary out_;
  Tag adjective_tag_ = 0;
  std::vector<std::string> tags_added_;
  std::vector<std::string> reserved_;  // names of tags with a meaning of their own
  static constexpr size_t kNowhere = SIZE_MAX;
  std::vector<MoreWords> more_;
  std::vector<std::pair<size_t, std::string>> otherwise_;
  std::unordered_map<std::string, uint32_t> traits_;             // by name of a measure
  std::vector<std::pair<std::string, std::string>> subject_of_;  // agency, its country
  std::vector<Phrases> measure_phrases_;
  std::vector<Phrases> item_phrases_;
  std::vector<Phrases> subject_phrases_;
  std::vector<Phrases> activity_phrases_;
  std::unordered_map<std::string, size_t> item_index_;
  std::unordered_map<std::string, size_t> subject_index_;
  std::unordered_map<std::string, size_t> activity_index_;
};

bool IsCurrency(std::string_view code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

UnitKind EventVocabulary::KindOf(std::string_view unit) const {
  if (unit.empty()) return UnitKind::kBare;
  const auto known = unit_kinds.find(unit);
  if (known != unit_kinds.end()) return known->second;
  const size_t slash = unit.find('/');
  if (!IsCurrency(unit.substr(0, slash))) return UnitKind::kCount;
  const bool plain = slash == std::string_view::npos || unit.substr(slash) == "/100";
  return plain ? UnitKind::kMoney : UnitKind::kPerUnit;
}

int EventVocabulary::MeasureByUnit(const std::string& unit) const {
  const auto found = unit_measures.find(unit);
  return found != unit_measures.end() ? found->second : -1;
}

int EventVocabulary::ItemByUnit(const std::string& unit) const {
  const auto found = unit_items.find(unit);
  return found != unit_items.end() ? found->second : -1;
}

int EventVocabulary::MeasureById(std::string_view id) const {
  for (size_t i = 0; i < measures.size(); ++i) {
    if (measures[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

Result<EventVocabulary> LoadEventVocabulary(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon) {
  return Loader(tags, lexicon).Run(files);
}

void NoteWordTags(const TagNames& tags, const std::unordered_set<std::string>& words, EventVocabulary& vocabulary) {
  vocabulary.class_of.resize(std::max(vocabulary.class_of.size(), tags.size()), SenseClass::kNone);
  for (size_t tag = 0; tag < tags.size(); ++tag) {
    const std::string& name = tags.NameOf(static_cast<Tag>(tag));
    if (name.size() > 1 && name.front() == '=' && words.contains(name.substr(1)))
      vocabulary.class_of[tag] = SenseClass::kWord;
  }
}

}  // namespace tallywire::extract
