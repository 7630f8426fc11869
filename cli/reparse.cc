// `tallywire reparse`: parse and extract again over what was fetched before, here or elsewhere.
#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "archive/exchange_reader.h"
#include "cli/commands.h"
#include "cli/duration.h"
#include "cli/input_file.h"
#include "cli/logging.h"
#include "cli/ordered_pipeline.h"
#include "cli/page_reader.h"
#include "cli/reparse_source.h"
#include "cli/stop_signal.h"
#include "cli/workspace.h"

namespace tallywire::cli {
namespace {

constexpr int kPagesPerTransaction = 100;  // a commit costs about as much as reading a page; lost work is simply redone

struct Reading {
  store::CaptureRecord capture;
  Result<ReadPage> page;
};

// The archive's bytes are missing or damaged, which says nothing about the page.
Error Lost(Error error) {
  error.code = ErrorCode::kIo;
  if (error.remedy.empty()) error.remedy = "Restore the file from a backup; what was read from it before is kept";
  return error;
}

// Called from worker threads. kBadInput: the page holds no article.
Result<ReadPage> Read(const PageSource& source, const Workspace& workspace) {
  if (source.exchange) return ReadArticle(*source.exchange, workspace.extractor);
  if (source.page_file.empty()) {
    const auto archived = archive::ReadExchange(workspace.archive_folder, source.capture.location);
    return archived ? ReadArticle(archived->exchange, workspace.extractor) : tl::unexpected(Lost(archived.error()));
  }
  const auto bytes = ReadInputFile(source.page_file);
  if (!bytes) return tl::unexpected(bytes.error());
  const Day latest_date = std::chrono::floor<std::chrono::days>(source.capture.time) + std::chrono::days{1};
  return ReadArticle({*bytes, source.capture.final_url, {}}, latest_date, workspace.extractor);
}

// Writes readings to the database, from one thread.
class ReadingWriter {
 public:
  explicit ReadingWriter(Workspace& workspace) : workspace_(workspace) {}

  // False once the database cannot be written; status() says why.
  bool Write(const Reading& reading) {
    if (status_) status_ = WriteOne(reading);
    ShowProgress(fmt::format("{} pages read, {}", ++written_, reading.capture.final_url));
    return status_.has_value();
  }

  Status Finish() {
    if (status_ && transaction_) status_ = transaction_->Commit();
    transaction_.reset();
    return status_;
  }

 private:
  Status WriteOne(const Reading& reading) {
    if (!transaction_) {
      auto begun = workspace_.store.Begin();
      if (!begun) return tl::unexpected(std::move(begun).error());
      transaction_.emplace(*std::move(begun));
    }
    const auto capture = CaptureId(reading.capture);
    if (!capture) return tl::unexpected(capture.error());
    auto status = reading.page ? SaveArticle(*capture, *reading.page) : SaveFailure(*capture, reading.page.error());
    if (!status || ++in_transaction_ < kPagesPerTransaction) return status;
    status = transaction_->Commit();
    transaction_.reset();
    in_transaction_ = 0;
    return status;
  }

  Result<int64_t> CaptureId(const store::CaptureRecord& capture) {
    if (capture.id != 0) return capture.id;
    if (!capture.location.file.empty()) return workspace_.store.Captures().Save(capture);
    // A page from a file has no place in an archive: its address says which capture it is.
    const auto before = workspace_.store.Captures().LatestWithBody(capture.final_url);
    if (!before) return tl::unexpected(before.error());
    return *before ? (*before)->id : workspace_.store.Captures().Save(capture);
  }

  Status SaveArticle(int64_t capture, const ReadPage& page) {
    const auto saved =
        workspace_.store.Articles().Save(capture, page.article, page.extraction, workspace_.rules_version);
    if (!saved) return tl::unexpected(saved.error());
    workspace_.report.CountArticle(*saved);
    return workspace_.store.Captures().SetError(capture, {});
  }

