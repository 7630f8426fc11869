// The tree of the reduced page is the tree of the page, less what was dropped.
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parse/element_kind.h"
#include "parse/reducer.h"
#include "parse/tag_scan.h"
#include "parse/utf8.h"
#include "parse/withheld.h"
#include "tests/parse/tree_dump.h"

namespace {

using namespace tallywire::parse;

// The reducer alone, on purpose, replaces what could be taken for a stand-in where gumbo is to read a text itself.
bool HasReplacedCharacter(std::string_view html) {
  const auto has = [html](std::string_view lower) { return ContainsLower(html, lower); };
  if (!has("<title") && !has("<xmp") && !has("<plaintext") && !has("<![cdata[")) return false;
  for (size_t at = 0; at < html.size(); ++at) {
    if (Withheld::IsStandIn(html.substr(at))) return true;
  }
  return false;
}

// So it does with references to such characters, and to what is beyond the last one. Gumbo takes a number of more than
// 32 bits for some character.
bool HasReplacedReference(const std::string& html) {
  constexpr unsigned long long kFirstStandIn = 0xF0000;
  for (size_t at = html.find("&#"); at != std::string::npos; at = html.find("&#", at + 2)) {
    const bool hex = at + 2 < html.size() && Lower(html[at + 2]) == 'x';
    const size_t digits = at + (hex ? 3 : 2);
    // Whatever is no digit ends the number, as it does for gumbo; too long a number is the largest.
    const bool begins = digits < html.size() && std::isxdigit(static_cast<unsigned char>(html[digits])) != 0;
    if (begins && std::strtoull(html.c_str() + digits, nullptr, hex ? 16 : 10) >= kFirstStandIn) return true;
  }
  return false;
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  return lower;
}

// Of formatting elements that are alike three at most are opened again. Without attributes that nobody reads more of
// them are.
bool HasManyMadeAlike(std::string_view html) {
  std::map<std::string, int> starts;
  std::set<std::string> made_alike;
  for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const size_t name_end = EndOfTagName(html, at + 1);
    const std::string name = LowerCase(html.substr(at + 1, name_end - at - 1));
    if (!IsFormattingElement(TagFromName(name))) continue;
    ++starts[name];
    AttributeScanner scanner(html, name_end);
    for (RawAttribute attribute; scanner.Next(attribute);) {
      if (!AlwaysKeepsAttribute(attribute.name)) made_alike.insert(name);
    }
  }
  return std::any_of(made_alike.begin(), made_alike.end(), [&](const std::string& name) { return starts[name] > 3; });
}

// What stands in a table but in no cell is put before it, but not white space for itself: <table>a<!-- b --> puts the
// "a" there only. Without the comment both are one text.
bool HasCommentBesideSpaceInTable(std::string_view html) {
  if (!ContainsLower(html, "<table")) return false;
  for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view rest = html.substr(at);
    const bool comment = rest.starts_with("<!") || rest.starts_with("<?") ||
                         (rest.starts_with("</") && rest.size() > 2 && !IsAsciiLetter(rest[2]));
    if (!comment) continue;
    const size_t end = rest.starts_with("<!--") ? EndOfComment(html, at) : EndOfBogusComment(html, at);
    if ((at > 0 && IsHtmlSpace(html[at - 1])) || (end < html.size() && IsHtmlSpace(html[end]))) return true;
  }
  return false;
}

// Where gumbo 0.10.1 strays from the standard (13.2.5.33, 13.2.6.5, 13.2.6.4.7) and the reducer does not.
class GumboMisreadings {
 public:
  explicit GumboMisreadings(std::string_view html)
      : html_(html), foreign_(ContainsLower(html, "<svg") || ContainsLower(html, "<math")) {}

  bool Any() {
    for (size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at + 1)) {
      const bool end_tag = html_.substr(at).starts_with("</");
      const size_t name = at + (end_tag ? 2 : 1);
      const size_t name_end = EndOfTagName(html_, name);
      if (JoinsNames(name_end)) return true;
      if (foreign_ && end_tag && name_end < html_.size() && html_[name_end] != '>') return true;
      if (foreign_ && EndsAnother(html_.substr(name, name_end - name), end_tag, name_end)) return true;
    }
    return false;
  }

 private:
  // It joins the name of an attribute that is there already and has no value to the next name: <a b b href=c> has a
  // "bhref" of no value. Characters that it replaces, and so all others beyond ASCII, are alike.
  bool JoinsNames(size_t name_end) const {
    AttributeScanner scanner(html_, name_end);
    std::set<std::string> names;
    bool joins = false;
    for (RawAttribute attribute; scanner.Next(attribute);) {
      if (joins) return true;
      std::string name = LowerCase(attribute.name);
      std::replace_if(
          name.begin(), name.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
      name.erase(std::unique(name.begin(), name.end(), [](char a, char b) { return a == '?' && b == '?'; }),
                 name.end());
      const bool repeated = !names.insert(name).second;
      joins = repeated && attribute.name.end() == html_.begin() + attribute.end;
    }
    return false;
  }

  // To it the end tag of one element that it does not know is that of another as well, and takes foreign content with
  // it: what follows in <x><svg></y> is HTML.
  bool EndsAnother(std::string_view name, bool end_tag, size_t name_end) {
    if (TagFromName(name) != Tag::kOther) return false;
    if (!end_tag) {
      AttributeScanner scanner(html_, name_end);
      scanner.SkipAll();
      if (!scanner.self_closing()) unknown_.push_back(LowerCase(name));
      return false;
    }
    if (unknown_.empty() || unknown_.back() != LowerCase(name)) return true;
    unknown_.pop_back();
    return false;
  }

  std::string_view html_;
  bool foreign_;                      // in it all of "</svg >" or "</mi/>" is the name, and ends nothing
  std::vector<std::string> unknown_;  // elements that are open
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > 2000) return 0;  // deeper than the cap, the trees differ on purpose
  const std::string html = MendUtf8({reinterpret_cast<const char*>(data), size});
  if (ContainsLower(html, "noscript")) return 0;   // gumbo alone reads its insides, on purpose
  if (ContainsLower(html, "<frameset")) return 0;  // no raw text in it, and nothing to read
  if (HasReplacedCharacter(html) || HasReplacedReference(html)) return 0;
  if (HasManyMadeAlike(html) || HasCommentBesideSpaceInTable(html) || GumboMisreadings(html).Any()) return 0;
  if (DumpReduced(html) != DumpUnreduced(html)) std::abort();
  return 0;
}
