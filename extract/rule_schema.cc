#include "extract/rule_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "extract/files/near_name.h"
#include "extract/rule_types.h"

namespace tallywire::extract {
namespace {

constexpr const char* kRemedy = "See docs/rules.md for what a rule file may hold";

std::vector<std::string> SplitAtBars(std::string_view text) {
  std::vector<std::string> parts;
  for (size_t bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|')) {
    parts.emplace_back(text.substr(0, bar));
    text.remove_prefix(bar + 1);
  }
  parts.emplace_back(text);
  return parts;
}

template <class Map>
std::vector<std::string> KeysOf(const Map& map) {
  std::vector<std::string> keys;
  keys.reserve(map.size());
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

std::string Choices(const std::vector<std::string>& names) { return fmt::format("Use {}", fmt::join(names, ", ")); }

}  // namespace

// One run over the files.
class RuleSchema::Checker {
 public:
  Checker(const RuleSchema& schema, std::vector<Error>& mistakes) : schema_(schema), mistakes_(mistakes) {}

  void Check(const RuleFile& file) {
    file_ = &file;
    const auto sections = schema_.files_.find(KindOf(file));
    if (sections == schema_.files_.end()) return Note(file.where, UnknownFile(file));
    const auto document = RuleDocument::Read(file);
    if (!document) {
      mistakes_.push_back(document.error());
      return;
    }
    for (const RuleNode& node : document->root()) {
      const auto section = sections->second.find(node.name());
      if (section == sections->second.end()) {
        const auto names = KeysOf(sections->second);
        Note(PlaceOfName(file, node),
             fmt::format("{} has no section '{}'{}", sections->first + ".toml", node.name(),
                         Suggestion(node.name(), names)),
             fmt::format("Its sections are {}", fmt::join(names, ", ")));
      } else {
        CheckSection(sections->first, section->first, section->second, node);
      }
    }
  }

  // Once all files are read.
  void CheckReferences() {
    for (const Reference& reference : references_) {
      const auto& sections = reference.key->choices;
      const bool known = std::any_of(sections.begin(), sections.end(), [&](const std::string& section) {
        return ids_.contains({false, section, reference.id}) || ids_.contains({true, section, reference.id});
      });
      if (known) continue;
      Note(reference.place, fmt::format("there is no {} '{}'{}", NounOf(sections.front()), reference.id,
                                        Suggestion(reference.id, IdsOf(sections))));
    }
  }

 private:
  void Note(std::string where, std::string what, std::string remedy = kRemedy) {
    mistakes_.push_back({ErrorCode::kUsage, std::move(where), std::move(what), std::move(remedy)});
  }

  // "units.unit": "unit"; "items.items": "item".
  static std::string NounOf(std::string_view section) {
    const std::string_view kind = section.substr(0, section.find('.'));
    std::string noun(section.substr(kind.size() + 1));
    if (noun == kind) noun.pop_back();
    return noun;
  }

  std::vector<std::string> IdsOf(const std::vector<std::string>& sections) const {
    std::vector<std::string> ids;
    for (const auto& [key, place] : ids_) {
      if (std::find(sections.begin(), sections.end(), key.section) != sections.end()) ids.push_back(key.id);
    }
    return ids;
  }

  std::string UnknownFile(const RuleFile& file) const {
    std::string names;
    for (const auto& [name, sections] : schema_.files_) names += (names.empty() ? "" : ", ") + name;
    return fmt::format("there are no rules of the kind '{}'; the name begins with one of {}", KindOf(file), names);
  }

  void Expected(const RuleNode& node, std::string_view what) {
    Note(PlaceOf(*file_, node), fmt::format("{} is expected here", what));
  }

  void CheckSection(const std::string& kind, const std::string& name, const Section& section, const RuleNode& node) {
    if (section.form == "entries") return CheckEntries(kind, name, section, node);
    if (section.form == "words") {
      if (!IsWords(node)) Expected(node, "a list of texts");
      return;
    }
    if (section.form == "names") return CheckNames(kind, name, section, node);
    const auto* table = node.AsTable();
    if (table == nullptr) return Expected(node, fmt::format("a table [{}]", name));
    if (section.form == "table") return CheckKeys(*table, name, section);
    for (const RuleNode& value : *table) {
      if (section.form == "lists") CheckList(section, value);
      if (section.form == "texts" && !value.IsText()) Expected(value, "a text");
      if (section.form == "tables") CheckWordTable(value);
      if (section.form == "languages") CheckLanguage(value);
    }
  }

