// The word lists of rules/body.toml: what class names and phrases say about the role of a part of a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tallywire::parse {

using RoleSet = uint32_t;  // bit i: role i of the list it belongs to

// Immutable once loaded, safe to share between threads.
class Vocabulary {
 public:
  // Loaded on first use from the text compiled into the program.
  static const Vocabulary& Get();

  // In a fixed order (that of their names): bit i of a RoleSet is entry i.
  const std::vector<std::string>& class_roles() const { return class_roles_; }
  const std::vector<std::string>& phrase_roles() const { return phrase_roles_; }

  // The roles that the words of a class or id attribute name.
  RoleSet RolesOfNames(std::string_view attribute) const;
  // The roles of all phrases in the text (any case; only the first `kPhraseBytes` are looked at).
  RoleSet RolesOfText(std::string_view text) const;

  static constexpr size_t kPhraseBytes = 400;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Phrase {
    std::string rest;  // after the first word; empty for a phrase of one word
    RoleSet roles = 0;
  };
  template <class T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  static constexpr size_t kBeginnings = 1U << 14U;
  // A number below kBeginnings from a word's length and first letters.
  static size_t Beginning(std::string_view word) {
    const auto byte = [&word](size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; };
    return ((byte(0) * 31 + byte(1)) * 31 + byte(2) * 7 + word.size()) % kBeginnings;
  }

  Vocabulary();
  void AddName(std::string_view name, RoleSet role);
  void AddPhrase(std::string_view phrase, RoleSet role);
  RoleSet RolesOfName(std::string_view name) const;

  std::vector<std::string> class_roles_;
  std::vector<std::string> phrase_roles_;
  Map<RoleSet> names_;
  Map<std::vector<Phrase>> phrases_;  // by first word
  // By Beginning of the names, and of the phrases' first words: false where none begins so. Most words need no look
  // into the maps.
  std::vector<bool> name_beginnings_ = std::vector<bool>(kBeginnings);
  std::vector<bool> beginnings_ = std::vector<bool>(kBeginnings);
};

}  // namespace tallywire::parse
