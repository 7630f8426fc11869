// Takes what was fetched into the database: a feed's links, a page's article with its events, robots.txt.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/config.h"
#include "cli/retrieval.h"
#include "cli/run_report.h"
#include "extract/extract.h"
#include "model/time.h"
#include "store/store.h"

namespace tallywire::cli {

// Each Take is one transaction that holds the captures and everything they mean, so that a crash leaves either all of
// it or none; what is archived but not taken is found again by archive recovery and taken then, by the same functions.
// What is wrong with a single feed or page is logged, counted in the report and kept in the database; only what ends
// the run (the database cannot be written) is returned as an error. One thread.
class Intake {
 public:
  // Everything given must outlive the intake.
  Intake(store::Store& store, const extract::Extractor& extractor, std::string rules_version,
         const IngestPolicy& policy, const Clock& clock, RunReport& report)
      : store_(store),
        extractor_(extractor),
        rules_version_(std::move(rules_version)),
        policy_(policy),
        clock_(clock),
        report_(report) {}

  Status Take(const Retrieval& retrieval);

 private:
  using CaptureIds = std::vector<int64_t>;  // one a hop

  Status TakeFeed(const Retrieval& retrieval, store::FeedRecord feed, const CaptureIds& captures);
  Status TakeArticle(const Retrieval& retrieval, const CaptureIds& captures);
  Status TakeRobots(const Retrieval& retrieval);

  // The feed whose link led to a page; none for what was named on the command line.
  Result<std::optional<int64_t>> FeedThatNamed(const Retrieval& retrieval);
  Result<CaptureIds> SaveCaptures(const Retrieval& retrieval, std::optional<int64_t> feed_id);
  Status ReadFeed(const ArchivedHop& hop, store::FeedRecord& feed);
  Status SaveLinks(const std::vector<FeedEntry>& entries, const store::FeedRecord& feed);
  Status FailFeed(store::FeedRecord feed, const Error& error, std::optional<Timestamp> retry_at);
  Status FailArticle(const Retrieval& retrieval, const Error& error, std::optional<int64_t> capture);
  store::LinkOutcome AfterFailure(const store::LinkRecord& link, const Retrieval& retrieval, const Error& error,
                                  std::optional<int64_t> capture) const;
  Result<store::FeedRecord> FeedFor(const std::string& url);
  Result<store::LinkRecord> LinkFor(const std::string& url);

  store::Store& store_;
  const extract::Extractor& extractor_;
  const std::string rules_version_;
  const IngestPolicy& policy_;
  const Clock& clock_;
  RunReport& report_;
};

}  // namespace tallywire::cli
