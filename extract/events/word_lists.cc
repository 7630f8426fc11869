#include "extract/events/word_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/events/vocabulary_entries.h"
#include "extract/files/near_name.h"

namespace tallywire::extract {
namespace {

void AddWords(const std::vector<std::string>& words, WordSet& to) {
  for (const std::string& word : words) to.Add(word);
}

void AddWords(const std::vector<std::string>& words, std::vector<std::string>& to) {
  to.insert(to.end(), words.begin(), words.end());
}

tl::unexpected<Error> UnknownList(const RuleFile& file, const RuleNode& entry, std::span<const WordList> lists) {
  std::vector<std::string> known;
  known.reserve(lists.size());
  for (const WordList& list : lists) known.emplace_back(list.name);
  std::sort(known.begin(), known.end());
  return Fail(ErrorCode::kUsage, PlaceOfName(file, entry),
              fmt::format("'{}' is not known here{}", entry.name(), Suggestion(entry.name(), known)),
              fmt::format("Use {}", fmt::join(known, ", ")));
}

}  // namespace

Status ReadWordLists(const RuleFile& file, const RuleNode& root, std::string_view section,
                     std::span<const WordList> lists) {
  return ReadSection(file, root, section, nullptr,
                     [&](const std::string& name, const RuleNode*, const std::vector<std::string>& words) -> Status {
                       const auto list = std::find_if(lists.begin(), lists.end(),
                                                      [&](const WordList& known) { return known.name == name; });
                       if (list == lists.end()) return UnknownList(file, root[section][name], lists);
                       std::visit([&](auto* to) { AddWords(words, *to); }, list->words);
                       return {};
                     });
}

}  // namespace tallywire::extract
