#include "parse/reducer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/parse/tree_dump.h"

namespace tallywire::parse {
namespace {

TEST(ReducePage, TheTreeIsTheSameLessWhatWasDropped) {
  const std::vector<std::string> pages = {
      "<p>a<!-- b -->c",
      "<p>a<!--> b",
      "<p>a<!---> b",
      "<p>a<!-- b --!> c",
      "<p>a<!-- b -- c --> d",
      "<p>a<!-- never closed",
      "<p>a<!bogus>b<?php echo 1 ?>c</ bogus>d</>e",
      "<!DOCTYPE html><title>a < b &amp; <b>c</title><p>d",
      "<script>if (a < b) document.write('<p>x</p>')</script><p>y",
      "<script><!-- <script> </script> --></script><p>y",
      "<script><!-- <script> </script> </script> <p>z",
      "<script><!-- </script><p>y",
      "<script>never closed <p>x",
      "<SCRIPT TYPE=a>x</ScRiPt ><p>y",
      "<style>p > a { content: '</p>' }</style><p>y",
      "<textarea><p>x</textarea><p>y",
      "<xmp><p>x</xmp><p>y",
      "<iframe><p>x</iframe><p>y",
      "<plaintext><p>x</plaintext>",
      "<pre>\n\n a\n  b </pre>  c   d",
      "<div a=1 class='x > y' id=\"z\" class=second>t</div>",
      "<div class = x id= 'y' data-x=<p> hidden>t</div>",
      "<a href=/a/>b</a><a href=c/ >d</a>",
      "<div =x class=y>t</div>",
      "<div class>t</div><div class=>u</div>",
      "<div class='never closed>t",
      "<div class=x",
      "<p>a</p",
      "a < b <3 <",
      "a </",
      "<svg viewBox='0 0 1 1'><path d='M 0 0'/><g><title>t</title></g></svg><p>x",
      "<svg><p>breaks out</p></svg><p>x",
      "<svg><foreignObject><p>inside</p></foreignObject></svg><p>x",
      "<svg><style>a<b</style></svg><p>x",
      "<svg><![CDATA[ <p> ]]></svg><p>x",
      "<svg><path></svg><p>x",
      "<svg/><p>x",
      "<p>x <svg class=i /> y <b>z</b></p>w",
      "<math/>x<p>y",
      "<svg width=1/>x</svg>y",
      "<svg class=a&amp;b />x",
      "<math><mi id=a&amp;b />x</math>y",
      "<svg><title a=b/>x</title></svg>y",
      "<svg><svg width=1/></svg>x</svg>y",
      "<svg><g id=a&amp;b/>x</g>y<g id=a&amp;b />z</svg>",
      "<math><mi><mglyph/>x</mi></math>y",
      "<p/>a<div class=b />c<b/>d<br/>e<a href=/x/>f</a>",
      "<select><svg/>a</select>x",
      "<table><svg/>a<tr><td>b<math /></table>x",
      "<select><svg>a</svg></select><p>x",
      "<div><table><tr><td><svg></table></div><p>x<svg><title>a</title></svg>",
      "<b><x><pre><svg></x><textarea><p>a</textarea>",
      "<span><template></span><svg><font color=red></template><p>x",
      "<form><div><svg></form><textarea>a</textarea></svg></div><p>x",
      "<td><math></td><font color=red>x</font></math><p>y",
      "<svg><path><p>x",
      "<math><mi>x</mi><mo>=</mo></math><p>y",
      "<select><option>a<option>b<style>c</style></select><p>x",
      "<table><tr><td>a<td>b<script>x</script><tr><td>c</table>",
      "<table>foster<tr><td>a</table>",
      "<table><!-- a --><tr><!-- b --><td>c</table>",
      "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
      "<p>a<p>b<div>c<p>d</div>e",
      "<b><p>a</b>b</p>c",
      "<a>x<a>y</a>z",
      "<h1>a<h2>b</h2>",
      "<head><meta charset=utf-8><link rel=canonical href=x></head><body class=b>t</body></html> after",
      "<frameset><frame></frameset>",
      "<template><p>x</template><p>y",
      "&amp;&nbsp;&#x41;&notit;",
      std::string("a\0b<p>\0c", 8),
      std::string("<table> \0 <tr><td>a \0 b&\0c", 27),
      "a\rb\r\nc<pre>\r\n\r\nd\re</pre><p title='\r'>f",
      "a\x01"
      "b\x7F<p class='\x02'>\xC2\x80\xEF\xB7\x90\xEF\xBF\xBF\xF0\x9F\xBF\xBF",
      "<font class=a>1<font class=b>2<font class=c>3<font class=d>4<font class=e>5<p>6",
      "<font class=a>1<font class=a>2<font class=a>3<font class=a>4<font class=a>5<p>6",
      "<b><b><b><b><b>1<p>2",
      "</><l class=a>b",
      "a<<<b class=c>d<</b class=e>",
      "<a href='?a&amp;b' class=c>d</a><a class=c href='?a'>d</a>",
      "<p>late<html lang=de><body class=x>",
      "<table><input type=hidden name=a><input name=b><tr><td>c</table>",
      "<p>a&lt;b &ampc &#65 &#x42;&unknown;& &",
      "<frameset>a b <frame></frameset>c ",
      "<select>a b<p>c</select>",
      "<table> a <colgroup> b <col> c</table>",
      "",
  };
  for (const std::string& page : pages) EXPECT_EQ(DumpReduced(page), DumpUnreduced(page)) << page;
}

// Pages put together by chance from the pieces that tokenizers stumble over.
TEST(ReducePage, TheTreeIsTheSameOnRandomMarkup) {
  const std::vector<std::string> pieces = {"<p>",
                                           "</p>",
                                           "<div class=a>",
                                           "</div>",
                                           "text ",
                                           " ",
                                           "<b>",
                                           "</b>",
                                           "<i id=x>",
                                           "</i>",
                                           "<a href=#n>",
                                           "</a>",
                                           "<table>",
                                           "</table>",
                                           "<tr>",
                                           "<td>",
                                           "<th>",
                                           "</td>",
                                           "<tbody>",
                                           "<caption>",
                                           "<ul>",
                                           "<li>",
                                           "</ul>",
                                           "<br>",
                                           "<!-- c -->",
                                           "<!-- ",
                                           "-->",
                                           "<script>",
                                           "</script>",
                                           "<style>",
                                           "</style>",
                                           "<title>",
                                           "</title>",
                                           "<svg>",
                                           "</svg>",
                                           "<path/>",
                                           "<g>",
                                           "<math>",
                                           "</math>",
                                           "<mi>",
                                           "<select>",
                                           "</select>",
                                           "<option>",
                                           "<h1>",
                                           "</h1>",
                                           "<h2>",
                                           "<form>",
                                           "</form>",
                                           "<input type=hidden>",
                                           "<pre>",
                                           "</pre>",
                                           "\n",
                                           "<textarea>",
                                           "</textarea>",
                                           "<",
                                           "&lt;",
                                           "'",
                                           "\"",
                                           "=",
                                           ">",
                                           "<dl>",
                                           "<dt>",
                                           "<dd>",
                                           "</dl>",
                                           "<button>",
                                           "</button>",
                                           "<span>",
                                           "</span>",
                                           "<section>",
                                           "</section>",
                                           "<img src=x>",
                                           "<font color=red>",
                                           "</font>",
                                           "<nobr>",
                                           "<body id=b>",
                                           "<html lang=en>",
                                           "</body>",
                                           "<desc>",
                                           "<foreignObject>",
                                           "</foreignObject>",
                                           "<object>",
                                           "</object>",
                                           "<template>",
                                           "</template>"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string page;
    const int length = 2 + round % 30;
    for (int i = 0; i < length; ++i) page += pieces[random() % pieces.size()];
    ASSERT_EQ(DumpReduced(page), DumpUnreduced(page)) << page;
  }
}

// As where scripts run; gumbo alone reads the insides as markup, and what is left open there swallows the page.
TEST(ReducePage, ReadsNoscriptAsRawText) {
  struct Row {
    std::string_view page;
    std::string_view same_as;
  };
  const std::vector<Row> rows = {
      {"<noscript><p>x</p></noscript><p>y", "<noscript></noscript><p>y"},
      {"<body><noscript><div id=a></noscript><div><p>y</div>", "<body><noscript></noscript><div><p>y</div>"},
      {"<p>a<noscript><!-- b</noscript> c", "<p>a<noscript></noscript> c"},
      {"<head><noscript><img src=a></noscript><title>t</title><p>y", "<head><noscript></noscript><title>t</title><p>y"},
      {"<p>a<NOSCRIPT>never closed <p>x", "<p>a<noscript></noscript>"},
      {"<textarea><noscript></textarea><p>y", "<textarea></textarea><p>y"},
  };
  for (const Row& row : rows) EXPECT_EQ(DumpReduced(row.page), DumpUnreduced(row.same_as)) << row.page;
}

TEST(ReducePage, KeepsScriptsAside) {
  const std::string page =
      "<script type='application/ld+json'>{\"a\": \"</p>\"}</script><script>short</script>"
      "<script id=__NEXT_DATA__ type=application/json>{\"props\": \"" +
      std::string(100, 'x') + "\"}</script><p>text";
  const ReducedPage reduced = ReducePage(page);
  ASSERT_EQ(reduced.json_ld.size(), 1U);
  EXPECT_EQ(reduced.json_ld[0], "{\"a\": \"</p>\"}");
  ASSERT_EQ(reduced.data_scripts.size(), 1U);
  EXPECT_EQ(reduced.data_scripts[0].id, "__NEXT_DATA__");
  EXPECT_EQ(reduced.data_scripts[0].type, "application/json");
  EXPECT_EQ(reduced.html.find("props"), std::string::npos);
}

// The page as gumbo sees it, but with the texts in their places.
std::string WithTexts(const ReducedPage& reduced) {
  const std::string_view html = reduced.html;
  std::string text;
  for (size_t i = 0; i < html.size();) {
    size_t length = 0;
    const std::string_view run = reduced.withheld.RunAt(html.substr(i), length);
    text += length > 0 ? run : html.substr(i, 1);
    i += length > 0 ? length : 1;
  }
  return text;
}

TEST(ReducePage, DropsWhatNobodyReads) {
  struct Row {
    std::string_view page;
    std::string_view want;
  };
  const std::vector<Row> rows = {
      {"<div onclick='x()' data-y=1 >a</div >", "<div>a</div>"},
      {"<p style='color:red'>a", "<p>a"},
      {"a  \n\t b", "a b"},
      {"<pre>a  \n\t b</pre>", "<pre>a  \n\t b</pre>"},
      {"<!-- x -->y", "y"},
      {"<svg width=1><path d=x></svg>y", "<svg></svg>y"},
      {"<svg><title><p onclick='x()'>a</p><!-- x --></title></svg>y", "<svg><title><p>a</p></title></svg>y"},
      {"<abbr title=long>y</abbr>", "<abbr>y</abbr>"},
      {"<input type=hidden class=a>", "<input type=hidden class=a>"},
  };
  for (const Row& row : rows) EXPECT_EQ(WithTexts(ReducePage(row.page)), row.want) << row.page;
}

TEST(ReducePage, WithholdsWhatDoesNotShapeTheTree) {
  const ReducedPage reduced = ReducePage("<div class=a id=b>text<p lang=de> more &amp; more");
  EXPECT_EQ(reduced.html, "<div>\xF3\xB0\x80\x80<p> \xF3\xB0\x80\x81&amp; \xF3\xB0\x80\x82");
}

// Whoever writes characters of the private planes, or names them by number, gets nothing of another text.
TEST(ReducePage, StandInsCannotBeForged) {
  const std::string page = "<p>secret</p><p>&#xF0000;&#983040;\xF3\xB0\x80\x80</p>";
  EXPECT_EQ(ParseHtml(page)->Text(0), "secret \uFFFD\uFFFD\xF3\xB0\x80\x80");
}

// Gumbo counts in 32 bits: 4294967361 is 65 there.
TEST(ReducePage, NumbersBeyondTheLastCharacterNameNone) {
  struct Row {
    const char* page;
    const char* text;
  };
  const Row rows[] = {
      {"<p>a&#4294967361;b", "a\uFFFDb"},          {"<p>a&#1312420795172304; b", "a\uFFFD b"},
      {"<p>a&#x100000041;b", "a\uFFFDb"},          {"<p>a&#4294958080;b", "a\uFFFDb"},
      {"<p>a&#99999999999xyz", "a\uFFFDxyz"},      {"<p>a&#1114112;b", "a\uFFFDb"},
      {"<p>a&#0000000000000065;b", "aAb"},         {"<p>a&#x1F600;b", "a\U0001F600b"},
      {"<p>a&#;b&#x;c&#xg;d", "a&#;b&#x;c&#xg;d"},
  };
  for (const Row& row : rows) EXPECT_EQ(ParseHtml(row.page)->Text(0), row.text) << row.page;
  EXPECT_EQ(DumpReduced("<p title='a&#4294967361;b&amp;c&#65;'>d"), DumpReduced("<p title='a\uFFFDb&amp;cA'>d"));
}

TEST(ReducePage, TextsBeyondTheStandInsAreRead) {
  std::string page;
  for (int i = 0; i < 140000; ++i) page += "<i>a</i>";
  page += "<p>x  &lt; \xF3\xB0\x80\x80&#xF0000;y";
  const Result<Document> document = ParseHtml(page);
  ASSERT_TRUE(document.has_value());
  EXPECT_TRUE(document->Text(0).ends_with("aaa x < \uFFFD\uFFFDy")) << document->Text(0).substr(139990);
}

}  // namespace
}  // namespace tallywire::parse
