// Pages made to hurt. Each must come back, with an article or with a clear refusal, without running deep, long or wide.
#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "parse/dom.h"
#include "parse/parse.h"
#include "tests/support/heap_count.h"
#include "tests/support/hostile_pages.h"

namespace tallywire::parse {
namespace {

using test::Repeat;

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// bench/hostile_bench measures the same pages at the size limit.
TEST(HostilePage, IsParsedOrRefusedQuicklyAndInBounds) {
  constexpr size_t kBytes = size_t{400} << 10U;
  constexpr size_t kMostBytes = size_t{32} << 20U;
  ASSERT_TRUE(ParseArticle({"<p>The rules and the model are loaded", "", ""}).has_value());
  for (const test::HostilePage& hostile : test::HostilePages()) {
    SCOPED_TRACE(hostile.name);
    const std::string bytes = hostile.make(kBytes);
    const double start = CpuSeconds();
    const test::HeapWatch heap;
    const Result<Article> article = ParseArticle({bytes, "https://news.example/a", ""});
    EXPECT_LT(CpuSeconds() - start, 2);
    EXPECT_LT(heap.Count().peak_bytes, kMostBytes);
    if (article.has_value()) continue;
    const bool binary = hostile.name == "zeros" || hostile.name == "controls";  // no web pages
    const bool refused = article.error().code == ErrorCode::kTooLarge || binary;
    EXPECT_TRUE(refused) << article.error().ToText();
  }
}

TEST(ParseHtml, AllocatesNothingForANodeOfItsOwn) {
  const auto allocations = [](size_t paragraphs) {
    const std::string page =
        Repeat("<p class=a>Some <b>words</b> and <a href='/x?a&amp;b'>more &amp; more</a>.\n", 70 * paragraphs);
    const test::HeapWatch heap;
    const Result<Document> document = ParseHtml(page);
    EXPECT_GT(document->size(), 6 * paragraphs);
    return heap.Count().allocations;
  };
  allocations(10);
  EXPECT_LT(allocations(8000), allocations(1000) + 60);  // vectors grow, and the arena's blocks
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
