#include "cli/config.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <cstdint>
#include <optional>

#include "cli/duration.h"
#include "cli/input_file.h"

namespace tallywire::cli {
namespace {

using Milliseconds = std::chrono::milliseconds;

struct Targets {
  GlobalOptions& global;
  Config& config;
};

// Stores a value; what it should have been, where it does not fit.
using Setter = std::function<std::optional<std::string>(const toml::node&, Targets)>;

struct Key {
  std::string_view section;
  std::string_view name;
  Setter set;
};

template <class Get>
Setter Text(Get get) {
  return [get](const toml::node& node, Targets targets) -> std::optional<std::string> {
    const auto* value = node.as_string();
    if (value == nullptr) return "a string";
    get(targets) = value->get();
    return std::nullopt;
  };
}

template <class Get>
Setter TextList(Get get) {
  return [get](const toml::node& node, Targets targets) -> std::optional<std::string> {
    const auto* values = node.as_array();
    if (values == nullptr || !values->is_homogeneous(toml::node_type::string)) return "a list of strings";
    for (const auto& value : *values) get(targets).push_back(value.value_or(std::string{}));
    return std::nullopt;
  };
}

template <class Get>
Setter Flag(Get get, bool when_true = true) {
  return [get, when_true](const toml::node& node, Targets targets) -> std::optional<std::string> {
    const auto* value = node.as_boolean();
    if (value == nullptr) return "true or false";
    get(targets) = value->get() == when_true;
    return std::nullopt;
  };
}

template <class Get>
Setter Number(Get get, int64_t least, int64_t most) {
  return [=](const toml::node& node, Targets targets) -> std::optional<std::string> {
    const auto* value = node.as_integer();
    if (value == nullptr || value->get() < least || value->get() > most) {
      return fmt::format("a whole number from {} to {}", least, most);
    }
    auto& target = get(targets);
    target = static_cast<std::remove_reference_t<decltype(target)>>(value->get());
    return std::nullopt;
  };
}

template <class Get>
Setter Duration(Get get) {
  return [get](const toml::node& node, Targets targets) -> std::optional<std::string> {
    std::optional<Milliseconds> duration;
    if (const auto* text = node.as_string()) duration = ParseDuration(text->get());
    if (const auto* seconds = node.as_integer()) duration = ParseDuration(std::to_string(seconds->get()));
    if (!duration) return "a duration such as \"500ms\", \"2s\", \"15m\", \"12h\" or \"7d\"";
    auto& target = get(targets);
    target = std::chrono::duration_cast<std::remove_reference_t<decltype(target)>>(*duration);
    return std::nullopt;
  };
}

template <class Get>
Setter Choice(Get get, const std::vector<std::string>& choices) {
  return [get, choices](const toml::node& node, Targets targets) -> std::optional<std::string> {
    const auto* value = node.as_string();
    for (size_t i = 0; value != nullptr && i < choices.size(); ++i) {
      if (choices[i] != value->get()) continue;
      auto& target = get(targets);
      if constexpr (std::is_enum_v<std::remove_reference_t<decltype(target)>>) {
        target = static_cast<std::remove_reference_t<decltype(target)>>(i);
      } else {
        target = choices[i];
      }
      return std::nullopt;
    }
    return fmt::format("one of {}", fmt::join(choices, ", "));
  };
}

constexpr int64_t kMaxBytes = int64_t{1} << 40U;

std::vector<Key> GlobalKeys() {
  return {
      {"global", "data", Text([](Targets t) -> auto& { return t.global.data; })},
      {"global", "rules", Text([](Targets t) -> auto& { return t.global.rules; })},
      {"global", "jobs",
       Number(
           [](Targets t) -> auto& { return t.global.jobs; }, 1, kMaxJobs)},
      {"global", "log_level",
       Choice(
           [](Targets t) -> auto& { return t.global.log_level; }, LogLevelNames())},
      {"global", "log_format", Choice([](Targets t) -> auto& { return t.global.log_format; }, {"text", "json"})},
      {"global", "progress",
       Flag(
           [](Targets t) -> auto& { return t.global.no_progress; }, false)},
      {"global", "color", Choice([](Targets t) -> auto& { return t.global.color; }, {"auto", "always", "never"})},
  };
}

std::vector<Key> FetchKeys() {
  return {
      {"fetch", "user_agent", Text([](Targets t) -> auto& { return t.config.fetch.user_agent; })},
      {"fetch", "max_hosts_at_once",
       Number(
           [](Targets t) -> auto& { return t.config.fetch.max_hosts_at_once; }, 1, 1000)},
      {"fetch", "host_delay", Duration([](Targets t) -> auto& { return t.config.fetch.host_delay; })},
      {"fetch", "max_crawl_delay", Duration([](Targets t) -> auto& { return t.config.fetch.max_crawl_delay; })},
      {"fetch", "obey_robots", Flag([](Targets t) -> auto& { return t.config.fetch.obey_robots; })},
      {"fetch", "allow_private_addresses",
       Flag([](Targets t) -> auto& { return t.config.fetch.allow_private_addresses; })},
      {"fetch", "max_redirects",
       Number(
           [](Targets t) -> auto& { return t.config.fetch.max_redirects; }, 0, 100)},
      {"fetch", "max_body_bytes",
       Number(
           [](Targets t) -> auto& { return t.config.fetch.max_body_bytes; }, 1, kMaxBytes)},
      {"fetch", "max_header_bytes",
       Number(
           [](Targets t) -> auto& { return t.config.fetch.max_header_bytes; }, 1, kMaxBytes)},
      {"fetch", "connect_timeout", Duration([](Targets t) -> auto& { return t.config.fetch.connect_timeout; })},
      {"fetch", "total_timeout", Duration([](Targets t) -> auto& { return t.config.fetch.total_timeout; })},
      {"fetch", "min_bytes_per_second",
       Number(
           [](Targets t) -> auto& { return t.config.fetch.min_bytes_per_second; }, 0, kMaxBytes)},
      {"fetch", "low_speed_time", Duration([](Targets t) -> auto& { return t.config.fetch.low_speed_time; })},
      {"fetch", "max_attempts",
       Number(
           [](Targets t) -> auto& { return t.config.fetch.max_attempts; }, 1, 100)},
      {"fetch", "first_retry_wait", Duration([](Targets t) -> auto& { return t.config.fetch.first_retry_wait; })},
      {"fetch", "max_retry_wait", Duration([](Targets t) -> auto& { return t.config.fetch.max_retry_wait; })},
      {"fetch", "host_failures_before_giving_up",
       Number(
           [](Targets t) -> auto& { return t.config.fetch.host_failures_before_giving_up; }, 1, 1000)},
      {"fetch", "proxy", Text([](Targets t) -> auto& { return t.config.fetch.proxy; })},
      {"fetch", "ca_file", Text([](Targets t) -> auto& { return t.config.fetch.ca_file; })},
      {"fetch", "resolve", TextList([](Targets t) -> auto& { return t.config.fetch.resolve; })},
  };
}

std::vector<Key> StorageKeys() {
  return {
      {"archive", "max_file_bytes",
       Number(
           [](Targets t) -> auto& { return t.config.archive.max_file_bytes; }, 1, kMaxBytes)},
      {"archive", "compression_level",
       Number(
           [](Targets t) -> auto& { return t.config.archive.compression_level; }, 1, 9)},
      {"ingest", "feed_interval", Duration([](Targets t) -> auto& { return t.config.ingest.feed_interval; })},
      {"ingest", "max_link_attempts",
       Number(
           [](Targets t) -> auto& { return t.config.ingest.max_link_attempts; }, 1, 100)},
      {"ingest", "link_retry_wait", Duration([](Targets t) -> auto& { return t.config.ingest.link_retry_wait; })},
      {"ingest", "max_feed_backoff", Duration([](Targets t) -> auto& { return t.config.ingest.max_feed_backoff; })},
  };
}

const std::vector<Key>& Keys() {
  static const std::vector<Key> keys = [] {
    auto all = GlobalKeys();
    for (auto&& more : {FetchKeys(), StorageKeys()}) all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return keys;
}

std::string Place(const std::filesystem::path& file, const toml::source_region& region) {
  return fmt::format("{}:{}", file.string(), region.begin.line);
}

Status ApplySection(const std::filesystem::path& file, std::string_view section, const toml::table& table,
                    const std::function<bool(std::string_view)>& given_elsewhere, Targets targets) {
  for (const auto& [name, node] : table) {
    const std::string_view key_name = name.str();
    const auto same = [&](const Key& key) { return key.section == section && key.name == key_name; };
    const auto key = std::find_if(Keys().begin(), Keys().end(), same);
    if (key == Keys().end()) {
      return Fail(ErrorCode::kUsage, Place(file, name.source()), fmt::format("unknown key {}.{}", section, key_name),
                  "docs/configuration.md lists the keys there are");
    }
    if (section == "global" && given_elsewhere(key_name)) continue;
    if (const auto wanted = key->set(node, targets)) {
      return Fail(ErrorCode::kUsage, Place(file, node.source()),
                  fmt::format("{}.{} must be {}", section, key_name, *wanted));
    }
  }
  return {};
}

Result<toml::table> ParseToml(const std::filesystem::path& file) {
  const auto text = ReadInputFile(file);
  if (!text) return Fail(ErrorCode::kUsage, file.string(), text.error().what, "Name a readable file with --config");
  try {
    return toml::parse(*text, file.string());
  } catch (const toml::parse_error& error) {
    return Fail(ErrorCode::kUsage, Place(file, error.source()), std::string(error.description()),
                "Mend the file or name another with --config");
  }
}

}  // namespace

Status LoadConfig(const std::filesystem::path& file, const std::function<bool(std::string_view key)>& given_elsewhere,
                  GlobalOptions& global, Config& config) {
  const auto root = ParseToml(file);
  if (!root) return tl::unexpected(root.error());
  for (const auto& [key_text, node] : *root) {
    const toml::key& section = key_text;  // structured bindings cannot be captured
    const auto known = [&section](const Key& key) { return key.section == section.str(); };
    const auto* table = node.as_table();
    if (table == nullptr || std::none_of(Keys().begin(), Keys().end(), known)) {
      return Fail(ErrorCode::kUsage, Place(file, section.source()),
                  fmt::format("unknown section or key {}", section.str()),
                  "The sections are [global], [fetch], [archive] and [ingest]");
    }
    auto status = ApplySection(file, section.str(), *table, given_elsewhere, {global, config});
    if (!status) return status;
  }
  return {};
}

std::vector<std::string> ConfigKeys() {
  std::vector<std::string> names;
  for (const auto& key : Keys()) names.push_back(fmt::format("{}.{}", key.section, key.name));
  return names;
}

}  // namespace tallywire::cli
