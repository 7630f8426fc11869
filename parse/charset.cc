// How the encoding of a page is chosen. Decoding itself is in decoder.cc, the search of <meta> in charset_prescan.cc.
#include "parse/charset.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "parse/decoder.h"
#include "parse/encoding_labels.h"
#include "parse/utf8.h"

namespace tallywire::parse {

namespace {

constexpr std::string_view kSpaces = " \t\n\f\r";

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return Lower(c); });
  return lower;
}

struct Choice {
  std::string_view encoding;
  CharsetSource source;
  size_t skip = 0;  // bytes of a byte order mark
};

std::string_view WithoutMark(const Choice& choice, std::string_view bytes) { return bytes.substr(choice.skip); }

bool FromByteOrderMark(std::string_view bytes, Choice& choice) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    choice = {"UTF-8", CharsetSource::kByteOrderMark, 3};
  } else if (bytes.starts_with("\xFE\xFF")) {
    choice = {"UTF-16BE", CharsetSource::kByteOrderMark, 2};
  } else if (bytes.starts_with("\xFF\xFE")) {
    choice = {"UTF-16LE", CharsetSource::kByteOrderMark, 2};
  } else {
    return false;
  }
  return true;
}

// UTF-16 without a mark: markup is ASCII, so every other byte of it is zero.
std::string_view Utf16ByZeros(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 512);
  size_t even = 0;
  size_t odd = 0;
  for (size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const size_t many = head.size() * 3 / 10;
  if (head.size() < 8 || even + odd == 0) return {};
  if (odd >= many && even * 8 < odd) return "UTF-16LE";
  if (even >= many && odd * 8 < even) return "UTF-16BE";
  return {};
}

struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// ICU's statistical guess over the start of the text, with the tags left out. Enough for its n-grams, and bounded.
constexpr size_t kDetectionBytes = size_t{64} << 10U;
constexpr int kLeastConfidence = 25;  // of 100; below this ICU is right no more often than windows-1252 is

std::string_view Detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
  if (U_FAILURE(status) != 0) return {};
  const std::string_view sample = bytes.substr(0, kDetectionBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), 1);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) != 0) return {};
  for (int32_t i = 0; i < count; ++i) {
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    const char* name = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status) != 0 || confidence < kLeastConfidence) return {};
    const std::string_view encoding = EncodingFromLabel(name);
    // The bytes were found not to be UTF-8 before this is asked.
    if (!encoding.empty() && encoding != "UTF-8" && !encoding.starts_with("UTF-16")) return encoding;
  }
  return {};
}

Choice DetectOrFallBack(std::string_view bytes) {
  const std::string_view detected = Detect(bytes);
  if (!detected.empty()) return {detected, CharsetSource::kDetected};
  return {"windows-1252", CharsetSource::kFallback};
}

// What the page or its server declares, the server first.
bool FromLabel(std::string_view bytes, std::string_view content_type, Choice& choice) {
  const std::string_view http = EncodingFromLabel(CharsetParameter(content_type));
  if (!http.empty()) {
    choice = {http, CharsetSource::kHttp};
    return true;
  }
  const std::string_view meta = PrescanForEncoding(bytes);
  if (!meta.empty()) {
    choice = {meta, CharsetSource::kMeta};
    return true;
  }
  return false;
}

// Fewer sequences than this may be chance: a few two-byte characters of GBK or Shift_JIS can look like UTF-8.
constexpr size_t kFewSequences = 4;

bool TakeAsUtf8(const Choice& labelled, const Utf8Count& count) {
  if (count.broken > 0 || count.multibyte == 0) return false;
  const Encoding* encoding = FindEncoding(labelled.encoding);
  if (encoding->kind == DecoderKind::kMultiByte) return count.multibyte >= kFewSequences;
  return encoding->kind == DecoderKind::kSingleByte || encoding->kind == DecoderKind::kReplacement;
}

