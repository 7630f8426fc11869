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
      "<noscript><p>x</p></noscript><p>y",
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
                                           "<noscript>",
                                           "</noscript>",
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

TEST(ReducePage, DropsWhatNobodyReads) {
  struct Row {
    std::string_view page;
    std::string_view want;
  };
  const std::vector<Row> rows = {
      {"<div  class=a onclick='x()' data-y=1 >t</div >", "<div class=a>t</div>"},
      {"<p style='color:red'>a<p style='display:none'>b", "<p>a<p style='display:none'>b"},
      {"a  \n\t b", "a b"},
      {"<pre>a  \n\t b</pre>", "<pre>a  \n\t b</pre>"},
      {"<!-- x -->y", "y"},
      {"<svg width=1><path d=x></svg>y", "<svg></svg>y"},
      {"<abbr title='2024-05-06'>x</abbr><abbr title=long>y</abbr>", "<abbr title='2024-05-06'>x</abbr><abbr>y</abbr>"},
  };
  for (const Row& row : rows) EXPECT_EQ(ReducePage(row.page).html, row.want) << row.page;
}

}  // namespace
}  // namespace tallywire::parse
