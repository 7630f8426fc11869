#include "archive/warc_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "archive/byte_input.h"
#include "archive/header_lines.h"
#include "archive/member_stream.h"

namespace tallywire::archive {
namespace {

constexpr std::string_view kRecordStart = "WARC/";
constexpr size_t kMaxHeadBytes = size_t{256} << 10U;  // longest named fields seen are some 10 KB (long URLs)
constexpr size_t kReserveBytes = size_t{1} << 20U;    // a lying Content-Length must not allocate more than it holds

}  // namespace

class WarcReader::Impl {
 public:
  Impl(std::unique_ptr<ByteInput> input, std::string name, uint64_t offset, WarcReaderOptions options)
      : stream_(std::move(input)),
        name_(std::move(name)),
        options_(options),
        position_(offset),
        gzip_file_(stream_.Holds(0, kGzipMagic) || (name_.ends_with(".gz") && !BeginsPlain())) {}

  Result<std::optional<WarcRecord>> Next() {
    if (io_error_) return tl::unexpected<Error>(*io_error_);
    const Start start = ToRecordStart();
    if (stream_.io_error()) return IoFailure();
    if (start == Start::kEnd) return std::optional<WarcRecord>{};
    WarcRecord record;
    record_decoded_ = stream_.DecodedPosition();
    record.offset = stream_.is_gzip() ? stream_.member_begin() : stream_.RawPosition();
    std::string problem = start == Start::kDamage ? StartProblem() : std::string{};
    if (problem.empty()) problem = ReadHead(record);
    if (problem.empty()) problem = ReadBlock(record);
    if (problem.empty()) problem = ReadTrailer(record);
    if (stream_.io_error()) return IoFailure();
    if (!problem.empty()) return LeaveOut(record.offset, problem);
    ++records_in_member_;
    position_ = record.offset + record.length;
    return std::optional<WarcRecord>{std::move(record)};
  }

  uint64_t Position() const { return position_; }

 private:
  enum class Start { kRecord, kDamage, kEnd };

  bool BeginsPlain() { return stream_.Holds(0, kRecordStart) || stream_.Holds(0, "\r") || stream_.Holds(0, "\n"); }

  // Passes over empty lines and ended members. Between the members of a compressed file nothing else may stand.
  Start ToRecordStart() {
    if (!begun_ && !BeginMember(position_)) return Start::kEnd;
    for (;;) {
      SkipNewlines();
      if (!stream_.Unread().empty()) return stream_.is_gzip() == gzip_file_ ? Start::kRecord : Start::kDamage;
      if (!stream_.damage().empty()) return Start::kDamage;
      if (!stream_.is_gzip() || !BeginMember(stream_.RawPosition())) {
        position_ = stream_.RawPosition();
        return Start::kEnd;
      }
    }
  }

  bool BeginMember(uint64_t offset) {
    const bool found = stream_.Begin(offset);
    begun_ = true;
    records_in_member_ = 0;
    return found;
  }

  std::string StartProblem() const {
    return stream_.damage().empty() ? "no gzip member begins here" : stream_.damage();
  }

  void SkipNewlines() {
    do {
      const std::string_view unread = stream_.Unread();
      const size_t other = unread.find_first_not_of("\r\n");
      stream_.Skip(std::min(other, unread.size()));
    } while (stream_.Unread().empty() && stream_.Fill());
  }

  // What ended the decoded bytes before the record was whole.
  std::string EndProblem() const {
    return stream_.damage().empty() ? "the record is shorter than it says" : stream_.damage();
  }

  std::string ReadHead(WarcRecord& record) {
    while (stream_.Unread().size() < kRecordStart.size() && stream_.Fill()) {
    }
    if (!stream_.Unread().starts_with(kRecordStart)) {
      return stream_.damage().empty() ? "no record begins here" : stream_.damage();
    }
    std::optional<size_t> length = HeadLength(stream_.Unread());
    while (!length) {
      if (stream_.Unread().size() > kMaxHeadBytes) return "the record's header does not end";
      if (!stream_.Fill()) return EndProblem();
      length = HeadLength(stream_.Unread());
    }
    std::string_view head = stream_.Unread().substr(0, *length);
    record.version = Trim(TakeLine(head).substr(kRecordStart.size()));
    record.headers = TakeHeaders(head);
    record.type = RecordTypeFrom(record.Find("WARC-Type"));
    stream_.Skip(*length);
    return {};
  }

  std::string ReadBlock(WarcRecord& record) {
    const auto length = ParseLength(record.Find("Content-Length"));
    if (!length) return "the record has no readable Content-Length";
    if (!stream_.is_gzip() && *length > stream_.Size() - std::min(stream_.Size(), stream_.RawPosition())) {
      return "the record is longer than the file";
    }
    const size_t kept = std::min(*length, options_.max_block_bytes);
    record.block_cut = kept < *length;
    record.block.reserve(std::min(kept, kReserveBytes));
    size_t left = *length;
    while (left > 0) {
      if (stream_.Unread().empty() && !stream_.Fill()) return EndProblem();
      const std::string_view part = stream_.Unread().substr(0, left);
      record.block.append(part.substr(0, kept - record.block.size()));
      left -= part.size();
      stream_.Skip(part.size());
    }
    return {};
  }

