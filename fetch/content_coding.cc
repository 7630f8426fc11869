#include "fetch/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace tallywire::fetch {
namespace {

enum class End { kComplete, kTruncated, kDamaged, kOverLimit };

struct Stage {
  std::string bytes;
  End end = End::kComplete;
};

constexpr size_t kStep = size_t{64} << 10U;

// Appends to `out` up to `max_bytes`; false when that was not all.
bool Append(std::string& out, const char* data, size_t size, size_t max_bytes) {
  const size_t room = max_bytes - out.size();
  out.append(data, std::min(size, room));
  return size <= room;
}

struct InflateDeleter {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};

// `window_bits` as zlib's inflateInit2 has it: 15+16 gzip, 15 zlib, -15 raw deflate.
Stage Inflate(std::string_view in, int window_bits, size_t max_bytes) {
  Stage stage;
  std::unique_ptr<z_stream, InflateDeleter> stream(new z_stream{});
  if (inflateInit2(stream.get(), window_bits) != Z_OK) return {{}, End::kDamaged};
  // zlib counts in unsigned int; bodies are far smaller, but take no chances.
  in = in.substr(0, UINT32_MAX);
  stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // zlib does not write to its input
  stream->avail_in = static_cast<uInt>(in.size());
  std::array<char, kStep> buffer{};
  while (true) {
    stream->next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream->avail_out = static_cast<uInt>(buffer.size());
    const int result = inflate(stream.get(), Z_NO_FLUSH);
    if (!Append(stage.bytes, buffer.data(), buffer.size() - stream->avail_out, max_bytes)) {
      stage.end = End::kOverLimit;
      return stage;
    }
    if (result == Z_STREAM_END) {
      // A gzip body may consist of several members (RFC 1952 2.2); anything else behind the end is padding.
      const bool member =
          window_bits > 16 && stream->avail_in >= 2 && stream->next_in[0] == 0x1F && stream->next_in[1] == 0x8B;
      if (!member || inflateReset(stream.get()) != Z_OK) return stage;
      continue;
    }
    if (result == Z_BUF_ERROR || (result == Z_OK && stream->avail_in == 0 && stream->avail_out != 0)) {
      stage.end = End::kTruncated;
      return stage;
    }
    if (result != Z_OK) {
      stage.end = End::kDamaged;
      return stage;
    }
  }
}

Stage Brotli(std::string_view in, size_t max_bytes) {
  Stage stage;
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) return {{}, End::kDamaged};
  size_t available_in = in.size();
  const auto* next_in = reinterpret_cast<const uint8_t*>(in.data());
  std::array<char, kStep> buffer{};
  while (true) {
    auto* next_out = reinterpret_cast<uint8_t*>(buffer.data());
    size_t available_out = buffer.size();
    const auto result =
        BrotliDecoderDecompressStream(state.get(), &available_in, &next_in, &available_out, &next_out, nullptr);
    if (!Append(stage.bytes, buffer.data(), buffer.size() - available_out, max_bytes)) {
      stage.end = End::kOverLimit;
      return stage;
    }
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) stage.end = End::kTruncated;
    if (result == BROTLI_DECODER_RESULT_ERROR) stage.end = End::kDamaged;
    return stage;
  }
}

Stage Zstd(std::string_view in, size_t max_bytes) {
  Stage stage;
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  if (!context) return {{}, End::kDamaged};
  // RFC 9659: no more than 8 MiB of window for content coding, which also bounds the memory.
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 23);
  ZSTD_inBuffer input{in.data(), in.size(), 0};
  std::array<char, kStep> buffer{};
  while (true) {
    ZSTD_outBuffer output{buffer.data(), buffer.size(), 0};
    const size_t result = ZSTD_decompressStream(context.get(), &output, &input);
    if (!Append(stage.bytes, buffer.data(), output.pos, max_bytes)) {
      stage.end = End::kOverLimit;
      return stage;
    }
    if (ZSTD_isError(result) != 0) {
      stage.end = End::kDamaged;
      return stage;
    }
    if (input.pos == input.size && output.pos < output.size) {
      if (result != 0) stage.end = End::kTruncated;
      return stage;
    }
  }
}

