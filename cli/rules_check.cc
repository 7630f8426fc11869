// `tallywire rules check` and `rules test`: a user's rules, or the built-in ones, put to the proof.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/commands.h"
#include "cli/logging.h"
#include "extract/files/rule_files.h"
#include "extract/rule_set.h"
#include "extract/rule_trial.h"

namespace tallywire::cli {
namespace {

// The files in force: the folder named, else that of --rules, on top of the built-in ones.
Result<std::vector<extract::RuleFile>> FilesOf(const std::string& folder, const Environment& environment) {
  return extract::ReadRuleFiles(folder.empty() ? environment.global.rules : std::filesystem::path(folder));
}

ExitCode Refuse(const Error& error) {
  LogError(error);
  return ExitCodeOf(error.code);
}

}  // namespace

ExitCode RunCommand(const RulesCheckOptions& options, const Environment& environment) {
  const auto files = FilesOf(options.folder, environment);
  if (!files) return Refuse(files.error());
  const auto [mistakes, notes] = extract::CheckRules(*files);
  for (const auto& mistake : mistakes) std::puts(mistake.ToText().c_str());
  for (const auto& note : notes) {
    std::puts(fmt::format("{}: note: {}", note.where, Error{note.code, {}, note.what, note.remedy}.ToText()).c_str());
  }
  if (mistakes.empty()) {
    std::puts(fmt::format("The rules are right; version {}.", extract::RulesVersion(*files)).c_str());
    return ExitCode::kOk;
  }
  Log(LogLevel::kInfo, mistakes.size() == 1 ? "1 mistake" : fmt::format("{} mistakes", mistakes.size()));
  return ExitCode::kUsage;
}

ExitCode RunCommand(const RulesTestOptions& options, const Environment& environment) {
  const auto files = FilesOf(options.folder, environment);
  if (!files) return Refuse(files.error());
  const auto rules = extract::RuleSet::Load(*files);
  if (!rules) return Refuse(rules.error());
  const auto report = extract::RunExamples(*rules);
  for (const auto& failure : report.failures) {
    std::puts(fmt::format("{}: rule {}\n  text      {}\n  expected  {}\n  got       {}", failure.where, failure.rule,
                          failure.text, failure.expected, failure.got)
                  .c_str());
  }
  std::puts(
      fmt::format("{} rules, {} examples, {} failures", report.rules, report.examples, report.failures.size()).c_str());
  return report.failures.empty() ? ExitCode::kOk : ExitCode::kPartial;
}

}  // namespace tallywire::cli
