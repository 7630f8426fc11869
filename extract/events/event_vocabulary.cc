#include "extract/events/event_vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "extract/events/clause_reader.h"
#include "extract/events/measure_reader.h"
#include "extract/events/name_reader.h"
#include "extract/events/subject_reader.h"
#include "extract/events/vocabulary_entries.h"
#include "extract/files/rule_document.h"

namespace tallywire::extract {
namespace {

class Loader {
 public:
  Loader(TagNames& tags, Lexicon& lexicon) : tags_(tags), lexicon_(lexicon) {}

  Result<EventVocabulary> Run(std::span<const RuleFile> files) {
    AddTags();
    using Reader = Status (Loader::*)(const RuleFile&, const RuleNode&);
    const std::map<std::string_view, Reader> readers = {
        {"measures.toml", &Loader::ReadMeasures},    {"items.toml", &Loader::ReadItems},
        {"subjects.toml", &Loader::ReadSubjects},    {"activities.toml", &Loader::ReadActivities},
        {"unit_kinds.toml", &Loader::ReadUnitKinds}, {"event_words.toml", &Loader::ReadWords},
        {"names.toml", &Loader::ReadNames},          {"clauses.toml", &Loader::ReadClauses},
    };
    for (const RuleFile& file : files) {
      const auto reader = readers.find(file.name);
      if (reader == readers.end()) continue;
      const auto document = RuleDocument::Read(file);
      if (!document) return tl::unexpected(document.error());
      if (auto status = (this->*reader->second)(file, document->root()); !status) return tl::unexpected(status.error());
    }
    subjects_.Tie();
    measures_.Tie();
    TieItems();
    if (auto status = AddWords(); !status) return tl::unexpected(status.error());
    return std::move(out_);
  }

 private:
  Tag AddTag(std::string_view name, SenseClass sense) {
    const Tag tag = tags_.Add(name);
    if (out_.class_of.size() <= tag) out_.class_of.resize(tag + size_t{1}, SenseClass::kNone);
    out_.class_of[tag] = sense;
    tags_added_.emplace_back(name);
    return tag;
  }

  void AddTags() {
    for (size_t i = 0; i < kUnitKinds; ++i)
      out_.unit_tags[i] = AddTag(NameOf(static_cast<UnitKind>(i)), SenseClass::kNone);
    out_.figure_tag = AddTag("figure", SenseClass::kNone);
    out_.date_tag = AddTag("period", SenseClass::kNone);
    out_.basis_tag = AddTag("basis_period", SenseClass::kNone);
    out_.duration_tag = out_.unit_tags[static_cast<size_t>(UnitKind::kDuration)];
    out_.threshold_tag = AddTag("threshold_figure", SenseClass::kNone);
    out_.reached_tag = AddTag("reached_figure", SenseClass::kNone);
    out_.multiplied_tag = AddTag("multiplied_figure", SenseClass::kNone);
    out_.most_tag = AddTag("most_figure", SenseClass::kNone);
    out_.measure_tag = AddTag("measure", SenseClass::kMeasure);
    out_.verb_tag = AddTag("measure_verb", SenseClass::kMeasureVerb);
    out_.item_tag = AddTag("item", SenseClass::kItem);
    out_.subject_tag = AddTag("subject", SenseClass::kSubject);
    adjective_tag_ = AddTag("subject_adjective", SenseClass::kAdjective);
    out_.activity_tag = AddTag("activity", SenseClass::kActivity);
    reserved_ = tags_added_;
  }

  Status ReadMeasures(const RuleFile& file, const RuleNode& root) {
    if (auto status = measures_.Read(file, root); !status) return status;
    for (size_t i = out_.measure_tags.size(); i < out_.measures.size(); ++i)
      out_.measure_tags.push_back(AddTag("measure-" + out_.measures[i].id, SenseClass::kNone));
    return {};
  }

  Status ReadSubjects(const RuleFile& file, const RuleNode& root) { return subjects_.Read(file, root); }

  Status ReadNames(const RuleFile& file, const RuleNode& root) { return ReadNameWords(file, root, out_); }

  Status ReadClauses(const RuleFile& file, const RuleNode& root) { return ReadClauseWords(file, root, out_); }

  Status ReadItems(const RuleFile& file, const RuleNode& root) {
    return ReadSection(file, root, "items", &items_,
                       [&](const std::string& name, const RuleNode* table, std::vector<std::string> words) -> Status {
                         const size_t at = items_.PlaceFor(name);
                         if (at == out_.items.size()) out_.items.emplace_back();
                         out_.items[at] = ItemEntry();
                         out_.items[at].name = name;
                         if (table != nullptr) {
                           if (Status status = ReadItem(file, *table, at); !status) return status;
                         }
                         for (const std::string& word : words) NoteCapitals(word);
                         items_.SetWords(at, {std::move(words), {}});
                         return {};
                       });
  }

