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

// What each line is answered with, up to what was made of its text.
std::vector<std::string> Answers(const std::vector<std::string>& input) {
  std::string joined;
  for (const auto& line : input) joined += line + "\n";
  std::istringstream stream(RunProgram(TALLYWIRE_PROGRAM, {"extract", "--jsonl"}, joined).out);
  std::vector<std::string> answers;
  for (std::string line; std::getline(stream, line);) answers.push_back(line.substr(0, line.find(",\"url\":")));
  return answers;
}

TEST(ExtractJsonl, GivesBackTheIdWhateverItIs) {
  const struct {
    const char* id;
    const char* want;
  } rows[] = {
      {R"("a\"\u00e9\/\n")", "\"a\\\"\u00e9/\\n\""},
      {R"("\ud83d\ude00 \u2028")", "\"\U0001F600 \u2028\""},
      {"12", "12"},
      {"-0", "0"},
      {"-0.0", "-0.0"},
      {"1.50", "1.5"},
      {"1E3", "1000.0"},
      {"18446744073709551615", "18446744073709551615"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"18446744073709551616", "1.8446744073709552e+19"},
      {"true", "true"},
      {"null", "null"},
      {"[ ]", "[]"},
      {R"({"b": [1, {"id": null}], "a": "x", "b": 2})", R"({"a":"x","b":2})"},
      {R"([{"id": 7, "text": "inner"}, [2.0]])", R"([{"id":7,"text":"inner"},[2.0]])"},
      {R"(["dropped"], "id": 5)", "5"},
      {R"(5, "\u0069d": {"last": "counts"})", R"({"last":"counts"})"},
  };
  std::vector<std::string> input;
  std::vector<std::string> want;
  for (const auto& row : rows) {
    input.push_back(std::string(R"({"text": "x", "id": )") + row.id + "}");
    want.push_back(std::string("{\"id\":") + row.want);
  }
  EXPECT_EQ(Answers(input), want);
}

TEST(ExtractJsonl, SaysWhatIsWrongWithARecord) {
  const struct {
    std::string line;
    const char* want;
  } rows[] = {
      {R"({"id": 1, "text": 5})", R"({"id":1,"error":"\"text\" is not a string"})"},
      {R"({"id": 1, "text": "x", "title": 1.5})", R"({"id":1,"error":"\"title\" is not a string"})"},
      {R"({"id": 1, "text": "x", "url": false})", R"({"id":1,"error":"\"url\" is not a string"})"},
      {R"({"id": 1, "html": ["x"]})", R"({"id":1,"error":"\"html\" is not a string"})"},
      {R"({"path": {"text": "x"}, "id": 1})", R"({"id":1,"error":"\"path\" is not a string"})"},
      {R"({"id": 1, "published": {}, "text": []})", R"({"id":1,"error":"\"text\" is not a string"})"},
      {R"({"id": 1, "text": "x", "content_type": 1e3})", R"({"id":1,"error":"\"content_type\" is not a string"})"},
      {R"({"id": 1, "more": {"text": "x"}})",
       R"({"id":1,"error":"give exactly one of \"path\", \"html\" and \"text\""})"},
      {R"({"id": 1, "text": "x", "text": null})",
       R"({"id":1,"error":"give exactly one of \"path\", \"html\" and \"text\""})"},
      {R"({"id": 1, "text": "x", "html": ""})",
       R"({"id":1,"error":"give exactly one of \"path\", \"html\" and \"text\""})"},
      {"{\"id\": " + std::string(1'000'000, '[') + std::string(1'000'000, ']') + ", \"text\": \"x\"}",
       R"({"id":null,"error":"\"id\" is nested too deeply"})"},
      {R"({"id": 2, "text": 5, "text": "x"})", R"({"id":2)"},
      {R"({"id": 2, "text": "x", "title": null, "url": null, "html": null})", R"({"id":2)"},
      {R"({"id": 2, "t\u0065xt": "x", "": 1, "Text": 2})", R"({"id":2)"},
      {R"({"id": 2, "more": [{"id": 3, "text": 5}, {"html": {}}], "text": "x"})", R"({"id":2)"},
      {"{\"more\": " + std::string(100'000, '[') + std::string(100'000, ']') + ", \"id\": 2, \"text\": \"x\"}",
       R"({"id":2)"},
      {"\xEF\xBB\xBF{\"id\": 2, \"text\": \"behind a mark of order\"}", R"({"id":2)"},
      {" \t{ \"id\" : 2 , \"text\" : \"a line of Windows\" } \r", R"({"id":2)"},
  };
  std::vector<std::string> input;
  std::vector<std::string> want;
  for (const auto& row : rows) {
    input.push_back(row.line);
    want.emplace_back(row.want);
    for (const char* blank : {"", "\r", " \t"}) input.emplace_back(blank);
  }
  EXPECT_EQ(Answers(input), want);
}

TEST(ExtractJsonl, ALineThatIsNoObjectIsAnErrorWithoutAnId) {
  std::vector<std::string> input = {
      "[]",
      "null",
      "5",
      R"("x")",
      R"([{"id": 1, "text": "x"}])",
      R"({"id": 1, "text": "x"} x)",
      R"({"id": 1, "text": "x"}{})",
      R"({"id": 1, "text": "x",})",
      R"({"id": 1 "text": "x"})",
      R"({"id": 1, "text": "x", "n": 007})",
      R"({"id": 1, "text": "x", "n": 1e999})",
      R"({"id": 1, "text": "x", "n": nul})",
      R"({"id": 1, "text": "x", "n": [1,]})",
      R"({"id": 1, "text": "x", "n": {"a"}})",
      R"({"id": 1, "text": "\x"})",
      R"({"id": 1, "text": "\ud800"})",
      R"({"id": 1, "text": "\ud800\u0041"})",
      R"({"id": 1, "text": "\udc00"})",
      R"({"id": 1, "text": "\u+041"})",
      "{\"id\": 1, \"text\": \"tab\there\"}",
      "{\"id\": 1, \"text\": \"\xFF\"}",
      "{\"id\": 1, \"text\": \"\xED\xA0\x80\"}",
      "{\"id\": 1, \"text\": \"x\", \"\xFF\": 1}",
      "\u00a0{}",
  };
  const std::string whole = R"({"id": [1, {"a": "b"}], "n": -12.5e3, "b": true, "text": "caf\u00e9 \ud83d\ude00 \\"})";
  for (size_t size = 1; size < whole.size(); ++size) input.push_back(whole.substr(0, size));
  const auto answers = Answers(input);
  ASSERT_EQ(answers.size(), input.size());
  for (size_t i = 0; i < input.size(); ++i) {
    EXPECT_EQ(answers[i], R"({"id":null,"error":"the line is not a JSON object in UTF-8"})") << input[i];
  }
  EXPECT_EQ(Answers({whole}), std::vector<std::string>{R"({"id":[1,{"a":"b"}])"});
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
