// Puts fetched answers into the archive: from here on they count as fetched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/warc_writer.h"
#include "cli/retrieval.h"
#include "model/http.h"
#include "model/result.h"
#include "store/store.h"

namespace tallywire::cli {

struct Fetched {
  Purpose purpose = Purpose::kArticle;
  std::string requested_url;
  std::vector<Exchange> hops;
  Status status;
  std::optional<Timestamp> retry_at;
  bool named = false;
};

// Appends all hops as one unit, durably, and says where they stand. An answer whose bytes an earlier capture of the
// same URL has becomes a revisit of that.
Result<Retrieval> Archive(Fetched fetched, archive::WarcWriter& writer, store::Store& store);

}  // namespace tallywire::cli
