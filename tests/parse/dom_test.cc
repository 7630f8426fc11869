#include "parse/dom.h"

#include <gtest/gtest.h>

#include <vector>

#include "parse/white_space.h"

namespace tallywire::parse {
namespace {

TEST(Document, ChildrenAndSiblingsAreWalked) {
  const Document page = ParseHtml("<div><p>a</p>b<p>c</p></div><p>d").value();
  const NodeId div = page.Find(Tag::kDiv);
  std::vector<std::string> children;
  for (NodeId child = page.FirstChild(div); child != kNoNode; child = page.NextSibling(child)) {
    children.push_back(page.IsText(child) ? "#" : std::string(TagName(page[child].tag)));
  }
  EXPECT_EQ(children, (std::vector<std::string>{"p", "#", "p"}));
  EXPECT_TRUE(page.Contains(div, div));
  EXPECT_TRUE(page.Contains(0, div));
  EXPECT_FALSE(page.Contains(div, 0));
  EXPECT_EQ(page.NextSibling(0), kNoNode);
}

TEST(Document, AttributesAreDecodedAndNamedInLowerCase) {
  const Document page = ParseHtml("<a HREF='?a=1&amp;b=2' Class=x hidden>t").value();
  const NodeId a = page.Find(Tag::kA);
  EXPECT_EQ(page.Attr(a, "href"), "?a=1&b=2");
  EXPECT_EQ(page.Attr(a, "class"), "x");
  EXPECT_TRUE(page.HasAttr(a, "hidden"));
  EXPECT_EQ(page.Attr(a, "id"), "");
}

TEST(Document, TextSeparatesWordsAtBlocksAndBreaks) {
  const Document page = ParseHtml("<div>a<b>b</b><p>c<br>d</p>e<ul><li>f<li>g</ul></div>h<script>i</script>").value();
  EXPECT_EQ(page.Text(0), "ab c d e f g h");
}

TEST(Document, EveryTreeHasARoot) {
  for (const std::string_view html : {"", " ", "<!-- x -->", "text", "<!DOCTYPE html>"}) {
    const Document page = ParseHtml(html).value();
    ASSERT_GE(page.size(), 1U) << html;
    EXPECT_EQ(page[0].tag, Tag::kHtml) << html;
  }
}

TEST(Document, UnknownElementsKeepTheirNames) {
  const Document page = ParseHtml("<my-card>x</my-card>").value();
  const NodeId card = page.Find(Tag::kOther);
  ASSERT_NE(card, kNoNode);
  EXPECT_EQ(page[card].text, "my-card");
}

TEST(TagFromName, IsTheInverseOfTagName) {
  for (size_t i = static_cast<size_t>(Tag::kHtml); i < static_cast<size_t>(Tag::kCount); ++i) {
    EXPECT_EQ(TagFromName(TagName(static_cast<Tag>(i))), static_cast<Tag>(i)) << TagName(static_cast<Tag>(i));
  }
  EXPECT_EQ(TagFromName("TaBLe"), Tag::kTable);
  EXPECT_EQ(TagFromName("x-y"), Tag::kOther);
  EXPECT_EQ(TagFromName(""), Tag::kOther);
}

TEST(FoldWhiteSpace, FoldsAndTrims) {
  EXPECT_EQ(FoldWhiteSpace("  a \n\t b\xC2\xA0 "), "a b");
  EXPECT_EQ(FoldWhiteSpace("\xE3\x80\x80中\xE3\x80\x80文"), "中 文");
  EXPECT_EQ(FoldWhiteSpace("\xC2"), "\xC2");  // cut-off sequences are left as they are
  EXPECT_TRUE(IsBlank(" \xC2\xAD\xE2\x80\x8B"));
  EXPECT_FALSE(IsBlank(" x"));
}

}  // namespace
}  // namespace tallywire::parse
