// `tallywire feeds inspect`: what a feed says, without subscribing to it.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/fetch_once.h"
#include "cli/input_file.h"
#include "cli/json_output.h"
#include "cli/logging.h"
#include "cli/run_report.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "fetch/feed.h"

namespace tallywire::cli {
namespace {

Result<Feed> ReadFeed(const std::string& input, const std::string& base, const Environment& environment) {
  if (IsWebAddress(input)) {
    const auto document = FetchDocument(input, environment);
    if (!document) return tl::unexpected(document.error());
    return fetch::ParseFeed(document->bytes, document->final_url, document->content_type);
  }
  const auto bytes = ReadInputFile(input);
  if (!bytes) return tl::unexpected(bytes.error());
  auto feed = fetch::ParseFeed(*bytes, base);
  if (!feed) feed.error().where = input;  // rather than the address it once had
  return feed;
}

std::string FeedView(const std::string& source, const Feed& feed, size_t width, bool color) {
  std::string view = fmt::format("{}\n{}, {}, {}\n", Printable(feed.title.empty() ? source : feed.title), feed.format,
                                 Counted(static_cast<int64_t>(feed.entries.size()), "item"), Printable(feed.link));
  const std::vector<Column> columns = {{"Published", 20}, {"Title", 20}, {"Link", 20}};
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : feed.entries) {
    const auto& time = entry.published ? entry.published : entry.updated;
    rows.push_back({time ? ToIso(*time) : "", entry.title, entry.link});
  }
  view += FormatTable(columns, rows, width, color);
  for (const auto& warning : feed.warnings) view += "warning: " + Printable(warning) + "\n";
  return view;
}

}  // namespace

ExitCode RunCommand(const FeedsInspectOptions& options, const Environment& environment) {
  if (!options.base.empty() && !IsWebAddress(options.base)) {
    LogError({ErrorCode::kUsage, "--base", "\"" + options.base + "\" is no http or https address",
              "Give the address that the file was fetched from"});
    return ExitCode::kUsage;
  }
  ExitCode exit_code = ExitCode::kOk;
  for (const auto& input : options.inputs) {
    const auto feed = ReadFeed(input, options.base, environment);
    if (feed) {
      std::puts(options.json ? FeedJson(input, *feed).c_str()
                             : FeedView(input, *feed, OutputWidth(), UseColor(environment.global.color)).c_str());
      continue;
    }
    LogError(feed.error());
    if (options.json) std::puts(FeedErrorJson(input, feed.error().ToText()).c_str());
    exit_code = ExitCode::kPartial;
  }
  return exit_code;
}

}  // namespace tallywire::cli
