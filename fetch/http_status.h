// What an HTTP answer means for us.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/http.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::fetch {

// 301, 302, 303, 307 and 308 (RFC 9110 15.4), which need a Location.
bool IsRedirect(int status);
bool IsPermanentRedirect(int status);

// 429, 502, 503, 504: the same request may be answered a little later. 500 is not among them: pages that crash, crash
// again.
bool IsWorthRetrying(int status);

// kHttpStatus with the status in plain words and what to do.
Error ErrorOfStatus(int status, std::string_view reason, std::string_view url);

// Retry-After in seconds or as a date (RFC 9110 10.2.3), counted from `now`; never negative, cut at a week.
std::optional<std::chrono::seconds> RetryAfter(const std::vector<Header>& headers, Timestamp now);

}  // namespace tallywire::fetch
