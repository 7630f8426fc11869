#include "cli/json_writer.h"

#include <gtest/gtest.h>

#include <cstdint>
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

// Every two of them beside one another, at every place in a row of eight.
TEST(JsonWriter, WritesHardTextsAsTheLibraryDoesWhereverTheyStand) {
  using namespace std::string_view_literals;
  constexpr std::string_view kHard[] = {
      "\""sv,     "\\"sv,     "/"sv,      "\0"sv,       "\n"sv,           "\x1F"sv,       "\x20"sv,
      "\x21"sv,   "\x23"sv,   "\x5B"sv,   "\x5D"sv,     "\x7F"sv,         "\u00a2"sv,     "\u2028"sv,
      "\u2029"sv, "\uFEFF"sv, "\uFFFD"sv, "\uFFFF"sv,   "\U00010000"sv,   "\U0010FFFF"sv, "\u2022"sv,
      "\x80"sv,   "\xA2"sv,   "\xDC"sv,   "\xE2\x80"sv, "\xF0\x9F\x98"sv, "\xFF"sv,       "plain words"sv,
  };
  for (const std::string_view first : kHard) {
    for (const std::string_view second : kHard) {
      for (size_t before = 0; before < 8; ++before) {
        const std::string text = std::string(before, 'a').append(first).append(second).append("behind it");
        ASSERT_EQ(Written(std::string_view(text)), Dumped(text)) << text;
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
      {-9007199254740991.0, "-9007199254740991"},
      {9007199254740992.0, "9.007199254740992e+15"},
      {1e17, "1e+17"},
      {1e300, "1e+300"},
      {std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
      {std::numeric_limits<double>::min(), "2.2250738585072014e-308"},
      {std::numeric_limits<double>::denorm_min(), "5e-324"},
      {1e-5, "1e-05"},
      {0.1, "0.1"},
      {2.5, "2.5"},
      {-1.25e-7, "-1.25e-07"},
      {0.333, "0.333"},
      {2.0 / 3, "0.6666666666666666"},
      {100.00000000000001, "100.00000000000001"},
      {std::numeric_limits<double>::infinity(), "null"},
      {-std::numeric_limits<double>::infinity(), "null"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Written(row.value), row.want);
    if (row.want != "null") {
      EXPECT_EQ(nlohmann::json::parse(row.want).get<double>(), row.value) << row.want;
    }
  }
  EXPECT_EQ(Written(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(Written(std::numeric_limits<int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(Written(std::numeric_limits<uint64_t>::max()), "18446744073709551615");
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
