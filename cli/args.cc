#include "cli/args.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <map>

#include "cli/args_commands.h"

namespace tallywire::cli {
namespace {

const std::map<std::string, ColorMode> kColorModes = {
    {"auto", ColorMode::kAuto}, {"always", ColorMode::kAlways}, {"never", ColorMode::kNever}};
const std::map<std::string, LogFormat> kLogFormats = {{"text", LogFormat::kText}, {"json", LogFormat::kJson}};

// $variable/tallywire, or fallback under the home folder (XDG Base Directory Specification; relative values are void).
std::filesystem::path XdgFolder(const char* variable, const char* fallback) {
  if (const char* value = std::getenv(variable); value != nullptr && value[0] == '/') {
    return std::filesystem::path(value) / "tallywire";
  }
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : "/") / fallback / "tallywire";
}

void DefineGlobalOptions(CLI::App& app, GlobalOptions& global) {
  app.add_option("--data", global.data, "Folder with tallywire.db and archive/")
      ->envname("TALLYWIRE_DATA")
      ->capture_default_str();
  app.add_option("--config", global.config, "Configuration file (TOML)")
      ->envname("TALLYWIRE_CONFIG")
      ->capture_default_str();
  app.add_option("--rules", global.rules, "Folder with rules of your own, added to the built-in ones")
      ->envname("TALLYWIRE_RULES");
  app.add_option("--jobs", global.jobs, "Worker threads")
      ->envname("TALLYWIRE_JOBS")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  app.add_option("--log-level", global.log_level, "What to report on standard error")
      ->envname("TALLYWIRE_LOG_LEVEL")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
      ->capture_default_str();
  app.add_option("--log-format", global.log_format, "How to report it: text or json")
      ->envname("TALLYWIRE_LOG_FORMAT")
      ->transform(CLI::CheckedTransformer(kLogFormats).description("{text,json}"));
  app.add_flag("--no-progress", global.no_progress, "No progress line")->envname("TALLYWIRE_NO_PROGRESS");
  app.add_option("--color", global.color, "Colours: auto (on a terminal), always or never")
      ->envname("TALLYWIRE_COLOR")
      ->transform(CLI::CheckedTransformer(kColorModes).description("{auto,always,never}"));
}

}  // namespace

ParsedArguments ParseArguments(int argc, const char* const* argv) {
  Arguments arguments;
  arguments.global.data = XdgFolder("XDG_DATA_HOME", ".local/share");
  arguments.global.config = XdgFolder("XDG_CONFIG_HOME", ".config") / "config.toml";
  arguments.global.jobs = std::max(1U, std::thread::hardware_concurrency());

  CLI::App app("Tallywire turns the news into a database of figures.", "tallywire");
  app.set_version_flag("--version", "tallywire " TALLYWIRE_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  DefineGlobalOptions(app, arguments.global);
  DefineCommands(app, arguments.command);

  ParsedArguments parsed;
  try {
    app.parse(argc, argv);
    parsed.arguments = std::move(arguments);
  } catch (const CLI::CallForVersion& version) {
    parsed.output = std::string(version.what()) + "\n";
  } catch (const CLI::CallForHelp&) {
    parsed.output = app.help();
  } catch (const CLI::CallForAllHelp&) {
    parsed.output = app.help("", CLI::AppFormatMode::All);
  } catch (const CLI::ParseError& error) {
    parsed.exit_code = ExitCode::kUsage;
    parsed.message = error.what();
  }
  return parsed;
}

}  // namespace tallywire::cli
