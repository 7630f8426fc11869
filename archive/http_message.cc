#include "archive/http_message.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "archive/header_lines.h"

namespace tallywire::archive {
namespace {

bool IsName(const Header& header, std::string_view lower_name) {
  return std::equal(header.name.begin(), header.name.end(), lower_name.begin(), lower_name.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct StatusLine {
  std::string protocol;
  int status = 0;
  std::string reason;
};

// "HTTP/1.1 200 OK", with any white space, without a reason, "HTTP/2 200", "ICY 200 OK".
std::optional<StatusLine> ParseStatusLine(std::string_view line) {
  if (!line.starts_with("HTTP/") && !line.starts_with("ICY ")) return std::nullopt;
  const size_t space = line.find_first_of(" \t");
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view version = line.substr(0, space);
  const std::string_view rest = Trim(line.substr(space));
  if (rest.size() < 3 || !std::all_of(rest.begin(), rest.begin() + 3, IsDigit)) return std::nullopt;
  if (rest.size() > 3 && rest[3] != ' ' && rest[3] != '\t') return std::nullopt;
  StatusLine result;
  result.protocol = version.starts_with("HTTP/2") ? "h2" : version == "HTTP/1.0" ? "http/1.0" : "http/1.1";
  result.status = (rest[0] - '0') * 100 + (rest[1] - '0') * 10 + (rest[2] - '0');
  result.reason = Trim(rest.substr(3));
  return result;
}

// What a stray line end or NUL in a value would break.
std::string OneLine(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  return clean;
}

// Names have visible characters only (RFC 9110 5.1); anything else could make another field of it.
std::string CleanName(std::string_view name) {
  std::string clean(name);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return (c >= 0 && c <= ' ') || c == ':' || c == 0x7F; }, '_');
  return clean;
}

std::optional<size_t> HexDigits(std::string_view text) {
  if (text.empty() || text.size() > 15) return std::nullopt;
  size_t value = 0;
  for (const char c : text) {
    int digit = -1;
    if (IsDigit(c)) digit = c - '0';
    if (c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<size_t>(digit);
  }
  return value;
}

// The coding is undone only where the bytes agree with the header: many archives kept the header of a body they had
// already decoded.
void UndoChunked(Response& response) {
  const std::string_view coding = FindHeader(response.headers, "Transfer-Encoding");
  if (coding.find("hunked") == std::string_view::npos) return;
  std::string body;
  bool complete = false;
  if (!DecodeChunked(response.body, body, complete)) return;
  response.body = std::move(body);
  if (!complete) response.truncated = true;
  std::erase_if(response.headers, [](const Header& header) { return IsName(header, "transfer-encoding"); });
}

void AppendHeader(std::string& out, std::string_view name, std::string_view value) {
  out.append(CleanName(name)).append(": ").append(OneLine(value)).append("\r\n");
}

// The authority and the path with its query of an absolute URL.
struct UrlParts {
  std::string_view host;
  std::string path;
};

UrlParts SplitUrl(std::string_view url) {
  const size_t scheme = url.find("://");
  std::string_view rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  rest = rest.substr(0, rest.find('#'));
  const size_t path = rest.find_first_of("/?");
  UrlParts parts;
  parts.host = rest.substr(0, path);
  const size_t at = parts.host.rfind('@');
  if (at != std::string_view::npos) parts.host.remove_prefix(at + 1);
  const std::string_view tail = path == std::string_view::npos ? std::string_view{} : rest.substr(path);
  if (!tail.starts_with('/')) parts.path = '/';
  parts.path += tail;
  return parts;
}

}  // namespace

bool DecodeChunked(std::string_view coded, std::string& body, bool& complete) {
  body.clear();
  complete = false;
  bool first = true;
  while (!coded.empty()) {
    const size_t line_end = coded.find('\n');
    std::string_view line = coded;
    const std::string_view size_text = Trim(TakeLine(line).substr(0, coded.substr(0, line_end).find(';')));
    const auto size = HexDigits(size_text);
    if (!size || line_end == std::string_view::npos) return !first;
    first = false;
    coded = line;
    if (*size == 0) {
      complete = true;
      return true;
    }
    body.append(coded.substr(0, *size));
    if (coded.size() < *size) return true;
    coded.remove_prefix(*size);
    if (coded.starts_with('\r')) coded.remove_prefix(1);
    if (coded.starts_with('\n')) coded.remove_prefix(1);
  }
  return !first;
}

Result<Response> ParseHttpResponse(std::string_view block) {
  const size_t start = block.find_first_not_of("\r\n");
  block.remove_prefix(std::min(start, block.size()));
  const auto line = ParseStatusLine(TakeLine(block));
  if (!line) return Fail(ErrorCode::kBadInput, {}, "the record's block does not begin with an HTTP status line");
  Response response;
  response.protocol = line->protocol;
  response.status = line->status;
  response.reason = line->reason;
  response.headers = TakeHeaders(block);
  response.body = block;
  UndoChunked(response);
  const auto length = ParseLength(FindHeader(response.headers, "Content-Length"));
  const bool has_body = response.status >= 200 && response.status != 204 && response.status != 304;
  if (has_body && length && response.body.size() < *length) response.truncated = true;
  return response;
}

Request ParseHttpRequest(std::string_view block, std::string_view target_uri) {
  Request request;
  request.url = target_uri;
  const std::string_view line = TakeLine(block);
  request.method = line.substr(0, line.find(' '));
  request.headers = TakeHeaders(block);
  return request;
}

std::string FormatHttpRequest(const Request& request) {
  const UrlParts url = SplitUrl(request.url);
  std::string out = fmt::format("{} {} HTTP/1.1\r\n", request.method, OneLine(url.path));
  if (FindHeader(request.headers, "Host").empty()) AppendHeader(out, "Host", url.host);
  for (const Header& header : request.headers) {
    // HTTP/2's pseudo-header fields say what the request line and Host say.
    if (!header.name.starts_with(':')) AppendHeader(out, header.name, header.value);
  }
  return out.append("\r\n");
}

std::string FormatHttpResponseHead(const Response& response) {
  const std::string_view version = response.protocol == "http/1.0" ? "HTTP/1.0" : "HTTP/1.1";
  std::string out = fmt::format("{} {:03} {}\r\n", version, response.status, OneLine(response.reason));
  const std::string length = std::to_string(response.body.size());
  bool needs_length = false;
  bool has_length = false;
  for (const Header& header : response.headers) {
    if (header.name.starts_with(':')) continue;
    if (IsName(header, "transfer-encoding")) {
      AppendHeader(out, "X-Archive-Orig-" + header.name, header.value);
      needs_length = true;
    } else if (IsName(header, "content-length")) {
      const bool agrees = header.value == length && !has_length;
      AppendHeader(out, agrees ? header.name : "X-Archive-Orig-" + header.name, header.value);
      (agrees ? has_length : needs_length) = true;
    } else {
      AppendHeader(out, header.name, header.value);
    }
  }
  if (needs_length && !has_length) AppendHeader(out, "Content-Length", length);
  return out.append("\r\n");
}

}  // namespace tallywire::archive
