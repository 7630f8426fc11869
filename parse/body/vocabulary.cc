#include "parse/body/vocabulary.h"

#include <toml++/toml.h>
#include <array>
#include <cassert>
#include <span>

#include "model/embedded_file.h"

namespace tallywire::parse {

std::span<const EmbeddedFile> EmbeddedFiles();

namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view TextOfFile(std::string_view name) {
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.name == name) return file.text;
  }
  return {};
}

// Part of a word in running text: letters, digits, and all beyond ASCII but the curly apostrophe, read as a plain one.
constexpr std::array<bool, 256> kWordBytes = [] {
  std::array<bool, 256> table{};
  for (size_t c = 0; c < table.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    table[c] = letter || (c >= '0' && c <= '9') || c == '\'' || c >= 0x80;
  }
  return table;
}();
bool IsWordByte(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

std::string LowerWithPlainApostrophes(std::string_view text) {
  constexpr std::string_view kApostrophe = "’";
  std::string lower(text);
  for (char& c : lower) c = Lower(c);
  for (size_t at = lower.find(kApostrophe); at != std::string::npos; at = lower.find(kApostrophe, at + 1)) {
    lower.replace(at, kApostrophe.size(), "'");
  }
  return lower;
}

constexpr size_t kLongestName = 40;  // longer runs are hashes made by machines

}  // namespace

const Vocabulary& Vocabulary::Get() {
  static const Vocabulary vocabulary;
  return vocabulary;
}

Vocabulary::Vocabulary() {
  const toml::table file = toml::parse(TextOfFile("body.toml"));
  const auto load = [&file](std::string_view section, std::vector<std::string>& roles, const auto& add) {
    for (const auto& [role, words] : *file[section].as_table()) {
      const RoleSet bit = RoleSet{1} << roles.size();
      roles.emplace_back(role.str());
      for (const auto& word : *words.as_array()) add(word.value_or(std::string_view{}), bit);
    }
    assert(roles.size() <= 32);  // the bits of a RoleSet
  };
  load("classes", class_roles_, [this](std::string_view word, RoleSet bit) { AddName(word, bit); });
  load("phrases", phrase_roles_, [this](std::string_view phrase, RoleSet bit) { AddPhrase(phrase, bit); });
}

void Vocabulary::AddName(std::string_view name, RoleSet role) {
  name_beginnings_[Beginning(name)] = true;
  names_[std::string(name)] |= role;
}

void Vocabulary::AddPhrase(std::string_view phrase, RoleSet role) {
  const size_t space = phrase.find(' ');
  const std::string_view first = phrase.substr(0, space);
  const std::string_view rest = space == std::string_view::npos ? std::string_view{} : phrase.substr(space);
  beginnings_[Beginning(first)] = true;
  phrases_[std::string(first)].push_back({std::string(rest), role});
}

RoleSet Vocabulary::RolesOfName(std::string_view name) const {
  if (!name_beginnings_[Beginning(name)]) return 0;
  const auto found = names_.find(name);
  return found == names_.end() ? 0 : found->second;
}

RoleSet Vocabulary::RolesOfNames(std::string_view attribute) const {
  RoleSet roles = 0;
  std::array<char, 2 * kLongestName> joined;  // the word before and this one
  size_t previous = 0;
  size_t length = 0;  // of both
  const auto finish_word = [&] {
    if (length == previous) return;
    roles |= RolesOfName({joined.data() + previous, length - previous});
    if (previous > 0) roles |= RolesOfName({joined.data(), length});
    const size_t word = length - previous;
    for (size_t i = 0; i < word; ++i) joined[i] = joined[previous + i];
    previous = length = word;
  };
  for (size_t i = 0; i < attribute.size(); ++i) {
    const char c = attribute[i];
    const bool letter = IsUpper(c) || IsLower(c);
    if (!letter && !(IsDigit(c) && length > previous)) {
      finish_word();
      if (c == ' ' || c == '\t' || c == '\n') previous = length = 0;  // names are joined within one class only
      continue;
    }
    if (IsUpper(c) && i > 0 && IsLower(attribute[i - 1])) finish_word();
    if (length - previous < kLongestName - 1 && length < joined.size()) joined[length++] = Lower(c);
  }
  finish_word();
  return roles;
}

RoleSet Vocabulary::RolesOfText(std::string_view text) const {
  const std::string lower = LowerWithPlainApostrophes(text.substr(0, kPhraseBytes));
  const std::string_view view = lower;
  RoleSet roles = 0;
  for (size_t i = 0; i < view.size();) {
    if (!IsWordByte(view[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < view.size() && (IsWordByte(view[end]) || (view[end] == '-' && end > i))) ++end;
    const std::string_view word = view.substr(i, end - i);
    const auto found = beginnings_[Beginning(word)] ? phrases_.find(word) : phrases_.end();
    if (found != phrases_.end()) {
      for (const Phrase& phrase : found->second) {
        const size_t after = end + phrase.rest.size();
        const bool whole = after >= view.size() || !IsWordByte(view[after]);
        if (whole && view.substr(end).starts_with(phrase.rest)) roles |= phrase.roles;
      }
    }
    i = end;
  }
  return roles;
}

}  // namespace tallywire::parse
