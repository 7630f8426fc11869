// Whatever is wrong with the input: one message that says what, where and what to do, the rest done, the right exit
// status.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/sample_folder.h"

namespace tallywire::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kGoodPage =
    "<html><head><title>Wheat</title></head><body><article><h1>Wheat exports rise</h1><p>Exports of wheat rose 12% to "
    "3 "
    "million tonnes in May 2024, the farm ministry said on Monday, as a weaker currency drew buyers from "
    "abroad.</p><p>The "
    "ministry expects exports of 40 million tonnes in the season that ends in June 2025.</p></article></body></html>";

std::string FeedOf(const std::vector<std::string>& links) {
  std::string feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>";
  for (const auto& link : links) feed += "<item><title>x</title><link>" + link + "</link></item>";
  return feed + "</channel></rss>";
}

class BadInput : public ::testing::Test {
 protected:
  BadInput() : site_(std::filesystem::path()) { site_.Start(); }

  // Subscribes to a feed that links to a good page and to `path`, and runs.
  Ran IngestBesideAGoodPage(const std::string& path) {
    site_.Put("/good.html", {200, "text/html; charset=utf-8", kGoodPage, {}});
    site_.Put("/feed.xml",
              {200, "application/rss+xml", FeedOf({site_.base() + path, site_.base() + "/good.html"}), {}});
    folder_.Tallywire({"feeds", "add", site_.base() + "/feed.xml"});
    return folder_.Tallywire({"ingest"});
  }

  samples::SiteServer site_;
  SampleFolder folder_;
};

TEST_F(BadInput, OneBadPageIsNamedAndTheOthersAreRead) {
  const struct {
    const char* name;
    samples::Answer answer;
    const char* message;
    int exit_status;
  } rows[] = {
      {"gone", {404, "text/html", "no", {}}, "404", 1},
      {"server trouble", {500, "text/html", "no", {}}, "500", 1},
      {"empty page", {200, "text/html", "", {}}, "the page is empty", 1},
      {"an image", {200, "image/png", "\x89PNG\r\n\x1a\n0000", {}}, "PNG", 1},
      {"a page without an article", {200, "text/html", "<html><body></body></html>", {}}, "no article text", 1},
      {"lying charset",
       {200,
        "text/html; charset=iso-8859-1",
        "<html><body><article><p>In São Paulo the price of coffee rose 3% to 1,400 reais a bag on Friday, "
        "Cecafé said.</p><p>It was the fourth rise in a row, and exporters expect another one soon.</p>"
        "</article></body></html>",
        {}},
       "the server says the page is",
       0},
      {"redirect without end", {302, "text/html", "", {{"Location", "/bad.html"}}}, "redirect", 1},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const SampleFolder folder;
    site_.Put("/bad.html", row.answer);
    site_.Put("/good.html", {200, "text/html; charset=utf-8", kGoodPage, {}});
    site_.Put("/feed.xml",
              {200, "application/rss+xml", FeedOf({site_.base() + "/bad.html", site_.base() + "/good.html"}), {}});
    folder.Tallywire({"feeds", "add", site_.base() + "/feed.xml"});
    const Ran ran = folder.Tallywire({"ingest"});
    EXPECT_EQ(ran.exit_status, row.exit_status) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(site_.base() + "/bad.html: "));
    EXPECT_THAT(ran.err, HasSubstr(row.message));
    EXPECT_THAT(folder.Tallywire({"query", "--format", "csv"}).out, HasSubstr("wheat"));
  }
}

TEST_F(BadInput, AFeedThatIsHtmlIsNamed) {
  site_.Put("/feed.xml", {200, "text/html", kGoodPage, {}});
  folder_.Tallywire({"feeds", "add", site_.base() + "/feed.xml"});
  const Ran ran = folder_.Tallywire({"ingest"});
  EXPECT_EQ(ran.exit_status, 1);
  EXPECT_THAT(ran.err, HasSubstr(site_.base() + "/feed.xml"));
  EXPECT_THAT(ran.err, HasSubstr("HTML"));
}

TEST_F(BadInput, AnUnreachableHostIsNamedAndTheOtherFeedsAreRead) {
  folder_.Tallywire({"feeds", "add", "http://127.0.0.1:1/feed.xml"});
  const Ran ran = IngestBesideAGoodPage("/good.html");
  EXPECT_EQ(ran.exit_status, 1);
  EXPECT_THAT(ran.err, HasSubstr("http://127.0.0.1:1/"));
  EXPECT_THAT(ran.err, HasSubstr("2 feeds, 1 new article"));
}

TEST_F(BadInput, PrivateAddressesAreRefusedUnlessTheConfigurationAllowsThem) {
  const Ran ran =
      RunProgram(TALLYWIRE_PROGRAM, {"--data", folder_.data().string(), "ingest", site_.base() + "/good.html"});
  EXPECT_EQ(ran.exit_status, 1);
  EXPECT_THAT(ran.err, HasSubstr("allow_private_addresses"));
  EXPECT_TRUE(site_.Requests().empty());
}

