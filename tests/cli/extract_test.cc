// `extract`: the filter that pipelines use.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace tallywire::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

std::vector<Json> Filter(const std::string& input, int want_status, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), {"extract", "--jsonl"});
  const Ran ran = RunProgram(TALLYWIRE_PROGRAM, arguments, input);
  EXPECT_EQ(ran.exit_status, want_status) << ran.err;
  std::vector<Json> lines;
  std::istringstream stream(ran.out);
  for (std::string line; std::getline(stream, line);) lines.push_back(Json::parse(line));
  return lines;
}

std::vector<std::string> Keys(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

TEST(ExtractJsonl, AnswersInTheOrderOfTheInputWhateverTheNumberOfThreads) {
  std::string input;
  for (int i = 0; i < 200; ++i) {
    input +=
        Json{{"id", i}, {"text", std::string(static_cast<size_t>((i * 37) % 400), 'x') + " output rose 5%."}}.dump() +
        "\n";
  }
  for (const char* jobs : {"1", "2", "7"}) {
    const auto lines = Filter(input, 0, {"--jobs", jobs});
    ASSERT_EQ(lines.size(), 200U);
    for (int i = 0; i < 200; ++i) EXPECT_EQ(lines[static_cast<size_t>(i)]["id"], i) << jobs;
  }
}

TEST(ExtractJsonl, ABadRecordIsAnsweredWithAnErrorAndTheRunGoesOn) {
  const auto lines = Filter(
      "{\"id\": \"a\", \"text\": \"Output rose 5%.\"}\n"
      "no json\n"
      "\n"
      "{\"id\": \"b\"}\n"
      "{\"id\": \"c\", \"path\": \"/nonexistent.html\"}\n"
      "{\"id\": \"d\", \"text\": \"x\", \"published\": \"soon\"}\n"
      "{\"id\": \"e\", \"text\": \"\", \"html\": null, \"unknown\": [1]}",
      1);
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_FALSE(lines[0].contains("error"));
  EXPECT_TRUE(lines[1]["id"].is_null());
  for (size_t i = 1; i <= 4; ++i) EXPECT_THAT(Keys(lines[i]), ElementsAre("id", "error"));
  EXPECT_THAT(lines[3]["error"].get<std::string>(), HasSubstr("/nonexistent.html"));
  EXPECT_FALSE(lines[5].contains("error"));
}

TEST(ExtractJsonl, KeepsATextExactlyAsItStandsAndOffsetsCountIntoIt) {
  const std::string text = "\r\n Tab\there, caf\u00e9. \n\n\nExports fell 18.2% in May. ";
  const auto lines = Filter(Json{{"id", 1}, {"text", text}, {"published", "2019-11-12"}}.dump(), 0);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0]["text"], text);
  for (const char* layer : {"figures", "dates"}) {
    ASSERT_FALSE(lines[0][layer].empty()) << layer;
    for (const auto& span : lines[0][layer]) {
      const auto start = span["start"].get<size_t>();
      EXPECT_EQ(text.substr(start, span["end"].get<size_t>() - start), span["text"]);
    }
  }
}

TEST(ExtractJsonl, HasItsKeysInAFixedOrderAndWholeNumbersWithoutAPoint) {
  const Ran ran =
      RunProgram(TALLYWIRE_PROGRAM, {"extract", "--jsonl"},
                 "{\"id\":\"r\",\"text\":\"Output rose at least 10%.\",\"published\":\"2019-11-12T05:53:00+08:00\"}");
  EXPECT_THAT(ran.out, HasSubstr("\"text\":\"at least 10%\",\"value\":10,\"value_high\":null,\"unit\":\"%\","
                                 "\"unit_name\":\"percent\",\"bound\":\">=\""));
  EXPECT_THAT(Keys(Json::parse(ran.out)),
              ElementsAre("id", "url", "canonical_url", "site", "title", "authors", "section", "tags", "published",
                          "published_from", "modified", "language", "description", "image", "paywalled", "text",
                          "figures", "dates", "events"));
  EXPECT_EQ(Json::parse(ran.out)["published"], "2019-11-12T05:53:00+08:00");
}

TEST(ExtractJsonl, ReadsPagesFromStringsAndFiles) {
  const std::string site = std::string(TALLYWIRE_SOURCE_DIR) + "/samples/site/archive/milk-quota-2008.html";
  const auto lines =
      Filter(Json{{"id", 1}, {"path", site}}.dump() + "\n" +
                 Json{{"id", 2},
                      {"html",
                       "<html><head><meta charset=gb18030></head><body><p>Caf\u00e9 prices in the city rose by "
                       "4% in June, the chamber said, and they may rise again in autumn.</p></body></html>"}}
                     .dump(),
             0);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0]["text"].get<std::string>(), HasSubstr("Ren\u00e9 M\u00fcller"));
  EXPECT_EQ(lines[0]["published"], "2008-03-18");
  EXPECT_THAT(lines[1]["text"].get<std::string>(), HasSubstr("Caf\u00e9"));
}

TEST(Extract, PrintsAPersonsViewOrJson) {
  const TempFolder folder;
  const std::string text = "The country set its sugar quota for 2024 at 1,000,000 tonnes.";
  const Ran view = RunProgram(TALLYWIRE_PROGRAM, {"extract", "--format", "text", "--color", "never", "-"}, text);
  EXPECT_THAT(view.out, HasSubstr("[1,000,000 tonnes]"));
  EXPECT_THAT(view.out, HasSubstr("{2024}"));
  const Ran json = RunProgram(TALLYWIRE_PROGRAM, {"extract", "-"}, text);
  EXPECT_EQ(Json::parse(json.out)["id"], "-");
}

TEST(ExtractExplain, TellsOfEachBlockWhetherItWasTaken) {
  const std::string page =
      "<title>Ore</title><nav><a href=/>Home</a> <a href=/ore>Ore</a></nav><main><h1>Ore exports rise</h1>"
      "<p class=story>Exports of iron ore rose 4.1% to 9.8 million tonnes in May, the ministry said on Monday.</p>"
      "<p class=story>China bought 7.2 million tonnes of it, half a million more than in the month before.</p></main>"
      "<footer><p>Copyright 2024. All rights reserved.</p></footer>";
  const Ran json = RunProgram(TALLYWIRE_PROGRAM, {"extract", "--explain", "--format", "json", "-"}, page);
  ASSERT_EQ(json.exit_status, 0) << json.err;
  std::vector<Json> blocks;
  std::istringstream stream(json.out);
  for (std::string line; std::getline(stream, line);) blocks.push_back(Json::parse(line));
  ASSERT_EQ(blocks.size(), 5U);
  const std::vector<bool> kept = {false, false, true, true, false};
  for (size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(blocks[i]["kept"], kept[i]) << blocks[i];
  EXPECT_EQ(blocks[2]["element"], "main > p.story");
  EXPECT_FALSE(blocks[2]["reasons"].empty());

  const Ran text = RunProgram(TALLYWIRE_PROGRAM, {"extract", "--explain", "-"}, page);
  ASSERT_EQ(text.exit_status, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("paragraph, 17 words  main > p.story\n      Exports of iron ore rose 4.1%"));

  EXPECT_EQ(RunProgram(TALLYWIRE_PROGRAM, {"extract", "--explain", "-"}, "Plain text.").exit_status, 1);
  EXPECT_EQ(RunProgram(TALLYWIRE_PROGRAM, {"extract", "--explain", "--jsonl"}).exit_status, 2);
}

}  // namespace
}  // namespace tallywire::testing
