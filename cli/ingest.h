// One ingest run over an open workspace, with the network behind an interface.
#pragma once

#include "archive/warc_writer.h"
#include "cli/environment.h"
#include "cli/options.h"
#include "cli/workspace.h"
#include "fetch/fetcher.h"
#include "model/result.h"

namespace tallywire::cli {

// Fetches what `options` asks for through `fetcher`, archives, reads and stores it; workspace.report counts. Errors are
// those that end the run: kUsage for a target that is neither feed nor URL, kDataFolder, kInterrupted.
Status Ingest(const IngestOptions& options, const Environment& environment, Workspace& workspace,
              archive::WarcWriter& writer, fetch::Fetcher& fetcher);

}  // namespace tallywire::cli
