// Pages made to hurt. Each must come back, with a tree or with a clear refusal, without running deep or long; a
// page that took minutes would meet the test program's time limit.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "parse/dom.h"
#include "parse/parse.h"

namespace tallywire::parse {
namespace {

std::string Repeat(std::string_view piece, size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

std::string Numbered(const std::function<std::string(size_t)>& piece, size_t bytes) {
  std::string out;
  for (size_t i = 0; out.size() < bytes; ++i) out += piece(i);
  return out;
}

struct Bomb {
  std::string name;
  std::string page;
};

std::vector<Bomb> Bombs() {
  constexpr size_t kBytes = size_t{1} << 20U;
  const auto number = [](size_t i) { return std::to_string(i); };
  return {
      {"divs", Repeat("<div>", kBytes)},
      {"spans", Repeat("<span>", kBytes)},
      {"paragraphs in tables", Repeat("<table><tr><td><p>", kBytes)},
      {"unclosed tables", Repeat("<table><tr><td>", kBytes)},
      {"tables without cells", Repeat("<table>", kBytes)},
      {"text in tables", std::string("<table>") + Repeat("x<b>", kBytes)},
      {"unknown elements", Numbered([&](size_t i) { return "<x" + number(i) + ">"; }, kBytes)},
      {"formatting", Numbered([&](size_t i) { return "<font id=" + number(i) + ">"; }, kBytes)},
      {"formatting in paragraphs", Numbered([&](size_t i) { return "<p><font id=" + number(i) + ">"; }, kBytes)},
      {"misnested formatting", Repeat("<a><b><i><p></a></b></i>", kBytes)},
      {"closing tags", Repeat("</b></div></p></a>", kBytes)},
      {"attributes", std::string("<p ") + Numbered([&](size_t i) { return "a" + number(i) + "=1 "; }, kBytes) + ">x"},
      {"kept attributes", std::string("<p ") + Repeat("class=x ", kBytes) + ">x"},
      {"one long attribute", "<p class='" + std::string(kBytes, 'x') + "'>x"},
      {"one long text", "<p>" + std::string(kBytes, 'x')},
      {"one long name", "<" + std::string(kBytes, 'x') + ">"},
      {"references", std::string("<p>") + Repeat("&amp;&#65;&notin;&", kBytes)},
      {"zeros", std::string("<p>") + std::string(kBytes, '\0')},
      {"open brackets", Repeat("<", kBytes)},
      {"comments", Repeat("<!--", kBytes)},
      {"comment ends", std::string("<!--") + Repeat("--", kBytes)},
      {"scripts", Repeat("<script>", kBytes)},
      {"escaped scripts", std::string("<script>") + Repeat("<!--<script>", kBytes)},
      {"drawings", Repeat("<svg>", kBytes)},
      {"drawings with paragraphs", Repeat("<svg><p>", kBytes)},
      {"formulas", Repeat("<math><mi>", kBytes)},
      {"lists", Repeat("<ul><li>", kBytes)},
      {"headings", Repeat("<h1><h2>", kBytes)},
      {"options", std::string("<select>") + Repeat("<option>", kBytes)},
      {"templates", Repeat("<template>", kBytes)},
      {"breaks", Repeat("<br>", kBytes)},
      {"superscripts", std::string("<p>") + Repeat("<sup>2</sup>", kBytes)},
      {"rows", std::string("<table>") + Repeat("<tr><td>1<td>2", kBytes)},
      {"buttons", Repeat("<button>", kBytes)},
      {"quotes", std::string("<p title=\"") + Repeat("'", kBytes)},
      {"frames", Repeat("<frameset>", kBytes)},
  };
}

TEST(HostilePage, IsParsedOrRefusedQuickly) {
  for (const Bomb& bomb : Bombs()) {
    SCOPED_TRACE(bomb.name);
    Page page;
    page.bytes = bomb.page;
    page.url = "https://news.example/a";
    const Result<Article> article = ParseArticle(page);
    if (!article.has_value()) {
      const bool refused = article.error().code == ErrorCode::kTooLarge || bomb.name == "zeros";
      EXPECT_TRUE(refused) << article.error().ToText();
    }
  }
}

TEST(HostilePage, DepthIsCappedAndTheTextIsKept) {
  std::string page = Repeat("<div>", 50000) + "the deepest words" + Repeat("</div>", 60000) + "<p>after";
  const Result<Document> document = ParseHtml(page);
  ASSERT_TRUE(document.has_value());
  uint16_t deepest = 0;
  for (const Node& node : document->nodes()) deepest = std::max(deepest, node.depth);
  EXPECT_LE(deepest, 512);
  EXPECT_EQ(document->Text(0), "the deepest words after");
}

TEST(HostilePage, OrdinaryPagesNeverMeetTheCap) {
  std::string page;
  for (int i = 0; i < 3000; ++i) page += "<p>a<li>b<dd>c<td>d<option>e";
  const Result<Document> document = ParseHtml(page);
  HtmlOptions options;
  options.reduce = false;
  const Result<Document> whole = ParseHtml(page, options);
  ASSERT_TRUE(document.has_value() && whole.has_value());
  EXPECT_EQ(document->size(), whole->size());
}

TEST(HostilePage, EveryPrefixOfAPageIsTaken) {
  const std::string page =
      "<!DOCTYPE html><html lang=en><head><title>T &amp; u</title><script>var a='<p>';</script></head><body "
      "class=\"x\">"
      "<!-- c --><article><h1>T</h1><p>Five <b>per</b> cent<sup>2</sup>.</p><table><tr><td>1<td>2</table></article>";
  for (size_t length = 0; length <= page.size(); ++length) {
    Page part;
    part.bytes = std::string_view(page).substr(0, length);
    EXPECT_TRUE(ParseArticle(part).has_value()) << length;
  }
}

TEST(ParseHtml, RefusesWhatExceedsItsMemory) {
  HtmlOptions options;
  options.memory_limit = size_t{1} << 20U;
  const Result<Document> document = ParseHtml(Repeat("<p>x", size_t{1} << 20U), options);
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace tallywire::parse
