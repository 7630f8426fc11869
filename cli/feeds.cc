// `tallywire feeds add|list|remove`: the subscriptions.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/json_output.h"
#include "cli/logging.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "cli/workspace.h"
#include "fetch/url.h"
#include "store/data_lock.h"

namespace tallywire::cli {
namespace {

ExitCode Report(const Error& error) {
  LogError(error);
  return ExitCodeOf(error.code);
}

// The database opened for a change of the subscriptions, with the lock held.
struct WritableStore {
  store::DataLock lock;
  store::Store store;
};

Result<WritableStore> OpenForWriting(const Environment& environment, const std::string& command) {
  auto lock = store::DataLock::Acquire(environment.global.data, *environment.clock, command);
  if (!lock) return tl::unexpected(std::move(lock).error());
  auto store = store::Store::Open(DatabaseFile(environment), store::OpenMode::kReadWrite);
  if (!store) return tl::unexpected(std::move(store).error());
  return WritableStore{*std::move(lock), *std::move(store)};
}

std::string Health(const store::FeedRecord& feed) {
  if (!feed.last_fetched) return "not visited yet";
  if (feed.errors == 0) return "ok";
  return fmt::format("{} failed {}: {}", feed.errors, feed.errors == 1 ? "visit" : "visits in a row", feed.last_error);
}

std::string Time(const std::optional<Timestamp>& time) { return time ? ToIso(*time) : std::string{}; }

}  // namespace

ExitCode RunCommand(const FeedsAddOptions& options, const Environment& environment) {
  auto opened = OpenForWriting(environment, "feeds add");
  if (!opened) return Report(opened.error());
  ExitCode exit_code = ExitCode::kOk;
  for (const auto& text : options.urls) {
    const auto url = fetch::ParseUrl(text);
    if (!url) {
      exit_code = ExitCode::kUsage;
      LogError({ErrorCode::kUsage, text, "is not an http or https address", "Give the address of a feed"});
      continue;
    }
    const auto added = opened->store.Feeds().Add(url->ToText(), {}, environment.clock->Now());
    if (!added) return Report(added.error());
    fmt::print("{} {}: {}\n", added->is_new ? "added" : "known already, as", added->feed.id, added->feed.url);
  }
  return exit_code;
}

ExitCode RunCommand(const FeedsListOptions& options, const Environment& environment) {
  auto store = OpenStoreForReading(environment);
  if (!store) return Report(store.error());
  const auto feeds = store->Feeds().List();
  if (!feeds) return Report(feeds.error());
  if (options.json) {
    for (const auto& feed : *feeds) std::puts(FeedRecordJson(feed).c_str());
    return ExitCode::kOk;
  }
  const std::vector<Column> columns = {
      {"Id", 2, true}, {"Title", 10}, {"Last visit", 20}, {"Health", 15}, {"Address", 20}};
  std::vector<std::vector<std::string>> rows;
  for (const auto& feed : *feeds) {
    rows.push_back({std::to_string(feed.id), feed.title, Time(feed.last_fetched), Health(feed), feed.url});
  }
  std::fputs(FormatTable(columns, rows, OutputWidth(), UseColor(environment.global.color)).c_str(), stdout);
  return ExitCode::kOk;
}

ExitCode RunCommand(const FeedsRemoveOptions& options, const Environment& environment) {
  auto opened = OpenForWriting(environment, "feeds remove");
  if (!opened) return Report(opened.error());
  ExitCode exit_code = ExitCode::kOk;
  for (const auto& text : options.feeds) {
    const auto feed = opened->store.Feeds().Find(text);
    const auto removed = feed ? opened->store.Feeds().Remove(feed->id) : tl::unexpected(feed.error());
    if (removed) {
      fmt::print("removed {}: {}\n", feed->id, feed->url);
      continue;
    }
    exit_code = Report(removed.error());
  }
  return exit_code;
}

}  // namespace tallywire::cli