  // What the entry tells besides its words.
  Status ReadItem(const RuleFile& file, const RuleNode& table, size_t at) {
    auto alone = StringsOf(file, table.Get("units_alone"));
    if (!alone) return tl::unexpected(alone.error());
    auto meant = StringsOf(file, table.Get("stands_for"));
    if (!meant) return tl::unexpected(meant.error());
    auto never = StringsOf(file, table.Get("never_in"));
    if (!never) return tl::unexpected(never.error());
    ItemEntry& item = out_.items[at];
    for (const std::string& unit : *never) item.never_in.Add(unit);
    for (const std::string& unit : *alone) out_.unit_items.Set(unit, static_cast<int>(at));
    for (std::string& other : *meant) stands_for_.emplace_back(item.name, std::move(other));
    if (const auto whole = table["kind_of"].AsText()) kind_of_.emplace_back(item.name, *whole);
    item.priced = table["priced"].FlagOr(true);
    item.counted = table["counted"].FlagOr(false);
    item.unit = table["unit"].TextOr("");
    item.energy = table["energy"].FlagOr(false);
    item.benchmark = table["benchmark"].FlagOr(false);
    return {};
  }

  void TieItems() {
    for (const auto& [kind, whole] : kind_of_) {
      const auto from = items_.Find(kind);
      const auto to = items_.Find(whole);
      if (from && to) out_.items[*from].kind_of = static_cast<int>(*to);
    }
    for (const auto& [whole, meant] : stands_for_) {
      const auto from = items_.Find(whole);
      const auto to = items_.Find(meant);
      if (from && to) out_.items[*from].stands_for.push_back(static_cast<int>(*to));
    }
    for (size_t place = 0; place < out_.items.size(); ++place) {
      std::vector<std::string>& heads = out_.items[place].heads;
      for (const std::string& words : items_.words()[place].nouns) {
        const size_t blank = words.rfind(' ');
        if (blank == std::string::npos) continue;
        for (std::string& form : ExpandForms(words.substr(blank + 1))) {
          const bool known = std::find(heads.begin(), heads.end(), form) != heads.end();
          // "oil" is no word for Brent, of whose names it ends one.
          const bool kind = out_.items[place].kind_of >= 0 && !out_.items[place].name.ends_with(" " + form);
          if (!known && !kind && out_.heads.contains(form)) heads.push_back(std::move(form));
        }
      }
    }
  }

  void NoteCapitals(std::string_view word) {
    if (word.starts_with('=')) word.remove_prefix(1);
    const auto capital = [&](size_t at) { return at < word.size() && word[at] >= 'A' && word[at] <= 'Z'; };
    if (!capital(0) || !capital(1) || word.find(' ') != std::string_view::npos) return;
    for (const std::string& form : ExpandForms(word)) out_.capital_goods.Add(form);
  }

  Status ReadActivities(const RuleFile& file, const RuleNode& root) {
    return ReadSection(file, root, "activities", nullptr,
                       [&](const std::string& name, const RuleNode*, std::vector<std::string> words) -> Status {
                         const size_t at = activities_.PlaceFor(name);
                         if (at == out_.activities.size()) out_.activities.emplace_back();
                         out_.activities[at] = name;
                         activities_.SetWords(at, {std::move(words), {}});
                         return {};
                       });
  }

  Status ReadUnitKinds(const RuleFile& file, const RuleNode& root) {
    return ReadSection(file, root, "unit_kinds", nullptr,
                       [&](const std::string& name, const RuleNode*, const std::vector<std::string>& units) -> Status {
                         const auto kind = UnitKindNamed(name);
                         if (!kind) return UnknownKey(file, root, name);
                         for (const std::string& unit : units) out_.unit_kinds.Set(unit, *kind);
                         return {};
                       });
  }

  // A key of the words is a tag, which patterns must be able to name and which has no other meaning.
  Status CheckTag(const RuleFile& file, const RuleNode& entry) const {
    const std::string_view name = entry.name();
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    if (name.empty() || name.find_first_not_of(kLetters) != std::string_view::npos)
      return Fail(ErrorCode::kUsage, PlaceOfName(file, entry), fmt::format("'{}' is no name for a tag", name),
                  "Use small letters, digits, _ and -");
    if (name.starts_with("measure-") || std::find(reserved_.begin(), reserved_.end(), name) != reserved_.end())
      return Fail(ErrorCode::kUsage, PlaceOfName(file, entry),
                  fmt::format("the tag '{}' has a meaning of its own", name), "Choose another name");
    return {};
  }

