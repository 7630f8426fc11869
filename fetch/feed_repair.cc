#include "fetch/feed_repair.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "fetch/feed_text.h"

namespace tallywire::fetch {
namespace {

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsNameStart(char c) { return IsAlpha(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80; }
bool IsNameChar(char c) { return IsNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

// The references XML itself defines.
bool IsXmlReference(std::string_view name) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

constexpr size_t kMaxReplaced = size_t{1} << 20U;  // bytes that declared entities may add in all

class Repairer {
 public:
  explicit Repairer(std::string_view text) : in_(text) { out_.text.reserve(text.size() + 64); }

  RepairedXml Run() {
    const size_t first = in_.find('<');
    if (first == std::string_view::npos) return std::move(out_);
    if (in_.substr(0, first).find_first_not_of(" \t\r\n") != std::string_view::npos) {
      Warn(prologue_, "text stands before the first tag");
    }
    Skip(first);
    while (at_ < in_.size()) {
      const char c = in_[at_];
      if (c == '<') {
        Markup();
      } else if (c == '&') {
        Reference();
      } else {
        Character();
      }
    }
    return std::move(out_);
  }

 private:
  bool At(std::string_view word) const { return in_.substr(at_).starts_with(word); }

  void Warn(bool& said, std::string sentence) {
    if (!said) out_.warnings.push_back(std::move(sentence));
    said = true;
  }

  // Leaves input out, but keeps its line ends.
  void Skip(size_t end) {
    end = std::min(end, in_.size());
    out_.text.append(static_cast<size_t>(std::count(in_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                    in_.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
                     '\n');
    at_ = end;
  }

  void SkipBehind(std::string_view closing) {
    const size_t end = in_.find(closing, at_);
    Skip(end == std::string_view::npos ? in_.size() : end + closing.size());
  }

  void Markup() {
    if (At("<!--")) return SkipBehind("-->");
    if (At("<![CDATA[")) return CData();
    // Only the first: a heap of unclosed ones must not each be searched to the end.
    if (!doctype_ && (At("<!DOCTYPE") || At("<!doctype"))) return Doctype();
    if (At("<?")) return SkipBehind("?>");
    if (At("<!")) return SkipBehind(">");
    const size_t name = at_ + (At("</") ? 2 : 1);
    if (name < in_.size() && IsNameStart(in_[name])) return Tag();
    Warn(stray_, "a \"<\" is not escaped");
    out_.text += "&lt;";
    ++at_;
  }

  void CData() {
    constexpr std::string_view closing = "]]>";
    const size_t end = in_.find(closing, at_);
    const bool open = end == std::string_view::npos;
    if (open) Warn(cdata_, "a CDATA section is never closed");
    const size_t stop = open ? in_.size() : end;
    while (at_ < stop) Character();
    out_.text += closing;
    if (!open) at_ += closing.size();
  }

  // One tag with its attributes. Quoted values may hold "<" and ">"; a quote that never closes ends with the tag.
  void Tag() {
    out_.text += in_[at_++];
    char previous = '<';
    while (at_ < in_.size()) {
      const char c = in_[at_];
      if (c == '>' || c == '<') {
        if (c == '<') {
          Warn(open_tag_, "a tag is never closed");
          out_.text += '>';
        } else {
          Character();
        }
        return;
      }
      if ((c == '"' || c == '\'') && previous == '=') {
        AttributeValue(c);
        previous = c;
        continue;
      }
      if (!IsBlank(c)) previous = c;
      if (c == '&') {
        Reference();
      } else {
        Character();
      }
    }
  }

  void AttributeValue(char quote) {
    const size_t close = in_.find(quote, at_ + 1);
    const size_t end = close == std::string_view::npos ? std::min(in_.find('>', at_), in_.size()) : close;
    out_.text += quote;
    ++at_;
    while (at_ < end) {
      if (in_[at_] == '&') {
        Reference();
      } else if (in_[at_] == '<') {
        out_.text += "&lt;";
        ++at_;
      } else {
        Character();
      }
    }
    out_.text += quote;
    at_ = close == std::string_view::npos ? end : close + 1;
  }

  void Reference() {
    size_t end = at_ + 1;
    constexpr size_t kLongestName = 40;
    while (end < in_.size() && end - at_ <= kLongestName && (IsNameChar(in_[end]) || in_[end] == '#')) ++end;
    const auto name = in_.substr(at_ + 1, end - at_ - 1);
    const bool closed = end < in_.size() && in_[end] == ';';
    if (closed && IsXmlReference(name)) {
      out_.text.append(in_.substr(at_, end + 1 - at_));
      at_ = end + 1;
      return;
    }
    const auto replacement = closed ? Replacement(name) : std::nullopt;
    if (!replacement) {
      Warn(ampersand_, "an \"&\" is not escaped");
      out_.text += "&amp;";
      ++at_;
      return;
    }
    AppendEscaped(*replacement);
    at_ = end + 1;
  }

  std::optional<std::string> Replacement(std::string_view name) {
    if (const auto declared = entities_.find(std::string(name)); declared != entities_.end()) {
      replaced_ += declared->second.size();
      if (replaced_ > kMaxReplaced) {
        Warn(bomb_, "the entities it declares grow too large and were left out");
        return std::string{};
      }
      return declared->second;
    }
    auto character = CharacterReference(name);
    if (character && !name.starts_with('#')) Warn(entity_, "HTML entities are used without being declared");
    return character;
  }

  void AppendEscaped(std::string_view text) {
    for (const char c : text) {
      if (c == '<') {
        out_.text += "&lt;";
      } else if (c == '&') {
        out_.text += "&amp;";
      } else if (c == '"') {
        out_.text += "&quot;";
      } else if (static_cast<unsigned char>(c) >= 0x20 || IsBlank(c)) {
        out_.text += c;
      }
    }
  }

  // XML 1.0 2.2: no controls but tab and line ends, no U+FFFE and U+FFFF.
  void Character() {
    const char c = in_[at_];
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte < 0x20 && !IsBlank(c);
    const bool noncharacter = byte == 0xEF && (At("\xEF\xBF\xBE") || At("\xEF\xBF\xBF"));
    if (control || noncharacter) {
      Warn(control_, "it holds control characters");
      at_ += noncharacter ? 3 : 1;
      return;
    }
    out_.text += c;
    ++at_;
  }

  // Reads the internal subset for <!ENTITY name "value"> and leaves the whole out.
  void Doctype() {
    doctype_ = true;
    const size_t bracket = in_.find_first_of("[>", at_);
    if (bracket == std::string_view::npos || in_[bracket] == '>') {
      Skip(bracket == std::string_view::npos ? in_.size() : bracket + 1);
      return;
    }
    const size_t close = in_.find(']', bracket);
    const auto subset = in_.substr(bracket, close == std::string_view::npos ? close : close - bracket);
    for (size_t i = subset.find("<!ENTITY"); i != std::string_view::npos; i = subset.find("<!ENTITY", i + 8)) {
      const size_t end = subset.find('>', i);
      if (end == std::string_view::npos) break;
      Declare(subset.substr(i + 8, end - i - 8));
    }
    const size_t end = in_.find('>', close == std::string_view::npos ? bracket : close);
    Skip(end == std::string_view::npos ? in_.size() : end + 1);
  }

  // ` name "value"`. Values with references in them are the stuff of bombs, and so are parameter entities.
  void Declare(std::string_view declaration) {
    constexpr size_t kMaxEntities = 500;
    const size_t name = declaration.find_first_not_of(" \t\r\n");
    const size_t name_end = name == std::string_view::npos ? name : declaration.find_first_of(" \t\r\n", name);
    const size_t open =
        name_end == std::string_view::npos ? name_end : declaration.find_first_not_of(" \t\r\n", name_end);
    if (open == std::string_view::npos || (declaration[open] != '"' && declaration[open] != '\'')) return;
    const size_t close = declaration.find(declaration[open], open + 1);
    if (close == std::string_view::npos || entities_.size() >= kMaxEntities) return;
    const auto value = declaration.substr(open + 1, close - open - 1);
    std::string text(value);
    if (value.find('&') != std::string_view::npos) {
      // One character reference, as in HTML's own declarations, is harmless.
      const auto character =
          value.starts_with("&#") && value.ends_with(';') && value.find('&', 1) == std::string_view::npos
              ? CharacterReference(value.substr(1, value.size() - 2))
              : std::nullopt;
      if (!character) return;
      text = *character;
    }
    entities_.emplace(std::string(declaration.substr(name, name_end - name)), std::move(text));
  }

  std::string_view in_;
  size_t at_ = 0;
  RepairedXml out_;
  std::unordered_map<std::string, std::string> entities_;
  size_t replaced_ = 0;
  bool doctype_ = false;
  // what has been said already
  bool prologue_ = false, stray_ = false, cdata_ = false, open_tag_ = false, ampersand_ = false, bomb_ = false,
       entity_ = false, control_ = false;
};

}  // namespace

RepairedXml RepairXml(std::string_view text) { return Repairer(text).Run(); }

}  // namespace tallywire::fetch
