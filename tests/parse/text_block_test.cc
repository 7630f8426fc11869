// Rendering: how markup becomes blocks of text.
#include "parse/body/text_block.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace tallywire::parse {
namespace {

// The blocks of a page, joined by " / ".
std::string Blocks(std::string_view html) {
  const Document page = ParseHtml(html).value();
  const PageText text = CutIntoBlocks(page);
  std::string joined;
  for (const TextBlock& block : text.blocks) {
    if (!joined.empty()) joined += " / ";
    joined += text.TextOf(block);
  }
  return joined;
}

struct Row {
  std::string_view html;
  std::string_view want;
};

TEST(CutIntoBlocks, LinksThatTouchAreTwoThings) {
  const std::vector<Row> rows = {
      {"<p><a href=/m>Men's model 6</a><a href=/w>Women's model 6</a></p>", "Men's model 6 Women's model 6"},
      {"<p><a href=/a><span>2024</span></a><span><a href=/b>2025</a></span>", "2024 2025"},
      {"<p><a href=/a>Goo</a><a href=/a>gle</a> rose", "Google rose"},  // one link in two pieces
      {"<p><a>Steel</a><a>works</a>", "Steelworks"},
      {"<p><a href=/a>Steel</a>works and <a href=/b>iron</a>", "Steelworks and iron"},
      {"<p><a href=/a>one</a></p><p><a href=/b>two</a>", "one / two"},
      {"<p><a href=/a>one</a> <a href=/b>two</a>", "one two"},
      {"<table><tr><td><a href=/a>5</a><td><a href=/b>6</a></table>", "5 | 6"},
  };
  for (const Row& row : rows) EXPECT_EQ(Blocks(row.html), row.want) << row.html;
}

TEST(CutIntoBlocks, BlockElementsSeparateInlineElementsDoNot) {
  const std::vector<Row> rows = {
      {"<p>one</p><p>two</p>", "one / two"},
      {"<p>Out<b>put</b> rose <i>5</i>%.</p>", "Output rose 5%."},
      {"<div>lead<p>one</p>tail</div>", "lead / one / tail"},
      {"<p><span class=dropcap>T</span>he mill</p>", "The mill"},
      {"<p>a<br>b</p>", "a\nb"},
      {"<p>a<br><br>b<br> <br>c</p>", "a / b / c"},
      {"<p>a <br> b", "a\nb"},
      {"one<hr>two", "one / two"},
      {"<ul><li>a<li>b<ul><li>c</ul></ul>", "a / b / c"},
      {"<h2>Head</h2>text", "Head / text"},
      {"<td>a<td>b", "ab"},  // no table, no cells
      {"<x-row>a</x-row><x-row>b</x-row>", "a b"},
      {"<pre>a\n  b</pre>", "a\n  b"},
      {"<p> \n </p><p>&nbsp;</p><p>a</p>", "a"},
  };
  for (const Row& row : rows) EXPECT_EQ(Blocks(row.html), row.want) << row.html;
}

TEST(CutIntoBlocks, WhiteSpaceAndInvisibleCharactersAreNormalised) {
  const std::vector<Row> rows = {
      {"<p>10&nbsp;%</p>", "10 %"},
      {"<p>1&#x202F;000&thinsp;t</p>", "1 000 t"},
      {"<p>pro&shy;duc&shy;tion</p>", "production"},
      {"<p>a&#x200B;b&#xFEFF;c&#x2060;d</p>", "abcd"},
      {"<p>a\n\t  b  </p>", "a b"},
      {"<p>&minus;2.5 and &#8211;3</p>", "−2.5 and –3"},
      {"<p>&frac12; and 1/2</p>", "½ and 1/2"},
      {"<p>می‌خواهم</p>", "می‌خواهم"},  // a zero-width non-joiner that spelling needs
  };
  for (const Row& row : rows) EXPECT_EQ(Blocks(row.html), row.want) << row.html;
}

TEST(CutIntoBlocks, SuperscriptsAndSubscripts) {
  const std::vector<Row> rows = {
      {"<p>CO<sub>2</sub> fell", "CO2 fell"},
      {"<p>40 m<sup>2</sup> of floor", "40 m² of floor"},
      {"<p>5 km<sup>2</sup>.", "5 km²."},
      {"<p>10<sup>6</sup> cells", "10⁶ cells"},
      {"<p>s<sup>-1</sup>", "s⁻¹"},
      {"<p>the 1<sup>st</sup> quarter", "the 1st quarter"},
      {"<p>a rise.<sup>1</sup> Then", "a rise. Then"},
      {"<p>exports<sup><a href=#n3>[3]</a></sup> rose", "exports rose"},
      {"<p>in 2019<sup>3</sup> the", "in 2019 the"},
      {"<p>5<sup>1</sup>/<sub>2</sub> tons", "5 1/2 tons"},
      {"<p>Acme<sup>®</sup>", "Acme®"},
  };
  for (const Row& row : rows) EXPECT_EQ(Blocks(row.html), row.want) << row.html;
}

TEST(CutIntoBlocks, WhatIsHiddenOrNoTextStaysOut) {
  const std::vector<Row> rows = {
      {"<p>a<p hidden>b<p>c", "a / c"},
      {"<p>a</p><div hidden id='S:1f'>b</div><div hidden id='S:x'>c</div>", "a / b"},  // React sends it late
      {"<p>a<div role=region style='display:none'>b</div><div style='display:none'>c</div>", "a / b"},
      {"<p>a<span aria-hidden=true>b</span>", "a"},
      {"<p>a<p style='DISPLAY : none'>b", "a"},
      {"<p>a<p style='visibility:hidden'>b", "a"},
      {"<p>a<button>b</button><select><option>c</select><textarea>d</textarea>", "a"},
      {"<p>a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>", "a"},
      {"<p>a<iframe>b</iframe><svg><text>c</text></svg><video>d</video>", "a"},
      {"<ruby>東<rp>(<rt>とう<rp>)</ruby>", "東"},
      {"<dialog>a</dialog><dialog open>b</dialog>", "b"},
      {"<body style='display:none'><p>a", "a"},
  };
  for (const Row& row : rows) EXPECT_EQ(Blocks(row.html), row.want) << row.html;
}

TEST(CutIntoBlocks, TableRowsKeepTheirCellsApart) {
  const std::vector<Row> rows = {
      {"<table><tr><th>Item<th>2023<tr><td>Wheat<td>1.2 m t</table>", "Item | 2023 / Wheat | 1.2 m t"},
      {"<table><tr><td><p>Wheat</p><td><div>5</div><div>tons</div></table>", "Wheat | 5 tons"},
      {"<table><tr><td>a<br>b<td>c</table>", "a b | c"},
      {"<table><tr><td>Rye<td><td>7</table>", "Rye | 7"},
      {"<table><tr><td><h2>A story</h2><p>Long.</p><td>side</table>", "A story / Long. / side"},
      {"<table><tr><td>only column</table>", "only column"},
  };
  for (const Row& row : rows) EXPECT_EQ(Blocks(row.html), row.want) << row.html;
}

TEST(CutIntoBlocks, TellsTheKindOfABlock) {
  const Document page =
      ParseHtml("<p>a<h3>b</h3><ul><li><p>c</ul><blockquote><p>d</blockquote><table><tr><td>e<td>f</table><pre>g</pre>")
          .value();
  std::vector<BlockKind> kinds;
  for (const TextBlock& block : CutIntoBlocks(page).blocks) kinds.push_back(block.kind);
  EXPECT_EQ(kinds, (std::vector<BlockKind>{BlockKind::kParagraph, BlockKind::kHeading, BlockKind::kListItem,
                                           BlockKind::kQuote, BlockKind::kTableRow, BlockKind::kPreformatted}));
}

TEST(CutIntoBlocks, CountsLinksAndSentences) {
  const Document page = ParseHtml("<p>Read <a href=x>the whole report</a> here. It is long, very long.").value();
  const PageText text = CutIntoBlocks(page);
  ASSERT_EQ(text.blocks.size(), 1U);
  const TextBlock& block = text.blocks[0];
  EXPECT_EQ(block.links, 1U);
  EXPECT_EQ(block.link_characters, 14U);
  EXPECT_EQ(block.counts.words, 10U);
  EXPECT_EQ(block.counts.stops, 2U);
  EXPECT_EQ(block.counts.commas, 1U);
  EXPECT_TRUE(block.counts.ends_with_stop);
}

std::string Word(int number) { return std::string(" w").append(std::to_string(number)).append("x "); }

// Each text node of these pages is a word of its own; no word may appear twice, and none may be glued to another.
TEST(CutIntoBlocks, EveryTextNodeIsEmittedAtMostOnce) {
  const std::vector<std::string> tags = {"p",      "div",        "b",          "span", "ul",      "li",     "table",
                                         "tr",     "td",         "th",         "h2",   "a",       "em",     "section",
                                         "sup",    "sub",        "pre",        "form", "dl",      "dd",     "br",
                                         "figure", "figcaption", "blockquote", "font", "details", "summary"};
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::string html;
    int words = 0;
    for (int i = 0; i < 60; ++i) {
      const std::string& tag = tags[random() % tags.size()];
      const auto kind = random() % 3;
      html += kind == 0 ? "<" + tag + ">" : kind == 1 ? "</" + tag + ">" : Word(words++);
    }
    const std::string text = Blocks(html);
    for (int word = 0; word < words; ++word) {
      const std::string wanted = Word(word).substr(1, Word(word).size() - 2);
      const size_t first = text.find(wanted);
      ASSERT_NE(first, std::string::npos) << wanted << " is lost in " << html;
      ASSERT_EQ(text.find(wanted, first + 1), std::string::npos) << wanted << " stands twice in " << html;
    }
  }
}

}  // namespace
}  // namespace tallywire::parse
