// What a run did, counted as it goes and summed up at its end.
#pragma once

#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "model/result.h"
#include "store/article_table.h"
#include "store/run_table.h"

namespace tallywire::cli {

struct RunReport {
  store::RunCounts counts;
  int64_t feeds_unchanged = 0;
  int64_t feeds_failed = 0;
  int64_t pages_refused = 0;  // by robots.txt or by policy: left alone on purpose, so no failure
  int64_t pages_failed = 0;

  void CountArticle(const store::SavedArticle& saved);
  void CountEvents(const store::EventChanges& changes);

  ExitCode exit_code() const { return counts.failures == 0 ? ExitCode::kOk : ExitCode::kPartial; }
};

// "3 feeds (2 unchanged), 12 new articles, 57 new events"
std::string IngestSummary(const RunReport& report);
// "12 articles read again: 3 events added, 1 removed, 0 altered"
std::string ReparseSummary(const RunReport& report);

// "1 feed", "2 feeds", "1,234 feeds"
std::string Counted(int64_t count, std::string_view noun);

}  // namespace tallywire::cli
