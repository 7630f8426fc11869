#include "fetch/content_coding.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <functional>
#include <string>
#include <vector>

namespace tallywire::fetch {
namespace {

std::string Zlib(std::string_view text, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string in(text);
  std::string out(deflateBound(&stream, in.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string Gzip(std::string_view text) { return Zlib(text, 15 + 16); }

std::string Brotli(std::string_view text) {
  std::string out(BrotliEncoderMaxCompressedSize(text.size()) + 64, '\0');
  size_t size = out.size();
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, text.size(), reinterpret_cast<const uint8_t*>(text.data()), &size,
                        reinterpret_cast<uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

std::string Zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

std::vector<Header> Coding(std::string value) {
  return {{"Content-Type", "text/html"}, {"content-encoding", std::move(value)}};
}

std::string SampleText() {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "Quota " + std::to_string(i * 7919) + " tonnes. ";
  return text;
}

struct Codec {
  std::string name;
  std::function<std::string(std::string_view)> encode;
};

std::vector<Codec> Codecs() {
  return {{"gzip", Gzip},
          {"X-GZip", Gzip},
          {"deflate", [](std::string_view text) { return Zlib(text, 15); }},
          {"deflate", [](std::string_view text) { return Zlib(text, -15); }},
          {"br", Brotli},
          {"zstd", Zstd}};
}

TEST(DecodeContent, UndoesEveryCodingItNames) {
  const std::string text = SampleText();
  for (const Codec& codec : Codecs()) {
    SCOPED_TRACE(codec.name);
    const auto content = DecodeContent(Coding(codec.name), codec.encode(text));
    ASSERT_TRUE(content.has_value());
    EXPECT_EQ(content->bytes, text);
    EXPECT_FALSE(content->truncated);
    EXPECT_TRUE(content->warnings.empty());
  }
}

TEST(DecodeContent, WithoutACodingTheBodyStays) {
  for (const char* name : {"", "identity", "none", " , "}) {
    const auto content = DecodeContent(Coding(name), "body");
    ASSERT_TRUE(content.has_value()) << name;
    EXPECT_EQ(content->bytes, "body") << name;
  }
  EXPECT_EQ(DecodeContent({}, "body")->bytes, "body");
}

TEST(DecodeContent, StackedCodingsAreUndoneLastFirst) {
  const std::string body = Brotli(Gzip("text"));
  EXPECT_EQ(DecodeContent(Coding("gzip, br"), body)->bytes, "text");
  EXPECT_EQ(DecodeContent({{"Content-Encoding", "gzip"}, {"Content-Encoding", "br"}}, body)->bytes, "text");
  EXPECT_FALSE(DecodeContent(Coding("gzip, gzip, gzip, gzip, gzip"), body).has_value());
}

TEST(DecodeContent, SeveralGzipMembersAreOneText) {
  EXPECT_EQ(DecodeContent(Coding("gzip"), Gzip("one ") + Gzip("two"))->bytes, "one two");
  EXPECT_EQ(DecodeContent(Coding("gzip"), Gzip("one ") + std::string(100, '\0'))->bytes, "one ");
}

TEST(DecodeContent, ATruncatedStreamYieldsItsBeginning) {
  const std::string text = SampleText();
  for (const Codec& codec : Codecs()) {
    const std::string whole = codec.encode(text);
    for (const size_t length : {whole.size() / 2, whole.size() - 1}) {
      SCOPED_TRACE(codec.name + " cut at " + std::to_string(length));
      const auto content = DecodeContent(Coding(codec.name), std::string_view{whole}.substr(0, length));
      ASSERT_TRUE(content.has_value());
      EXPECT_TRUE(content->truncated);
      EXPECT_EQ(content->warnings.size(), 1U);
      EXPECT_EQ(content->bytes, text.substr(0, content->bytes.size()));
    }
  }
}

TEST(DecodeContent, ADamagedStreamYieldsWhatCameBefore) {
  const std::string text = SampleText();
  std::string body = Gzip(text);
  for (size_t i = body.size() / 2; i < body.size(); ++i) body[i] = static_cast<char>(body[i] ^ 0x5A);
  const auto content = DecodeContent(Coding("gzip"), body);
  ASSERT_TRUE(content.has_value());
  EXPECT_TRUE(content->truncated);
  EXPECT_FALSE(content->bytes.empty());
}

TEST(DecodeContent, ABodyThatIsNotCodedAtAllComesBackWithAWarning) {
  for (const char* coding : {"gzip", "br", "zstd"}) {
    const auto content = DecodeContent(Coding(coding), "<html><body>plain after all</body></html>");
    ASSERT_TRUE(content.has_value());
    EXPECT_EQ(content->bytes, "<html><body>plain after all</body></html>");
    ASSERT_EQ(content->warnings.size(), 1U);
    EXPECT_EQ(content->warnings[0], "the body is not " + std::string(coding) + ", although the header says so");
  }
}

TEST(DecodeContent, AnUnknownCodingIsAnError) {
  const auto content = DecodeContent(Coding("rot13"), "uryyb");
  ASSERT_FALSE(content.has_value());
  EXPECT_EQ(content.error().ToText(),
            "Content-Encoding: the coding \"rot13\" is not known. gzip, deflate, br and zstd can be read");
}

TEST(DecodeContent, ABombStopsAtTheLimit) {
  const std::string zeros(size_t{20} << 20U, '\0');
  for (const Codec& codec : Codecs()) {
    const auto content = DecodeContent(Coding(codec.name), codec.encode(zeros), 100000);
    ASSERT_TRUE(content.has_value()) << codec.name;
    EXPECT_EQ(content->bytes.size(), 100000U) << codec.name;
    EXPECT_TRUE(content->over_limit) << codec.name;
    EXPECT_TRUE(content->truncated) << codec.name;
  }
  EXPECT_TRUE(DecodeContent({}, "12345", 4)->over_limit);
}

TEST(DecodeContent, ExactlyTheLimitIsFine) {
  const std::string text(100000, 'x');
  for (const Codec& codec : Codecs()) {
    const auto content = DecodeContent(Coding(codec.name), codec.encode(text), text.size());
    EXPECT_FALSE(content->over_limit) << codec.name;
    EXPECT_EQ(content->bytes, text) << codec.name;
  }
}

TEST(DecodeContent, AnEmptyBodyIsEmpty) {
  for (const Codec& codec : Codecs()) {
    const auto content = DecodeContent(Coding(codec.name), "");
    ASSERT_TRUE(content.has_value()) << codec.name;
    EXPECT_TRUE(content->bytes.empty()) << codec.name;
    EXPECT_FALSE(content->truncated) << codec.name;
  }
}

}  // namespace
}  // namespace tallywire::fetch