// RFC 9110 8.4.1.2 means the zlib wrapper; some servers send bare deflate, so both are tried.
Stage Deflate(std::string_view in, size_t max_bytes) {
  const bool zlib_header = in.size() >= 2 && (static_cast<unsigned char>(in[0]) & 0x0FU) == 8 &&
                           (static_cast<unsigned char>(in[0]) * 256U + static_cast<unsigned char>(in[1])) % 31 == 0;
  Stage first = Inflate(in, zlib_header ? 15 : -15, max_bytes);
  if (first.end != End::kDamaged || !first.bytes.empty()) return first;
  Stage second = Inflate(in, zlib_header ? -15 : 15, max_bytes);
  return second.bytes.size() > first.bytes.size() ? second : first;
}

enum class Coding { kIdentity, kGzip, kDeflate, kBrotli, kZstd };

std::optional<Coding> CodingOf(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Coding>, 10> kCodings{{{"", Coding::kIdentity},
                                                                                 {"identity", Coding::kIdentity},
                                                                                 {"none", Coding::kIdentity},
                                                                                 {"utf-8", Coding::kIdentity},
                                                                                 {"gzip", Coding::kGzip},
                                                                                 {"x-gzip", Coding::kGzip},
                                                                                 {"deflate", Coding::kDeflate},
                                                                                 {"x-deflate", Coding::kDeflate},
                                                                                 {"br", Coding::kBrotli},
                                                                                 {"zstd", Coding::kZstd}}};
  for (const auto& [spelling, coding] : kCodings) {
    if (name == spelling) return coding;
  }
  return std::nullopt;
}

Stage Decode(Coding coding, std::string_view in, size_t max_bytes) {
  switch (coding) {
    case Coding::kGzip:
      return Inflate(in, 15 + 16, max_bytes);
    case Coding::kDeflate:
      return Deflate(in, max_bytes);
    case Coding::kBrotli:
      return Brotli(in, max_bytes);
    case Coding::kZstd:
      return Zstd(in, max_bytes);
    case Coding::kIdentity:
      break;
  }
  return {std::string(in), End::kComplete};
}

// The codings of all Content-Encoding headers, in the order they were applied, in lower case.
std::vector<std::string> CodingNames(const std::vector<Header>& headers) {
  std::vector<std::string> names;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  for (const Header& header : headers) {
    if (FindHeader({header}, "content-encoding").empty()) continue;
    std::string name;
    for (const char c : header.value + ",") {
      if (c == ',') {
        names.push_back(std::move(name));
        name.clear();
      } else if (c != ' ' && c != '\t' && c != '"') {
        name += lower(c);
      }
    }
  }
  return names;
}

std::string Describe(End end, std::string_view name) {
  const std::string coding(name);
  switch (end) {
    case End::kTruncated:
      return "the " + coding + " stream ends early";
    case End::kDamaged:
      return "the " + coding + " stream is damaged";
    case End::kOverLimit:
      return "the decoded content is larger than the limit";
    case End::kComplete:
      break;
  }
  return {};
}

}  // namespace

Result<DecodedContent> DecodeContent(const std::vector<Header>& headers, std::string_view body, size_t max_bytes) {
  // Nobody stacks more than two; a long list only multiplies the work (RFC 9110 17.6).
  constexpr size_t kMaxCodings = 4;
  const auto names = CodingNames(headers);
  if (names.size() > kMaxCodings) {
    return Fail(ErrorCode::kBadInput, "Content-Encoding", std::to_string(names.size()) + " codings are stacked",
                "No honest server does that; leave the page out");
  }
  DecodedContent content;
  std::string current(body);
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const auto coding = CodingOf(*name);
    if (!coding) {
      return Fail(ErrorCode::kBadInput, "Content-Encoding", "the coding \"" + name->substr(0, 60) + "\" is not known",
                  "gzip, deflate, br and zstd can be read");
    }
    if (*coding == Coding::kIdentity || current.empty()) continue;
    Stage stage = Decode(*coding, current, max_bytes);
    if (stage.end == End::kDamaged && stage.bytes.empty()) {
      content.warnings.push_back("the body is not " + *name + ", although the header says so");
      continue;
    }
    if (stage.end != End::kComplete) content.warnings.push_back(Describe(stage.end, *name));
    content.truncated = content.truncated || stage.end != End::kComplete;
    content.over_limit = content.over_limit || stage.end == End::kOverLimit;
    current = std::move(stage.bytes);
  }
  if (current.size() > max_bytes) {
    current.resize(max_bytes);
    content.truncated = content.over_limit = true;
    content.warnings.push_back(Describe(End::kOverLimit, ""));
  }
  content.bytes = std::move(current);
  return content;
}

}  // namespace tallywire::fetch
