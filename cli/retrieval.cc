#include "cli/retrieval.h"

namespace tallywire::cli {

Status StatusOf(const Exchange& exchange) {
  const Response& response = exchange.response;
  const std::string& url = exchange.request.url;
  if (response.truncated) return Fail(ErrorCode::kNetwork, url, "the answer was cut short", "The next run tries again");
  if ((response.status >= 200 && response.status < 300) || response.status == 304) return {};
  return Fail(ErrorCode::kHttpStatus, url, "the server answered " + std::to_string(response.status));
}

}  // namespace tallywire::cli
