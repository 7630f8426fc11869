// Bytes that are no page at all.
#include <array>
#include <cstddef>

#include "parse/charset.h"

namespace tallywire::parse {

namespace {

struct Signature {
  std::string_view bytes;
  size_t at;
  std::string_view kind;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, 0, "a PDF document"},
    Signature{"\x89PNG\r\n"sv, 0, "a PNG image"},
    Signature{"\xFF\xD8\xFF"sv, 0, "a JPEG image"},
    Signature{"GIF87a"sv, 0, "a GIF image"},
    Signature{"GIF89a"sv, 0, "a GIF image"},
    Signature{"WEBPVP8"sv, 8, "a WebP image"},
    Signature{"WAVEfmt"sv, 8, "a sound file"},
    Signature{"ID3"sv, 0, "an MP3 sound file"},
    Signature{"OggS"sv, 0, "an Ogg media file"},
    Signature{"ftyp"sv, 4, "an MP4 video or an AVIF image"},
    Signature{"\x1A\x45\xDF\xA3"sv, 0, "a Matroska or WebM video"},
    Signature{"\x1F\x8B\x08"sv, 0, "gzip data that was not unpacked"},
    Signature{"\x28\xB5\x2F\xFD"sv, 0, "zstd data that was not unpacked"},
    Signature{"PK\x03\x04"sv, 0, "a ZIP archive or an office document"},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1"sv, 0, "an old office document"},
    Signature{"\x7F"
              "ELF"sv,
              0, "a program"},
    Signature{"wOF2"sv, 0, "a font"},
    Signature{"wOFF"sv, 0, "a font"},
    Signature{"SQLite format 3"sv, 0, "a database"},
};

bool IsControl(unsigned char byte) {
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f' && byte != '\r' && byte != 0x1B && byte != '\v';
}

}  // namespace

std::string_view BinaryKind(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() >= signature.at && bytes.substr(signature.at).starts_with(signature.bytes)) return signature.kind;
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return {};
  const std::string_view head = bytes.substr(0, 1024);
  size_t controls = 0;
  size_t zeros = 0;
  size_t markup = 0;
  for (const char c : head) {
    if (c == '\0') ++zeros;
    if (c == '<') ++markup;
    if (c != '\0' && IsControl(static_cast<unsigned char>(c))) ++controls;
  }
  // Zeros alone may be UTF-16, or junk in a page; other controls in such numbers are no text.
  const bool few_tags = markup * 64 < head.size();
  if (controls * 16 > head.size() && few_tags) return "binary data";
  if (zeros * 4 > head.size() * 3 && few_tags) return "binary data";
  return {};
}

}  // namespace tallywire::parse
