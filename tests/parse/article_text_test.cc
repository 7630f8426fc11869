// From bytes to the article: golden pages in styles that sites really use, and what goes wrong with input.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "parse/body/body.h"
#include "parse/body/body_model.h"
#include "parse/body/context.h"
#include "parse/body/text_block.h"
#include "parse/parse.h"

namespace tallywire::parse {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string KindName(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
      return "p";
    case BlockKind::kHeading:
      return "h";
    case BlockKind::kListItem:
      return "-";
    case BlockKind::kQuote:
      return ">";
    case BlockKind::kTableRow:
      return "|";
    case BlockKind::kPreformatted:
      return "=";
  }
  return "?";
}

std::string Dump(const Article& article) {
  std::string dump = "title: " + article.title + "\ncharset: " + article.charset + "\n";
  for (const std::string& warning : article.warnings) dump += "warning: " + warning + "\n";
  for (const Block& block : article.blocks) {
    dump += "\n" + KindName(block.kind) + " " + article.text.substr(block.start, block.end - block.start) + "\n";
  }
  return dump;
}

TEST(GoldenArticles, ReadAsTheFilesBesideThemSay) {
  const fs::path folder = fs::path(TALLYWIRE_SOURCE_DIR) / "tests/golden/articles";
  const bool update = std::getenv("TALLYWIRE_UPDATE_GOLDEN") != nullptr;
  size_t pages = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    ++pages;
    const std::string bytes = ReadFile(entry.path());
    const std::string url = "https://news.example/2024/03/" + entry.path().stem().string();
    Page page;
    page.bytes = bytes;
    page.url = url;
    const Result<Article> article = ParseArticle(page);
    ASSERT_TRUE(article.has_value()) << entry.path();
    const fs::path expected = fs::path(entry.path()).replace_extension(".txt");
    if (update) std::ofstream(expected, std::ios::binary) << Dump(*article);
    EXPECT_EQ(Dump(*article), ReadFile(expected)) << entry.path();
  }
  EXPECT_GE(pages, 25U);
}

TEST(ParseArticle, OffsetsOfBlocksCoverTheText) {
  const fs::path folder = fs::path(TALLYWIRE_SOURCE_DIR) / "tests/golden/articles";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    const std::string bytes = ReadFile(entry.path());
    Page page;
    page.bytes = bytes;
    const Result<Article> article = ParseArticle(page);
    ASSERT_TRUE(article.has_value());
    size_t at = 0;
    for (const Block& block : article->blocks) {
      EXPECT_EQ(block.start, at) << entry.path();
      EXPECT_LT(block.start, block.end) << entry.path();
      at = block.end + 2;
    }
    EXPECT_EQ(article->text.size(), at == 0 ? 0 : at - 2) << entry.path();
    EXPECT_TRUE(article->title.empty() || article->text.find(article->title + "\n\n") != 0) << entry.path();
  }
}

