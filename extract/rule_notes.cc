#include "extract/rule_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/events/event_vocabulary.h"
#include "extract/figures/unit_table.h"
#include "extract/files/rule_document.h"
#include "extract/text/lexicon.h"

namespace tallywire::extract {
namespace {

// What a word stands for: "item", "sugar".
struct Meaning {
  std::string_view noun;
  std::string name;

  friend bool operator==(const Meaning& a, const Meaning& b) { return a.noun == b.noun && a.name == b.name; }
};

class Noter {
 public:
  explicit Noter(std::span<const RuleFile> files) : files_(files) {}

  std::vector<Error> Run() {
    auto vocabulary = LoadEventVocabulary(files_, tags_, lexicon_);
    if (!vocabulary || !units_.Load(files_, tags_, lexicon_)) return {};
    vocabulary_ = std::move(*vocabulary);
    for (const RuleFile& file : files_) {
      if (file.own) Read(file);
    }
    return std::move(notes_);
  }

 private:
  void Read(const RuleFile& file) {
    file_ = &file;
    const auto document = RuleDocument::Read(file);
    if (!document) return;
    const RuleNode& root = document->root();
    const std::string kind = KindOf(file);
    if (kind == "items") ReadNames(root.Get("items"), "item");
    if (kind == "subjects") ReadNames(root.Get("subjects"), "subject");
    if (kind == "measures") ReadEntries(root.Get("measure"), "measure");
    if (kind == "units") ReadEntries(root.Get("unit"), "unit");
    if (kind == "unit_kinds") ReadUnitKinds(root.Get("unit_kinds"));
  }

  void ReadNames(const RuleNode* section, std::string_view noun) {
    if (section == nullptr || !section->IsTable()) return;
    for (const RuleNode& entry : *section->AsTable()) ReadEntry(entry, {noun, std::string(entry.name())});
  }

  void ReadEntries(const RuleNode* section, std::string_view noun) {
    if (section == nullptr || !section->IsList()) return;
    for (const RuleNode& entry : *section->AsList()) {
      if (const auto* table = entry.AsTable()) ReadEntry(entry, {noun, (*table)["id"].TextOr("")});
    }
  }

  void ReadEntry(const RuleNode& entry, const Meaning& meant) {
    const auto* table = entry.AsTable();
    if (table == nullptr) return ReadWords(entry, meant);
    for (const std::string_view key : {"words", "verbs", "adjectives", "also"}) {
      if (const RuleNode* words = table->Get(key)) ReadWords(*words, meant);
    }
  }

  void ReadWords(const RuleNode& words, const Meaning& meant) {
    if (const auto* list = words.AsList()) {
      for (const RuleNode& word : *list) ReadWords(word, meant);
      return;
    }
    const std::string written = words.TextOr("");
    for (const std::string& form : ExpandForms(written.starts_with('=') ? written.substr(1) : written)) {
      const auto other = OtherMeaning(form, meant);
      if (!other) continue;
      return Note(words, fmt::format("'{}' is a word of the {} '{}' too", form, other->noun, other->name),
                  "Sentences with it may be read either way");
    }
  }

  std::optional<Meaning> OtherMeaning(std::string_view word, const Meaning& meant) const {
    const std::vector<Token> tokens = Tokenize(word);
    std::vector<uint32_t> numbers;
    lexicon_.NumberWords(word, tokens, numbers);
    const auto match = lexicon_.LongestAt(numbers, 0);
    if (match.tokens == 0 || match.tokens != tokens.size()) return std::nullopt;
    for (const Sense& sense : lexicon_.SensesOf(match.phrase)) {
      if (sense.exact && !lexicon_.SpelledAs(match.phrase, word)) continue;
      auto meaning = MeaningOf(sense);
      if (meaning && *meaning != meant && (meaning->noun != "role" || meant.noun != "measure")) return meaning;
    }
    return std::nullopt;
  }

  std::optional<Meaning> MeaningOf(const Sense& sense) const {
    if (sense.tag == units_.form) return Meaning{"unit", units_.units[units_.forms[sense.entry].unit].symbol};
    switch (vocabulary_.ClassOf(sense.tag)) {
      case SenseClass::kItem:
        return Meaning{"item", vocabulary_.items[sense.entry].name};
      case SenseClass::kSubject:
      case SenseClass::kAdjective:
        return Meaning{"subject", vocabulary_.subjects[sense.entry].name};
      case SenseClass::kMeasure:
      case SenseClass::kMeasureVerb:
        return Meaning{"measure", vocabulary_.measures[sense.entry].id};
      case SenseClass::kRole:
        return Meaning{"role", std::string(tags_.NameOf(sense.tag))};
      default:
        return std::nullopt;
    }
  }

  void ReadUnitKinds(const RuleNode* section) {
    if (section == nullptr || !section->IsTable()) return;
    for (const RuleNode& units : *section->AsTable()) {
      const auto* list = units.AsList();
      if (list == nullptr) continue;
      for (const RuleNode& unit : *list) {
        const std::string symbol = unit.TextOr("");
        if (!IsUnit(symbol))
          Note(unit, fmt::format("there is no unit '{}'", symbol), "It holds for things of that name that are counted");
      }
    }
  }

  // Also of rates: "t/mo".
  bool IsUnit(std::string_view symbol) const {
    const auto known = [this](std::string_view part) {
      const auto& counted = units_.denominators;
      return units_.Find(part) < units_.units.size() ||
             std::find(counted.begin(), counted.end(), part) != counted.end();
    };
    if (known(symbol)) return true;
    const size_t slash = symbol.find('/');
    return slash != std::string_view::npos && known(symbol.substr(0, slash)) && known(symbol.substr(slash + 1));
  }

  void Note(const RuleNode& node, std::string what, std::string remedy) {
    notes_.push_back({ErrorCode::kUsage, PlaceOf(*file_, node), std::move(what), std::move(remedy)});
  }

  std::span<const RuleFile> files_;
  const RuleFile* file_ = nullptr;
  TagNames tags_;
  Lexicon lexicon_;
  EventVocabulary vocabulary_;
  UnitTable units_;
  std::vector<Error> notes_;
};

}  // namespace

std::vector<Error> NotesOn(std::span<const RuleFile> files) { return Noter(files).Run(); }

}  // namespace tallywire::extract
