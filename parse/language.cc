#include "parse/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uloc.h>
#include <algorithm>
#include <vector>

namespace tallywire::parse {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
bool IsAlpha(char c) { return Lower(c) >= 'a' && Lower(c) <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> Subtags(std::string_view tag) {
  std::vector<std::string> parts(1);
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      parts.emplace_back();
    } else {
      parts.back() += Lower(c);
    }
  }
  return parts;
}

bool AllOf(std::string_view text, bool (*test)(char)) { return std::all_of(text.begin(), text.end(), test); }

struct Detected {
  std::string language;
  bool reliable = false;
};

Detected Detect(std::string_view text, std::string_view declared, std::string_view host) {
  constexpr size_t kEnough = 2000;  // bytes: more changes no verdict, and costs time
  size_t size = std::min(text.size(), kEnough);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  const std::string content_language(declared);
  const std::string top_level(host.substr(host.rfind('.') + 1));
  const CLD2::CLDHints hints = {content_language.empty() ? nullptr : content_language.c_str(),
                                top_level.size() == 2 ? top_level.c_str() : nullptr, CLD2::UNKNOWN_ENCODING,
                                CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  int valid_prefix = 0;
  const CLD2::Language language =
      CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(size), true, &hints, 0, languages, percents,
                                              scores, nullptr, &text_bytes, &reliable, &valid_prefix);
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  constexpr int kMostOfText = 80;  // per cent
  return {NormalizeLanguageTag(CLD2::LanguageCode(language)), reliable && percents[0] >= kMostOfText};
}

std::string_view Primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

std::string NormalizeLanguageTag(std::string_view declared) {
  const size_t start = declared.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  declared = declared.substr(start);
  declared = declared.substr(0, declared.find_first_of(" \t\r\n,;.@"));
  const std::vector<std::string> parts = Subtags(declared);
  std::string tag = parts.front();
  if (tag.size() < 2 || tag.size() > 3 || !AllOf(tag, IsAlpha)) return {};
  if (*uloc_getISO3Language(tag.c_str()) == '\0' || tag == "utf" || tag == "iso") return {};  // "utf-8", "iso-8859-1"
  if (tag == "iw") tag = "he";  // what ISO 639 called them before 1989
  if (tag == "in") tag = "id";
  if (tag == "ji") tag = "yi";
  for (size_t i = 1; i < parts.size(); ++i) {
    std::string part = parts[i];
    if (part.size() == 4 && AllOf(part, IsAlpha)) {
      part[0] = Upper(part[0]);
    } else if (part.size() == 2 && AllOf(part, IsAlpha)) {
      std::transform(part.begin(), part.end(), part.begin(), Upper);
    } else if (part.size() != 3 || !AllOf(part, IsDigit)) {
      break;
    }
    tag += '-';
    tag += part;
  }
  return tag;
}

std::string ChooseLanguage(std::string_view declared, std::string_view text, std::string_view host) {
  std::string tag = NormalizeLanguageTag(declared);
  constexpr size_t kShortest = 200;  // bytes: below, names and quotations decide
  if (!tag.empty() && text.size() < kShortest) return tag;
  const Detected detected = Detect(text, tag, host);
  if (detected.language.empty()) return tag;
  if (tag.empty()) return detected.language;
  if (!detected.reliable || Primary(detected.language) == Primary(tag)) return tag;
  // Close relatives that a detector mixes up are left as declared.
  static constexpr std::string_view kMixedUp[][2] = {{"nb", "no"},  {"nn", "no"}, {"nb", "da"},  {"no", "da"},
                                                     {"nn", "da"},  {"hr", "sr"}, {"bs", "sr"},  {"bs", "hr"},
                                                     {"id", "ms"},  {"gl", "pt"}, {"gl", "es"},  {"sr", "mk"},
                                                     {"fil", "tl"}, {"cs", "sk"}, {"yue", "zh"}, {"cmn", "zh"}};
  for (const auto& pair : kMixedUp) {
    const bool one = Primary(tag) == pair[0] && Primary(detected.language) == pair[1];
    const bool other = Primary(tag) == pair[1] && Primary(detected.language) == pair[0];
    if (one || other) return tag;
  }
  return detected.language;
}

}  // namespace tallywire::parse