// `count` is of the bytes read as UTF-8.
Choice Choose(std::string_view bytes, std::string_view content_type, const Utf8Count& count) {
  Choice choice;
  if (FromLabel(bytes, content_type, choice)) {
    if (choice.encoding != "UTF-8") {
      return TakeAsUtf8(choice, count) ? Choice{"UTF-8", CharsetSource::kValidUtf8} : choice;
    }
    if (count.broken <= count.multibyte) return choice;
    const std::string_view meta = PrescanForEncoding(bytes);  // the server's label may be the wrong one of two
    if (!meta.empty() && meta != "UTF-8") return {meta, CharsetSource::kMeta};
    return DetectOrFallBack(bytes);
  }
  const std::string_view utf16 = Utf16ByZeros(bytes);
  if (!utf16.empty()) return {utf16, CharsetSource::kDetected};
  if (count.broken == 0) return {"UTF-8", CharsetSource::kValidUtf8};
  if (count.broken * 20 < count.multibyte) return {"UTF-8", CharsetSource::kDetected};
  return DetectOrFallBack(bytes);
}

}  // namespace

DecodedText::DecodedText(DecodedText&& other) noexcept { *this = std::move(other); }

DecodedText& DecodedText::operator=(DecodedText&& other) noexcept {
  const bool own = other.utf8.data() == other.storage.data();
  storage = std::move(other.storage);
  utf8 = own ? std::string_view(storage) : other.utf8;  // a short string moves its bytes along
  charset = other.charset;
  source = other.source;
  replaced = other.replaced;
  return *this;
}

DecodedText DecodePage(std::string_view bytes, std::string_view content_type) {
  DecodedText result;
  Choice choice;
  Utf8Count count;
  if (!FromByteOrderMark(bytes, choice)) {
    count = CountUtf8(bytes);
    choice = Choose(bytes, content_type, count);
  } else if (choice.encoding == "UTF-8") {
    count = CountUtf8(WithoutMark(choice, bytes));
  }
  result.charset = FindEncoding(choice.encoding)->name;
  result.source = choice.source;
  const std::string_view body = WithoutMark(choice, bytes);
  if (choice.encoding == "UTF-8" && count.broken == 0) {
    result.utf8 = body;
    return result;
  }
  result.storage = Decode(body, *FindEncoding(choice.encoding), result.replaced);
  result.utf8 = result.storage;
  return result;
}

std::string_view EncodingFromLabel(std::string_view label) {
  const std::string wanted = Lower(Trim(label));
  if (wanted.empty() || wanted.find(' ') != std::string::npos) return {};
  for (const Encoding& encoding : Encodings()) {
    for (size_t at = encoding.labels.find(wanted); at != std::string_view::npos;
         at = encoding.labels.find(wanted, at + 1)) {
      const size_t end = at + wanted.size();
      const bool whole =
          (at == 0 || encoding.labels[at - 1] == ' ') && (end == encoding.labels.size() || encoding.labels[end] == ' ');
      if (whole) return encoding.name;
    }
  }
  return {};
}

std::string_view CharsetParameter(std::string_view content_type) {
  constexpr std::string_view kName = "charset";
  const std::string lower = Lower(content_type);
  for (size_t at = lower.find(kName); at != std::string::npos; at = lower.find(kName, at + 1)) {
    const size_t equals = lower.find_first_not_of(kSpaces, at + kName.size());
    if (equals == std::string::npos || lower[equals] != '=') continue;
    std::string_view value = Trim(content_type.substr(equals + 1));
    if (value.empty()) return {};
    if (value.front() == '"' || value.front() == '\'') {
      const size_t close = value.find(value.front(), 1);
      return close == std::string_view::npos ? std::string_view{} : value.substr(1, close - 1);
    }
    return value.substr(0, value.find_first_of("; \t\n\f\r,"));
  }
  return {};
}

}  // namespace tallywire::parse
