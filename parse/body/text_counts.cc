#include <array>

#include "parse/body/text_block.h"

namespace tallywire::parse {

namespace {

bool IsSpace(unsigned char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Bytes of the character that begins with `lead`, in valid UTF-8.
size_t Length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Han, kana and hangul: scripts (nearly) without spaces between words.
bool IsIdeograph(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  return character.size() == 4 ? lead == 0xF0 && static_cast<unsigned char>(character[1]) >= 0xA0
                               : character.size() == 3 && lead >= 0xE3 && lead <= 0xEA;
}

bool IsWideStop(std::string_view c) { return c == "。" || c == "！" || c == "？" || c == "…" || c == "।" || c == "؟"; }
bool IsWideComma(std::string_view c) { return c == "，" || c == "、" || c == "،"; }
bool IsClosingMark(std::string_view c) { return c == "”" || c == "’" || c == "»" || c == "」" || c == "』"; }

class Counter {
 public:
  explicit Counter(std::string_view text) : text_(text) {}

  TextCounts Run() {
    for (size_t i = 0; i < text_.size();) {
      const auto lead = static_cast<unsigned char>(text_[i]);
      const std::string_view character = text_.substr(i, Length(lead));
      if (lead < 0x80) {
        Ascii(lead, i);
      } else {
        Wide(character);
      }
      i += character.size();
    }
    counts_.words += (ideographs_ + 1) / 2;
    counts_.ends_with_stop = after_stop_;
    return counts_;
  }

 private:
  void Ascii(unsigned char c, size_t i) {
    if (IsSpace(c)) {
      in_word_ = false;
      return;
    }
    ++counts_.characters;
    const bool capital = c >= 'A' && c <= 'Z';
    const bool letter = capital || (c >= 'a' && c <= 'z');
    const bool digit = c >= '0' && c <= '9';
    if (letter) ++counts_.letters;
    if (digit) ++counts_.digits;
    if (capital) ++counts_.capitals;
    if (!in_word_ && (letter || digit)) {
      in_word_ = true;
      ++counts_.words;
      if (capital) ++counts_.capitalised;
    }
    if (c == ',') ++counts_.commas;
    const bool stop = (c == '.' || c == '!' || c == '?') && (i + 1 == text_.size() || EndsWord(i + 1));
    if (stop) ++counts_.stops;
    if (stop || (c != '"' && c != '\'' && c != ')' && c != ']')) after_stop_ = stop;
    counts_.ends_with_colon = c == ':';
  }

  bool EndsWord(size_t i) const {
    const auto c = static_cast<unsigned char>(text_[i]);
    return IsSpace(c) || c == '"' || c == '\'' || c == ')' || c >= 0x80;
  }

  void Wide(std::string_view character) {
    ++counts_.characters;
    counts_.ends_with_colon = character == "：";
    if (IsWideStop(character)) {
      ++counts_.stops;
      after_stop_ = true;
      return;
    }
    if (IsClosingMark(character)) return;
    after_stop_ = false;
    if (IsWideComma(character)) {
      ++counts_.commas;
      return;
    }
    ++counts_.letters;
    if (IsIdeograph(character)) {
      ++ideographs_;
      in_word_ = false;
    } else if (!in_word_ && static_cast<unsigned char>(character[0]) != 0xE2) {  // U+2000..U+2FFF: marks, not letters
      in_word_ = true;
      ++counts_.words;
    }
  }

  std::string_view text_;
  TextCounts counts_;
  uint32_t ideographs_ = 0;
  bool in_word_ = false;
  bool after_stop_ = false;
};

}  // namespace

TextCounts CountText(std::string_view text) { return Counter(text).Run(); }

uint32_t CountCharacters(std::string_view text) {
  uint32_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    count += static_cast<uint32_t>((byte & 0xC0U) != 0x80 && !IsSpace(byte));
  }
  return count;
}

}  // namespace tallywire::parse
