#include "archive/gzip_member.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace tallywire::archive {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: largest window, gzip wrapper
constexpr size_t kOutputChunk = size_t{64} << 10U;

class Deflater {
 public:
  Deflater(std::string& out, int level) : out_(&out) {
    if (deflateInit2(&stream_, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  void Add(std::string_view piece) {
    while (!piece.empty()) {
      const std::string_view part = piece.substr(0, std::numeric_limits<uInt>::max());
      // zlib only reads from next_in, whatever its type says.
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
      stream_.avail_in = static_cast<uInt>(part.size());
      while (stream_.avail_in > 0) Step(Z_NO_FLUSH);
      piece.remove_prefix(part.size());
    }
  }

  void Finish() {
    while (Step(Z_FINISH) != Z_STREAM_END) {
    }
  }

 private:
  int Step(int flush) {
    const size_t before = out_->size();
    out_->resize(before + kOutputChunk);
    stream_.next_out = reinterpret_cast<Bytef*>(out_->data() + before);
    stream_.avail_out = static_cast<uInt>(kOutputChunk);
    const int status = deflate(&stream_, flush);
    out_->resize(before + kOutputChunk - stream_.avail_out);
    return status;
  }

  z_stream stream_{};
  std::string* out_;
};

}  // namespace

void AppendGzipMember(std::string& out, std::initializer_list<std::string_view> pieces, int level) {
  Deflater deflater(out, std::clamp(level, 1, 9));
  for (const std::string_view piece : pieces) deflater.Add(piece);
  deflater.Finish();
}

}  // namespace tallywire::archive
