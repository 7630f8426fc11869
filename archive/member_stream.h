// The decoded bytes of a WARC file: one gzip member after the other (RFC 1952), or the plain bytes of a file that is
// not compressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive/byte_input.h"
#include "model/result.h"

namespace tallywire::archive {

inline constexpr std::string_view kGzipMagic = "\x1f\x8b\x08";  // RFC 1952 2.3.1: ID1, ID2, CM = deflate

// Memory: two buffers of a fixed size, and what the caller leaves unread. One thread.
class MemberStream {
 public:
  explicit MemberStream(std::unique_ptr<ByteInput> input);
  MemberStream(const MemberStream&) = delete;
  MemberStream& operator=(const MemberStream&) = delete;
  ~MemberStream();

  // Starts at `offset` of the file: with a gzip member where one begins there, with plain bytes else. False at the end
  // of the file. What was unread is dropped.
  bool Begin(uint64_t offset);
  bool is_gzip() const { return is_gzip_; }

  // Decoded bytes at hand; valid until Fill or Begin.
  std::string_view Unread() const { return std::string_view{buffer_}.substr(read_); }
  void Skip(size_t count) { read_ += count; }
  // Decodes more behind the unread bytes. False where the member (or the plain file) has no more: see damage() and
  // io_error() for whether it ended as it should.
  bool Fill();

  // Why the member broke off; empty where it did not.
  const std::string& damage() const { return damage_; }
  const std::optional<Error>& io_error() const { return io_error_; }

  uint64_t member_begin() const { return member_begin_; }
  // Gzip: the file offset behind the member, once it has ended. Plain: the file offset of the first unread byte.
  uint64_t RawPosition() const;
  // Of the first unread byte, counted over everything decoded since the first Begin.
  uint64_t DecodedPosition() const { return decoded_ - (buffer_.size() - read_); }
  uint64_t Size() const { return input_->Size(); }

  // Whether the file has these bytes (a few) at `offset`.
  bool Holds(uint64_t offset, std::string_view bytes) { return RawAt(offset, bytes.size()).starts_with(bytes); }

  // The first offset at or after `from` where a gzip member begins whose content starts with "WARC/".
  std::optional<uint64_t> FindRecordMember(uint64_t from);

 private:
  struct Inflater;

  // File bytes from `offset` on: at least `wanted` (up to one buffer) unless the file ends before; empty at the end.
  std::string_view RawAt(uint64_t offset, size_t wanted);
  bool FillPlain();
  bool FillGzip();
  bool HoldsRecord(uint64_t offset);

  std::unique_ptr<ByteInput> input_;
  std::unique_ptr<Inflater> inflater_;
  std::string window_;  // file bytes [window_begin_, window_begin_ + window_.size())
  uint64_t window_begin_ = 0;
  std::string buffer_;  // decoded bytes; those before read_ are done with
  size_t read_ = 0;
  uint64_t raw_ = 0;      // file offset of the next byte to decode
  uint64_t decoded_ = 0;  // bytes decoded so far
  uint64_t member_begin_ = 0;
  bool is_gzip_ = false;
  bool ended_ = true;
  std::string damage_;
  std::optional<Error> io_error_;
};

}  // namespace tallywire::archive
