#include "parse/word_lists.h"

#include <toml++/toml.h>
#include <algorithm>
#include <cassert>
#include <cstdint>
#include <span>

#include "model/embedded_file.h"
#include "parse/month_names.h"

namespace tallywire::parse {

std::span<const EmbeddedFile> EmbeddedFiles();  // generated from parse/rules/

namespace {

std::vector<std::string> Strings(toml::node_view<const toml::node> list) {
  std::vector<std::string> strings;
  assert(list.is_array());  // the file is part of the program: a missing list is a mistake in it
  if (const toml::array* array = list.as_array()) {
    for (const toml::node& item : *array) strings.push_back(item.value_or(std::string()));
  }
  return strings;
}

std::vector<std::string> Folded(toml::node_view<const toml::node> list) {
  std::vector<std::string> words = Strings(list);
  for (std::string& word : words) word = FoldWord(word);
  return words;
}

WordSet FoldedSet(toml::node_view<const toml::node> list) {
  const std::vector<std::string> words = Folded(list);
  return {words.begin(), words.end()};
}

void ReadDates(const toml::table& file, WordLists& lists) {
  const auto dates = file["dates"];
  lists.languages = Strings(dates["languages"]);
  lists.date_fillers = FoldedSet(dates["words"]["fillers"]);
  lists.time_fillers = FoldedSet(dates["words"]["time_fillers"]);
  lists.ordinal_suffixes = FoldedSet(dates["words"]["ordinal_suffixes"]);
  lists.month_first_regions = Strings(dates["order"]["month_first_regions"]);
  lists.month_first_top_levels = Strings(dates["order"]["month_first_top_levels"]);
  lists.published_words = FoldedSet(dates["labels"]["published"]);
  lists.modified_words = FoldedSet(dates["labels"]["modified"]);
  if (const toml::table* zones = dates["zones"].as_table()) {
    for (const auto& [name, minutes] : *zones) lists.zones[FoldWord(name.str())] = minutes.value_or(0);
  }
  const toml::table* months = dates["months"].as_table();
  if (months == nullptr) return;
  for (const auto& [language, rows] : *months) {
    if (!rows.is_array()) continue;
    for (const toml::node& row : *rows.as_array()) {
      const toml::array* pair = row.as_array();
      if (pair == nullptr || pair->size() != 2) continue;
      lists.extra_months.push_back(
          {std::string(language.str()), (*pair)[1].value_or(std::string()), (*pair)[0].value_or(0)});
    }
  }
}

WordLists Load() {
  WordLists lists;
  const auto files = EmbeddedFiles();
  const auto found =
      std::find_if(files.begin(), files.end(), [](const EmbeddedFile& f) { return f.name == "metadata.toml"; });
  assert(found != files.end());
  if (found == files.end()) return lists;
  const toml::table file = toml::parse(found->text, found->name);
  ReadDates(file, lists);
  const auto authors = file["authors"];
  lists.author_prefixes = Folded(authors["prefixes"]);
  std::sort(lists.author_prefixes.begin(), lists.author_prefixes.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  lists.author_helpers = Folded(authors["helpers"]);
  lists.by_line_prefixes = FoldedSet(authors["by_line"]);
  lists.author_links = Strings(authors["links"]);
  lists.name_particles = FoldedSet(authors["particles"]);
  lists.author_joiners = Folded(authors["joiners"]);
  lists.author_roles = FoldedSet(authors["roles"]);
  lists.author_none = FoldedSet(authors["nobody"]);
  lists.name_suffixes = FoldedSet(authors["suffixes"]);
  lists.author_classes = Strings(authors["classes"]);
  lists.date_classes = Strings(file["pages"]["date_classes"]);
  lists.foreign_classes = Strings(file["pages"]["foreign_classes"]);
  lists.title_separators = Strings(file["pages"]["title_separators"]);
  const auto meta = file["meta"];
  for (auto& [name, list] : std::initializer_list<std::pair<std::string_view, std::vector<std::string>&>>{
           {"published", lists.meta_published},
           {"modified", lists.meta_modified},
           {"author", lists.meta_author},
           {"title", lists.meta_title},
           {"site", lists.meta_site},
           {"description", lists.meta_description},
           {"image", lists.meta_image},
           {"section", lists.meta_section},
           {"tags", lists.meta_tags},
           {"language", lists.meta_language}}) {
    list = Strings(meta[name]);
  }
  return lists;
}

}  // namespace

const WordLists& WordLists::Get() {
  static const WordLists kLists = Load();
  return kLists;
}

}  // namespace tallywire::parse
