// From the bytes of a page to UTF-8, as the encoding standard (encoding.spec.whatwg.org) and HTML's "determining the
// character encoding" (html.spec.whatwg.org 13.2.3) have it, with two departures for real pages: bytes that are valid
// UTF-8 are taken as such whatever legacy encoding the label names, and a UTF-8 label on bytes that are mostly not is
// not believed.
#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace tallywire::parse {

enum class CharsetSource { kByteOrderMark, kHttp, kMeta, kValidUtf8, kDetected, kFallback };

struct DecodedText {
  std::string_view utf8;     // valid UTF-8: a view of the input where that already was, else of `storage`
  std::string storage;       // do not touch; moving a DecodedText keeps `utf8` right
  std::string_view charset;  // the encoding's name in the standard: "windows-1252"; static
  CharsetSource source = CharsetSource::kFallback;
  size_t replaced = 0;  // U+FFFD that stand for bytes that could not be decoded

  DecodedText() = default;
  DecodedText(const DecodedText&) = delete;
  DecodedText& operator=(const DecodedText&) = delete;
  DecodedText(DecodedText&& other) noexcept;
  DecodedText& operator=(DecodedText&& other) noexcept;
};

// Decodes a page. `content_type` is the header's value, "" where there was none. The input must outlive the result.
// Always succeeds; bytes that fit no encoding become U+FFFD. Safe to call from several threads at once.
DecodedText DecodePage(std::string_view bytes, std::string_view content_type);

// The encoding that a label names, as "get an encoding" does (white space and ASCII case do not matter); empty for an
// unknown label.
std::string_view EncodingFromLabel(std::string_view label);

// The charset parameter of a Content-Type value, unquoted; empty where there is none.
std::string_view CharsetParameter(std::string_view content_type);

// HTML's "prescan a byte stream to determine its encoding" over the first 1024 bytes; an encoding's name or empty.
std::string_view PrescanForEncoding(std::string_view bytes);

// What the bytes are when they are no text ("a PDF document", "a PNG image", "binary data"); empty for text.
std::string_view BinaryKind(std::string_view bytes);

}  // namespace tallywire::parse