TEST_F(BadInput, APageThatIsNamedIsAFailureWhenItMayNotBeFetchedEvenIfAFeedKnowsIt) {
  IngestBesideAGoodPage("/other.html");
  site_.Put("/robots.txt", {200, "text/plain", "User-agent: *\nDisallow: /good.html\n", {}});
  const SampleFolder fresh;  // its robots.txt is not known yet
  fresh.Tallywire({"feeds", "add", site_.base() + "/feed.xml"});
  const Ran left_alone = fresh.Tallywire({"ingest"});
  EXPECT_THAT(left_alone.err, HasSubstr("1 page left alone"));
  const Ran named = fresh.Tallywire({"ingest", site_.base() + "/good.html"});
  EXPECT_EQ(named.exit_status, 1) << named.err;
  EXPECT_THAT(named.err, HasSubstr("error: " + site_.base() + "/good.html: robots.txt forbids it"));
  EXPECT_THAT(named.err, HasSubstr("\nnothing new, 1 failure (named above)"));
}

TEST_F(BadInput, OutputThatCannotBeWrittenIsAFailure) {
  IngestBesideAGoodPage("/other.html");
  const Ran ran = RunProgram(
      "/bin/sh", {"-c", std::string(TALLYWIRE_PROGRAM) + " --data " + folder_.data().string() + " query > /dev/full"});
  EXPECT_EQ(ran.exit_status, 1);
  EXPECT_THAT(ran.err, HasSubstr("standard output: cannot be written"));
}

TEST_F(BadInput, ADataFolderThatCannotBeUsedIsStatus4) {
  const std::filesystem::path file = folder_.config();  // a file, where a folder is needed
  const Ran ran = RunProgram(TALLYWIRE_PROGRAM, {"--data", (file / "data").string(), "ingest"});
  EXPECT_EQ(ran.exit_status, 4) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(file.string()));
}

TEST_F(BadInput, ADamagedDatabaseIsStatus4) {
  std::filesystem::create_directories(folder_.data());
  std::ofstream(folder_.data() / "tallywire.db") << std::string(8192, 'x');
  for (const std::vector<std::string>& command : {std::vector<std::string>{"ingest"}, {"query"}, {"reparse"}}) {
    const Ran ran = folder_.Tallywire(command);
    EXPECT_EQ(ran.exit_status, 4) << command.front() << ": " << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("tallywire.db"));
  }
}

TEST(WrongUsage, IsStatus2AndSaysWhereHelpIs) {
  const struct {
    std::vector<std::string> arguments;
    const char* message;
  } rows[] = {
      {{}, "A command is missing"},
      {{"frobnicate"}, "\"frobnicate\" is no command"},
      {{"feeds", "frobnicate"}, "\"frobnicate\" is no command"},
      {{"feeds"}, "A command is missing"},
      {{"query", "--format", "xml"}, "--format: xml not in {table,json,jsonl,csv}"},
      {{"extract", "--format", "csv", "page.html"}, "--format: csv not in {auto,text,json}"},
      {{"--color", "blue", "query"}, "--color: blue not in {auto,always,never}"},
      {{"query", "--limit", "many"}, "--limit: \"many\" is no whole number"},
      {{"query", "--limit", "-3"}, "--limit: \"-3\" is no whole number"},
      {{"query", "--min", "abc"}, "--min: \"abc\" is no number"},
      {{"query", "--from", "yesterday"}, "--from"},
      {{"query", "--sort", "colour"}, "colour"},
      {{"query", "--no-such-option"}, "--no-such-option"},
      {{"--jobs", "0", "query"}, "--jobs"},
      {{"show"}, "article"},
      {{"extract"}, "extract"},
      {{"extract", "--jsonl", "page.html"}, "--jsonl"},
      {{"extract", "--published", "soon", "page.txt"}, "--published"},
      {{"feeds", "inspect", "--base", "here", "feed.xml"}, "--base"},
      {{"ingest", "neither"}, "neither: is neither a feed of yours nor a URL"},
      {{"--config", "/nonexistent/config.toml", "query"}, "/nonexistent/config.toml: cannot be read: "},
  };
  const SampleFolder folder;
  folder.Tallywire({"feeds", "add", "http://127.0.0.1/feed.xml"});
  for (const auto& row : rows) {
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.begin(), {"--data", folder.data().string()});
    const Ran ran = RunProgram(TALLYWIRE_PROGRAM, arguments);
    EXPECT_EQ(ran.exit_status, 2) << row.message << ": " << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(row.message));
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
  }
}

}  // namespace
}  // namespace tallywire::testing