  Status ReadWords(const RuleFile& file, const RuleNode& root) {
    if (const auto* entries = root["words"].AsTable(); entries != nullptr && file.own) {
      for (const RuleNode& words : *entries) {
        if (auto status = CheckTag(file, words); !status) return status;
      }
    }
    return ReadSection(file, root, "words", nullptr,
                       [&](const std::string& name, const RuleNode*, const std::vector<std::string>& words) -> Status {
                         const Tag tag = AddTag(name, SenseClass::kRole);
                         if (out_.role_of.size() <= tag) out_.role_of.resize(tag + size_t{1}, 0);
                         if (const auto role = WordRoleNamed(name)) out_.role_of[tag] = BitOf(*role);
                         for (const std::string& word : words) lexicon_.Add(word, tag, 0);
                         return {};
                       });
  }

  Status AddWords() {
    const VocabularyEntries& measures = measures_.entries();
    const VocabularyEntries& subjects = subjects_.entries();
    measures.AddWords(out_.measure_tag, out_.verb_tag, lexicon_);
    items_.AddWords(out_.item_tag, out_.item_tag, lexicon_);
    subjects.AddWords(out_.subject_tag, adjective_tag_, lexicon_);
    activities_.AddWords(out_.activity_tag, out_.activity_tag, lexicon_);
    if (auto status = measures.AddMoreWords(out_.measure_tag, lexicon_); !status) return status;
    if (auto status = items_.AddMoreWords(out_.item_tag, lexicon_); !status) return status;
    return subjects.AddMoreWords(out_.subject_tag, lexicon_);
  }

  TagNames& tags_;
  Lexicon& lexicon_;
  EventVocabulary out_;
  MeasureReader measures_{out_};
  SubjectReader subjects_{out_};
  VocabularyEntries items_;
  VocabularyEntries activities_;
  std::vector<std::pair<std::string, std::string>> kind_of_;     // names of items and of what they are kinds of
  std::vector<std::pair<std::string, std::string>> stands_for_;  // a thing, and one that may be meant by it
  Tag adjective_tag_ = 0;
  std::vector<std::string> tags_added_;
  std::vector<std::string> reserved_;  // names of tags with a meaning of their own
};

bool IsCurrency(std::string_view code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

UnitKind EventVocabulary::KindOf(std::string_view unit) const {
  if (unit.empty()) return UnitKind::kBare;
  if (const UnitKind* known = unit_kinds.Find(unit)) return *known;
  const size_t slash = unit.find('/');
  const std::string_view whole = unit.substr(0, slash);
  const UnitKind* per = slash == std::string_view::npos ? nullptr : unit_kinds.Find(unit.substr(slash + 1));
  const bool timed = per != nullptr && *per == UnitKind::kDuration;
  if (IsCurrency(whole)) {
    const bool plain = slash == std::string_view::npos || timed || unit.substr(slash) == "/100";
    return plain ? UnitKind::kMoney : UnitKind::kPerUnit;
  }
  const UnitKind* of = timed ? unit_kinds.Find(whole) : nullptr;
  return of != nullptr && *of == UnitKind::kAmount ? UnitKind::kRate : UnitKind::kCount;
}

int EventVocabulary::MeasureByUnit(std::string_view unit) const {
  const int* found = unit_measures.Find(unit);
  return found != nullptr ? *found : -1;
}

int EventVocabulary::ItemByUnit(std::string_view unit) const {
  const int* found = unit_items.Find(unit);
  return found != nullptr ? *found : -1;
}

bool EventVocabulary::IsKindOf(int item, int whole) const {
  const std::vector<int>& meant = items[static_cast<size_t>(whole)].stands_for;
  const auto stands = [&](int entry) { return std::find(meant.begin(), meant.end(), entry) != meant.end(); };
  if (item != whole && stands(item)) return true;
  for (int at = items[static_cast<size_t>(item)].kind_of; at >= 0; at = items[static_cast<size_t>(at)].kind_of) {
    if (at == whole || stands(at)) return true;
  }
  return false;
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

void NoteWordTags(const TagNames& tags, const WordSet& words, EventVocabulary& vocabulary) {
  vocabulary.class_of.resize(std::max(vocabulary.class_of.size(), tags.size()), SenseClass::kNone);
  for (size_t tag = 0; tag < tags.size(); ++tag) {
    const std::string_view name = tags.NameOf(static_cast<Tag>(tag));
    if (name.size() > 1 && name.front() == '=' && words.contains(name.substr(1)))
      vocabulary.class_of[tag] = SenseClass::kWord;
  }
}

}  // namespace tallywire::extract
