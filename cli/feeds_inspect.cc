// `tallywire feeds inspect`: what a feed says, without storing anything.
#include <cstdio>
#include <string>

#include "cli/commands.h"
#include "cli/input_file.h"
#include "cli/json_output.h"
#include "cli/logging.h"
#include "fetch/feed.h"

namespace tallywire::cli {

ExitCode RunCommand(const FeedsInspectOptions& options, const Environment&) {
  ExitCode exit_code = ExitCode::kOk;
  for (const auto& input : options.inputs) {
    const auto bytes = ReadInputFile(input);
    const auto feed = bytes ? fetch::ParseFeed(*bytes, options.base) : tl::unexpected(bytes.error());
    if (feed) {
      std::puts(FeedJson(input, *feed).c_str());
      continue;
    }
    LogError(feed.error());
    if (options.json) std::puts(FeedErrorJson(input, feed.error().ToText()).c_str());
    exit_code = ExitCode::kPartial;
  }
  return exit_code;
}

}  // namespace tallywire::cli
