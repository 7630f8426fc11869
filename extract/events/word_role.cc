#include "extract/events/word_role.h"

#include <algorithm>
#include <array>

namespace tallywire::extract {
namespace {

// A name a line would fill a screen.
// clang-format off
constexpr std::array<std::string_view, kWordRoles> kRoleNames = {
    "up", "down", "flat", "up_noun", "down_noun", "up_after", "down_after", "be", "reach", "set", "have",
    "account", "report", "source", "person_noun", "respectively", "barrier", "role_preposition",
    "date_preposition", "basis_preposition", "pronoun", "definite", "restatement", "threshold", "compare",
    "year_on_year", "quarter_on_quarter", "month_on_month", "week_on_week", "forecast", "planned", "proposed",
    "denied", "conjunction", "article", "noun_preposition", "toward", "fromward", "future", "source_noun",
    "person_pronoun", "body_pronoun", "definite_country", "definite_company", "superlative", "place_noun",
    "national_noun", "since", "record_word", "decided", "company_noun", "ending", "owner", "upon", "comparing",
    "own_pronoun", "estimate", "poll", "whole_week", "this_season", "last_season", "same_period",
    "when"};
// clang-format on

}  // namespace

std::optional<WordRole> WordRoleNamed(std::string_view name) {
  const auto it = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (it == kRoleNames.end()) return std::nullopt;
  return static_cast<WordRole>(it - kRoleNames.begin());
}

}  // namespace tallywire::extract
