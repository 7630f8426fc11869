#include "archive/member_stream.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace tallywire::archive {
namespace {

constexpr size_t kRawChunk = size_t{64} << 10U;       // one read of the file
constexpr size_t kDecodedChunk = size_t{128} << 10U;  // one step of inflate
constexpr size_t kTrialBytes = size_t{4} << 10U;      // gzip header, Huffman tables and the first words
constexpr int kGzipWindow = 15 + 16;                  // zlib: largest window, gzip wrapper only

// zlib's API takes unsigned bytes and wants input non-const, though it only reads it.
Bytef* InputBytes(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }
Bytef* OutputBytes(char* bytes) { return reinterpret_cast<Bytef*>(bytes); }

}  // namespace

struct MemberStream::Inflater {
  z_stream stream{};
  Inflater() {
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) throw std::bad_alloc();
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream); }
};

MemberStream::MemberStream(std::unique_ptr<ByteInput> input)
    : input_(std::move(input)), inflater_(std::make_unique<Inflater>()) {}

MemberStream::~MemberStream() = default;

std::string_view MemberStream::RawAt(uint64_t offset, size_t wanted) {
  if (offset < window_begin_ || offset + wanted > window_begin_ + window_.size()) {
    window_.resize(kRawChunk);
    window_begin_ = offset;
    size_t filled = 0;
    while (filled < wanted) {  // pipes of network file systems may give less than asked for
      const auto got = input_->ReadAt(offset + filled, window_.data() + filled, window_.size() - filled);
      if (!got) io_error_ = got.error();
      if (!got || *got == 0) break;
      filled += *got;
    }
    window_.resize(filled);
  }
  return std::string_view{window_}.substr(static_cast<size_t>(offset - window_begin_));
}

bool MemberStream::Begin(uint64_t offset) {
  buffer_.clear();
  read_ = 0;
  damage_.clear();
  raw_ = offset;
  member_begin_ = offset;
  const std::string_view raw = RawAt(offset, kGzipMagic.size());
  is_gzip_ = raw.starts_with(kGzipMagic);
  ended_ = raw.empty();
  if (is_gzip_) inflateReset(&inflater_->stream);
  return !ended_;
}

uint64_t MemberStream::RawPosition() const { return is_gzip_ ? raw_ : raw_ - (buffer_.size() - read_); }

bool MemberStream::Fill() {
  if (ended_ || io_error_) return false;
  if (read_ > 0) {
    buffer_.erase(0, read_);
    read_ = 0;
  }
  return is_gzip_ ? FillGzip() : FillPlain();
}

bool MemberStream::FillPlain() {
  const std::string_view raw = RawAt(raw_, 1);
  if (raw.empty()) {
    ended_ = true;
    return false;
  }
  buffer_.append(raw);
  raw_ += raw.size();
  decoded_ += raw.size();
  return true;
}

bool MemberStream::FillGzip() {
  z_stream& stream = inflater_->stream;
  const size_t before = buffer_.size();
  buffer_.resize(before + kDecodedChunk);
  stream.next_out = OutputBytes(buffer_.data() + before);
  stream.avail_out = static_cast<uInt>(kDecodedChunk);
  int status = Z_OK;
  while (status == Z_OK && stream.avail_out == kDecodedChunk) {
    const std::string_view raw = RawAt(raw_, 1);
    stream.next_in = InputBytes(raw);
    stream.avail_in = static_cast<uInt>(raw.size());
    status = inflate(&stream, Z_NO_FLUSH);
    raw_ += raw.size() - stream.avail_in;
    if (raw.empty() && status != Z_STREAM_END) {
      damage_ = "the file ends inside a gzip member";
      break;
    }
  }
  if (status != Z_OK && status != Z_STREAM_END && damage_.empty()) {
    damage_ = std::string("broken gzip member (") + (stream.msg != nullptr ? stream.msg : "unknown reason") + ")";
  }
  ended_ = status == Z_STREAM_END || !damage_.empty();
  const size_t got = kDecodedChunk - stream.avail_out;
  buffer_.resize(before + got);
  decoded_ += got;
  return got > 0;
}

std::optional<uint64_t> MemberStream::FindRecordMember(uint64_t from) {
  while (!io_error_) {
    const std::string_view raw = RawAt(from, kGzipMagic.size());
    if (raw.size() < kGzipMagic.size()) return std::nullopt;
    const size_t found = raw.find(kGzipMagic);
    if (found == std::string_view::npos) {
      from += raw.size() - (kGzipMagic.size() - 1);  // the magic may straddle two windows
      continue;
    }
    from += found;
    if (HoldsRecord(from)) return from;
    ++from;
  }
  return std::nullopt;
}

bool MemberStream::HoldsRecord(uint64_t offset) {
  constexpr std::string_view kStart = "WARC/";
  z_stream& stream = inflater_->stream;
  inflateReset(&stream);
  std::array<char, kStart.size()> head{};
  stream.next_out = OutputBytes(head.data());
  stream.avail_out = static_cast<uInt>(head.size());
  const std::string_view raw = RawAt(offset, kTrialBytes);
  stream.next_in = InputBytes(raw);
  stream.avail_in = static_cast<uInt>(raw.size());
  const int status = inflate(&stream, Z_SYNC_FLUSH);
  return (status == Z_OK || status == Z_STREAM_END) && std::string_view(head.data(), head.size()) == kStart;
}

}  // namespace tallywire::archive
