#include "extract/events/vocabulary_entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tallywire::extract {
namespace {

// Phrases of several words are known with hyphens too: "rare-earth", "crude-oil".
void AddSpellings(const std::string& words, Tag tag, size_t place, Lexicon& lexicon) {
  lexicon.Add(words, tag, static_cast<uint32_t>(place));
  if (words.find(' ') == std::string::npos || words.find('-') != std::string::npos) return;
  std::string hyphened = words;
  std::replace(hyphened.begin(), hyphened.end(), ' ', '-');
  lexicon.Add(hyphened, tag, static_cast<uint32_t>(place));
}

}  // namespace

size_t VocabularyEntries::PlaceFor(const std::string& name) {
  const auto [it, added] = places_.try_emplace(name, words_.size());
  if (added) words_.emplace_back();
  return it->second;
}

std::optional<size_t> VocabularyEntries::Find(const std::string& name) const {
  const auto it = places_.find(name);
  if (it == places_.end()) return std::nullopt;
  return it->second;
}

Status VocabularyEntries::NoteMore(const RuleFile& file, const RuleNode& table, std::string name) {
  auto words = StringsOf(file, table.Get("also"));
  if (!words) return tl::unexpected(words.error());
  more_.push_back({std::move(name), std::move(*words), PlaceOf(file, *table.Get("also"))});
  return {};
}

void VocabularyEntries::AddWords(Tag nouns, Tag others, Lexicon& lexicon) const {
  for (size_t place = 0; place < words_.size(); ++place) {
    for (const std::string& words : words_[place].nouns) AddSpellings(words, nouns, place, lexicon);
    for (const std::string& words : words_[place].others) AddSpellings(words, others, place, lexicon);
  }
}

Status VocabularyEntries::AddMoreWords(Tag nouns, Lexicon& lexicon) const {
  for (const MoreWords& more : more_) {
    const auto place = Find(more.name);
    if (!place) {
      return Fail(ErrorCode::kUsage, more.where, fmt::format("there is no entry '{}' to add words to", more.name),
                  "Give words instead of also");
    }
    for (const std::string& words : more.words) AddSpellings(words, nouns, *place, lexicon);
  }
  return {};
}

Status ReadSection(const RuleFile& file, const RuleNode& root, std::string_view section, VocabularyEntries* entries,
                   const ReadEntry& read) {
  const auto* table = root[section].AsTable();
  if (table == nullptr) return {};
  for (const RuleNode& node : *table) {
    const auto* inner = node.AsTable();
    if (entries != nullptr && inner != nullptr && inner->Has("also")) {
      if (auto status = entries->NoteMore(file, *inner, std::string(node.name())); !status) return status;
      continue;
    }
    auto words = StringsOf(file, inner != nullptr ? inner->Get("words") : &node);
    if (!words) return tl::unexpected(words.error());
    if (auto status = read(std::string(node.name()), inner, std::move(*words)); !status) return status;
  }
  return {};
}

Status UnknownKey(const RuleFile& file, const RuleNode& node, std::string_view key) {
  return Fail(ErrorCode::kUsage, PlaceOf(file, node), fmt::format("'{}' is not known here", key),
              "See docs/rules.md for what an entry may hold");
}

}  // namespace tallywire::extract
