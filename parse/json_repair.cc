#include <string>
#include <string_view>

#include "parse/json_ld.h"

namespace tallywire::parse {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsHex(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

// One pass over the block. Invariant: `out_` is what a JSON parser would accept so far, but for what is still open.
class Repairer {
 public:
  explicit Repairer(std::string_view in) : in_(in) { out_.reserve(in.size() + 2); }

  std::string Run() {
    out_ = "[";
    while (at_ < in_.size()) Step();
    if (in_string_) out_ += '"';
    if (!out_.empty() && out_.back() == ':') out_ += "null";
    for (; !open_.empty(); open_.pop_back()) out_ += open_.back() == '{' ? '}' : ']';
    return out_ + "]";
  }

 private:
  char Peek(size_t ahead) const { return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\0'; }

  void Step() {
    const char c = in_[at_];
    if (in_string_) {
      StepInString(c);
    } else if (c == '/' && (Peek(1) == '/' || Peek(1) == '*')) {
      SkipComment();
    } else if (IsSpace(c)) {
      ++at_;
    } else {
      StepOutside(c);
    }
  }

  void SkipComment() {
    const bool line = in_[at_ + 1] == '/';
    const size_t end = in_.find(line ? "\n" : "*/", at_ + 2);
    at_ = end == std::string_view::npos ? in_.size() : end + (line ? 1 : 2);
  }

  // Held back until it is known that a value follows: "[1, 2, ]" has a comma too many.
  void PutPendingComma() {
    if (comma_ && out_.back() != '[' && out_.back() != '{' && out_.back() != ',') out_ += ',';
    comma_ = false;
  }

  void StepOutside(char c) {
    ++at_;
    if (open_.empty()) {  // between documents: wrappers, semicolons, stray words
      if (c != '{' && c != '[') return;
      comma_ = out_.size() > 1;
    }
    switch (c) {
      case ',':
        if (out_.back() == ':') out_ += "null";  // "image":,
        comma_ = true;
        return;
      case '{':
      case '[':
        PutPendingComma();
        open_ += c;
        break;
      case '}':
      case ']':
        comma_ = false;
        if (out_.back() == ':') out_ += "null";
        // A bracket of the other kind closes what is open all the same: a lost brace must not lose the block.
        c = open_.back() == '{' ? '}' : ']';
        open_.pop_back();
        break;
      case '"':
        PutPendingComma();
        in_string_ = true;
        break;
      default:
        PutPendingComma();
        break;
    }
    out_ += c;
  }

  void StepInString(char c) {
    ++at_;
    if (c == '\\') {
      CopyEscape();
    } else if (c == '"') {
      if (ClosesString()) {
        in_string_ = false;
        out_ += '"';
      } else {
        out_ += "\\\"";
      }
    } else {
      out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }

  void CopyEscape() {
    const char next = Peek(0);
    const bool plain = std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos && next != '\0';
    const bool unicode = next == 'u' && IsHex(Peek(1)) && IsHex(Peek(2)) && IsHex(Peek(3)) && IsHex(Peek(4));
    if (!plain && !unicode) return;  // "\'" and other escapes that JSON lacks: without the backslash
    out_ += '\\';
    out_ += next;
    ++at_;
  }

  // The first character behind `from` that is no white space; gives up after a while to stay linear.
  char NextVisible(size_t& from) const {
    constexpr size_t kLookAhead = 256;
    const size_t end = from + kLookAhead;
    while (from < in_.size() && from < end && IsSpace(in_[from])) ++from;
    return from < in_.size() ? in_[from] : '\0';
  }

  // A quotation mark ends the string where JSON goes on behind it: `"He said "no", and left"` holds two that do not.
  bool ClosesString() const {
    size_t i = at_;
    const char next = NextVisible(i);
    if (next == ':' || next == '}' || next == ']' || next == '\0') return true;
    if (next != ',') return false;
    ++i;
    const char after = NextVisible(i);
    return after == '"' || after == '{' || after == '[' || after == '}' || after == ']' || after == '/' ||
           after == '\0' || after == '-' || (after >= '0' && after <= '9') ||
           (!open_.empty() && open_.back() == '[' && (after == 't' || after == 'n'));
  }

  std::string_view in_;
  size_t at_ = 0;
  std::string out_;
  std::string open_;  // the brackets that are open, outermost first
  bool in_string_ = false;
  bool comma_ = false;
};

void ReplaceAll(std::string& text, std::string_view what, std::string_view by) {
  std::string out;
  size_t from = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, from)) {
    out.append(text, from, at - from).append(by);
    from = at + what.size();
  }
  text = out.append(text, from);
}

}  // namespace

std::string RepairJson(std::string_view block) {
  const size_t start = block.find_first_of("{[");
  // "<![CDATA[" has a bracket of its own.
  const size_t wrapper = block.find("<![CDATA[");
  size_t from = wrapper != std::string_view::npos && wrapper < start ? block.find_first_of("{[", wrapper + 9) : start;
  if (from == std::string_view::npos) return "[]";
  if (block.find('"') != std::string_view::npos) return Repairer(block.substr(from)).Run();
  std::string decoded(block.substr(from));  // escaped as if it were an attribute
  for (const std::string_view quote : {"&quot;", "&#34;", "&#034;"}) ReplaceAll(decoded, quote, "\"");
  ReplaceAll(decoded, "&amp;", "&");
  return Repairer(decoded).Run();
}

}  // namespace tallywire::parse