  void CheckEntries(const std::string& kind, const std::string& name, const Section& section, const RuleNode& node) {
    const auto* entries = node.AsList();
    if (entries == nullptr) return Expected(node, fmt::format("a list of entries, written [[{}]],", name));
    for (const RuleNode& entry : *entries) {
      const auto* table = entry.AsTable();
      if (table == nullptr) {
        Expected(entry, fmt::format("an entry, written [[{}]],", name));
        continue;
      }
      CheckEntry(*table, name, section);
      if (const auto id = (*table)["id"].AsText()) CheckId(kind, name, *id, PlaceOf(*file_, *table->Get("id")));
    }
  }

  void CheckId(const std::string& kind, const std::string& name, const std::string& id, const std::string& place) {
    if (std::all_of(id.begin(), id.end(), [](char c) { return c == ' '; })) return Note(place, "the id is empty");
    if (std::any_of(id.begin(), id.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }))
      return Note(place, "the id holds a line break or the like");
    const auto [first, added] = ids_.try_emplace({file_->own, kind + "." + name, id}, place);
    if (!added) Note(place, fmt::format("the id '{}' stands at {} already", id, first->second));
  }

  // A table of an entry: its keys, and that it has enough of them.
  void CheckEntry(const RuleNode& table, const std::string& name, const Section& section) {
    if (section.keys.contains("also") && table.Has("also")) return CheckAddition(table, name, section);
    CheckKeys(table, name, section);
    const auto there = [&](const std::string& key) { return table.Has(key); };
    if (section.needs.empty() || std::any_of(section.needs.begin(), section.needs.end(), there)) return;
    const std::string also = section.keys.contains("also") ? ", or 'also' to add words to an entry there is" : "";
    Note(PlaceOf(*file_, table),
         fmt::format("'{}' needs a key '{}'{}", name, fmt::join(section.needs, "' or '"), also));
  }

  void CheckAddition(const RuleNode& table, const std::string& name, const Section& section) {
    for (const RuleNode& value : table) {
      if (value.name() == "id" || value.name() == "also") {
        const auto known = section.keys.find(value.name());
        if (known != section.keys.end()) CheckValue(known->first, known->second, value);
      } else {
        Note(PlaceOfName(*file_, value),
             fmt::format("'{}' with 'also' keeps all else of the entry there is: '{}' may not stand here", name,
                         value.name()),
             "Take it out, or give words instead of also");
      }
    }
  }

  void CheckKeys(const RuleNode& table, const std::string& name, const Section& section) {
    for (const RuleNode& value : table) {
      const auto known = section.keys.find(value.name());
      if (known == section.keys.end()) {
        const auto names = KeysOf(section.keys);
        Note(PlaceOfName(*file_, value),
             fmt::format("'{}' has no key '{}'{}", name, value.name(), Suggestion(value.name(), names)),
             fmt::format("It has {}", fmt::join(names, ", ")));
      } else {
        CheckValue(known->first, known->second, value);
      }
    }
    for (const auto& [key, shape] : section.keys) {
      if (shape.required && !table.Has(key))
        Note(PlaceOf(*file_, table), fmt::format("'{}' needs a key '{}'", name, key));
    }
  }

  void CheckValue(const std::string& name, const Key& key, const RuleNode& value) {
    if (!IsOfType(value, key.type)) return Expected(value, DescribeType(key.type));
    if (key.type == "words") CheckWords(value);
    if (key.type == "id of" || key.type == "ids of") NoteReferences(key, value);
    if (key.type == "one of") CheckChoice(name, key, value);
    if (key.type != "some of") return;
    if (value.IsText()) return CheckChoice(name, key, value);
    for (const RuleNode& element : *value.AsList()) CheckChoice(name, key, element);
  }

  void NoteReferences(const Key& key, const RuleNode& value) {
    if (const auto* list = value.AsList()) {
      for (const RuleNode& element : *list) NoteReferences(key, element);
    } else {
      references_.push_back({&key, PlaceOf(*file_, value), value.TextOr("")});
    }
  }

  void CheckChoice(const std::string& name, const Key& key, const RuleNode& value) {
    const auto text = value.TextOr("");
    if (std::find(key.choices.begin(), key.choices.end(), text) != key.choices.end()) return;
    Note(PlaceOf(*file_, value), fmt::format("'{}' may not stand in '{}'{}", text, name, Suggestion(text, key.choices)),
         Choices(key.choices));
  }

