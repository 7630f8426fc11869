// What was fetched for one feed, page or robots.txt, once it is in the archive.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/capture.h"
#include "model/http.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::cli {

struct ArchivedHop {
  Exchange exchange;
  ArchiveLocation location;
  bool revisit = false;  // a 304, or a 200 with the bytes of the capture before
};

struct Retrieval {
  Purpose purpose = Purpose::kArticle;
  std::string requested_url;
  std::vector<ArchivedHop> hops;  // redirects, attempts, and last the answer; empty where no server answered
  Status status;                  // ok where the last hop is the document or says that it has not changed
  std::optional<Timestamp> retry_at;
  bool named = false;  // on the command line, so that it should have worked

  const ArchivedHop& last() const { return hops.back(); }  // only where there are hops
  bool unchanged() const { return status && last().revisit; }
};

// What the status of an answer found in the archive means, as the fetcher would have put it.
Status StatusOf(const Exchange& exchange);

}  // namespace tallywire::cli
