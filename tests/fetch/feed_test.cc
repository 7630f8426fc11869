#include "fetch/feed.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallywire::fetch {
namespace {

constexpr std::string_view kBase = "https://news.example/feeds/all.xml";

Feed Parsed(std::string_view bytes, std::string_view content_type = {}) {
  auto feed = ParseFeed(bytes, kBase, content_type);
  EXPECT_TRUE(feed.has_value()) << feed.error().ToText() << "\n" << bytes.substr(0, 500);
  return feed ? *feed : Feed{};
}

std::string Iso(const std::optional<Timestamp>& time) { return time ? ToIso(*time) : "none"; }

std::string Rss(std::string_view item) {
  return std::string(
             "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
             "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
             "xmlns:media=\"http://search.yahoo.com/mrss/\" "
             "xmlns:dcterms=\"http://purl.org/dc/terms/\"><channel><item>")
      .append(item)
      .append("</item></channel></rss>");
}

std::string Atom(std::string_view entry) {
  return std::string("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>").append(entry).append("</entry></feed>");
}

FeedEntry First(std::string_view bytes) {
  const Feed feed = Parsed(bytes);
  EXPECT_EQ(feed.entries.size(), 1U) << bytes;
  return feed.entries.empty() ? FeedEntry{} : feed.entries.front();
}

TEST(ParseFeed, ReadsRss20) {
  const Feed feed = Parsed(R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
  <title>Harbour &amp; Field</title><link>https://news.example/</link><language>en-gb</language><ttl>45</ttl>
  <lastBuildDate>Fri, 01 Mar 2024 08:00:00 +0100</lastBuildDate>
  <image><title>Logo</title><link>https://news.example/logo</link></image>
  <item><title>Quota raised by 5%</title><link>/2024/quota</link><guid isPermaLink="false">q-1</guid>
    <pubDate>Fri, 01 Mar 2024 07:30:00 GMT</pubDate><author>desk@news.example (Ann Lee)</author>
    <description>&lt;p&gt;The ministry &lt;b&gt;raised&lt;/b&gt; it.&lt;/p&gt;</description></item>
  <item><title>Second</title><guid>https://news.example/2024/second</guid></item>
</channel></rss>)");
  EXPECT_EQ(feed.format, "rss2.0");
  EXPECT_EQ(feed.title, "Harbour & Field");
  EXPECT_EQ(feed.link, "https://news.example/");
  EXPECT_EQ(feed.language, "en-gb");
  EXPECT_EQ(feed.ttl_minutes, 45);
  EXPECT_EQ(Iso(feed.updated), "2024-03-01T07:00:00Z");
  EXPECT_TRUE(feed.warnings.empty()) << feed.warnings.front();
  ASSERT_EQ(feed.entries.size(), 2U);
  const FeedEntry& entry = feed.entries[0];
  EXPECT_EQ(entry.id, "q-1");
  EXPECT_EQ(entry.link, "https://news.example/2024/quota");
  EXPECT_EQ(entry.title, "Quota raised by 5%");
  EXPECT_EQ(entry.author, "Ann Lee");
  EXPECT_EQ(entry.summary, "The ministry raised it.");
  EXPECT_EQ(Iso(entry.published), "2024-03-01T07:30:00Z");
  EXPECT_EQ(feed.entries[1].link, "https://news.example/2024/second");
}

TEST(ParseFeed, ReadsAtom10) {
  const Feed feed =
      Parsed(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://base.example/x/">
  <title type="html">Zahlen &amp;amp; Fakten</title><updated>2024-03-01T08:00:00+01:00</updated>
  <link rel="self" href="self.xml"/><link href="index.html"/>
  <entry xml:base="y/"><id>tag:base.example,2024:1</id><title type="text">Milchquote</title>
    <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="application/pdf" href="a.pdf"/>
    <link rel="alternate" type="text/html" href="a.html"/>
    <published>2024-02-29T23:00:00Z</published><updated>2024-03-01T00:00:00Z</updated>
    <author><name>A. Berg</name><email>a@base.example</email></author><author><name>C. Dorn</name></author>
    <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins</p><p>Zwei</p></div></summary></entry>
</feed>)");
  EXPECT_EQ(feed.format, "atom1.0");
  EXPECT_EQ(feed.title, "Zahlen & Fakten");
  EXPECT_EQ(feed.link, "https://base.example/x/index.html");
  EXPECT_EQ(feed.language, "de");
  ASSERT_EQ(feed.entries.size(), 1U);
  const FeedEntry& entry = feed.entries[0];
  EXPECT_EQ(entry.id, "tag:base.example,2024:1");
  EXPECT_EQ(entry.link, "https://base.example/x/y/a.html");
  EXPECT_EQ(entry.author, "A. Berg, C. Dorn");
  EXPECT_EQ(entry.summary, "Eins Zwei");
  EXPECT_EQ(Iso(entry.published), "2024-02-29T23:00:00Z");
  EXPECT_EQ(Iso(entry.updated), "2024-03-01T00:00:00Z");
}

TEST(ParseFeed, ReadsRdf) {
  const Feed feed =
      Parsed(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
  <channel rdf:about="https://news.example/rdf"><title>News</title><link>https://news.example/</link>
    <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
    <items><rdf:Seq><rdf:li resource="https://news.example/1"/></rdf:Seq></items></channel>
  <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link>
    <dc:date>2024-03-01T08:00:00+01:00</dc:date><dc:creator>Jo Tan</dc:creator></item></rdf:RDF>)");
  EXPECT_EQ(feed.format, "rss1.0");
  EXPECT_EQ(feed.ttl_minutes, 360);
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].id, "https://news.example/1");
  EXPECT_EQ(feed.entries[0].author, "Jo Tan");
  EXPECT_EQ(Iso(feed.entries[0].published), "2024-03-01T07:00:00Z");
  EXPECT_EQ(Iso(feed.entries[0].updated), "2024-03-01T07:00:00Z");
}

