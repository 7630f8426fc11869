#include "parse/json_ld.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallywire::parse {
namespace {

JsonLdArticle Read(std::string_view block, std::string_view url = {}) {
  const std::vector<std::string_view> blocks = {block};
  return ReadJsonLd(blocks, url);
}

TEST(ReadJsonLd, TakesEveryFieldOfAnArticle) {
  const JsonLdArticle article = Read(R"({
    "@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Barley stocks &amp; prices fall", "url": "https://herald.example/a",
    "datePublished": "2021-05-03T07:00:00+02:00", "dateModified": "2021-05-04",
    "author": [{"@type": "Person", "name": "Ann Roe"}, "Bo Lee"],
    "publisher": {"@type": "Organization", "name": "The Herald"},
    "articleSection": ["Markets", "Grain"], "keywords": "barley, malt ,",
    "image": [{"@type": "ImageObject", "url": "https://herald.example/b.jpg"}],
    "description": "Stocks fell.", "inLanguage": "en-GB", "isAccessibleForFree": "False",
    "articleBody": "Stocks fell by 3%."})");
  EXPECT_EQ(article.type, "NewsArticle");
  EXPECT_TRUE(article.is_article);
  EXPECT_EQ(article.headline, "Barley stocks & prices fall");
  EXPECT_EQ(article.published, "2021-05-03T07:00:00+02:00");
  EXPECT_EQ(article.modified, "2021-05-04");
  EXPECT_EQ(article.authors, (std::vector<std::string>{"Ann Roe", "Bo Lee"}));
  EXPECT_EQ(article.publisher, "The Herald");
  EXPECT_EQ(article.section, "Markets");
  EXPECT_EQ(article.keywords, (std::vector<std::string>{"barley", "malt"}));
  EXPECT_EQ(article.image, "https://herald.example/b.jpg");
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.accessible_for_free, false);
  EXPECT_EQ(article.article_body, "Stocks fell by 3%.");
}

TEST(ReadJsonLd, FollowsReferencesWithinAGraph) {
  const JsonLdArticle article = Read(R"({"@graph": [
    {"@type": "WebSite", "name": "Dock News"},
    {"@type": "WebPage", "datePublished": "2020-01-01", "description": "From the page"},
    {"@type": ["Thing", "BlogPosting"], "headline": "Cranes", "author": {"@id": "#p1"}},
    {"@type": "Person", "@id": "#p1", "name": "Cy Dee"}]})");
  EXPECT_EQ(article.type, "BlogPosting");
  EXPECT_EQ(article.headline, "Cranes");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Cy Dee"});
  EXPECT_EQ(article.published, "2020-01-01") << "a lack of the article is made up from the page";
  EXPECT_EQ(article.site, "Dock News");
}

TEST(ReadJsonLd, PrefersTheArticleAtThePagesAddress) {
  constexpr std::string_view kTwo = R"([
    {"@type": "Article", "headline": "Teaser", "url": "https://x.example/other", "datePublished": "2018-01-01"},
    {"@type": "Article", "headline": "This", "mainEntityOfPage": {"@id": "http://www.x.example/this/"}, "datePublished": "2019-01-01"}])";
  EXPECT_EQ(Read(kTwo, "https://x.example/this?ref=feed").headline, "This");
  EXPECT_EQ(Read(kTwo).headline, "Teaser");
}

TEST(ReadJsonLd, NodesInsideOthersAreNoArticles) {
  const JsonLdArticle article = Read(R"({"@type": "WebPage", "name": "Shop",
    "review": {"@type": "NewsArticle", "headline": "Inner", "datePublished": "2011-01-01"}})");
  EXPECT_FALSE(article.is_article);
  EXPECT_EQ(article.published, "");
}

struct BrokenRow {
  std::string_view name;
  std::string_view block;
};

TEST(ReadJsonLd, BrokenBlocksAreMended) {
  static constexpr BrokenRow kRows[] = {
      {"trailing commas", R"({"@type":"Article","headline":"A \"b\" c","datePublished":"2020-02-03",},)"},
      {"comments",
       "/* cms */ {\"@type\":\"Article\", // kind\n \"headline\":\"A \\\"b\\\" c\",\"datePublished\":\"2020-02-03\"}"},
      {"bare quotation marks", R"({"@type":"Article","headline":"A "b" c","datePublished":"2020-02-03"})"},
      {"raw line break",
       "{\"@type\":\"Article\",\"description\":\"x\ny\",\"headline\":\"A \\\"b\\\" "
       "c\",\"datePublished\":\"2020-02-03\"}"},
      {"wrong escape",
       R"({"@type":"Article","description":"it\'s","headline":"A \"b\" c","datePublished":"2020-02-03"})"},
      {"CDATA",
       "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"A \\\"b\\\" c\",\"datePublished\":\"2020-02-03\"}\n//]]>"},
      {"entities",
       "{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;A \\&quot;b\\&quot; "
       "c&quot;,&quot;datePublished&quot;:&quot;2020-02-03&quot;}"},
      {"cut off", R"({"@type":"Article","headline":"A \"b\" c","datePublished":"2020-02-03","author":{"name":"Al)"},
      {"semicolon", R"({"@type":"Article","headline":"A \"b\" c","datePublished":"2020-02-03"};)"},
      {"missing value", R"({"@type":"Article","image":,"headline":"A \"b\" c","datePublished":"2020-02-03"})"},
  };
  for (const BrokenRow& row : kRows) {
    const JsonLdArticle article = Read(row.block);
    EXPECT_EQ(article.headline, "A \"b\" c") << row.name << ": " << RepairJson(row.block);
    EXPECT_EQ(article.published, "2020-02-03") << row.name;
  }
}

TEST(ReadJsonLd, FieldsAreSalvagedFromWhatNoParserReads) {
  const JsonLdArticle article = Read(
      R"({"@type": Article' , "headline" : "Kept", 'x' "datePublished": "2020-02-03", "author" = {"name": "Di Em"}})");
  EXPECT_EQ(article.headline, "Kept");
  EXPECT_EQ(article.published, "2020-02-03");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Di Em"});
}

TEST(ReadJsonLd, OddValuesDoNoHarm) {
  for (const std::string_view block :
       {"", "null", "[]", "{}", "[[[[]]]]", "{\"@type\":7}", "{\"@type\":\"Article\",\"author\":[null,7,[],{}]}",
        "{\"@graph\":{\"@graph\":3}}",
        "{\"@type\":\"Article\",\"headline\":{\"a\":{\"b\":1}},\"keywords\":[[],{}],\"image\":[],\"publisher\":[]}",
        "\"", "[\"", "{\"a\":\"\\", "]}]}"}) {
    const JsonLdArticle article = Read(block);
    EXPECT_TRUE(article.published.empty()) << block;
  }
}

TEST(ReadJsonLd, DeepNestingIsNoDanger) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  EXPECT_EQ(Read(deep).type, "");
  std::string objects;
  for (int i = 0; i < 20000; ++i) objects += "{\"author\":";
  EXPECT_EQ(Read(objects).type, "");
}

TEST(RepairJson, EveryTruncationStaysQuiet) {
  constexpr std::string_view kBlock = R"(<!-- {"a": "x "y" z", 'b': [1, 2,], /* c */ "d": {"e": "\u12\q"}, } -->)";
  for (size_t size = 0; size <= kBlock.size(); ++size) {
    const std::string repaired = RepairJson(kBlock.substr(0, size));
    EXPECT_EQ(repaired.front(), '[');
    EXPECT_EQ(repaired.back(), ']');
  }
}

}  // namespace
}  // namespace tallywire::parse
