#include "extract/events/aliases.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/files/rule_files.h"
#include "extract/text/token.h"

namespace tallywire::extract {

Result<Aliases> Aliases::Load(const std::filesystem::path& rules_dir) {
  auto files = ReadRuleFiles(rules_dir);
  if (!files) return tl::unexpected(files.error());
  Aliases aliases;
  auto vocabulary = LoadEventVocabulary(*files, aliases.tags_, aliases.lexicon_);
  if (!vocabulary) return tl::unexpected(vocabulary.error());
  aliases.vocabulary_ = std::move(*vocabulary);
  return aliases;
}

const std::string& Aliases::NameOf(SenseClass kind, size_t entry) const {
  return kind == SenseClass::kItem ? vocabulary_.items[entry].name : vocabulary_.subjects[entry].name;
}

std::vector<std::string> Aliases::Items(std::string_view name) const {
  std::vector<std::string> names = {Item(name)};
  // Kinds may have kinds; no entry is reached twice, as each is a kind of one at most.
  for (size_t i = 0; i < names.size(); ++i) {
    for (const ItemEntry& entry : vocabulary_.items) {
      if (entry.kind_of < 0 || NameOf(SenseClass::kItem, static_cast<size_t>(entry.kind_of)) != names[i]) continue;
      if (std::find(names.begin(), names.end(), entry.name) == names.end()) names.push_back(entry.name);
    }
  }
  return names;
}

std::string Aliases::Preferred(std::string_view name, SenseClass kind) const {
  const std::vector<Token> tokens = Tokenize(name);
  std::vector<uint32_t> words;
  lexicon_.NumberWords(name, tokens, words);
  std::vector<Lexicon::Match> matches;
  if (!words.empty()) lexicon_.AllAt(words, 0, matches);
  if (matches.empty() || matches.back().tokens != tokens.size()) return std::string(name);
  for (const Sense& sense : lexicon_.SensesOf(matches.back().phrase)) {
    const SenseClass what = vocabulary_.ClassOf(sense.tag);
    if (what == kind || (kind == SenseClass::kSubject && what == SenseClass::kAdjective))
      return NameOf(kind, sense.entry);
  }
  return std::string(name);
}

}  // namespace tallywire::extract