  // Two line ends belong behind the block; some tools write fewer or more. Then it shows whether the member was this
  // record's own.
  std::string ReadTrailer(WarcRecord& record) {
    SkipNewlines();
    const bool more = !stream_.Unread().empty();
    if (!more && !stream_.damage().empty()) return stream_.damage();
    if (!stream_.is_gzip()) {
      record.length = stream_.RawPosition() - record.offset;
    } else if (!more && records_in_member_ == 0) {
      record.length = stream_.RawPosition() - record.offset;
    } else {  // compressed as a whole
      record.in_stream = true;
      record.offset = record_decoded_;
      record.length = stream_.DecodedPosition() - record_decoded_;
    }
    return {};
  }

  // Moves to the next readable record and says what was passed over.
  Result<std::optional<WarcRecord>> LeaveOut(uint64_t begin, const std::string& problem) {
    const uint64_t decoded = record_decoded_;
    bool in_stream = false;
    if (!stream_.is_gzip()) {
      gzip_file_ ? LeaveOutMember(begin) : LeaveOutPlain(begin);
    } else if (!stream_.damage().empty()) {
      LeaveOutMember(begin + 1);
    } else {
      in_stream = LeaveOutDecoded();
    }
    if (stream_.io_error()) return IoFailure();
    const uint64_t left_out = in_stream ? stream_.DecodedPosition() - decoded : stream_.RawPosition() - begin;
    position_ = stream_.RawPosition();
    return Fail(ErrorCode::kBadInput, fmt::format("{}@{}", name_, begin),
                fmt::format("damaged record ({}); {} bytes left out", problem, left_out));
  }

  // Goes on with the first gzip member at or after `from` that holds a record.
  void LeaveOutMember(uint64_t from) {
    const auto next = stream_.FindRecordMember(from);
    BeginMember(next.value_or(std::max(stream_.Size(), from)));
  }

  void LeaveOutPlain(uint64_t begin) {
    BeginMember(begin + 1);
    LeaveOutDecoded();
  }

  // Drops decoded bytes up to a line that begins a record, or to the member's end; true where a record was found. Where
  // the member breaks off on the way, the search goes on among the members behind it.
  bool LeaveOutDecoded() {
    constexpr std::string_view kLineStart = "\nWARC/";
    for (;;) {
      const std::string_view unread = stream_.Unread();
      const size_t found = unread.find(kLineStart);
      if (found != std::string_view::npos) {
        stream_.Skip(found + 1);
        ++records_in_member_;
        return true;
      }
      const size_t keep = std::min(unread.size(), kLineStart.size() - 1);
      stream_.Skip(unread.size() - keep);
      if (stream_.Fill()) continue;
      stream_.Skip(keep);
      if (!stream_.damage().empty()) LeaveOutMember(stream_.member_begin() + 1);
      return false;
    }
  }

  tl::unexpected<Error> IoFailure() {
    io_error_ = stream_.io_error();
    return tl::unexpected<Error>(*io_error_);
  }

  MemberStream stream_;
  std::string name_;
  WarcReaderOptions options_;
  uint64_t position_;
  bool gzip_file_;  // by the file's first bytes; by its name where they are damaged
  bool begun_ = false;
  size_t records_in_member_ = 0;
  uint64_t record_decoded_ = 0;
  std::optional<Error> io_error_;
};

WarcReader::WarcReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
WarcReader::WarcReader(WarcReader&&) noexcept = default;
WarcReader& WarcReader::operator=(WarcReader&&) noexcept = default;
WarcReader::~WarcReader() = default;

Result<WarcReader> WarcReader::Open(const std::filesystem::path& file, uint64_t offset, WarcReaderOptions options) {
  auto input = OpenFileInput(file);
  if (!input) return tl::unexpected<Error>(input.error());
  return WarcReader(std::make_unique<Impl>(std::move(*input), file.string(), offset, options));
}

WarcReader WarcReader::OverBytes(std::string_view bytes, std::string name, WarcReaderOptions options) {
  return WarcReader(std::make_unique<Impl>(OpenMemoryInput(bytes), std::move(name), 0, options));
}

Result<std::optional<WarcRecord>> WarcReader::Next() { return impl_->Next(); }

uint64_t WarcReader::Position() const { return impl_->Position(); }

namespace {

tl::unexpected<Error> NoRecordAt(const std::filesystem::path& file, uint64_t offset) {
  return Fail(ErrorCode::kBadInput, fmt::format("{}@{}", file.string(), offset), "no record begins here");
}

// In a file compressed as a whole, offsets count decoded bytes, and there is no way but to read up to them.
Result<WarcRecord> ReadInStream(const std::filesystem::path& file, uint64_t offset, WarcReaderOptions options) {
  auto reader = WarcReader::Open(file, 0, options);
  if (!reader) return tl::unexpected<Error>(reader.error());
  for (;;) {
    auto record = reader->Next();
    if (!record && record.error().code != ErrorCode::kBadInput) return tl::unexpected<Error>(record.error());
    if (!record) continue;
    if (!*record) return NoRecordAt(file, offset);
    if ((*record)->offset == offset) return std::move(**record);
    if (!(*record)->in_stream || (*record)->offset > offset) return NoRecordAt(file, offset);
  }
}

}  // namespace

Result<WarcRecord> ReadRecordAt(const std::filesystem::path& file, uint64_t offset, WarcReaderOptions options) {
  auto reader = WarcReader::Open(file, offset, options);
  if (!reader) return tl::unexpected<Error>(reader.error());
  auto record = reader->Next();
  if (record && *record && (*record)->offset == offset) return std::move(**record);
  if (!record && record.error().code != ErrorCode::kBadInput) return tl::unexpected<Error>(record.error());
  return ReadInStream(file, offset, options);
}

}  // namespace tallywire::archive