  Status SaveFailure(int64_t capture, const Error& error) {
    if (error.code != ErrorCode::kBadInput) return NoteUnreadable(error);
    // The page holds no article (any more); what an earlier reading took from it goes.
    ++workspace_.report.pages_failed;
    Log(LogLevel::kDebug, error.ToText());
    const auto gone = workspace_.store.Articles().Forget(capture);
    if (!gone) return tl::unexpected(gone.error());
    workspace_.report.CountEvents(*gone);
    return workspace_.store.Captures().SetError(capture, error.what);
  }

  // The archived bytes could not be had. What an earlier reading took from them is all the more worth keeping.
  Status NoteUnreadable(const Error& error) {
    ++workspace_.report.counts.failures;
    std::string message = error.ToText();
    if (message != last_message_) LogError(error);  // a lost file is named once, not for each of its records
    last_message_ = std::move(message);
    return {};
  }

  Workspace& workspace_;
  std::string last_message_;
  std::optional<store::Transaction> transaction_;
  int in_transaction_ = 0;
  size_t written_ = 0;
  Status status_;
};

Result<std::optional<Timestamp>> TimeFrom(const std::string& text, const char* option, Timestamp now) {
  if (text.empty()) return std::nullopt;
  if (const auto time = ParseTime(text, now)) return *time;
  return Fail(ErrorCode::kUsage, option, "\"" + text + "\" is no time",
              "Give an ISO 8601 date or date-time, or a span back from now such as 7d or 12h");
}

Result<SourceFilter> FilterFrom(const ReparseOptions& options, Timestamp now, Workspace& workspace) {
  SourceFilter filter;
  auto since = TimeFrom(options.since, "--since", now);
  if (!since) return tl::unexpected(std::move(since).error());
  auto until = TimeFrom(options.until, "--until", now);
  if (!until) return tl::unexpected(std::move(until).error());
  filter.since = *since;
  filter.until = *until;
  filter.url_glob = options.url_glob;
  if (options.stale) filter.not_read_with = workspace.rules_version;
  if (options.feed.empty()) return filter;
  const auto feed = workspace.store.Feeds().Find(options.feed);
  if (!feed) return Fail(ErrorCode::kUsage, "--feed", feed.error().what, feed.error().remedy);
  filter.feed_id = feed->id;
  return filter;
}

Status ReadAll(const ReparseOptions& options, const SourceFilter& filter, Workspace& workspace,
               const TakeSource& take) {
  if (options.inputs.empty() || options.all) {
    if (auto status = ForEachArchived(workspace, filter, take); !status) return status;
  }
  for (const auto& input : options.inputs) {
    const auto status = ForEachInFiles(input, workspace.archive_folder, filter, take, [&](const Error& damage) {
      LogError(damage);
      ++workspace.report.counts.failures;
    });
    if (status) continue;
    LogError(status.error());
    ++workspace.report.counts.failures;
  }
  return {};
}

Status Reparse(const ReparseOptions& options, const Environment& environment, Workspace& workspace) {
  const auto filter = FilterFrom(options, environment.clock->Now(), workspace);
  if (!filter) return tl::unexpected(filter.error());
  ReadingWriter writer(workspace);
  OrderedPipeline<PageSource, Reading> pipeline(
      environment.global.jobs,
      [&](PageSource source) {
        auto page = Read(source, workspace);
        return Reading{std::move(source.capture), std::move(page)};
      },
      [&](const Reading& reading) { return writer.Write(reading); });
  auto status = ReadAll(options, *filter, workspace,
                        [&](PageSource source) { return !StopRequested() && pipeline.Push(std::move(source)); });
  pipeline.Finish();
  ClearProgress();
  if (auto written = writer.Finish(); !written) return written;
  if (StopRequested())
    return Fail(ErrorCode::kInterrupted, {}, "stopped by a signal", "What was read until then is kept");
  return status;
}

}  // namespace

ExitCode RunCommand(const ReparseOptions& options, const Environment& environment) {
  auto workspace = OpenWorkspace(environment, "reparse");
  if (!workspace) {
    LogError(workspace.error());
    return ExitCodeOf(workspace.error().code);
  }
  const auto status = Reparse(options, environment, **workspace);
  return FinishRun(**workspace, environment, status, ReparseSummary((*workspace)->report));
}

}  // namespace tallywire::cli
