// HTML's "prescan a byte stream to determine its encoding" and "get an attribute" (html.spec.whatwg.org 13.2.3.2).
#include <algorithm>
#include <set>
#include <string>

#include "parse/charset.h"

namespace tallywire::parse {

namespace {

constexpr size_t kPrescanBytes = 1024;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Pair {
  std::string name;
  std::string value;
};

class Prescanner {
 public:
  explicit Prescanner(std::string_view bytes) : bytes_(bytes.substr(0, kPrescanBytes)) {}

  std::string_view Run() {
    while (at_ < bytes_.size()) {
      if (Matches("<!--")) {
        const size_t end = bytes_.find("-->", at_ + 2);  // "<!-->" is a whole comment
        if (end == std::string_view::npos) return {};
        at_ = end + 3;
        continue;
      }
      if (AtMeta()) {
        at_ += 5;
        const std::string_view encoding = ReadMeta();
        if (!encoding.empty()) return encoding;
      } else if (AtTag()) {
        at_ = std::min(bytes_.find_first_of(" \t\n\f\r>", at_), bytes_.size());
        for (Pair pair; ReadAttribute(pair);) pair = {};
      } else if (Matches("<!") || Matches("</") || Matches("<?")) {
        at_ = std::min(bytes_.find('>', at_), bytes_.size());
      }
      ++at_;
    }
    return {};
  }

 private:
  bool Matches(std::string_view what) const { return bytes_.substr(at_).starts_with(what); }

  bool AtMeta() const {
    if (at_ + 6 > bytes_.size()) return false;
    std::string name(bytes_.substr(at_, 5));
    std::transform(name.begin(), name.end(), name.begin(), Lower);
    return name == "<meta" && (IsSpace(bytes_[at_ + 5]) || bytes_[at_ + 5] == '/');
  }

  bool AtTag() const {
    if (bytes_[at_] != '<') return false;
    const size_t name = at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '/' ? at_ + 2 : at_ + 1;
    return name < bytes_.size() && IsLetter(bytes_[name]);
  }

  std::string_view ReadMeta() {
    std::set<std::string> seen;
    bool got_pragma = false;
    int need_pragma = -1;  // unset, no, yes
    std::string_view charset;
    for (Pair pair; ReadAttribute(pair); pair = {}) {
      if (!seen.insert(pair.name).second) continue;
      if (pair.name == "http-equiv") {
        got_pragma = got_pragma || pair.value == "content-type";
      } else if (pair.name == "content" && need_pragma != 0 && charset.empty()) {
        charset = EncodingFromLabel(CharsetParameter(pair.value));
        if (!charset.empty()) need_pragma = 1;
      } else if (pair.name == "charset") {
        charset = EncodingFromLabel(pair.value);
        need_pragma = 0;
      }
    }
    if (need_pragma < 0 || (need_pragma == 1 && !got_pragma) || charset.empty()) return {};
    // The markup was read as ASCII, so it cannot be UTF-16 whatever it says.
    if (charset.starts_with("UTF-16")) return EncodingFromLabel("utf-8");
    if (charset == "x-user-defined") return EncodingFromLabel("windows-1252");
    return charset;
  }

  char Current() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  void SkipSpace() {
    while (at_ < bytes_.size() && IsSpace(bytes_[at_])) ++at_;
  }

  // "Get an attribute"; false at the end of the tag or of the bytes.
  bool ReadAttribute(Pair& pair) {
    while (at_ < bytes_.size() && (IsSpace(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] == '>') return false;
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if ((c == '=' && !pair.name.empty()) || IsSpace(c) || c == '/' || c == '>') break;
      pair.name += Lower(c);
      ++at_;
    }
    SkipSpace();
    if (Current() != '=') return true;
    ++at_;
    SkipSpace();
    ReadValue(pair.value);
    return true;
  }

  void ReadValue(std::string& value) {
    const char quote = Current();
    if (quote == '"' || quote == '\'') {
      for (++at_; at_ < bytes_.size() && bytes_[at_] != quote; ++at_) value += Lower(bytes_[at_]);
      ++at_;
      return;
    }
    for (; at_ < bytes_.size() && !IsSpace(bytes_[at_]) && bytes_[at_] != '>'; ++at_) value += Lower(bytes_[at_]);
  }

  std::string_view bytes_;
  size_t at_ = 0;
};

}  // namespace

std::string_view PrescanForEncoding(std::string_view bytes) {
  // An XML declaration in UTF-16 tells the encoding by its zeros.
  if (bytes.starts_with(std::string_view("<\0?\0x\0", 6))) return "UTF-16LE";
  if (bytes.starts_with(std::string_view("\0<\0?\0x", 6))) return "UTF-16BE";
  return Prescanner(bytes).Run();
}

}  // namespace tallywire::parse
