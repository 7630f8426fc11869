// The vocabulary around numbers: bounds, directions, names with numbers in them, nouns; from bounds.toml,
// directions.toml, number_names.toml and number_nouns.toml.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/figures/figure_rules.h"
#include "extract/text/lexicon.h"
#include "model/event.h"
#include "model/result.h"

namespace tallywire::extract {

// Const after Load. Tags of the lexicon; the comment says what their entries are.
struct FigureWords {
  static constexpr uint32_t kUnitsOnly = 0x100;

  Status Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon);

  Tag bound_before = 0;   // Bound, as a number
  Tag bound_after = 0;    // Bound
  Tag bound_prefix = 0;   // Bound; glued in front by a hyphen
  Tag bound_verb = 0;     // its last word begins no bound
  Tag during = 0;         // "over" in front of a span of time
  Tag during_unless = 0;  // …but not behind one of these
  // Direction, as a number, with kUnitsOnly where counted nouns have no direction behind it; in front of the number
  Tag direction_verb = 0;
  Tag direction_noun = 0;  // Direction; behind the unit
  Tag higher = 0;          // Direction; directly behind the unit
  Tag direction_between = 0;
  // In front of the number of a name; entry: how it may be written.
  static constexpr uint32_t kCapital = 0;  // with a capital letter
  static constexpr uint32_t kAnyCase = 1;  // or without
  static constexpr uint32_t kNoCount = 2;  // without, where the number counts nothing
  Tag name_head = 0;
  Tag phone = 0;       // in front of a telephone number
  Tag name_whole = 0;  // a name that contains a number
  Tag clock = 0;       // behind a number: a time of the day
  Tag age = 0;         // in front of a number: an age
  Tag age_near = 0;    // somewhere in front of a bare number: an age
  Tag decade = 0;      // in front of "60s": years, not seconds
  Tag joint = 0;       // glued in front by a hyphen and no part of a name
  Tag day_name = 0;    // Monday, May: a number in front of them is not part of a name
  Tag share_over = 0;  // may stand between such a link and the number
  Tag level_link = 0;  // between a change and the level it leads to
  Tag share_link = 0;  // between figures that share a unit; entry 1: per cents too
  Tag link = 0;        // of NumberWords: "Kia and Hyundai vehicles"
  Tag unit_form = 0;   // of UnitTable: words of units
  Tag noun_stop = 0;
  Tag noun_stand_in = 0;     // behind "of" what stands for a noun: "600 of them"
  Tag noun_irregular = 0;    // entry: into singulars
  Tag noun_attributive = 0;  // plural in form, stands in front of the thing counted
  Tag noun_singular = 0;     // counted though singular
  Tag noun_never = 0;        // never counted behind a hyphen
  Tag one_not_before = 0;
  Tag one_not_behind = 0;
  Tag one_of_before = 0;
  std::vector<std::string> singulars;

 private:
  Status LoadBounds(std::span<const RuleFile> files, Lexicon& lexicon);
  Status LoadDirections(std::span<const RuleFile> files, Lexicon& lexicon);
  Status LoadNames(std::span<const RuleFile> files, Lexicon& lexicon);
  Status LoadNouns(std::span<const RuleFile> files, Lexicon& lexicon);
};

}  // namespace tallywire::extract
