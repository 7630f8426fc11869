#include "cli/flat_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace tallywire::cli {
namespace {

// What was read as the library would have read it.
nlohmann::json Tree(const FlatJson& object) {
  nlohmann::json tree = nlohmann::json::object();
  for (const auto& [key, value] : object) {
    tree[std::string(key)] = value.literal.empty() ? nlohmann::json(value.text) : nlohmann::json::parse(value.literal);
  }
  return tree;
}

constexpr std::string_view kRich =
    R"({"id": "a\"1", "text": "caf\u00e9 \ud83d\ude00 \\ \/ \b\f\n\r\t plain words behind", "n": -12, "x": null, "y": true})";

TEST(FlatJson, ReadsWhatTheLibraryReads) {
  constexpr std::string_view kRead[] = {
      kRich,
      "{}",
      " \t{ } \r",
      R"({"id":0})",
      R"({"id":123456789012345678,"b":false})",
      R"({ "a" : "" , "b" : "long enough for rows of eight, \u0000 and more" })",
      "{\"a\":\"\u20ac \x7f\"}",
      R"({"":"no key"})",
  };
  for (const std::string_view text : kRead) {
    const auto object = ReadFlatJson(text);
    ASSERT_TRUE(object) << text;
    EXPECT_EQ(Tree(*object), nlohmann::json::parse(text)) << text;
  }
}

TEST(FlatJson, LeavesTheRestToTheLibrary) {
  constexpr std::string_view kLeft[] = {
      "",
      "[]",
      "null",
      R"({"a":[1]})",
      R"({"a":{}})",
      R"({"a":1.5})",
      R"({"a":1e3})",
      R"({"a":-0})",
      R"({"a":007})",
      R"({"a":-})",
      R"({"a":1234567890123456789})",
      R"({"a":nul})",
      R"({"a":})",
      R"({"a":1,})",
      R"({"a" 1})",
      R"({"a":"1"} x)",
      R"({"a":1,"a":2})",
      R"({"\u0061":1})",
      R"({"a":"\x"})",
      R"({"a":"\ud800"})",
      R"({"a":"\ud800\u0041"})",
      R"({"a":"\udc00"})",
      R"({"a":"\u+041"})",
      "{\"a\":\"tab\there\"}",
      "{\"a\":\"\xff\"}",
      "{\"a\":\"\xed\xa0\x80\"}",
      "\u00a0{}",
  };
  for (const std::string_view text : kLeft) EXPECT_FALSE(ReadFlatJson(text)) << text;
  for (size_t size = 0; size < kRich.size(); ++size) EXPECT_FALSE(ReadFlatJson(kRich.substr(0, size))) << size;
}

}  // namespace
}  // namespace tallywire::cli
