#include "fetch/feed_charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "fetch/feed_text.h"

namespace tallywire::fetch {
namespace {

struct Decoded {
  std::string text;
  bool clean = true;  // no byte was invalid
};

struct ConverterDeleter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterDeleter>;

std::string Lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Labels that mean more in the wild than in the standard that coined them (WHATWG Encoding 4.2).
std::string Superset(std::string_view label) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kSupersets{
      {{"iso-8859-1", "windows-1252"},
       {"latin1", "windows-1252"},
       {"latin-1", "windows-1252"},
       {"us-ascii", "windows-1252"},
       {"ascii", "windows-1252"},
       {"iso-8859-9", "windows-1254"},
       {"iso-8859-11", "windows-874"},
       {"tis-620", "windows-874"},
       {"gb2312", "gb18030"},
       {"gbk", "gb18030"},
       {"x-gbk", "gb18030"},
       {"shift_jis", "windows-31j"},
       {"shift-jis", "windows-31j"},
       {"euc-kr", "windows-949"},
       {"ks_c_5601-1987", "windows-949"},
       {"utf8", "utf-8"},
       {"x-mac-roman", "macintosh"},
       {"unicode", "utf-16"}}};
  std::string lower = Lowered(label);
  for (const auto& [name, superset] : kSupersets) {
    if (lower == name) return std::string(superset);
  }
  return lower;
}

// Nullopt where ICU does not know the name. ICU writes U+FFFD for what it cannot decode; a feed that really holds
// U+FFFD therefore counts as unclean, which costs only a closer look.
std::optional<Decoded> Convert(std::string_view bytes, const std::string& charset) {
  if (charset == "utf-8" && IsValidUtf8(bytes)) return Decoded{std::string(bytes), true};
  UErrorCode error = U_ZERO_ERROR;
  const Converter from(ucnv_open(charset.c_str(), &error));
  const Converter to(ucnv_open("UTF-8", &error));
  if (U_FAILURE(error)) return std::nullopt;
  Decoded out;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<char, 16384> buffer{};
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  bool reset = true;
  do {
    char* target = buffer.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, target + buffer.size(), &source, end, pivot.data(), &pivot_source,
                   &pivot_target, pivot.data() + pivot.size(), static_cast<UBool>(reset), 1, &error);
    reset = false;
    out.text.append(buffer.data(), static_cast<size_t>(target - buffer.data()));
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error)) return std::nullopt;
  out.clean = out.text.find("\xEF\xBF\xBD") == std::string::npos;
  return out;
}

struct Mark {
  std::string_view bytes;
  std::string_view charset;
  bool is_mark;  // else the beginning of "<?" or "<r" in that encoding
};

// Byte order marks, then how an unmarked UTF-16 or UTF-32 document must begin (XML 1.0 appendix F). Longest first.
std::optional<Mark> MarkOf(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  static constexpr std::array<Mark, 7> kMarks{{{"\0\0\xFE\xFF"sv, "utf-32be", true},
                                               {"\xFF\xFE\0\0"sv, "utf-32le", true},
                                               {"\xEF\xBB\xBF"sv, "utf-8", true},
                                               {"\xFE\xFF"sv, "utf-16be", true},
                                               {"\xFF\xFE"sv, "utf-16le", true},
                                               {"\0<\0"sv, "utf-16be", false},
                                               {"<\0"sv, "utf-16le", false}}};
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return mark;
  }
  return std::nullopt;
}

// The value of `key` in "key=value" or "key = 'value'"; empty where there is none.
std::string ValueOf(std::string_view text, std::string_view key) {
  const std::string lower = Lowered(text);
  size_t at = lower.find(key);
  if (at == std::string::npos) return {};
  at = lower.find_first_not_of(" \t\r\n", at + key.size());
  if (at == std::string::npos || lower[at] != '=') return {};
  at = lower.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string::npos) return {};
  return lower.substr(at, lower.find_first_of(" \t\r\n\"';?>,", at) - at);
}

// The XML declaration may stand behind comments and blank lines that should not be there.
std::string DeclaredIn(std::string_view bytes) {
  constexpr size_t kSearched = 2048;
  const auto head = bytes.substr(0, kSearched);
  const size_t at = head.find("<?xml ");
  if (at == std::string_view::npos) return {};
  return ValueOf(head.substr(at, head.find("?>", at) - at), "encoding");
}

std::string Detect(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
  if (U_FAILURE(error)) return {};
  // Enough to tell; the detector's time grows with the text.
  constexpr size_t kLooked = size_t{256} << 10U;
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(std::min(bytes.size(), kLooked)), &error);
  ucsdet_enableInputFilter(detector.get(), 1);  // leaves the tags out
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return {};
  constexpr int32_t kSure = 40;  // of 100; below that the guess is mostly noise
  if (ucsdet_getConfidence(match, &error) < kSure) return {};
  const char* name = ucsdet_getName(match, &error);
  return U_FAILURE(error) || name == nullptr ? std::string{} : Superset(name);
}

// A few broken characters among many good ones are better than another encoding altogether.
bool MostlyValid(std::string_view text) {
  size_t broken = 0;
  size_t foreign = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0xC0) ++foreign;
    if (text.substr(i, 3) == "\xEF\xBF\xBD") ++broken;
  }
  return foreign > 0 && broken * 10 <= foreign;
}

}  // namespace

DecodedFeed DecodeFeed(std::string_view bytes, std::string_view content_type) {
  std::vector<std::string> candidates;
  if (const auto mark = MarkOf(bytes)) {
    if (mark->is_mark) bytes.remove_prefix(mark->bytes.size());
    candidates.emplace_back(mark->charset);
  }
  const std::string declared = DeclaredIn(bytes);
  for (const std::string& label : {ValueOf(content_type, "charset"), declared, std::string("utf-8")}) {
    if (!label.empty()) candidates.push_back(Superset(label));
  }

  DecodedFeed feed;
  std::optional<std::pair<std::string, Decoded>> unclean;
  const auto take = [&](const std::string& charset, Decoded decoded) {
    feed.charset = charset;
    feed.text = std::move(decoded.text);
  };
  for (const std::string& charset : candidates) {
    auto decoded = Convert(bytes, charset);
    if (!decoded) {
      feed.warnings.push_back("the encoding \"" + charset.substr(0, 40) + "\" is not known");
    } else if (decoded->clean) {
      take(charset, std::move(*decoded));
      return feed;
    } else if (!unclean) {
      unclean.emplace(charset, std::move(*decoded));
    }
  }
  if (!unclean) unclean.emplace("utf-8", Decoded{});
  const std::string stated = unclean->first;
  if (MostlyValid(unclean->second.text)) {
    take(stated, std::move(unclean->second));
    feed.warnings.push_back("some bytes are not valid " + stated);
    return feed;
  }
  for (const std::string& charset : {Detect(bytes), std::string("windows-1252")}) {
    auto decoded = charset.empty() ? std::nullopt : Convert(bytes, charset);
    if (!decoded || (!decoded->clean && charset != "windows-1252")) continue;
    take(charset, std::move(*decoded));
    break;
  }
  feed.warnings.push_back("the bytes are not " + stated + "; read as " + feed.charset);
  return feed;
}

}  // namespace tallywire::fetch
