// Reads sections of rule files that are lists of words, each into a member of a struct.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "extract/files/rule_document.h"
#include "extract/text/word_set.h"
#include "model/result.h"

namespace tallywire::extract {

struct WordList {
  std::string_view name;
  std::variant<WordSet*, std::vector<std::string>*> words;
};

// Adds the section's words to the lists. kUsage where it has a list that is not among them.
Status ReadWordLists(const RuleFile& file, const RuleNode& root, std::string_view section,
                     std::span<const WordList> lists);

// A list that is a member of `Words`.
template <class Words>
struct WordField {
  std::string_view name;
  std::variant<WordSet Words::*, std::vector<std::string> Words::*> member;
};

template <class Words>
Status ReadWordLists(const RuleFile& file, const RuleNode& root, std::string_view section,
                     std::span<const WordField<Words>> fields, Words& out) {
  std::vector<WordList> lists;
  lists.reserve(fields.size());
  for (const WordField<Words>& field : fields)
    std::visit([&](const auto member) { lists.push_back({field.name, &(out.*member)}); }, field.member);
  return ReadWordLists(file, root, section, lists);
}

}  // namespace tallywire::extract
