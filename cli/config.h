// The configuration file: TOML, every key checked, every key documented in docs/configuration.md.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <filesystem>
#include "archive/warc_writer.h"
#include "cli/options.h"
#include "fetch/fetcher.h"
#include "model/result.h"

namespace tallywire::cli {

struct IngestPolicy {
  std::chrono::milliseconds feed_interval{0};  // a feed is due this long after its last visit; 0: in every run, since
                                               // the timer that starts `ingest` is the schedule
  int max_link_attempts = 5;                   // visits to an article before it is given up
  std::chrono::milliseconds link_retry_wait{std::chrono::minutes{10}};  // after a failed visit; doubled each time
  std::chrono::milliseconds max_feed_backoff{std::chrono::hours{24}};   // longest pause of a feed that keeps failing
};

struct Config {
  fetch::FetchOptions fetch;
  archive::WarcWriterOptions archive;
  IngestPolicy ingest;
};

// Reads `file` into `config`, and into `global` what `given_elsewhere(key)` says was not given on the command line or
// in the environment. kUsage, with file and line, for broken TOML, unknown keys and values that do not fit.
Status LoadConfig(const std::filesystem::path& file, const std::function<bool(std::string_view key)>& given_elsewhere,
                  GlobalOptions& global, Config& config);

// "section.key" of every key there is.
std::vector<std::string> ConfigKeys();

}  // namespace tallywire::cli