TEST(ParseArticle, RefusesWhatIsNoPage) {
  Page page;
  page.bytes = "%PDF-1.4 …";
  page.url = "https://news.example/report.pdf";
  const Result<Article> article = ParseArticle(page);
  ASSERT_FALSE(article.has_value());
  EXPECT_EQ(article.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(article.error().where, page.url);
  EXPECT_EQ(article.error().what, "this is no web page but a PDF document");
}

TEST(ParseArticle, RefusesPagesOverTheLimit) {
  ParseOptions options;
  options.max_bytes = 10;
  Page page;
  page.bytes = "<p>eleven bytes";
  const Result<Article> article = ParseArticle(page, options);
  ASSERT_FALSE(article.has_value());
  EXPECT_EQ(article.error().code, ErrorCode::kTooLarge);
}

// Once a <svg/> was taken for a start tag, and what followed it for a part of the drawing.
TEST(ParseArticle, KeepsTheTextBehindADrawingThatClosesItself) {
  const std::string opening = "The port of Tallinn took in <svg class=icon /> more grain than a year before, <b>its";
  const std::string rest = " harbour master said</b>, and two more terminals <math/> will open in spring.";
  Page page;
  const std::string bytes = "<html><body><article><h1>Grain at the port</h1><p>" + opening + rest + "</p>" +
                            "<p>A third one, further to the east, waits for its permit.</p></article></body></html>";
  page.bytes = bytes;
  page.url = "https://news.example/grain";
  const Result<Article> article = ParseArticle(page);
  ASSERT_TRUE(article.has_value());
  for (const std::string_view part : {"more grain than a year before, its harbour master said, and two more terminals",
                                      "will open in spring.", "A third one, further to the east"}) {
    EXPECT_NE(article->text.find(part), std::string::npos) << part << "\n" << article->text;
  }
}

TEST(ParseArticle, AnEmptyPageIsAWarning) {
  for (const std::string_view bytes : {"", " \n\t"}) {
    Page page;
    page.bytes = bytes;
    const Result<Article> article = ParseArticle(page);
    ASSERT_TRUE(article.has_value());
    EXPECT_TRUE(article->text.empty());
    EXPECT_EQ(article->warnings, std::vector<std::string>{"the page is empty"});
  }
}

TEST(ParseArticle, SaysWhereAPageHasMoreBlocksThanAreRead) {
  const std::string warning = "the page has more than 8000 blocks of text, and those behind were not read";
  for (const size_t count : {kMostBlocks, kMostBlocks + 1}) {
    std::string bytes;
    for (size_t i = 0; i < count; ++i) bytes += "<p>One of very many.</p>\n";
    Page page;
    page.bytes = bytes;
    const Result<Article> article = ParseArticle(page);
    ASSERT_TRUE(article.has_value());
    EXPECT_EQ(std::count(article->warnings.begin(), article->warnings.end(), warning), count > kMostBlocks ? 1 : 0);
  }
}

TEST(ChooseBlocks, ATableIsKeptWholeOrNotAtAll) {
  const struct {
    std::string_view name;
    std::string_view page;
    std::vector<float> likelihood;
    std::vector<bool> want;
  } kRows[] = {
      {"heading row and last row",
       "<p>The mill ground more in most "
       "years.<table><tr><th>Year<th>Tonnes<tr><td>2021<td>40<tr><td>2022<td>44<tr><td>2023<td>41</table>",
       {0.95F, 0.3F, 0.8F, 0.8F, 0.3F},
       {true, true, true, true, true}},
      {"few rows",
       "<p>The mill ground more in most "
       "years.<table><tr><th>Year<th>Tonnes<tr><td>2021<td>40<tr><td>2022<td>44<tr><td>2023<td>41</table>",
       {0.95F, 0.1F, 0.8F, 0.1F, 0.1F},
       {true, false, true, false, false}},
      {"a layout",
       "<table><tr><td>Home<td>News<tr><td><p>The mill ground more in most years.</table>",
       {0.1F, 0.95F},
       {false, true}},
  };
  for (const auto& row : kRows) {
    const Document page = ParseHtml(row.page).value();
    const PageText text = CutIntoBlocks(page);
    const PageView view(page, text, {});
    ASSERT_EQ(view.size(), row.likelihood.size()) << row.name;
    EXPECT_EQ(ChooseBlocks(view, row.likelihood), row.want) << row.name;
  }
}

TEST(BodyModel, IsPartOfTheProgram) {
  for (const Forest* forest : {&BuiltInModel().first, &BuiltInModel().second}) {
    EXPECT_FALSE(forest->empty());
    const Result<Forest> again = ParseForest(ToText(*forest), "again");
    ASSERT_TRUE(again.has_value()) << again.error().ToText();
    EXPECT_EQ(ToText(*again), ToText(*forest));
  }
}

TEST(BodyModel, ManyRowsAtOnceGetTheSumsThatEachGetsAlone) {
  // Trees of one leaf, of one level and of two, and numbers of rows that do not fill the last group.
  const Result<Forest> forest = ParseForest("bias 0.5\n0.25\nwords<=5 1 -1\nlinks<=0 2 words<=9 -2 4\n", "three trees");
  ASSERT_TRUE(forest.has_value()) << forest.error().ToText();
  const size_t columns = AllFeatureNames().size();
  for (const size_t count : {0U, 1U, 7U, 8U, 9U, 21U}) {
    std::vector<float> rows(count * columns);
    for (size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<float>((i / columns + i % columns) % 13);
    std::vector<double> sums(count);
    forest->LogOdds(rows, columns, sums);
    for (size_t i = 0; i < count; ++i) {
      EXPECT_EQ(sums[i], forest->LogOdds(std::span(rows).subspan(i * columns, columns))) << i << " of " << count;
    }
  }
}

TEST(BodyModel, NamesTheLineOfABrokenFile) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"bias 1\nwords<=5 0.1\n", "body_model.txt:2"},         // a child is missing
      {"bias 1\nnonsense<=5 0.1 0.2\n", "body_model.txt:2"},  // no such feature
      {"bias x\n", "body_model.txt:1"},
      {"bias 1\n0.5\nwords<=1 words<=2 words<=3 words<=4 words<=5 words<=6 words<=7 words<=8 words<=9 0 0 0 0 0 0 0 0 "
       "0 0\n",
       "body_model.txt:3"},  // too deep
      {"# fine\nbias 1\nwords<=5 0.1 0.2 0.3\n", "body_model.txt:3"},
  };
  for (const auto& [text, where] : rows) {
    const Result<Forest> forest = ParseForest(text, "body_model.txt");
    ASSERT_FALSE(forest.has_value()) << text;
    EXPECT_EQ(forest.error().where, where);
  }
}

}  // namespace
}  // namespace tallywire::parse