TEST(ParseFeed, NamesTheFormat) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<rss version='0.91'><channel/></rss>", "rss0.91"},
      {"<rss version='2.01'/>", "rss2.0"},
      {"<rss/>", "rss"},
      {"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
       "xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/></rdf:RDF>",
       "rss0.90"},
      {"<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", "atom0.3"},
      {"<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", "atom1.0"},
      {"<CHANNEL><ITEM HREF='http://a.example/'/></CHANNEL>", "cdf"},
  };
  for (const auto& [bytes, format] : rows) EXPECT_EQ(Parsed(bytes).format, format) << bytes;
}

TEST(ParseFeed, TitlesArePlainText) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {Rss("<title>Q&amp;A: 1 &lt; 2</title>"), "Q&A: 1 < 2"},
      {Rss("<title>A &lt;b&gt;bold&lt;/b&gt; claim</title>"), "A bold claim"},
      {Rss("<title><![CDATA[Caf&eacute; &#8211; <i>open</i>]]></title>"), "Caf\xC3\xA9 \xE2\x80\x93 open"},
      {Rss("<title>  line\n  break&#160; </title>"), "line break"},
      {Rss("<title>one <em>two</em></title>"), "one two"},
      {Rss("<title>R&D up 3%</title>"), "R&D up 3%"},
      {Rss("<title>caf&eacute; &unknown; &mdash;</title>"), "caf\xC3\xA9 &unknown; \xE2\x80\x94"},
      {Rss("<title>a &lt;script>x()&lt;/script> b</title>"), "a b"},
      {Rss("<title>bell&#7; ring\x01</title>"), "bell ring"},
      {Rss("<dc:title>fallback</dc:title>"), "fallback"},
      {Rss("<media:title>other</media:title><title>own</title>"), "own"},
      {Atom("<title>if a &lt; b</title>"), "if a < b"},
      {Atom("<title type='html'>&lt;a href=&quot;x&quot;>link&lt;/a> &amp;amp; text</title>"), "link & text"},
      {Atom("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>the &lt;p&gt; tag</div></title>"),
       "the <p> tag"},
      {Atom("<title type='application/octet-stream'>VG9ucyAmYW1wOyBiYXJyZWxz</title>"), "Tons & barrels"},
      {Atom("<title mode='base64' type='text/plain'>cGxhaW4=</title>"), "plain"},
      {Atom("<title type='application/octet-stream'>not base64!</title>"), "not base64!"},
  };
  for (const auto& [bytes, title] : rows) EXPECT_EQ(First(bytes).title, title) << bytes;
}

