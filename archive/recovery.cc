#include "archive/recovery.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "archive/append_file.h"
#include "archive/record_fields.h"
#include "archive/warc_reader.h"

namespace tallywire::archive {
namespace {

Error DataFolderError(Error error) {
  error.code = ErrorCode::kDataFolder;
  return error;
}

// Follows the records of one file, and tells which exchanges are whole: a request with its response, and all of those
// that were written together.
class UnitTracker {
 public:
  void Add(const WarcRecord& record) {
    const uint64_t end = record.offset + record.length;
    if (record.type == RecordType::kRequest) {
      begin_ = record.offset;
      return;
    }
    if (record.type == RecordType::kResponse || record.type == RecordType::kRevisit) {
      ArchiveLocation location;
      location.begin = begin_.value_or(record.offset);
      location.offset = record.offset;
      location.length = record.length;
      open_.push_back(std::move(location));
      begin_.reset();
      if (HopsLeft(record) > 0) return;
    }
    std::move(open_.begin(), open_.end(), std::back_inserter(whole_));
    open_.clear();
    begin_.reset();
    whole_end_ = end;
  }

  // Something unreadable stands here: what was begun before it stays incomplete.
  void Break() {
    open_.clear();
    begin_.reset();
  }

  const std::vector<ArchiveLocation>& whole() const { return whole_; }
  const std::optional<uint64_t>& whole_end() const { return whole_end_; }

 private:
  std::optional<uint64_t> begin_;  // of the request that waits for its response
  std::vector<ArchiveLocation> open_;
  std::vector<ArchiveLocation> whole_;
  std::optional<uint64_t> whole_end_;
};

class FileRecovery {
 public:
  FileRecovery(std::filesystem::path file, const std::vector<ByteRange>& known, bool newest, RecoveryReport& report)
      : file_(std::move(file)), name_(file_.filename().string()), known_(known), newest_(newest), report_(&report) {}

  // Cuts the tail, and finds the exchanges that are whole and unknown.
  Result<std::vector<ArchiveLocation>> Examine() {
    std::error_code error;
    size_ = std::filesystem::file_size(file_, error);
    if (error) return Fail(ErrorCode::kDataFolder, file_.string(), "cannot be examined: " + error.message());
    uint64_t position = 0;
    for (const ByteRange& range : known_) {
      if (position < range.begin) {
        if (auto scanned = Scan(position, range.begin); !scanned) return tl::unexpected<Error>(scanned.error());
      }
      position = std::max(position, range.end);
    }
    if (position > size_) {
      ReportShort(position);
      return std::move(found_);
    }
    if (position < size_) {
      if (auto ended = ExamineTail(position); !ended) return tl::unexpected<Error>(ended.error());
    }
    return std::move(found_);
  }

 private:
  // Reads records in [from, to) into `found_`; returns the end of the last whole unit, or `from`.
  Result<uint64_t> Scan(uint64_t from, uint64_t to) {
    auto reader = WarcReader::Open(file_, from);
    if (!reader) return tl::unexpected<Error>(DataFolderError(reader.error()));
    UnitTracker units;
    std::vector<Error> damage;  // since the last whole unit
    while (reader->Position() < to) {
      auto record = reader->Next();
      if (!record && record.error().code != ErrorCode::kBadInput) {
        return tl::unexpected<Error>(DataFolderError(record.error()));
      }
      if (!record) {
        damage.push_back(record.error());
        units.Break();
        continue;
      }
      if (!*record) break;
      units.Add(**record);
      if (units.whole_end() == reader->Position()) {  // good records follow the damage: it is not a torn tail
        std::move(damage.begin(), damage.end(), std::back_inserter(report_->damage));
        damaged_ = damaged_ || !damage.empty();
        damage.clear();
      }
    }
    for (ArchiveLocation location : units.whole()) {
      if (location.offset >= to) continue;
      location.file = name_;
      found_.push_back(std::move(location));
    }
    return units.whole_end().value_or(from);
  }

  Status ExamineTail(uint64_t from) {
    const auto good_end = Scan(from, size_);
    if (!good_end) return tl::unexpected<Error>(good_end.error());
    if (damaged_ && newest_) report_->continue_newest = false;
    if (*good_end >= size_) return {};
    if (newest_) return Cut(*good_end);
    report_->damage.push_back({ErrorCode::kBadInput, fmt::format("{}@{}", file_.string(), *good_end),
                               fmt::format("the last {} bytes are no whole record", size_ - *good_end),
                               "They are left as they are, since newer files follow"});
    return {};
  }

  Status Cut(uint64_t good_end) {
    if (::truncate(file_.c_str(), static_cast<off_t>(good_end)) != 0) {
      return tl::unexpected<Error>(WriteError(file_, "cut back to its last whole record", errno));
    }
    report_->cut.push_back({name_, good_end, size_ - good_end});
    return {};
  }

  void ReportShort(uint64_t known_end) {
    report_->damage.push_back(
        {ErrorCode::kBadInput, file_.string(),
         fmt::format("has {} bytes, but the database knows records up to byte {}", size_, known_end),
         "Restore the file from a backup; new responses go to a new file"});
    if (newest_) report_->continue_newest = false;
  }

  std::filesystem::path file_;
  std::string name_;
  const std::vector<ByteRange>& known_;
  bool newest_;
  RecoveryReport* report_;
  uint64_t size_ = 0;
  bool damaged_ = false;
  std::vector<ArchiveLocation> found_;
};

Result<std::vector<std::filesystem::path>> OwnFiles(const std::filesystem::path& folder, std::string_view from) {
  auto files = WarcFilesIn(folder);
  if (!files) return tl::unexpected<Error>(DataFolderError(files.error()));
  std::erase_if(*files, [from](const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return !name.starts_with(kFilePrefix) || !name.ends_with(kFileSuffix) || name < from;
  });
  return files;
}

}  // namespace

Result<RecoveryReport> RecoverArchive(const std::filesystem::path& folder, const KnownArchive& known,
                                      const std::function<Status(ArchivedExchange)>& take) {
  auto files = OwnFiles(folder, known.complete_before);
  if (!files) return tl::unexpected<Error>(files.error());
  RecoveryReport report;
  std::vector<ArchiveLocation> unknown;
  const std::vector<ByteRange> nothing;
  for (const auto& file : *files) {
    const auto ranges = known.ranges.find(file.filename().string());
    const bool newest = file == files->back();
    FileRecovery recovery(file, ranges == known.ranges.end() ? nothing : ranges->second, newest, report);
    auto found = recovery.Examine();
    if (!found) return tl::unexpected<Error>(found.error());
    std::move(found->begin(), found->end(), std::back_inserter(unknown));
  }
  for (const ArchiveLocation& location : unknown) {
    auto exchange = ReadExchange(folder, location);
    if (!exchange && exchange.error().code != ErrorCode::kBadInput) {
      return tl::unexpected<Error>(DataFolderError(exchange.error()));
    }
    if (!exchange) {
      report.damage.push_back(exchange.error());
      continue;
    }
    ++report.exchanges;
    if (auto taken = take(std::move(*exchange)); !taken) return tl::unexpected<Error>(taken.error());
  }
  return report;
}

}  // namespace tallywire::archive
