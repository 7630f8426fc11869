#include "cli/args.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <thread>
#include <utility>
#include <vector>

#include "cli/args_choice.h"
#include "cli/args_commands.h"
#include "extract/files/rule_files.h"

namespace tallywire::cli {
namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  tallywire feeds add https://news.example/rss.xml\n"
    "  tallywire ingest\n"
    "  tallywire query --measure quota --period 2024\n"
    "  tallywire extract page.html\n\n"
    "Every global option has an environment variable: TALLYWIRE_DATA for --data, and so on.\n"
    "\"tallywire COMMAND --help\" shows a command's options and examples.\n\n"
    "Exit status: 0 all went well; 1 part of the work failed and the rest was done; 2 wrong usage\n"
    "or configuration; 3 another run holds the lock; 4 the data folder can't be used; 130 or 143\n"
    "ended by a signal, after finishing or rolling back what was in flight.";

// $variable/tallywire, or fallback under the home folder (XDG Base Directory Specification; relative values are void).
std::filesystem::path XdgFolder(const char* variable, const char* fallback) {
  if (const char* value = std::getenv(variable); value != nullptr && value[0] == '/') {
    return std::filesystem::path(value) / "tallywire";
  }
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : "/") / fallback / "tallywire";
}

void DefineGlobalOptions(CLI::App& app, GlobalOptions& global) {
  app.add_option("--data", global.data, "Folder of tallywire.db and archive/")
      ->envname("TALLYWIRE_DATA")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--config", global.config, "Configuration file (TOML)")
      ->envname("TALLYWIRE_CONFIG")
      ->type_name("FILE")
      ->capture_default_str();
  app.add_option("--rules", global.rules, "Folder of your own rules, added to the built-in ones")
      ->envname("TALLYWIRE_RULES")
      ->type_name("DIR");
  app.add_option("--jobs", global.jobs, "Worker threads")
      ->envname("TALLYWIRE_JOBS")
      ->type_name("N")
      ->check(CLI::Range(1U, kMaxJobs))
      ->capture_default_str();
  app.add_option("--log-level", global.log_level, "What to report on standard error")
      ->envname("TALLYWIRE_LOG_LEVEL")
      ->type_name("LEVEL")
      ->check(CLI::IsMember(LogLevelNames()))
      ->capture_default_str();
  app.add_option("--log-format", global.log_format, "text or json")
      ->envname("TALLYWIRE_LOG_FORMAT")
      ->transform(OneOf<LogFormat>({{"text", LogFormat::kText}, {"json", LogFormat::kJson}}));
  app.add_flag("--no-progress", global.no_progress, "No progress line")->envname("TALLYWIRE_NO_PROGRESS");
  app.add_option("--color", global.color, "auto (on a terminal), always or never")
      ->envname("TALLYWIRE_COLOR")
      ->transform(
          OneOf<ColorMode>({{"auto", ColorMode::kAuto}, {"always", ColorMode::kAlways}, {"never", ColorMode::kNever}}));
}

// With the built-in rules; `rules list` names those in force.
std::string VersionText() {
  const auto files = extract::ReadRuleFiles({});
  return "tallywire " TALLYWIRE_VERSION "\nrules " + (files ? extract::RulesVersion(*files) : std::string());
}

// The subcommand that was named, at any depth; the program itself where none was.
const CLI::App* Deepest(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? &app : Deepest(*chosen.front());
}

std::string FullName(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : FullName(*app.get_parent()) + " " + app.get_name();
}

ParsedArguments Mistake(const CLI::App& app, std::string what) {
  ParsedArguments parsed;
  parsed.exit_code = ExitCode::kUsage;
  while (!what.empty() && (what.back() == '.' || what.back() == ' ' || what.back() == '\n')) what.pop_back();
  parsed.message = what + ". See \"" + FullName(*Deepest(app)) + " --help\"";
  return parsed;
}

bool HasCommands(const CLI::App& app) {
  return !app.get_subcommands([](const CLI::App*) { return true; }).empty();
}

// Words that were left over: a command that does not exist, or an option or argument too many.
ParsedArguments NotExpected(const CLI::App& app, const CLI::ExtrasError& error) {
  const std::vector<std::string> left = app.remaining(true);
  const bool command = HasCommands(*Deepest(app)) && !left.empty() && !left.front().starts_with('-');
  return Mistake(app, command ? "\"" + left.front() + "\" is no command" : error.what());
}

// The configuration file, for what neither the command line nor the environment said.
Status ApplyConfig(const CLI::App& app, Arguments& arguments) {
  const auto given = [&app](std::string_view key) {
    std::string option = key == "progress" ? "--no-progress" : "--" + std::string(key);
    std::replace(option.begin() + 2, option.end(), '_', '-');
    return app.get_option(option)->count() > 0;
  };
  std::error_code ignored;
  if (!std::filesystem::exists(arguments.global.config, ignored) && !given("config")) return {};
  return LoadConfig(arguments.global.config, given, arguments.global, arguments.config);
}

}  // namespace

ParsedArguments ParseArguments(int argc, const char* const* argv) {
  Arguments arguments;
  arguments.global.data = XdgFolder("XDG_DATA_HOME", ".local/share");
  arguments.global.config = XdgFolder("XDG_CONFIG_HOME", ".config") / "config.toml";
  arguments.global.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, kMaxJobs);

  CLI::App app("Tallywire turns the news into a database of figures.", "tallywire");
  app.set_version_flag("--version", VersionText);
  app.require_subcommand(0, 1);
  app.footer(kFooter);
  app.get_formatter()->column_width(34);
  DefineGlobalOptions(app, arguments.global);
  DefineCommands(app, arguments.command);

  ParsedArguments parsed;
  try {
    app.parse(argc, argv);
    if (HasCommands(*Deepest(app))) return Mistake(app, "A command is missing");
    if (auto status = ApplyConfig(app, arguments); !status) {
      parsed.exit_code = ExitCodeOf(status.error().code);
      parsed.message = status.error().ToText();
      return parsed;
    }
    parsed.arguments = std::move(arguments);
  } catch (const CLI::CallForVersion& version) {
    parsed.output = std::string(version.what()) + "\n";
  } catch (const CLI::CallForHelp&) {
    parsed.output = app.help();
  } catch (const CLI::ExtrasError& error) {
    return NotExpected(app, error);
  } catch (const CLI::ParseError& error) {
    return Mistake(app, error.what());
  }
  return parsed;
}

}  // namespace tallywire::cli