  void CheckWords(const RuleNode& value) {
    if (const auto* array = value.AsList()) {
      for (const RuleNode& element : *array) CheckWords(element);
    } else if (auto mistake = WordMistake(value.TextOr(""))) {
      Note(PlaceOf(*file_, value), std::move(*mistake),
           "Write words as \"ton(s)\" or \"pric(e|es)\", with \"=\" in front where capitals count");
    }
  }

  void CheckNames(const std::string& kind, const std::string& name, const Section& section, const RuleNode& node) {
    const auto* entries = node.AsTable();
    if (entries == nullptr) return Expected(node, fmt::format("a table [{}]", name));
    for (const RuleNode& value : *entries) {
      CheckId(kind, name, std::string(value.name()), PlaceOfName(*file_, value));
      CheckNamed(std::string(value.name()), section, value);
    }
  }

  void CheckList(const Section& section, const RuleNode& value) {
    const auto& names = section.names;
    const std::string name(value.name());
    if (!names.empty() && std::find(names.begin(), names.end(), name) == names.end())
      return Note(PlaceOfName(*file_, value), fmt::format("'{}' is not known here{}", name, Suggestion(name, names)),
                  Choices(names));
    if (!IsWords(value)) return Expected(value, "a list of texts");
    CheckWords(value);
  }

  void CheckNamed(const std::string& name, const Section& section, const RuleNode& value) {
    const auto* table = value.AsTable();
    if (table != nullptr && !section.keys.empty()) return CheckEntry(*table, name, section);
    if (!IsWords(value)) return Expected(value, "a list of texts");
    CheckWords(value);
  }

  void CheckWordTable(const RuleNode& value) {
    if (!IsWordTable(value)) Expected(value, "a table of words");
  }

  void CheckLanguage(const RuleNode& value) {
    const auto* tables = value.AsTable();
    if (tables == nullptr) return Expected(value, "a language's tables of words");
    for (const RuleNode& table : *tables) CheckWordTable(table);
  }

  struct IdKey {
    bool own;
    std::string section;
    std::string id;
    // clang-tidy 14 takes the 0 of the generated comparison for a null pointer.
    friend auto operator<=>(const IdKey&, const IdKey&) = default;  // NOLINT(modernize-use-nullptr)
  };

  // An id that another entry, perhaps of a later file, must have.
  struct Reference {
    const Key* key;
    std::string place;
    std::string id;
  };

  const RuleSchema& schema_;
  std::vector<Error>& mistakes_;
  const RuleFile* file_ = nullptr;
  std::vector<Reference> references_;
  std::map<IdKey, std::string> ids_;  // with the place of the first
};

RuleSchema::Key RuleSchema::KeyOf(std::string type) {
  Key key;
  key.required = type.ends_with('!');
  if (key.required) type.pop_back();
  for (const std::string_view kind : {"one of", "some of", "id of", "ids of"}) {
    if (!type.starts_with(kind)) continue;
    key.choices = SplitAtBars(std::string_view(type).substr(kind.size() + 1));
    type = kind;
  }
  key.type = std::move(type);
  return key;
}

Result<RuleSchema> RuleSchema::Load(const RuleFile& file) {
  const auto document = RuleDocument::Read(file);
  if (!document) return tl::unexpected(document.error());
  RuleSchema schema;
  for (const RuleNode& sections : document->root()) {
    if (!sections.IsTable()) return Fail(ErrorCode::kUsage, PlaceOf(file, sections), "a table is expected here");
    for (const RuleNode& node : *sections.AsTable()) {
      const auto* table = node.AsTable();
      if (table == nullptr) return Fail(ErrorCode::kUsage, PlaceOf(file, node), "a table is expected here");
      Section& section = schema.files_[std::string(sections.name())][std::string(node.name())];
      section.form = (*table)["form"].TextOr("");
      if (const auto names = (*table)["names"].AsText()) section.names = SplitAtBars(*names);
      if (const auto needs = (*table)["needs"].AsText()) section.needs = SplitAtBars(*needs);
      if (section.form == "names") section.keys["words"] = {"words", {}, false};
      const auto* keys = (*table)["keys"].AsTable();
      if (keys == nullptr) continue;
      for (const RuleNode& type_node : *keys) {
        section.keys[std::string(type_node.name())] = KeyOf(type_node.TextOr(""));
      }
      if (section.form == "names" && section.keys.size() == 1) section.keys.clear();
    }
  }
  return schema;
}

void RuleSchema::Check(std::span<const RuleFile> files, std::vector<Error>& mistakes) const {
  Checker checker(*this, mistakes);
  for (const RuleFile& file : files) checker.Check(file);
  checker.CheckReferences();
}

}  // namespace tallywire::extract
