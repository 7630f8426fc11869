// One document from the network, without database or archive: for `extract URL` and `feeds inspect URL`.
#pragma once

#include <string>

#include "cli/environment.h"
#include "model/result.h"

namespace tallywire::cli {

struct FetchedDocument {
  std::string bytes;  // after content coding
  std::string final_url;
  std::string content_type;
};

// True for what begins with http:// or https://, in any case.
bool IsWebAddress(const std::string& text);

// Follows redirects and obeys robots.txt, as every fetch does.
Result<FetchedDocument> FetchDocument(const std::string& url, const Environment& environment);

}  // namespace tallywire::cli
