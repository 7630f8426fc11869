#include "archive/warc_writer.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "archive/append_file.h"
#include "archive/exchange_reader.h"
#include "archive/exchange_records.h"
#include "archive/header_lines.h"
#include "archive/record_fields.h"
#include "archive/warc_reader.h"

namespace tallywire::archive {
namespace {

// The number in a name of ours; 0 where the name is not ours.
size_t SerialOf(const std::filesystem::path& file) {
  std::string name = file.filename().string();
  if (!name.starts_with(kFilePrefix) || !name.ends_with(kFileSuffix)) return 0;
  name.erase(0, kFilePrefix.size());
  return ParseLength(name.substr(0, name.find('-'))).value_or(0);
}

// "20191112T055300Z": ISO 8601 without the signs that some file systems refuse.
std::string CompactIso(Timestamp time) {
  std::string text = ToIso(time);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

}  // namespace

class WarcWriter::Impl {
 public:
  Impl(std::filesystem::path folder, const Clock& clock, WarcWriterOptions options)
      : folder_(std::move(folder)), clock_(&clock), options_(std::move(options)) {}

  Status FindNewest() {
    auto files = WarcFilesIn(folder_);
    if (!files) {
      return Fail(ErrorCode::kDataFolder, files.error().where, files.error().what, files.error().remedy);
    }
    std::filesystem::path newest;
    for (const auto& file : *files) {
      if (SerialOf(file) < std::max<size_t>(serial_, 1)) continue;
      serial_ = SerialOf(file);
      newest = file;
    }
    if (newest.empty() || !options_.continue_newest) return {};
    auto opened = AppendFile::OpenExisting(newest);
    if (!opened) return tl::unexpected<Error>(opened.error());
    if (opened->size() == 0 || opened->size() >= options_.max_file_bytes) return {};
    const auto first = ReadRecordAt(newest, 0);
    if (first && first->type == RecordType::kWarcinfo) warcinfo_id_ = first->Find("WARC-Record-ID");
    file_.emplace(std::move(*opened));
    return {};
  }

  Result<std::vector<ArchiveLocation>> AppendAll(std::span<const NotedExchange> exchanges) {
    if (exchanges.empty()) return std::vector<ArchiveLocation>{};
    if (file_ && file_->size() >= options_.max_file_bytes) file_.reset();
    std::string bytes;
    if (!file_) {
      if (auto begun = BeginFile(bytes); !begun) return tl::unexpected<Error>(begun.error());
    }
    std::vector<ArchiveLocation> locations;
    for (size_t i = 0; i < exchanges.size(); ++i) {
      ArchiveLocation location;
      location.file = file_->path().filename().string();
      location.begin = file_->size() + bytes.size();
      const RecordBytes record =
          AppendExchange(bytes, exchanges[i], exchanges.size() - 1 - i, warcinfo_id_, options_.compression_level);
      location.offset = file_->size() + record.response_begin;
      location.length = record.response_length;
      location.digest = record.payload_digest;
      locations.push_back(std::move(location));
    }
    if (auto written = file_->Append(bytes); !written) {
      if (file_->size() == 0) file_.reset();
      return tl::unexpected<Error>(written.error());
    }
    return locations;
  }

 private:
  // Its warcinfo record goes out in one write with the first exchange.
  Status BeginFile(std::string& bytes) {
    const Timestamp now = clock_->Now();
    const std::string name = fmt::format("{}{:05}-{}{}", kFilePrefix, serial_ + 1, CompactIso(now), kFileSuffix);
    auto created = AppendFile::Create(folder_ / name);
    if (!created) return tl::unexpected<Error>(created.error());
    ++serial_;
    file_.emplace(std::move(*created));
    warcinfo_id_ = AppendWarcinfo(bytes, name, now, options_);
    return {};
  }

  std::filesystem::path folder_;
  const Clock* clock_;
  WarcWriterOptions options_;
  size_t serial_ = 0;  // of the newest file
  std::optional<AppendFile> file_;
  std::string warcinfo_id_;
};

WarcWriter::WarcWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
WarcWriter::WarcWriter(WarcWriter&&) noexcept = default;
WarcWriter& WarcWriter::operator=(WarcWriter&&) noexcept = default;
WarcWriter::~WarcWriter() = default;

Result<WarcWriter> WarcWriter::Open(const std::filesystem::path& folder, const Clock& clock,
                                    WarcWriterOptions options) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return tl::unexpected<Error>(WriteError(folder, "created", error.value()));
  auto impl = std::make_unique<Impl>(folder, clock, std::move(options));
  if (auto found = impl->FindNewest(); !found) return tl::unexpected<Error>(found.error());
  return WarcWriter(std::move(impl));
}

Result<ArchiveLocation> WarcWriter::Append(const Exchange& exchange, const ExchangeNote& note) {
  const NotedExchange one{&exchange, note};
  auto locations = impl_->AppendAll({&one, 1});
  if (!locations) return tl::unexpected<Error>(locations.error());
  return std::move(locations->front());
}

Result<std::vector<ArchiveLocation>> WarcWriter::AppendAll(std::span<const NotedExchange> exchanges) {
  return impl_->AppendAll(exchanges);
}

}  // namespace tallywire::archive
