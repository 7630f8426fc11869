// HTTP messages as they stand in the blocks of WARC records (RFC 9112).
#pragma once

#include <string>
#include <string_view>

#include "model/http.h"
#include "model/result.h"

namespace tallywire::archive {

// Reads a response as leniently as browsers do: lines may end in LF, headers may be folded, the reason may be missing,
// "HTTP/2" is a version. Chunked coding that a foreign tool left in is undone where the body really is chunked; a
// Content-Length that disagrees with the body sets `truncated` where bytes are missing and is ignored otherwise.
// kBadInput where the block does not begin with a status line. Safe to call from several threads at once.
Result<Response> ParseHttpResponse(std::string_view block);

// Reads a request; `target_uri` is what the WARC record says and becomes Request::url. Never fails: what cannot be read
// is left empty.
Request ParseHttpRequest(std::string_view block, std::string_view target_uri);

// "GET /path?query HTTP/1.1", headers, blank line. A Host header is put first where there is none.
std::string FormatHttpRequest(const Request& request);

// Status line (always HTTP/1.1, or HTTP/1.0 where that was spoken: readers know no others), headers, blank line. The
// body is what remains after transfer coding, so Transfer-Encoding, and a Content-Length that disagrees, become
// X-Archive-Orig-Transfer-Encoding and X-Archive-Orig-Content-Length, and Content-Length is the body's.
std::string FormatHttpResponseHead(const Response& response);

// Undoes chunked transfer coding (RFC 9112 7.1), trailers dropped. False where `coded` is not chunked from its first
// byte on; a coding that ends early yields what came before.
bool DecodeChunked(std::string_view coded, std::string& body, bool& complete);

}  // namespace tallywire::archive
