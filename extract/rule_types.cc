#include "extract/rule_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>

#include "extract/text/lexicon.h"
#include "extract/text/token.h"
#include "model/time.h"

namespace tallywire::extract {
namespace {

bool IsTableOf(const RuleNode& value, const std::function<bool(const RuleNode&)>& holds) {
  const auto* table = value.AsTable();
  return table != nullptr && std::all_of(table->begin(), table->end(), holds);
}

// Not the infinities either.
bool IsNumberBetween(const RuleNode& value, double least, double most) {
  if (!value.IsNumber()) return false;
  const double number = value.NumberOr(0);
  return std::isfinite(number) && number >= least && number <= most;
}

bool IsNumber(const RuleNode& value) {
  return IsNumberBetween(value, std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
}

bool IsTime(const RuleNode& value) { return value.IsText() && ParseIso(value.TextOr("")); }

struct Type {
  std::string_view name;
  std::string_view description;
  bool (*holds)(const RuleNode&);
};

const Type* FindType(std::string_view name) {
  static constexpr auto kText = [](const RuleNode& value) { return value.IsText(); };
  static constexpr auto kPositive = [](const RuleNode& value) {
    return IsNumberBetween(value, std::numeric_limits<double>::min(), std::numeric_limits<double>::max());
  };
  static constexpr auto kShare = [](const RuleNode& value) { return IsNumberBetween(value, 0, 1); };
  static constexpr auto kFlag = [](const RuleNode& value) { return value.IsFlag(); };
  static constexpr auto kNumbers = [](const RuleNode& value) { return IsTableOf(value, IsNumber); };
  static constexpr Type kTypes[] = {
      {"text", "a text", kText},
      {"one of", "a text", kText},
      {"id of", "a text", kText},
      {"ids of", "a text or a list of texts", IsWords},
      {"time", "a date or time as \"2024-06-11\"", IsTime},
      {"number", "a number", IsNumber},
      {"positive", "a number above 0", kPositive},
      {"share", "a number from 0 to 1", kShare},
      {"flag", "true or false", kFlag},
      {"words", "a text or a list of texts", IsWords},
      {"patterns", "a text or a list of texts", IsWords},
      {"some of", "a text or a list of texts", IsWords},
      {"numbers", "a table of numbers", kNumbers},
      {"word-table", "a table of words", IsWordTable},
  };
  const auto* found = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Type& t) { return t.name == name; });
  return found == std::end(kTypes) ? nullptr : found;
}

// The number of forms the word stands for; nullopt where its parentheses are not right.
std::optional<size_t> CountForms(std::string_view word) {
  size_t forms = 1;
  size_t choices = 0;  // of the group we are in; 0 outside
  bool barred = false;
  for (const char c : word) {
    if (c == '(' && choices > 0) return std::nullopt;
    if (c == ')' && choices == 0) return std::nullopt;
    if (c == '(') choices = 1, barred = false;
    if (c == '|' && choices > 0) ++choices, barred = true;
    if (c != ')') continue;
    forms = std::min(forms * (barred ? choices : 2), kMostForms + 1);
    choices = 0;
  }
  if (choices > 0) return std::nullopt;
  return forms;
}

}  // namespace

bool IsWords(const RuleNode& value) {
  if (value.IsText()) return true;
  const auto* array = value.AsList();
  return array != nullptr && std::all_of(array->begin(), array->end(), [](const auto& e) { return e.IsText(); });
}

bool IsWordTable(const RuleNode& value) { return IsTableOf(value, IsWords); }

bool IsOfType(const RuleNode& value, std::string_view type) {
  const Type* known = FindType(type);
  return known == nullptr || known->holds(value);
}

std::string_view DescribeType(std::string_view type) {
  const Type* known = FindType(type);
  return known == nullptr ? "something else" : known->description;
}

std::optional<std::string> WordMistake(std::string_view word) {
  const std::string_view spelled = word.starts_with('=') && word.size() > 1 ? word.substr(1) : word;
  const auto count = CountForms(spelled);
  if (!count) return fmt::format("the parentheses of '{}' do not fit together", word);
  if (*count > kMostForms) return fmt::format("'{}' stands for too many forms", word);
  for (const std::string& form : ExpandForms(spelled)) {
    if (Tokenize(form).empty()) return fmt::format("'{}' can stand for no word at all", word);
  }
  return std::nullopt;
}

}  // namespace tallywire::extract
