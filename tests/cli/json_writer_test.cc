#include "cli/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::cli {
namespace {

template <class Value>
std::string Written(const Value& value) {
  std::string out;
  AppendJson(out, value);
  return out;
}

std::string Dumped(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

TEST(JsonWriter, WritesEveryByteAndWhatIsNoUtf8AsTheLibraryDoes) {
  constexpr std::string_view kMixed[] = {
      "",
      "plain",
      "caf\u00e9 \u20ac \U0001F600",
      "\xE2",
      "\xE2\x82",
      "a\xE2\x82z",
      "\xC0\xAF",
      "\xED\xA0\x80",
      "\xF4\x90\x80\x80",
      "\xF0\x9F\x98",
      "\x80\x80",
      "\xE2\xE2\x82\xAC",
  };
  for (const std::string_view text : kMixed) EXPECT_EQ(Written(text), Dumped(text)) << text;
  // Among others and alone, in front of a row of eight and within one.
  for (int byte = 0; byte < 256; ++byte) {
    for (const size_t before : {0U, 1U, 7U, 8U, 13U}) {
      for (const size_t behind : {0U, 9U}) {
        const std::string text = std::string(before, 'a') + static_cast<char>(byte) + std::string(behind, 'z');
        EXPECT_EQ(Written(std::string_view(text)), Dumped(text)) << byte << " behind " << before;
      }
    }
  }
}

TEST(JsonWriter, WritesWholeNumbersWithoutAPointAndOthersSoThatTheyReadBack) {
  struct Row {
    double value;
    std::string_view want;
  };
  constexpr Row kRows[] = {
      {0, "0"},
      {-0.0, "0"},
      {5, "5"},
      {-12, "-12"},
      {1e15, "1000000000000000"},
      {1e17, "1e+17"},
      {0.1, "0.1"},
      {2.5, "2.5"},
      {-1.25e-7, "-1.25e-07"},
      {0.333, "0.333"},
      {std::numeric_limits<double>::infinity(), "null"},
  };
  for (const Row& row : kRows) EXPECT_EQ(Written(row.value), row.want);
  EXPECT_EQ(Written(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(Written(std::numeric_limits<int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(Written(true), "true");
  EXPECT_EQ(Written(std::optional<double>()), "null");
  EXPECT_EQ(Written(std::vector<std::string>{}), "[]");
}

TEST(JsonWriter, KeepsKeysInOrderAndHoldsObjectsInside) {
  std::string out;
  JsonObject object(out);
  object.Add("z", 1).AddKnown("a", "").Add("text", std::string()).Add("list", std::vector<std::string>{"[", "\""});
  AppendJsonArray(object.Key("inner"), std::vector<int>{1, 2}, [&](int i) { JsonObject(out).Add("i", i).Close(); });
  object.Close();
  EXPECT_EQ(out, R"({"z":1,"a":null,"text":"","list":["[","\""],"inner":[{"i":1},{"i":2}]})");
  EXPECT_EQ(out, nlohmann::ordered_json::parse(out).dump());
}

}  // namespace
}  // namespace tallywire::cli
