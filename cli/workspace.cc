#include "cli/workspace.h"

#include <utility>
#include <vector>

#include "archive/recovery.h"
#include "cli/logging.h"
#include "cli/stop_signal.h"

namespace tallywire::cli {
namespace {

constexpr size_t kRunsLookedAt = 100;  // more killed runs in a row than that are treated as that many

// When the unbroken row of killed runs that ends with the last run of `command` began.
Result<std::optional<Timestamp>> InterruptedSince(store::Store& store, std::string_view command) {
  const auto runs = store.Runs().Latest(kRunsLookedAt);
  if (!runs) return tl::unexpected(runs.error());
  std::optional<Timestamp> since;
  for (const auto& run : *runs) {
    if (run.command != command) continue;
    if (run.ended) break;
    since = run.started;
  }
  return since;
}

// Gathers the exchanges of one retrieval, which stand side by side in the archive, and takes them together.
class RecoveredExchanges {
 public:
  explicit RecoveredExchanges(Intake& intake) : intake_(intake) {}

  Status Add(archive::ArchivedExchange exchange) {
    const Purpose purpose = exchange.purpose.value_or(Purpose::kArticle);
    if (!gathered_.hops.empty() &&
        (purpose != gathered_.purpose || exchange.requested_url != gathered_.requested_url)) {
      if (auto status = Flush(); !status) return status;
    }
    gathered_.purpose = purpose;
    gathered_.requested_url = exchange.requested_url;
    gathered_.hops.push_back({std::move(exchange.exchange), std::move(exchange.location), exchange.revisit});
    return {};
  }

  Status Flush() {
    if (gathered_.hops.empty()) return {};
    gathered_.status = StatusOf(gathered_.last().exchange);
    return intake_.Take(std::exchange(gathered_, {}));
  }

 private:
  Intake& intake_;
  Retrieval gathered_;
};

Status Recover(Workspace& workspace, const Environment& environment) {
  const auto known = workspace.store.Captures().Known();
  if (!known) return tl::unexpected(known.error());
  Intake intake = workspace.IntakeFor(environment);
  RecoveredExchanges recovered(intake);
  const auto report =
      archive::RecoverArchive(workspace.archive_folder, *known,
                              [&](archive::ArchivedExchange exchange) { return recovered.Add(std::move(exchange)); });
  if (!report) return tl::unexpected(report.error());
  if (auto status = recovered.Flush(); !status) return status;
  for (const auto& tail : report->cut) {
    Log(LogLevel::kInfo, tail.file + ": cut off " + std::to_string(tail.removed) + " bytes of an answer that an " +
                             "interrupted run had not finished writing");
  }
  for (const auto& damage : report->damage) LogError(damage);
  workspace.report.counts.failures += static_cast<int64_t>(report->damage.size());
  workspace.report.counts.recovered = static_cast<int64_t>(report->exchanges);
  workspace.continue_newest_archive = report->continue_newest;
  return {};
}

Status Begin(Workspace& workspace, const Environment& environment, const std::string& command) {
  auto interrupted = InterruptedSince(workspace.store, command);
  if (!interrupted) return tl::unexpected(interrupted.error());
  workspace.interrupted_since = *interrupted;
  const auto run =
      workspace.store.Runs().Start(command, TALLYWIRE_VERSION, workspace.rules_version, environment.clock->Now());
  if (!run) return tl::unexpected(run.error());
  workspace.run_id = *run;
  return Recover(workspace, environment);
}

}  // namespace

std::filesystem::path DatabaseFile(const Environment& environment) { return environment.global.data / "tallywire.db"; }

Result<store::Store> OpenStoreForReading(const Environment& environment) {
  return store::Store::Open(DatabaseFile(environment), store::OpenMode::kReadOnly);
}

Result<std::unique_ptr<Workspace>> OpenWorkspace(const Environment& environment, const std::string& command) {
  auto extractor = extract::Extractor::Load(environment.global.rules);
  if (!extractor) return tl::unexpected(std::move(extractor).error());
  auto lock = store::DataLock::Acquire(environment.global.data, *environment.clock, command);
  if (!lock) return tl::unexpected(std::move(lock).error());
  auto store = store::Store::Open(DatabaseFile(environment), store::OpenMode::kReadWrite);
  if (!store) return tl::unexpected(std::move(store).error());
  std::string rules_version = extractor->rules_version();
  auto workspace = std::make_unique<Workspace>(Workspace{*std::move(extractor),
                                                         std::move(rules_version),
                                                         *std::move(lock),
                                                         *std::move(store),
                                                         {},
                                                         0,
                                                         {},
                                                         true,
                                                         environment.global.data / "archive"});
  if (auto status = Begin(*workspace, environment, command); !status) return tl::unexpected(std::move(status).error());
  return workspace;
}

ExitCode FinishRun(Workspace& workspace, const Environment& environment, const Status& status,
                   const std::string& summary) {
  ExitCode exit_code = workspace.report.exit_code();
  if (!status) {
    exit_code = status.error().code == ErrorCode::kInterrupted ? StopExitCode() : ExitCodeOf(status.error().code);
    LogError(status.error());
  }
  const bool did_nothing = !status && status.error().code == ErrorCode::kUsage;
  if (!did_nothing) Log(LogLevel::kInfo, summary);
  const auto finished = workspace.store.Runs().Finish(workspace.run_id, workspace.report.counts,
                                                      static_cast<int>(exit_code), environment.clock->Now());
  if (finished) return exit_code;
  LogError(finished.error());
  return ExitCodeOf(finished.error().code);
}

}  // namespace tallywire::cli
