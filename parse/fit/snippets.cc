#include "parse/fit/snippets.h"

#include <array>
#include <utility>

namespace tallywire::parse::fit {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 13> kTyped = {{{"‘", '\''},
                                                                       {"’", '\''},
                                                                       {"‚", '\''},
                                                                       {"‛", '\''},
                                                                       {"′", '\''},
                                                                       {"“", '"'},
                                                                       {"”", '"'},
                                                                       {"„", '"'},
                                                                       {"″", '"'},
                                                                       {"‐", '-'},
                                                                       {"‑", '-'},
                                                                       {"–", '-'},
                                                                       {"—", '-'}}};

char TypedMark(std::string_view text) {
  for (const auto& [mark, typed] : kTyped) {
    if (text.substr(0, mark.size()) == mark) return typed;
  }
  return '\0';
}

}  // namespace

std::string Flat(std::string_view text) {
  std::string flat;
  for (char c : text) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    if (c == ' ' && flat.ends_with(' ')) continue;
    flat += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return flat;
}

std::string FlatTyped(std::string_view text) {
  const std::string flat = Flat(text);
  std::string typed;
  for (size_t i = 0; i < flat.size(); ++i) {
    const char mark = flat[i] == '\xE2' ? TypedMark(std::string_view(flat).substr(i)) : '\0';
    typed += mark == '\0' ? flat[i] : mark;
    if (mark != '\0') i += 2;
  }
  return typed;
}

}  // namespace tallywire::parse::fit
