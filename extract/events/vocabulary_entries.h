// The entries of a vocabulary's rule files by their names: a later file's takes the place of an earlier one's, or adds
// words to it with `also`.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/files/rule_document.h"
#include "extract/text/lexicon.h"
#include "model/result.h"

namespace tallywire::extract {

// The words of an entry; they wait until all files are read, so that a user's entry can replace a built-in one.
struct EntryWords {
  std::vector<std::string> nouns;
  std::vector<std::string> others;  // verbs of measures, adjectives of subjects
};

class VocabularyEntries {
 public:
  // The place of a name's entry, new or not; places count from 0.
  size_t PlaceFor(const std::string& name);
  // The place of an entry there is.
  std::optional<size_t> Find(const std::string& name) const;
  void SetWords(size_t place, EntryWords words) { words_[place] = std::move(words); }
  const std::vector<EntryWords>& words() const { return words_; }

  // Of a table { also = [words] }: words to be added to an entry of an earlier file.
  Status NoteMore(const RuleFile& file, const RuleNode& table, std::string name);

  // To the lexicon: every entry's words, its place as the sense's entry.
  void AddWords(Tag nouns, Tag others, Lexicon& lexicon) const;
  // And those added to them. kUsage where there is no such entry.
  Status AddMoreWords(Tag nouns, Lexicon& lexicon) const;

 private:
  struct MoreWords {
    std::string name;
    std::vector<std::string> words;
    std::string where;
  };

  std::unordered_map<std::string, size_t> places_;
  std::vector<EntryWords> words_;
  std::vector<MoreWords> more_;
};

// What an entry NAME = [words] or NAME = { words = […], … } of a section says; `table` is null for the first form.
using ReadEntry = std::function<Status(const std::string& name, const RuleNode* table, std::vector<std::string>)>;

// Calls `read` for each entry of the section; those that only add words are noted in `entries`, where there is one.
Status ReadSection(const RuleFile& file, const RuleNode& root, std::string_view section, VocabularyEntries* entries,
                   const ReadEntry& read);

// kUsage: a key or a name that has no meaning at that place.
Status UnknownKey(const RuleFile& file, const RuleNode& node, std::string_view key);

}  // namespace tallywire::extract
