#include "archive/exchange_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "archive/http_message.h"
#include "archive/record_fields.h"

namespace tallywire::archive {
namespace {

bool HoldsResponse(const WarcRecord& record) {
  switch (record.type) {
    case RecordType::kResponse:
      // Also used for DNS and FTP answers, which are no HTTP messages.
      return record.Find("Content-Type").starts_with("application/http") || record.block.starts_with("HTTP/");
    case RecordType::kResource:
    case RecordType::kConversion:
      return record.TargetUri().starts_with("http");
    case RecordType::kRevisit:
      return true;
    default:
      return false;
  }
}

// A 200 answer around a record that holds only the bytes.
Response BareResponse(WarcRecord& record) {
  Response response;
  response.status = 200;
  response.reason = "OK";
  response.protocol = "http/1.1";
  const std::string_view type = record.Find("Content-Type");
  if (!type.empty()) response.headers.push_back({"Content-Type", std::string(type)});
  response.body = std::move(record.block);
  return response;
}

Response RevisitWithoutHead(const WarcRecord& record) {
  const bool not_modified = record.Find("WARC-Profile").find("server-not-modified") != std::string_view::npos;
  Response response;
  response.status = not_modified ? 304 : 200;
  response.protocol = "http/1.1";
  return response;
}

Result<Response> ResponseOf(WarcRecord& record) {
  if (record.type == RecordType::kResource || record.type == RecordType::kConversion) return BareResponse(record);
  if (record.type == RecordType::kRevisit && record.block.empty()) return RevisitWithoutHead(record);
  auto response = ParseHttpResponse(record.block);
  if (response && record.type == RecordType::kRevisit) {
    response->body.clear();
    response->truncated = false;  // the bytes stand elsewhere
  }
  return response;
}

bool BelongTogether(const WarcRecord& request, const WarcRecord& response) {
  const std::string_view id = request.Find("WARC-Record-ID");
  const std::string_view other = response.Find("WARC-Record-ID");
  return (!id.empty() && response.Find("WARC-Concurrent-To") == id) ||
         (!other.empty() && request.Find("WARC-Concurrent-To") == other) ||
         (request.TargetUri() == response.TargetUri() && response.Find("WARC-Concurrent-To").empty());
}

Request RequestOf(const std::optional<WarcRecord>& record, const WarcRecord& response) {
  if (record) return ParseHttpRequest(record->block, response.TargetUri());
  Request request;
  request.url = response.TargetUri();
  return request;
}

Result<ArchivedExchange> Assemble(WarcRecord& record, const std::optional<WarcRecord>& request, std::string_view name) {
  auto response = ResponseOf(record);
  if (!response) {
    return Fail(ErrorCode::kBadInput, fmt::format("{}@{}", name, record.offset), response.error().what);
  }
  ArchivedExchange result;
  result.type = record.type;
  result.revisit = record.type == RecordType::kRevisit;
  result.exchange.request = RequestOf(request, record);
  result.exchange.response = std::move(*response);
  Response& stored = result.exchange.response;
  const std::string_view protocol = record.Find("WARC-Protocol");
  if (protocol == "h2" || protocol == "http/1.0" || protocol == "http/1.1") stored.protocol = protocol;
  if (record.block_cut || !record.Find("WARC-Truncated").empty()) stored.truncated = true;
  result.exchange.time = ParseIso(record.Find("WARC-Date")).value_or(Timestamp{});
  result.exchange.remote_ip = record.Find("WARC-IP-Address");
  result.location = {.file = std::string(name),
                     .begin = request ? request->offset : record.offset,
                     .offset = record.offset,
                     .length = record.length,
                     .digest = std::string(record.Find("WARC-Payload-Digest"))};
  result.purpose = PurposeFrom(record.Find(kPurposeField));
  const std::string_view requested = record.Find(kRequestedUriField);
  result.requested_url = requested.empty() ? record.TargetUri() : requested;
  result.hops_left = HopsLeft(record);
  return result;
}

}  // namespace

ExchangeReader::ExchangeReader(WarcReader reader, std::string name)
    : reader_(std::move(reader)), name_(std::move(name)) {}

Result<ExchangeReader> ExchangeReader::Open(const std::filesystem::path& file, std::string name, uint64_t offset,
                                            WarcReaderOptions options) {
  auto reader = WarcReader::Open(file, offset, options);
  if (!reader) return tl::unexpected<Error>(reader.error());
  return ExchangeReader(std::move(*reader), std::move(name));
}

Result<std::optional<ArchivedExchange>> ExchangeReader::Next() {
  for (;;) {
    auto record = reader_.Next();
    if (!record) {
      request_.reset();
      return tl::unexpected<Error>(record.error());
    }
    if (!*record) return std::optional<ArchivedExchange>{};
    std::optional<WarcRecord> request = std::exchange(request_, std::nullopt);
    if ((*record)->type == RecordType::kRequest) {
      request_ = std::move(*record);
      continue;
    }
    if (!HoldsResponse(**record)) continue;
    if (request && !BelongTogether(*request, **record)) request.reset();
    auto exchange = Assemble(**record, request, name_);
    if (!exchange) return tl::unexpected<Error>(exchange.error());
    return std::optional<ArchivedExchange>{std::move(*exchange)};
  }
}

Result<ArchivedExchange> ReadExchange(const std::filesystem::path& folder, const ArchiveLocation& location,
                                      WarcReaderOptions options) {
  const std::filesystem::path file = folder / location.file;
  auto record = ReadRecordAt(file, location.offset, options);
  if (!record) return tl::unexpected<Error>(record.error());
  std::optional<WarcRecord> request;
  if (location.begin != location.offset) {
    auto found = ReadRecordAt(file, location.begin, options);
    if (found && found->type == RecordType::kRequest) request = std::move(*found);
  }
  if (!HoldsResponse(*record)) {
    return Fail(ErrorCode::kBadInput, fmt::format("{}@{}", file.string(), location.offset),
                fmt::format("a {} record stands here, not a response", ToText(record->type)));
  }
  return Assemble(*record, request, location.file);
}

Result<std::vector<std::filesystem::path>> WarcFilesIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error == std::errc::no_such_file_or_directory) return files;
  for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    if (name.ends_with(".warc.gz") || name.ends_with(".warc")) files.push_back(entries->path());
  }
  if (error) {
    return Fail(ErrorCode::kIo, folder.string(), "cannot be listed: " + error.message(),
                "Check the folder's permissions");
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace tallywire::archive
