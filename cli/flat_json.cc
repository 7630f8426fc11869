#include "cli/flat_json.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "cli/json_plain.h"
#include "parse/utf8.h"

namespace tallywire::cli {
namespace {

bool IsSurrogate(uint32_t code, uint32_t first) { return code >= first && code < first + 0x400; }
constexpr uint32_t kHighSurrogates = 0xD800;
constexpr uint32_t kLowSurrogates = 0xDC00;

// Every function moves on behind what it reads, and returns false where that is not there.
class Reader {
 public:
  explicit Reader(std::string_view json) : json_(json) {}

  bool Run(FlatJson& out) {
    if (!Take('{')) return false;
    if (!Take('}')) {
      do {
        if (!Member(out)) return false;
      } while (Take(','));
      if (!Take('}')) return false;
    }
    SkipBlanks();
    return at_ == json_.size();
  }

 private:
  void SkipBlanks() {
    constexpr std::string_view kBlanks = " \t\n\r";
    while (at_ < json_.size() && kBlanks.find(json_[at_]) != std::string_view::npos) ++at_;
  }

  bool Take(char mark) {
    SkipBlanks();
    if (at_ == json_.size() || json_[at_] != mark) return false;
    ++at_;
    return true;
  }

  bool Member(FlatJson& out) {
    if (!Take('"')) return false;
    const size_t end = EndOfPlain(json_, at_);
    if (end == json_.size() || json_[end] != '"') return false;
    const auto [member, added] = out.try_emplace(json_.substr(at_, end - at_));
    at_ = end + 1;
    if (!added || !Take(':')) return false;
    return Take('"') ? String(member->second.text) : Literal(member->second.literal);
  }

  bool Literal(std::string_view& out) {
    const size_t end = std::min(json_.find_first_of(" \t\n\r,}", at_), json_.size());
    out = json_.substr(at_, end - at_);
    at_ = end;
    return out == "null" || out == "true" || out == "false" || IsWhole(out);
  }

  // Written as numbers are printed: no "-0", no "007"; and small enough to be kept.
  static bool IsWhole(std::string_view text) {
    constexpr size_t kMostDigits = 18;
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (digits.empty() || digits.size() > kMostDigits || (digits.front() == '0' && text != "0")) return false;
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  bool String(std::string& out) {
    for (;;) {
      const size_t end = EndOfPlain(json_, at_);
      out.append(json_, at_, end - at_);
      at_ = end + 1;
      if (end == json_.size()) return false;
      if (json_[end] == '"') return true;
      if (json_[end] != '\\' || !Escape(out)) return false;
    }
  }

  bool Escape(std::string& out) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";  // by them, in the same order
    if (at_ == json_.size()) return false;
    const char letter = json_[at_++];
    if (letter == 'u') return CodePoint(out);
    const size_t at = kLetters.find(letter);
    if (at == std::string_view::npos) return false;
    out += kMeant[at];
    return true;
  }

  bool CodePoint(std::string& out) {
    uint32_t code = 0;
    if (!FourDigits(code) || IsSurrogate(code, kLowSurrogates)) return false;
    if (IsSurrogate(code, kHighSurrogates)) {
      uint32_t low = 0;
      if (json_.substr(at_, 2) != "\\u") return false;
      at_ += 2;
      if (!FourDigits(low) || !IsSurrogate(low, kLowSurrogates)) return false;
      code = 0x10000 + ((code - kHighSurrogates) << 10U) + (low - kLowSurrogates);
    }
    parse::AppendUtf8(out, code);
    return true;
  }

  bool FourDigits(uint32_t& code) {
    constexpr size_t kDigits = 4;
    constexpr int kBase = 16;
    if (json_.size() - at_ < kDigits) return false;
    const char* begin = json_.data() + at_;
    at_ += kDigits;
    return std::from_chars(begin, begin + kDigits, code, kBase).ptr == begin + kDigits;
  }

  const std::string_view json_;
  size_t at_ = 0;
};

}  // namespace

std::optional<FlatJson> ReadFlatJson(std::string_view json) {
  FlatJson object;
  if (parse::CountUtf8(json).broken > 0 || !Reader(json).Run(object)) return std::nullopt;
  return object;
}

}  // namespace tallywire::cli
