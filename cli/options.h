// What the command line and the environment can say, as plain structs with defaults. args.cc fills them; the commands
// read them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tallywire::cli {

enum class ColorMode { kAuto, kAlways, kNever };
enum class LogFormat { kText, kJson };

inline constexpr unsigned kMaxJobs = 256;  // more threads than any machine this runs on has cores
inline std::vector<std::string> LogLevelNames() { return {"debug", "info", "warning", "error", "off"}; }

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

struct IngestOptions {
  std::vector<std::string> targets;  // feed ids or URLs, or article URLs; none: the feeds that are due
};

struct ReparseOptions {
  std::string since;  // times of capture: ISO 8601 or "7d"
  std::string until;
  std::string url_glob;
  std::string feed;
  bool all = false;
  bool stale = false;               // only what was read with other rules than today's
  std::vector<std::string> inputs;  // WARC files, folders, pages; none: the own archive
};

enum class QueryFormat { kTable, kJson, kJsonl, kCsv };

struct QueryOptions {
  std::vector<std::string> measure;
  std::vector<std::string> item;
  std::vector<std::string> subject;
  std::vector<std::string> kind;
  std::vector<std::string> unit;
  std::vector<std::string> site;
  std::optional<double> min;
  std::optional<double> max;
  std::string period;
  std::string from;
  std::string to;
  std::string text;
  std::string sort;
  std::optional<size_t> limit;
  bool facts = false;
  QueryFormat format = QueryFormat::kTable;
};

struct ShowOptions {
  std::string article;
};

enum class ExtractFormat { kAuto, kText, kJson };  // auto: text on a terminal, JSON lines elsewhere

struct ExtractOptions {
  std::vector<std::string> inputs;  // files, URLs, or "-" for standard input
  bool jsonl = false;               // filter mode: records in, results out
  bool explain = false;             // tell of each block of the page why it was kept or not
  ExtractFormat format = ExtractFormat::kAuto;
  std::string title;      // of plain texts
  std::string published;  // reference time where the input gives none
  std::string url;        // where the page was found
};

struct FeedsAddOptions {
  std::vector<std::string> urls;
};
struct FeedsListOptions {
  bool json = false;
};
struct FeedsRemoveOptions {
  std::vector<std::string> feeds;  // ids or URLs
};
struct FeedsInspectOptions {
  std::vector<std::string> inputs;  // files or URLs
  std::string base;                 // resolves relative links of files
  bool json = false;
};

struct RulesListOptions {
  std::vector<std::string> kinds;  // none: all
  bool json = false;
};
struct RulesCheckOptions {
  std::string folder;  // empty: that of --rules
};
struct RulesTestOptions {
  std::string folder;
};
struct RulesExplainOptions {
  std::string text;
  std::string title;
  std::string published;
};

using Command = std::variant<IngestOptions, ReparseOptions, QueryOptions, ShowOptions, ExtractOptions, FeedsAddOptions,
                             FeedsListOptions, FeedsRemoveOptions, FeedsInspectOptions, RulesListOptions,
                             RulesCheckOptions, RulesTestOptions, RulesExplainOptions>;

}  // namespace tallywire::cli
