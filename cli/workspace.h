// A data folder opened for a run that writes: locked, recovered, with the rules loaded.
#pragma once

#include <memory>
#include <string>

#include "archive/warc_writer.h"
#include "cli/environment.h"
#include "cli/intake.h"
#include "cli/run_report.h"
#include "extract/extract.h"
#include "store/data_lock.h"
#include "store/store.h"

namespace tallywire::cli {

// Held by a run from its start to its end. Members in the order in which they are acquired.
struct Workspace {
  extract::Extractor extractor;
  std::string rules_version;
  store::DataLock lock;
  store::Store store;
  RunReport report;
  int64_t run_id = 0;
  // Set where the run before was killed: when that run, or the first of several in a row, began.
  std::optional<Timestamp> interrupted_since;
  bool continue_newest_archive = true;  // see archive::RecoveryReport

  std::filesystem::path archive_folder;
  Intake IntakeFor(const Environment& environment) {
    return {store, extractor, rules_version, environment.config.ingest, *environment.clock, report};
  }
};

// Loads the rules, takes the lock (kLocked names the holder), opens the database, notes the run, and takes up what a
// killed run left in the archive: a torn tail is cut, answers that the database does not know are taken in as if they
// had just arrived. `command` is the name of the subcommand. The workspace stays where it is: others point into it.
Result<std::unique_ptr<Workspace>> OpenWorkspace(const Environment& environment, const std::string& command);

// Prints the error that ended the run, if any, and the summary; writes down how the run ended and returns its exit
// status.
ExitCode FinishRun(Workspace& workspace, const Environment& environment, const Status& status,
                   const std::string& summary);

// The database for commands that only read.
Result<store::Store> OpenStoreForReading(const Environment& environment);

std::filesystem::path DatabaseFile(const Environment& environment);

}  // namespace tallywire::cli
