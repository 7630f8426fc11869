// `tallywire rules list`: the rules in force, every entry of every vocabulary among them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/json_output.h"
#include "cli/logging.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "extract/files/rule_files.h"
#include "extract/rule_list.h"
#include "extract/rule_set.h"

namespace tallywire::cli {
namespace {

std::string Joined(const std::vector<std::string>& says) { return fmt::format("{}", fmt::join(says, ", ")); }

std::string RuleJson(const extract::ListedRule& rule) {
  std::vector<std::string> says;
  for (const auto& text : rule.says) says.push_back(JsonString(text));
  return fmt::format(R"({{"kind": {}, "section": {}, "id": {}, "says": [{}], "where": {}, "own": {}}})",
                     JsonString(rule.kind), JsonString(rule.section), JsonString(rule.id), fmt::join(says, ", "),
                     JsonString(rule.where), rule.own);
}

void Print(const std::vector<extract::ListedRule>& rules, const Environment& environment) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& rule : rules) {
    const std::string kind = rule.kind == rule.section ? rule.kind : rule.kind + "." + rule.section;
    rows.push_back({kind, rule.id, rule.where, Joined(rule.says)});
  }
  const std::string table = FormatTable({{"KIND", 10}, {"ID", 20}, {"WHERE", 16}, {"SAYS", 20, false, true}}, rows,
                                        OutputWidth(), UseColor(environment.global.color));
  std::fputs(table.c_str(), stdout);
}

Result<std::vector<extract::ListedRule>> RulesOf(const std::vector<extract::RuleFile>& files,
                                                 const std::vector<std::string>& kinds) {
  const bool own = std::any_of(files.begin(), files.end(), [](const auto& file) { return file.own; });
  if (own) {  // the built-in ones are right; a user's may be broken
    const auto loaded = extract::RuleSet::Load(files);
    if (!loaded) return tl::unexpected(loaded.error());
  }
  auto rules = extract::ListRules(files);
  if (!rules || kinds.empty()) return rules;
  for (const auto& kind : kinds) {
    const bool known = std::any_of(rules->begin(), rules->end(), [&](const auto& rule) { return rule.kind == kind; });
    if (!known) return Fail(ErrorCode::kUsage, kind, "there are no rules of this kind", "Name a file of the rules");
  }
  std::erase_if(*rules,
                [&](const auto& rule) { return std::find(kinds.begin(), kinds.end(), rule.kind) == kinds.end(); });
  return rules;
}

}  // namespace

ExitCode RunCommand(const RulesListOptions& options, const Environment& environment) {
  const auto files = extract::ReadRuleFiles(environment.global.rules);
  const auto rules = files ? RulesOf(*files, options.kinds) : tl::unexpected(files.error());
  if (!rules) {
    LogError(rules.error());
    return ExitCodeOf(rules.error().code);
  }
  if (options.json) {
    for (const auto& rule : *rules) std::puts(RuleJson(rule).c_str());
  } else {
    Print(*rules, environment);
  }
  Log(LogLevel::kInfo, fmt::format("{} entries; rules version {}", rules->size(), extract::RulesVersion(*files)));
  return ExitCode::kOk;
}

}  // namespace tallywire::cli
