// The small parts of the command line: durations, numbers, tables, marks, pipelines, configuration.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <limits>

#include "cli/config.h"
#include "cli/duration.h"
#include "cli/marked_text.h"
#include "cli/number_text.h"
#include "cli/ordered_pipeline.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "tests/support/temp_folder.h"

namespace tallywire::cli {
namespace {

using ::testing::HasSubstr;

TEST(ParseDuration, ReadsNumbersWithAUnit) {
  const struct {
    const char* text;
    long want;  // milliseconds; -1: refused
  } rows[] = {{"500ms", 500},    {"2s", 2000},      {"2", 2000},    {"15m", 900000},  {"12h", 43200000},
              {"7d", 604800000}, {"1w", 604800000}, {"0", 0},       {"", -1},         {"s", -1},
              {"-1s", -1},       {"1.5h", -1},      {"3 days", -1}, {"9999999d", -1}, {"7D", -1}};
  for (const auto& row : rows) {
    const auto duration = ParseDuration(row.text);
    EXPECT_EQ(duration ? duration->count() : -1, row.want) << row.text;
  }
}

TEST(ParseTime, IsADateOrASpanBackFromNow) {
  const Timestamp now = ParseIso("2024-03-10T12:00:00Z").value();
  const struct {
    const char* text;
    const char* want;
  } rows[] = {{"2024-03-01", "2024-03-01T00:00:00Z"},
              {"2024-03-01T05:00+02:00", "2024-03-01T03:00:00Z"},
              {"7d", "2024-03-03T12:00:00Z"},
              {"12h", "2024-03-10T00:00:00Z"},
              {"2024", "2024-01-01T00:00:00Z"},
              {"yesterday", "none"},
              {"", "none"}};
  for (const auto& row : rows) {
    const auto time = ParseTime(row.text, now);
    EXPECT_EQ(time ? ToIso(*time) : "none", row.want) << row.text;
  }
}

TEST(GroupedNumber, GroupsThousandsAndKeepsFewDecimals) {
  const struct {
    double value;
    const char* want;
  } rows[] = {{0, "0"},
              {7, "7"},
              {999, "999"},
              {1000, "1,000"},
              {132000, "132,000"},
              {-1234567, "-1,234,567"},
              {0.18, "0.18"},
              {1234.5, "1,234.5"},
              {1.0 / 3, "0.3333"},
              {12.56e9, "12,560,000,000"},
              {1e20, "1e+20"}};
  for (const auto& row : rows) EXPECT_EQ(GroupedNumber(row.value), row.want);
}

TEST(FigureText, ShowsDirectionBoundRangeAndUnit) {
  Event event;
  event.value = 10;
  event.value_high = 12;
  event.unit = "%";
  event.direction = Direction::kUp;
  event.bound = Bound::kAbout;
  EXPECT_EQ(FigureText(event), "up ~ 10-12%");
}

TEST(Shorten, CutsAtCharactersAndCountsColumns) {
  EXPECT_EQ(Shorten("abcdef", 6), "abcdef");
  EXPECT_EQ(Shorten("abcdef", 4), "abc…");
  EXPECT_EQ(Shorten("żółwie", 4), "żół…");
  EXPECT_EQ(Shorten("稀土配额", 5), "稀土…");
  EXPECT_EQ(Shorten("abc", 0), "");
  EXPECT_EQ(DisplayWidth("稀土\033[1mab\033[0m"), 6U);
}

TEST(Printable, LeavesNothingThatCommandsATerminal) {
  EXPECT_EQ(Printable("Öl, 5\u00a0% – ok\nnext\tline"), "Öl, 5\u00a0% – ok\nnext line");
  EXPECT_EQ(Printable("\033[2Jcleared"), "\uFFFD[2Jcleared");
  EXPECT_EQ(Printable("\033]0;title\007"), "\uFFFD]0;title\uFFFD");
  EXPECT_EQ(Printable("\u009b31m"), "\uFFFD31m");
  EXPECT_EQ(Printable("\x7f\r\xc2"), "\uFFFD\uFFFD\xc2");
}

TEST(FormatTable, PrintsNoControlCharactersAndOneLineARow) {
  EXPECT_EQ(FormatTable({{"A", 2}}, {{"a\033[31m\nb"}}, 80, false), "A\na\uFFFD[31m b\n");
}

TEST(FormatTable, CutsNothingWhereThereIsNoTerminal) {
  const std::string title(300, 'x');
  EXPECT_EQ(FormatTable({{"Title", 6}}, {{title}}, std::numeric_limits<size_t>::max(), false),
            "Title\n" + title + "\n");
}

TEST(FormatTable, FitsTheWidthByCuttingTheWidestColumn) {
  const std::string table = FormatTable({{"A", 2}, {"Title", 6}, {"N", 3, true}},
                                        {{"x", "a headline that is long", "5"}, {"yy", "short", "123"}}, 16, false);
  EXPECT_EQ(table,
            "A   Title      N\n"
            "x   a head…    5\n"
            "yy  short    123\n");
}

TEST(CsvRecord, QuotesByRfc4180) {
  EXPECT_EQ(CsvRecord({"a", "b,c", "say \"hi\"", "two\nlines", ""}),
            "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
}

Extraction MarkedExample(const std::string& text) {
  Extraction extraction;
  Figure figure;
  figure.start = text.find("132,000 tons");
  figure.end = figure.start + 12;
  extraction.figures.push_back(figure);
  DateExpression date;
  date.start = text.find("2019");
  date.end = date.start + 4;
  extraction.dates.push_back(date);
  Event event;
  event.start = figure.start;
  event.end = figure.end;
  extraction.events = {event, event};
  return extraction;
}

TEST(MarkText, MarksFiguresDatesAndNumbersEvents) {
  const std::string text = "The 2019 quota is 132,000 tons.";
  const auto extraction = MarkedExample(text);
  EXPECT_EQ(MarkText(text, extraction, false), "The {2019} quota is [132,000 tons]#1,2.");
  EXPECT_EQ(MarkText(text, extraction, true), "The \033[36m2019\033[0m quota is \033[1;32m132,000 tons#1,2\033[0m.");
}

TEST(MarkText, LetsNoArticleCommandTheTerminal) {
  EXPECT_EQ(MarkText("a\033[2J", {}, true), "a\uFFFD[2J");
  EXPECT_EQ(MarkTitle("\033]0;owned\007", {}, true), "\uFFFD]0;owned\uFFFD");
}

TEST(WrapText, BreaksBetweenWordsOnly) {
  EXPECT_EQ(WrapText("one two three four", 9), "one two\nthree\nfour");
  EXPECT_EQ(WrapText("a\n\nb c", 80), "a\n\nb c");
  EXPECT_EQ(WrapText("incomprehensibilities x", 5), "incomprehensibilities\nx");
}

TEST(OrderedPipeline, KeepsTheOrderAndStopsWhenNobodyWantsMore) {
  std::vector<int> got;
  OrderedPipeline<int, int> pipeline(
      4, [](int i) { return i * i; },
      [&](int i) {
        got.push_back(i);
        return got.size() < 50;
      });
  int pushed = 0;
  while (pushed < 10000 && pipeline.Push(pushed)) ++pushed;
  pipeline.Finish();
  EXPECT_LT(pushed, 10000);
  ASSERT_EQ(got.size(), 50U);
  for (size_t i = 0; i < got.size(); ++i) EXPECT_EQ(got[i], static_cast<int>(i * i));
}

struct Loaded {
  std::string error;
  GlobalOptions global;
  Config config;
};

Loaded Load(const std::string& toml, const std::string& given = {}) {
  const testing::TempFolder folder;
  const auto file = folder / "config.toml";
  std::ofstream(file) << toml;
  Loaded loaded;
  const auto status = LoadConfig(
      file, [&](std::string_view key) { return key == given; }, loaded.global, loaded.config);
  if (!status) loaded.error = status.error().ToText().substr(folder.path().string().size() + 1);
  return loaded;
}

TEST(LoadConfig, ReadsEverySection) {
  const auto loaded = Load(
      "[global]\njobs = 3\nprogress = false\ncolor = \"never\"\n"
      "[fetch]\nhost_delay = \"500ms\"\nresolve = [\"a:80:127.0.0.1\"]\ntotal_timeout = 7\n"
      "[archive]\ncompression_level = 9\n[ingest]\nfeed_interval = \"1h\"\n");
  EXPECT_EQ(loaded.error, "");
  EXPECT_EQ(loaded.global.jobs, 3U);
  EXPECT_TRUE(loaded.global.no_progress);
  EXPECT_EQ(loaded.global.color, ColorMode::kNever);
  EXPECT_EQ(loaded.config.fetch.host_delay.count(), 500);
  EXPECT_EQ(loaded.config.fetch.total_timeout.count(), 7000);
  EXPECT_EQ(loaded.config.fetch.resolve.size(), 1U);
  EXPECT_EQ(loaded.config.archive.compression_level, 9);
  EXPECT_EQ(loaded.config.ingest.feed_interval, std::chrono::hours{1});
}

TEST(LoadConfig, TheCommandLineWins) { EXPECT_EQ(Load("[global]\njobs = 3\n", "jobs").global.jobs, 1U); }

TEST(LoadConfig, NamesFileAndLineOfAMistake) {
  const struct {
    const char* toml;
    const char* message;
  } rows[] = {
      {"[fetch]\n\nhost_dellay = \"2s\"\n", "config.toml:3: unknown key fetch.host_dellay"},
      {"[fetch]\nhost_delay = \"soon\"\n", "config.toml:2: fetch.host_delay must be a duration"},
      {"[global]\njobs = 0\n", "config.toml:2: global.jobs must be a whole number from 1 to 256"},
      {"[global]\ncolor = \"pink\"\n", "config.toml:2: global.color must be one of auto, always, never"},
      {"[fetchh]\n", "config.toml:1: unknown section or key fetchh"},
      {"jobs = 3\n", "config.toml:1: unknown section or key jobs"},
      {"[fetch\n", "config.toml:1: "},
  };
  for (const auto& row : rows) EXPECT_THAT(Load(row.toml).error, HasSubstr(row.message)) << row.toml;
}

}  // namespace
}  // namespace tallywire::cli
