// Pages made to hurt, of any size: each kind strains another part of the parse stage.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::test {

struct HostilePage {
  std::string name;
  std::function<std::string(size_t)> make;  // about that many bytes of it
};

inline std::string Repeat(std::string_view piece, size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

// `piece` with each '#' replaced by a number, again and again.
inline std::string Numbered(std::string_view piece, size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size() + 32);
  for (size_t i = 0; out.size() < bytes; ++i) {
    for (const char c : piece) c == '#' ? out += std::to_string(i) : out += c;
  }
  return out;
}

inline std::vector<HostilePage> HostilePages() {
  const auto repeat = [](const char* name, std::string_view piece) {
    return HostilePage{name, [piece](size_t bytes) { return Repeat(piece, bytes); }};
  };
  const auto behind = [](const char* name, std::string_view start, std::string_view piece, std::string_view end = "") {
    return HostilePage{name, [start, piece, end](size_t bytes) {
                         return std::string(start) + Repeat(piece, bytes) + std::string(end);
                       }};
  };
  const auto numbered = [](const char* name, std::string_view start, std::string_view piece,
                           std::string_view end = "") {
    return HostilePage{name, [start, piece, end](size_t bytes) {
                         return std::string(start) + Numbered(piece, bytes) + std::string(end);
                       }};
  };
  const auto deep = [](const char* name, std::string_view opening, std::string_view piece) {
    return HostilePage{
        name, [opening, piece](size_t bytes) { return Repeat(opening, 390 * opening.size()) + Repeat(piece, bytes); }};
  };
  return {
      // Nesting.
      repeat("divs", "<div>"),
      repeat("spans", "<span>"),
      repeat("unclosed tables", "<table><tr><td>"),
      repeat("tables without cells", "<table>"),
      repeat("tables in tables", "<table><tr><td>1</td><td><table><tr><td>2</td></tr></table>"),
      repeat("paragraphs in tables", "<table><tr><td><p>"),
      repeat("lists", "<ul><li>"),
      repeat("lists with text", "<ul><li>a"),
      repeat("quotations", "<blockquote>x"),
      repeat("articles", "<article><h1>a</h1>"),
      repeat("headings", "<h1><h2>"),
      repeat("buttons", "<button>"),
      repeat("templates", "<template>"),
      repeat("frames", "<frameset>"),
      repeat("rubies", "<ruby><rt>"),
      repeat("objects", "<object>"),
      repeat("forms", "<form></div>"),
      repeat("drawings", "<svg>"),
      repeat("drawings with paragraphs", "<svg><p>"),
      repeat("drawings with titles", "<svg><title>a</title><path d=x>"),
      repeat("foreign objects", "<svg><foreignObject>"),
      repeat("formulas", "<math><mi>"),
      repeat("annotations", "<math><annotation-xml encoding='text/html'><p>"),
      behind("options", "<select>", "<option>"),
      behind("selects in a table", "<table><tr><td>", "<select><tr>"),
      deep("paragraphs deep down", "<div>", "<p>x"),
      deep("words deep down", "<div class=share>", "<div>a b c</div>"),
      deep("links deep down", "<div id=nav>", "<p><a href=/x>word</a>"),
      deep("lines deep down", "<div>", "a<br><br>"),
      // Formatting elements that are never closed.
      repeat("bold", "<b>"),
      repeat("bold paragraphs", "<p><b>x"),
      repeat("links", "<a href=x>"),
      numbered("links to many", "", "<a href=/#>"),
      numbered("fonts", "", "<font id=#>"),
      numbered("fonts in paragraphs", "", "<p><font id=#>"),
      numbered("fonts of many kinds", "", "<font id=#><b id=#><i id=#><u id=#><p>x"),
      numbered("fonts in cells", "<table>", "<tr><td><font id=#>x"),
      repeat("misnested formatting", "<a><b><i><p></a></b></i>"),
      repeat("adoption", "<b><div></b>"),
      behind("adoption deep down", "<a><b><i><u><s><em><tt><big><code><small>", "<div></a></b>x"),
      behind("text in tables", "<table>", "x<b>"),
      behind("fostered blocks", "<table>", "<p>x</p>"),
      behind("fostered texts", "<table>", "x<tr>"),
      repeat("closing tags", "</b></div></p></a>"),
      repeat("empty paragraphs", "</p>"),
      repeat("breaks by end tags", "</br>"),
      // Names and attributes.
      numbered("unknown elements", "", "<x#>"),
      numbered("attributes", "<p ", "a#=1 ", ">x"),
      numbered("attributes of the body", "<body ", "a#=1 ", ">x"),
      behind("kept attributes", "<p ", "class=x ", ">x"),
      numbered("many bodies", "", "<body class=#>"),
      numbered("many roots", "", "<html lang=a#>"),
      behind("one long attribute", "<p class='", "x", "'>x"),
      behind("one long class list", "<p class='", "share ", "'>x"),
      behind("one long style", "<p style='", "none ", "'>x"),
      behind("quotes", "<p title=\"", "'"),
      behind("one long name", "<", "x", ">"),
      behind("one long end tag", "</", "x ", ">"),
      // Text.
      behind("one long text", "<p>", "x"),
      behind("one long sentence", "<p>", "word, and "),
      behind("blanks", "<p>", " "),
      behind("blanks before", "<pre>", "\n "),
      behind("references", "<p>", "&amp;&#65;&notin;&"),
      behind("one long reference", "<p>&", "a"),
      behind("one long number", "<p>&#", "1"),
      behind("many long numbers", "<p>", "&#x11111111111"),
      behind("zeros", "<p>a", std::string_view("\0", 1)),
      behind("zeros and words", "<p>", std::string_view("a\0b ", 4)),
      behind("controls", "<p>", "\x01"),
      behind("broken UTF-8", "<p>", "\xF0\x9F"),
      behind("private characters", "<p>", "\xF3\xB0\x80\x80"),
      behind("breaks", "", "<br>"),
      behind("lines", "<p>", "a<br>"),
      behind("superscripts", "<p>", "<sup>2</sup>"),
      behind("superscripts with words", "<p>", "word<sup>a</sup>"),
      behind("superscripts in superscripts", "<p>x", "<sup>"),
      behind("preformatted", "<pre>", "a\nb "),
      behind("rows", "<table>", "<tr><td>1<td>2"),
      behind("cells", "<table><tr>", "<td>1"),
      behind("emphasised", "<p>", "<b>a</b> "),
      behind("linked words", "<p>", "<a href=/a>a</a> "),
      behind("hidden", "", "<p hidden>a"),
      behind("times", "", "<time datetime=2024-05-06>6 May 2024</time> "),
      behind("dates", "<h1>Title</h1><p>", "6 May 2024, 05/06/2024 "),
      behind("dates on lines", "<h1>Title</h1>", "<p>6 May 2024"),
      behind("dated classes", "<h1>Title</h1>", "<p class=date>x"),
      behind("by-lines", "<h1>Title</h1>", "<p class=author>By Ann Lee"),
      behind("by-lines in one line", "<h1>Title</h1><p>", "By Ann Lee and "),
      behind("headlines", "", "<h1>A headline of some words</h1>"),
      numbered("titles", "<title>", "word# | ", "</title><h1>word1</h1>"),
      behind("digits", "<p>", "1"),
      behind("dotted digits", "<p>", "1.1."),
      behind("Chinese", "<p>", "\xE4\xB8\xAD\xE6\x96\x87"),
      // Markup that is no element.
      repeat("open brackets", "<"),
      repeat("comments", "<!--"),
      behind("comment ends", "<!--", "--"),
      repeat("short comments", "<!-->"),
      repeat("bogus comments", "<!x>"),
      repeat("doctypes", "<!DOCTYPE html>"),
      repeat("instructions", "<?x "),
      repeat("scripts", "<script>"),
      behind("escaped scripts", "<script>", "<!--<script>"),
      repeat("short scripts", "<script>a</script>"),
      behind("script ends", "<script>", "</script"),
      repeat("styles", "<style>a</style>"),
      repeat("text areas", "<textarea>"),
      repeat("sections of data", "<svg><![CDATA[x]]>"),
      repeat("plain text", "<plaintext>"),
      // Metadata.
      numbered("metas", "", "<meta name=author content='Ann Lee #'>"),
      numbered("dated metas", "", "<meta property=article:published_time content=2024-05-06T07:08:#>"),
      behind("one long meta", "<meta name=keywords content='", "a, ", "'>"),
      behind("one long author", "<meta name=author content='", "Ann Lee, ", "'>"),
      behind("one long description", "<meta name=description content='", "word &amp;amp; <b> ", "'>"),
      numbered("links of the head", "", "<link rel=canonical href=/#>"),
      behind("open arrays", "<script type=application/ld+json>", "[", "</script>"),
      behind("open objects", "<script type=application/ld+json>", "{\"a\":", "</script>"),
      behind("data with comments", "<script type=application/ld+json>{", "/* a */", "}</script>"),
      behind("data with commas", "<script type=application/ld+json>[", "1,,", "]</script>"),
      behind("a long string", "<script type=application/ld+json>{\"headline\":\"", "a\\u0041&quot;", "\"}</script>"),
      behind("broken strings", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"",
             "a\"b\n ", "\"}</script>"),
      numbered("a graph", "<script type=application/ld+json>[",
               "{\"@type\":\"NewsArticle\",\"@id\":\"#\",\"author\":{\"@id\":\"#\"}},", "1]</script>"),
      behind("many blocks of data", "",
             "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a\"}</script>"),
      behind("state", "<script id=__NEXT_DATA__ type=application/json>{\"a\":", "[{\"body\":\"<p>words</p>\"},",
             "1]</script>"),
      behind("dates in scripts", "<script>", "\"datePublished\":\"2024-05-06\",", "</script>"),
  };
}

}  // namespace tallywire::test