TEST(ParseFeed, LinksAreAbsoluteAndLeadToThePage) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {Rss("<link>https://a.example/1</link><guid>https://a.example/guid</guid>"), "https://a.example/1"},
      {Rss("<guid isPermaLink='true'>https://a.example/guid</guid>"), "https://a.example/guid"},
      {Rss("<guid isPermaLink='false'>https://a.example/guid</guid>"), ""},
      {Rss("<guid>12345</guid>"), ""},
      {Rss("<guid>/p/12345</guid>"), "https://news.example/p/12345"},
      {Rss("<link><![CDATA[ //cdn.example/x ]]></link>"), "https://cdn.example/x"},
      {Rss("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' "
           "href='https://a.example/self'/><link>x</link>"),
       "https://news.example/feeds/x"},
      {Rss("<image><link>https://a.example/logo</link></image>"), ""},
      {Atom("<id>https://a.example/id</id>"), "https://a.example/id"},
      {Atom("<id>urn:uuid:1</id>"), ""},
      {Atom("<link rel='replies' href='https://a.example/r'/><link href='https://a.example/1'/>"),
       "https://a.example/1"},
      {Atom("<link xml:base='javascript:alert(1)' href='1'/>"), "https://news.example/feeds/1"},
  };
  for (const auto& [bytes, link] : rows) EXPECT_EQ(First(bytes).link, link) << bytes;
}

TEST(ParseFeed, PrefixesWorkWithoutDeclarations) {
  const FeedEntry entry =
      First("<rss><channel><item><dc:creator>Ann</dc:creator><dc:date>2024-03-01</dc:date></item></channel></rss>");
  EXPECT_EQ(entry.author, "Ann");
  EXPECT_EQ(Iso(entry.published), "2024-03-01T00:00:00Z");
}

TEST(ParseFeed, WhatIsBrokenIsReadAndNamed) {
  struct Row {
    std::string bytes;
    std::string title;
    std::string warning;
  };
  const std::vector<Row> rows = {
      {"Warning: oops in line 3\n<rss><channel><item><title>a</title></item></channel></rss>", "a",
       "text stands before the first tag"},
      {"<rss><channel><item><title>a & b</title></item></channel></rss>", "a & b", "an \"&\" is not escaped"},
      {"<rss><channel><item><title>a&nbsp;b</title></item></channel></rss>", "a b",
       "HTML entities are used without being declared"},
      {"<rss><channel><item><title>5 < 6</title></item></channel></rss>", "5 < 6", "a \"<\" is not escaped"},
      {"<rss><channel><item><title>a\x02</title></item></channel></rss>", "a", "it holds control characters"},
      {"<rss><channel><item><title><![CDATA[a", "a", "a CDATA section is never closed"},
      {"<rss><channel><item><title>a</title>", "a", "not well-formed XML"},
      {"<rss><channel><item><title>a</item></channel></rss>", "a", "not well-formed XML"},
      {"<list><item><title>a</title></item></list>", "a", "the root <list> is not that of a feed"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.bytes);
    const Feed feed = Parsed(row.bytes);
    ASSERT_EQ(feed.entries.size(), 1U);
    EXPECT_EQ(feed.entries[0].title, row.title);
    ASSERT_FALSE(feed.warnings.empty());
    EXPECT_TRUE(feed.warnings[0].starts_with(row.warning)) << feed.warnings[0];
  }
}

TEST(ParseFeed, DeclarationsMayComeLate) {
  const Feed feed = Parsed(
      "<!-- made by hand -->\n<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<!DOCTYPE rss SYSTEM "
      "\"http://x.invalid/rss.dtd\">"
      "<rss><channel><title>caf\xE9</title></channel></rss>");
  EXPECT_EQ(feed.title, "caf\xC3\xA9");
}

TEST(ParseFeed, EntityBombsComeToNothing) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"lollol\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    bomb.append("<!ENTITY ").append(1, c).append(" \"");
    for (int i = 0; i < 10; ++i) bomb.append("&").append(1, static_cast<char>(c - 1)).append(";");
    bomb += "\">";
  }
  bomb += "]><rss><channel><title>&a;&z;</title></channel></rss>";
  EXPECT_EQ(Parsed(bomb).title, "lollol&z;");

  std::string large = "<!DOCTYPE rss [<!ENTITY a \"" + std::string(100000, 'x') + "\">]><rss><channel><title>";
  for (int i = 0; i < 10000; ++i) large += "&a;";
  const Feed feed = Parsed(large + "</title></channel></rss>");
  EXPECT_LE(feed.title.size(), size_t{1} << 20U);
  EXPECT_EQ(feed.warnings.at(0), "the entities it declares grow too large and were left out");
}

TEST(ParseFeed, ExternalEntitiesAreNotRead) {
  const Feed feed = Parsed(
      "<!DOCTYPE rss [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss><channel><title>a&e;b</title></channel></rss>");
  EXPECT_EQ(feed.title, "a&e;b");
}

TEST(ParseFeed, ExcessiveDepthIsCut) {
  std::string deep = "<rss><channel><title>t</title>";
  for (int i = 0; i < 100000; ++i) deep += "<x>";
  const Feed feed = Parsed(deep);
  EXPECT_EQ(feed.title, "t");
  EXPECT_FALSE(feed.warnings.empty());
}

