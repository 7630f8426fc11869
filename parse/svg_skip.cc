#include "parse/svg_skip.h"

#include <algorithm>
#include <array>
#include <string>

#include "parse/tag_scan.h"

namespace tallywire::parse {

namespace {

// Elements that stay foreign content. Not here: title, desc and foreignObject (HTML may follow in them), script, and
// all that begins like HTML.
constexpr std::array<std::string_view, 44> kPlain = {"animate",
                                                     "animatemotion",
                                                     "animatetransform",
                                                     "circle",
                                                     "clippath",
                                                     "defs",
                                                     "ellipse",
                                                     "feblend",
                                                     "fecolormatrix",
                                                     "fecomponenttransfer",
                                                     "fecomposite",
                                                     "fedropshadow",
                                                     "feflood",
                                                     "fefunca",
                                                     "fefuncb",
                                                     "fefuncg",
                                                     "fefuncr",
                                                     "fegaussianblur",
                                                     "feimage",
                                                     "femerge",
                                                     "femergenode",
                                                     "femorphology",
                                                     "feoffset",
                                                     "feturbulence",
                                                     "filter",
                                                     "g",
                                                     "image",
                                                     "line",
                                                     "lineargradient",
                                                     "marker",
                                                     "mask",
                                                     "metadata",
                                                     "mpath",
                                                     "path",
                                                     "pattern",
                                                     "polygon",
                                                     "polyline",
                                                     "radialgradient",
                                                     "rect",
                                                     "set",
                                                     "stop",
                                                     "symbol",
                                                     "tspan",
                                                     "use"};

bool IsPlainName(std::string_view name) {
  if (name.size() > 20) return false;
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower == "svg" || lower == "text" || lower == "switch" ||
         std::binary_search(kPlain.begin(), kPlain.end(), lower);
}

bool IsName(std::string_view name, std::string_view lower) {
  if (name.size() != lower.size()) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    if ((name[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

// A <title>, <desc> or <style> with nothing but text in it: its end tag must be the next tag. Right after that, or 0.
size_t SkipTextElement(std::string_view text, size_t at, std::string_view name) {
  const size_t close = text.find('<', at);
  if (close == std::string_view::npos || close + 2 + name.size() >= text.size() || text[close + 1] != '/') return 0;
  const size_t name_end = EndOfTagName(text, close + 2);
  if (!IsName(text.substr(close + 2, name_end - close - 2), name)) return 0;
  return EndOfTag(text, name_end);
}

}  // namespace

size_t EndOfPlainSvg(std::string_view text, size_t at) {
  int depth = 1;
  while (true) {
    const size_t open = text.find('<', at);
    if (open == std::string_view::npos || open + 1 >= text.size()) return 0;
    const bool end_tag = text[open + 1] == '/';
    const size_t name_start = open + (end_tag ? 2 : 1);
    if (name_start >= text.size()) return 0;
    if (!IsAsciiLetter(text[name_start])) {
      if (!text.substr(open).starts_with("<!--")) return 0;
      at = EndOfComment(text, open);
      continue;
    }
    const size_t name_end = EndOfTagName(text, name_start);
    const std::string_view name = text.substr(name_start, name_end - name_start);
    const bool svg = IsName(name, "svg");
    if (end_tag && svg && --depth == 0) return open;
    AttributeScanner tag(text, name_end);
    tag.SkipAll();
    at = tag.end();
    if (at >= text.size()) return 0;
    if (svg && !end_tag && !tag.self_closing()) ++depth;
    const bool texts = IsName(name, "title") || IsName(name, "desc") || IsName(name, "style");
    if (texts && !end_tag && !tag.self_closing()) {
      at = SkipTextElement(text, at, name.size() == 4 ? "desc" : IsName(name, "title") ? "title" : "style");
      if (at == 0) return 0;
    } else if (!texts && !IsPlainName(name)) {
      return 0;
    }
  }
}

}  // namespace tallywire::parse
