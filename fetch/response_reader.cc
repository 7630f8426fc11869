#include "fetch/response_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

namespace tallywire::fetch {
namespace {

std::string_view Trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

}  // namespace

void ResponseReader::StatusLine(std::string_view line) {
  response_ = Response{};
  header_bytes_ = line.size();
  began_ = true;
  complete_ = false;
  line = Trim(line);
  const size_t space = std::min(line.find(' '), line.size());
  const auto version = line.substr(0, space);
  response_.protocol = version == "HTTP/1.0" ? "http/1.0" : version.starts_with("HTTP/2") ? "h2" : "http/1.1";
  const auto rest = Trim(line.substr(space));
  std::from_chars(rest.data(), rest.data() + std::min<size_t>(rest.size(), 3), response_.status);
  response_.reason = Trim(rest.substr(std::min<size_t>(rest.size(), 3)));
}

bool ResponseReader::EndOfHeader() {
  complete_ = response_.status >= 200;
  if (!complete_ || response_.status == 204 || response_.status == 304)
    return true;  // these have no body (RFC 9112 6.3)
  // A body that says it is too large need not be read to find out.
  const auto length = FindHeader(response_.headers, "content-length");
  std::uint64_t bytes = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), bytes);
  body_too_large_ = !length.empty() && (error == std::errc::result_out_of_range || bytes > max_body_bytes_);
  return !body_too_large_;
}

bool ResponseReader::HeaderLine(std::string_view line) {
  if (line.starts_with("HTTP/") && (!began_ || response_.status < 200)) {
    StatusLine(line);
    return true;
  }
  if (complete_) return true;  // a trailer
  header_bytes_ += line.size();
  header_too_large_ = header_bytes_ > max_header_bytes_;
  if (header_too_large_) return false;
  if (Trim(line).empty()) return EndOfHeader();
  if ((line.front() == ' ' || line.front() == '\t') && !response_.headers.empty()) {
    response_.headers.back().value.append(" ").append(Trim(line));  // obs-fold, RFC 9112 5.2
    return true;
  }
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return true;  // no header at all
  response_.headers.push_back({std::string(Trim(line.substr(0, colon))), std::string(Trim(line.substr(colon + 1)))});
  return true;
}

bool ResponseReader::BodyPiece(std::string_view piece) {
  const size_t room = max_body_bytes_ - response_.body.size();
  response_.body.append(piece.substr(0, room));
  body_too_large_ = piece.size() > room;
  return !body_too_large_;
}

}  // namespace tallywire::fetch
