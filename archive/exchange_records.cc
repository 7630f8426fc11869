#include "archive/exchange_records.h"

#include <fmt/format.h>

#include "archive/digest.h"
#include "archive/gzip_member.h"
#include "archive/http_message.h"
#include "archive/record_fields.h"

namespace tallywire::archive {
namespace {

constexpr std::string_view kNotModifiedProfile = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
constexpr std::string_view kSamePayloadProfile = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

// Bytes that a URI may not have (RFC 3986) but servers and feeds send would break the header line: percent-encoded.
std::string SafeUri(std::string_view uri) {
  std::string safe;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) {
      safe += fmt::format("%{:02X}", byte);
    } else {
      safe += c;
    }
  }
  return safe;
}

// A record's head under construction; empty values are left out.
class RecordHead {
 public:
  explicit RecordHead(std::string_view type, std::string_view id, Timestamp date) {
    text_ = "WARC/1.1\r\n";
    Field("WARC-Type", type);
    Field("WARC-Record-ID", id);
    Field("WARC-Date", ToIso(date));
  }
  RecordHead& Field(std::string_view name, std::string_view value) {
    if (!value.empty()) text_.append(name).append(": ").append(value).append("\r\n");
    return *this;
  }
  // Completes the head for a block of that length.
  std::string Finish(size_t block_length) {
    Field("Content-Length", std::to_string(block_length));
    return std::move(text_) + "\r\n";
  }

 private:
  std::string text_;
};

constexpr std::string_view kRecordEnd = "\r\n\r\n";

void AppendRequest(std::string& bytes, const Exchange& exchange, std::string_view id, std::string_view response_id,
                   std::string_view warcinfo_id, int level) {
  const std::string block = FormatHttpRequest(exchange.request);
  RecordHead head("request", id, exchange.time);
  head.Field("WARC-Target-URI", SafeUri(exchange.request.url));
  head.Field("WARC-Concurrent-To", response_id);
  head.Field("WARC-IP-Address", exchange.remote_ip);
  head.Field("WARC-Protocol", exchange.response.protocol);
  head.Field("WARC-Warcinfo-ID", warcinfo_id);
  head.Field("WARC-Block-Digest", Sha1Digest({block}));
  head.Field("Content-Type", "application/http; msgtype=request");
  AppendGzipMember(bytes, {head.Finish(block.size()), block, kRecordEnd}, level);
}

enum class Form { kResponse, kNotModified, kSamePayload };

Form FormOf(const Response& response, const ExchangeNote& note, std::string_view payload_digest) {
  if (response.status == 304) return Form::kNotModified;
  const bool whole = response.status == 200 && !response.truncated && !response.body.empty();
  return whole && note.refers_to && note.refers_to->digest == payload_digest ? Form::kSamePayload : Form::kResponse;
}

void AddRevisitFields(RecordHead& head, Form form, const ExchangeNote& note) {
  head.Field("WARC-Profile", form == Form::kNotModified ? kNotModifiedProfile : kSamePayloadProfile);
  if (!note.refers_to) return;
  head.Field("WARC-Refers-To-Target-URI", SafeUri(note.refers_to->target_uri));
  head.Field("WARC-Refers-To-Date", ToIso(note.refers_to->time));
}

// A 304 has no payload: the record carries the digest of the one it confirms.
std::string PayloadDigest(const Response& response, const ExchangeNote& note) {
  if (response.status != 304) return Sha1Digest({response.body});
  return note.refers_to ? note.refers_to->digest : std::string{};
}

}  // namespace

std::string AppendWarcinfo(std::string& bytes, std::string_view file_name, Timestamp now,
                           const WarcWriterOptions& options) {
  std::string id = NewRecordId();
  std::string block = fmt::format("software: {}\r\nformat: WARC File Format 1.1\r\n", options.software);
  block += "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n";
  block += fmt::format("robots: {}\r\n", options.obeys_robots ? "obey" : "ignore");
  if (!options.user_agent.empty()) block += fmt::format("http-header-user-agent: {}\r\n", options.user_agent);
  RecordHead head("warcinfo", id, now);
  head.Field("WARC-Filename", file_name);
  head.Field("WARC-Block-Digest", Sha1Digest({block}));
  head.Field("Content-Type", "application/warc-fields");
  AppendGzipMember(bytes, {head.Finish(block.size()), block, kRecordEnd}, options.compression_level);
  return id;
}

RecordBytes AppendExchange(std::string& bytes, const NotedExchange& noted, size_t hops_left,
                           std::string_view warcinfo_id, int compression_level) {
  const Exchange& exchange = *noted.exchange;
  const Response& response = exchange.response;
  const std::string request_id = NewRecordId();
  const std::string response_id = NewRecordId();
  AppendRequest(bytes, exchange, request_id, response_id, warcinfo_id, compression_level);

  RecordBytes result;
  result.payload_digest = PayloadDigest(response, noted.note);
  const Form form = FormOf(response, noted.note, result.payload_digest);
  const std::string http_head = FormatHttpResponseHead(response);
  const std::string_view body = form == Form::kResponse ? std::string_view{response.body} : std::string_view{};
  RecordHead head(form == Form::kResponse ? "response" : "revisit", response_id, exchange.time);
  head.Field("WARC-Target-URI", SafeUri(exchange.request.url));
  head.Field("WARC-Concurrent-To", request_id);
  head.Field("WARC-IP-Address", exchange.remote_ip);
  head.Field("WARC-Protocol", response.protocol);
  head.Field("WARC-Warcinfo-ID", warcinfo_id);
  if (form != Form::kResponse) AddRevisitFields(head, form, noted.note);
  head.Field("WARC-Block-Digest", Sha1Digest({http_head, body}));
  head.Field("WARC-Payload-Digest", result.payload_digest);
  // The fetcher knows that bytes are missing, not always why.
  if (response.truncated) head.Field("WARC-Truncated", "unspecified");
  head.Field(kPurposeField, ToText(noted.note.purpose));
  head.Field(kRequestedUriField, SafeUri(noted.note.requested_url));
  if (hops_left > 0) head.Field(kHopsLeftField, std::to_string(hops_left));
  head.Field("Content-Type", "application/http; msgtype=response");
  result.response_begin = bytes.size();
  AppendGzipMember(bytes, {head.Finish(http_head.size() + body.size()), http_head, body, kRecordEnd},
                   compression_level);
  result.response_length = bytes.size() - result.response_begin;
  return result;
}

}  // namespace tallywire::archive
