// The word lists of the metadata readers, from parse/rules/metadata.toml.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tallywire::parse {

using WordSet = std::unordered_set<std::string>;

// Immutable once loaded. Every list is as the file gives it; sets hold folded words (FoldWord in month_names.h).
struct WordLists {
  // Loaded on first use from the text compiled into the program. Safe to call from several threads at once.
  static const WordLists& Get();

  std::vector<std::string> languages;  // locales whose months are known, the commonest first
  struct MonthName {
    std::string language;
    std::string name;
    int month;
  };
  std::vector<MonthName> extra_months;         // spellings that CLDR lacks
  WordSet date_fillers;                        // words that stand between the parts of a date: "de", "of"
  WordSet time_fillers;                        // words between a date and its time of day: "at", "um"
  std::unordered_map<std::string, int> zones;  // "cet" -> minutes east of UTC
  WordSet ordinal_suffixes;
  std::vector<std::string> month_first_regions;     // upper-case ISO 3166 codes
  std::vector<std::string> month_first_top_levels;  // top-level domains that speak of no day-first country

  WordSet published_words;  // "published", "veröffentlicht": a label before a publication date
  WordSet modified_words;   // "updated", "aktualisiert"

  std::vector<std::string> author_prefixes;  // folded, longest first: "by", "written by", "von"
  std::vector<std::string> author_helpers;   // "reviewed by": begins a part about somebody else than the author
  WordSet by_line_prefixes;                  // those that announce a name wherever they begin a line
  std::vector<std::string> author_links;     // parts of addresses of authors' pages
  WordSet name_particles;                    // words of names that are written small: "van"
  std::vector<std::string> author_joiners;   // folded: "and", "und", "&"
  WordSet author_roles;                      // "editor", "reporter"
  WordSet author_none;                       // whole values that name nobody: "admin", "staff"
  WordSet name_suffixes;                     // "jr", "phd"

  std::vector<std::string> author_classes;  // parts of class and id names
  std::vector<std::string> date_classes;
  std::vector<std::string> foreign_classes;  // blocks about other pages: "related", "comment"
  std::vector<std::string> title_separators;

  // Names of <meta> elements, lower case, the most trusted first.
  std::vector<std::string> meta_published;
  std::vector<std::string> meta_modified;
  std::vector<std::string> meta_author;
  std::vector<std::string> meta_title;
  std::vector<std::string> meta_site;
  std::vector<std::string> meta_description;
  std::vector<std::string> meta_image;
  std::vector<std::string> meta_section;
  std::vector<std::string> meta_tags;
  std::vector<std::string> meta_language;
};

}  // namespace tallywire::parse
