// What goes over the wire and into the archive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/time.h"

namespace tallywire {

struct Header {
  std::string name;
  std::string value;
  friend bool operator==(const Header&, const Header&) = default;
};

// The first header of that name (ASCII case does not matter, RFC 9110 5.1); empty where there is none.
std::string_view FindHeader(const std::vector<Header>& headers, std::string_view name);

struct Request {
  std::string method = "GET";
  std::string url;  // absolute, without fragment
  std::vector<Header> headers;
};

struct Response {
  int status = 0;
  std::string reason;
  std::string protocol;  // "http/1.0", "http/1.1" or "h2", as WARC-Protocol names them
  std::vector<Header> headers;
  std::string body;        // bytes after transfer coding (chunked, HTTP/2 frames), before content coding (gzip, br)
  bool truncated = false;  // the body ended before Content-Length, or hit our limit
};

// One request and its response: what one WARC request/response pair holds. A redirect is an exchange of its own.
struct Exchange {
  Request request;
  Response response;
  Timestamp time;         // when the response began
  std::string remote_ip;  // empty where unknown
};

}  // namespace tallywire