TEST(ParseFeed, TheCharsetIsFoundEvenWhereItIsMisstated) {
  struct Row {
    std::string bytes;
    std::string content_type;
    std::string title;
  };
  const auto with = [](std::string_view declaration, std::string_view title) {
    return std::string(declaration).append("<rss><channel><title>").append(title).append("</title></channel></rss>");
  };
  const auto utf16 = [&](bool mark) {
    std::string out = mark ? "\xFF\xFE" : "";
    for (const char c : with("<?xml version='1.0' encoding='utf-16'?>", "caf\xE9")) {
      out += c;
      out += '\0';
    }
    return out;
  };
  const std::vector<Row> rows = {
      {with("", "caf\xC3\xA9"), "", "caf\xC3\xA9"},
      {with("\xEF\xBB\xBF", "caf\xC3\xA9"), "text/xml; charset=iso-8859-1", "caf\xC3\xA9"},
      {with("<?xml version='1.0' encoding='windows-1252'?>", "caf\xE9 \x80"), "", "caf\xC3\xA9 \xE2\x82\xAC"},
      {with("<?xml version='1.0' encoding='utf-8'?>", "caf\xE9"), "text/xml; charset=\"ISO-8859-1\"", "caf\xC3\xA9"},
      {with("<?xml version='1.0' encoding='utf-8'?>", "caf\xE9"), "", "caf\xC3\xA9"},
      {with("<?xml version='1.0' encoding='iso-8859-1'?>", "caf\xC3\xA9"), "text/xml; charset=utf-8", "caf\xC3\xA9"},
      {with("<?xml version='1.0' encoding='gb2312'?>", "\xD6\xD0\xCE\xC4"), "", "\xE4\xB8\xAD\xE6\x96\x87"},
      {with("<?xml version='1.0' encoding='koi8-r'?>", "\xED\xC9\xD2"), "", "\xD0\x9C\xD0\xB8\xD1\x80"},
      {with("<?xml version='1.0' encoding='x-nonsense'?>", "caf\xC3\xA9"), "", "caf\xC3\xA9"},
      {utf16(true), "", "caf\xC3\xA9"},
      {utf16(false), "", "caf\xC3\xA9"},
      {with("",
            "caf\xC3\xA9 \xFF na\xC3\xAFve \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 "
            "\xC3\xA9"),
       "",
       "caf\xC3\xA9 \xEF\xBF\xBD na\xC3\xAFve \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 "
       "\xC3\xA9"},
  };
  for (const Row& row : rows) EXPECT_EQ(Parsed(row.bytes, row.content_type).title, row.title) << row.bytes;
}

TEST(ParseFeed, WhatIsNoFeedSaysWhatItIs) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "the document is empty"},
      {"  \n", "the document is empty"},
      {"<!DOCTYPE html><html><head><title>Hi</title></head></html>", "this is an HTML page, not a feed"},
      {"<HTML><body>", "this is an HTML page, not a feed"},
      {"{\"items\": []}", "this is JSON, not a feed in XML"},
      {"<opml version='2.0'><body/></opml>", "this is an OPML list of feeds, not a feed"},
      {"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "this is a sitemap, not a feed"},
      {"<note>hello</note>", "this is XML, but no feed: its root is <note>"},
      {"just some words", "this is no XML document"},
      {std::string("\x89PNG\r\n\x1a\n\0\0\0", 11), "this is no XML document"},
  };
  for (const auto& [bytes, what] : rows) {
    SCOPED_TRACE(bytes);
    const auto feed = ParseFeed(bytes, kBase);
    ASSERT_FALSE(feed.has_value());
    EXPECT_EQ(feed.error().code, ErrorCode::kBadInput);
    EXPECT_EQ(feed.error().where, kBase);
    EXPECT_EQ(feed.error().what, what);
  }
}

TEST(ParseFeed, CutAtEveryLengthItStillReturns) {
  const std::string feed =
      Rss("<title type='html'>a &amp; <![CDATA[<b>b</b>]]></title><link>x?a=1&b=2</link><!-- c --><pubDate>1 May "
          "2024</pubDate>");
  for (size_t length = 0; length <= feed.size(); ++length) {
    EXPECT_NO_FATAL_FAILURE(static_cast<void>(ParseFeed(std::string_view{feed}.substr(0, length), kBase))) << length;
  }
}

}  // namespace
}  // namespace tallywire::fetch
