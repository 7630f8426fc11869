#include "parse/state_text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "parse/body/text_block.h"
#include "parse/plain_text.h"

namespace tallywire::parse {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kDepth = 48;                           // levels of JSON that are walked
constexpr size_t kLongestScript = size_t{8} << 20U;  // bytes; larger states are not worth their memory
constexpr size_t kProseWords = 12;                   // of a paragraph that counts
constexpr size_t kLongestObjects = 40;               // objects looked at in one script

// Where a text's element keeps its words, and where its parts.
constexpr std::array<std::string_view, 9> kTextKeys = {"content", "text",   "html",      "body",    "articleBody",
                                                       "value",   "markup", "paragraph", "contents"};
constexpr std::array<std::string_view, 6> kListKeys = {"items",    "children", "nodes", "content_elements",
                                                       "elements", "blocks"};

bool HasAny(const Json& object, std::initializer_list<const char*> keys) {
  return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return object.contains(key); });
}

// A teaser of something else.
bool IsOtherArticle(const Json& object) {
  return HasAny(object, {"url", "link", "href", "canonical_url", "website_url", "slug", "path"}) &&
         HasAny(object, {"headline", "headlines", "title", "name"});
}

std::string AsHtml(const std::string& text) {
  if (text.find('<') != std::string::npos) return text.find("<p") == std::string::npos ? "<p>" + text + "</p>" : text;
  std::string html;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) html.append("<p>").append(text, at, end - at).append("</p>");
    at = end + 1;
  }
  return html;
}

struct Candidate {
  std::string html;
  size_t words = 0;  // in paragraphs of running text
};

class Search {
 public:
  Candidate Best(const Json& state) {
    Walk(state, 0);
    return std::move(best_);
  }

 private:
  void Walk(const Json& value, int depth) {
    if (depth > kDepth) return;
    if (value.is_string()) Consider(AsHtml(value.get_ref<const std::string&>()));
    if (value.is_array()) {
      std::string html;
      Gather(value, depth, html);
      Consider(std::move(html));
    }
    if (!value.is_structured()) return;
    for (const auto& part : value) {
      if (!(value.is_array() && part.is_object() && IsOtherArticle(part))) Walk(part, depth + 1);
    }
  }

  // The words of a list's elements, one after the other.
  void Gather(const Json& list, int depth, std::string& html) {
    if (depth > kDepth) return;
    for (const auto& element : list) {
      if (element.is_string()) html += AsHtml(element.get_ref<const std::string&>());
      if (!element.is_object() || IsOtherArticle(element)) continue;
      for (const std::string_view key : kTextKeys) {
        const auto text = element.find(key);
        if (text == element.end() || !text->is_string()) continue;
        html += AsHtml(text->get_ref<const std::string&>());
        break;
      }
      for (const std::string_view key : kListKeys) {
        const auto parts = element.find(key);
        if (parts != element.end() && parts->is_array()) Gather(*parts, depth + 1, html);
      }
    }
  }

  void Consider(std::string html) {
    if (html.size() <= best_.html.size() / 2 || html.size() > budget_) return;
    budget_ -= html.size();
    size_t words = 0;
    size_t at = 0;
    while (at < html.size()) {
      const size_t end = std::min(html.find("</p>", at), html.size());
      const TextCounts counts = CountText(PlainText(std::string_view(html).substr(at, end - at)));
      if (counts.words >= kProseWords && counts.stops > 0) words += counts.words;
      at = end + 4;
    }
    if (words > best_.words) best_ = {std::move(html), words};
  }

  Candidate best_;
  size_t budget_ = 2 * kLongestScript;  // bytes of candidates still to be looked at: nested lists repeat each other
};

// The end of the JSON value that begins at `start` with a bracket; npos where it does not end.
size_t EndOfValue(std::string_view text, size_t start) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = start; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return i + 1;
  }
  return std::string_view::npos;
}

// The objects that a script assigns to something or passes on: ={"…": …} and ({"…": …}).
std::vector<std::string_view> ObjectsIn(std::string_view script) {
  std::vector<std::string_view> objects;
  const size_t first = script.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && (script[first] == '{' || script[first] == '[')) return {script.substr(first)};
  for (size_t at = 0; objects.size() < kLongestObjects;) {
    at = script.find("{\"", at);
    if (at == std::string_view::npos) break;
    const size_t before = script.find_last_not_of(" \t\r\n", at == 0 ? 0 : at - 1);
    const bool given = before != std::string_view::npos && (script[before] == '=' || script[before] == '(');
    const size_t end = given ? EndOfValue(script, at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      if (given) break;  // everything after it is inside
      at += 2;
      continue;
    }
    objects.push_back(script.substr(at, end - at));
    at = end;
  }
  return objects;
}

}  // namespace

std::string TextInState(const Document& document) {
  Candidate best;
  for (const DataScript& script : document.data_scripts()) {
    if (script.content.size() > kLongestScript) continue;
    for (const std::string_view object : ObjectsIn(script.content)) {
      const Json state = Json::parse(object, nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
      if (state.is_discarded()) continue;
      Candidate found = Search().Best(state);
      if (found.words > best.words) best = std::move(found);
    }
  }
  return std::move(best.html);
}

}  // namespace tallywire::parse
