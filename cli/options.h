// What the command line, the environment and the configuration file can say, as plain structs with defaults. args.cc
// fills them; the commands read them.
#pragma once

#include <filesystem>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace tallywire::cli {

enum class ColorMode { kAuto, kAlways, kNever };
enum class LogFormat { kText, kJson };

struct GlobalOptions {
  std::filesystem::path data;    // holds tallywire.db and archive/*.warc.gz
  std::filesystem::path config;  // TOML; may be missing where it is the default one
  std::filesystem::path rules;   // user rules added to the built-in ones; empty: none
  unsigned jobs = 1;             // worker threads
  std::string log_level = "info";
  LogFormat log_format = LogFormat::kText;
  bool no_progress = false;
  ColorMode color = ColorMode::kAuto;
};

enum class ExtractFormat { kAuto, kText, kJson };  // auto: text on a terminal, JSON lines elsewhere

struct ExtractOptions {
  std::vector<std::string> inputs;  // files, URLs, or "-" for standard input
  bool jsonl = false;               // filter mode: records in, results out
  ExtractFormat format = ExtractFormat::kAuto;
  std::string title;      // of plain texts
  std::string published;  // reference time where the input gives none
  std::string url;        // where the page was found
};

struct FeedsInspectOptions {
  std::vector<std::string> inputs;  // files or URLs
  std::string base;                 // resolves relative links of files
  bool json = false;
};

using Command = std::variant<ExtractOptions, FeedsInspectOptions>;

}  // namespace tallywire::cli
