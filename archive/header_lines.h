// Header fields as WARC records and HTTP/1 messages write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/http.h"

namespace tallywire::archive {

// Takes the first line off `text`, without its line end (CRLF or LF).
std::string_view TakeLine(std::string_view& text);

// Reads fields up to the first empty line or the end of `text`, and takes them off it together with that line. Folded
// lines (RFC 9112 5.2) are joined by a space; lines without a colon are passed over. Values are trimmed.
std::vector<Header> TakeHeaders(std::string_view& text);

// Bytes up to and with the first empty line; nullopt where there is none.
std::optional<size_t> HeadLength(std::string_view text);

std::string_view Trim(std::string_view text);

// A decimal number without sign; nullopt for anything else, and beyond 18 digits.
std::optional<size_t> ParseLength(std::string_view text);

}  // namespace tallywire::archive
