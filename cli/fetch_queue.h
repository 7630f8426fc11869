// The jobs of an ingest run: what was asked of the fetcher, for whom, and on which terms.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "fetch/fetcher.h"
#include "model/time.h"
#include "store/store.h"

namespace tallywire::cli {

enum class JobKind {
  kFeed,
  kArticle,
  kUnknown,  // an address from the command line: what it is shows when it is there
};

struct QueuedJob {
  JobKind kind = JobKind::kArticle;
  std::string url;  // as the database knows the feed or link
};

// Everything given must outlive the queue. One thread.
class FetchQueue {
 public:
  FetchQueue(store::Store& store, fetch::Fetcher& fetcher, const Clock& clock)
      : store_(store), fetcher_(fetcher), clock_(clock) {}

  Status AddFeed(const store::FeedRecord& feed);
  // A link that is pending is asked for whole; one that was fetched before on condition that it has changed.
  Status AddLink(const std::string& url);
  Status AddUnknown(const std::string& url);
  // Links that are due and not in the queue already.
  Status AddPendingLinks();

  const QueuedJob& Job(uint64_t id) const { return jobs_.at(id); }
  size_t size() const { return jobs_.size(); }

 private:
  Status Add(QueuedJob job, std::vector<Header> conditions);
  Status SeedRobots(const std::string& url);
  Result<std::vector<Header>> ConditionsFor(const std::string& url);

  store::Store& store_;
  fetch::Fetcher& fetcher_;
  const Clock& clock_;
  std::map<uint64_t, QueuedJob> jobs_;  // by id, which counts from 1
  std::set<std::string> urls_;          // of all jobs
  std::set<std::string> origins_;       // whose robots.txt has been looked up
};

}  // namespace tallywire::cli
