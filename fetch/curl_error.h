// libcurl's failures in the program's own words: the only place that knows them.
#pragma once

#include <string_view>

#include "model/result.h"

namespace tallywire::fetch {

// `code` is a CURLcode other than CURLE_OK; `message` what libcurl says in detail, or empty.
Error ErrorFromCurl(int code, std::string_view message, std::string_view url);

// Whether another try a moment later may do better (CURLE_OK included: an answer cut within its header); a wrong
// certificate stays wrong.
bool IsRetryable(int code);

Error PrivateAddressError(std::string_view url);

}  // namespace tallywire::fetch
