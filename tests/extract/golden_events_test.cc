// Whole articles, in the manner of today's news wires, with the events that a person read out of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "tests/extract/golden_event.h"

namespace tallywire::extract {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(TALLYWIRE_SOURCE_DIR) / "tests/golden/events";

// Articles of which every event is right in every slot, and nothing else is taken for an event.
const std::vector<std::string> kReadRight = {
    "antimony-licences",   "barents-cod",       "cobalt-export-quotas", "cobalt-slices",
    "cocoa-regulator",     "cocoa-season",      "crude-import-quota",   "fertilizer-export-quotas",
    "gas-storage-targets", "herring-catch",     "jobs-and-prices",      "oil-targets",
    "pipeline-gas",        "quarterly-results", "rare-earth-batch",     "rare-earth-half-year",
    "tungsten-concentrate"};

// TALLYWIRE_GOLDEN_ALL=1 asks for the articles that are not read right yet as well, to see what is wrong.
std::vector<std::string> Names() {
  if (std::getenv("TALLYWIRE_GOLDEN_ALL") == nullptr) return kReadRight;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

const Extractor& BuiltIn() {
  static const Extractor extractor = [] { return std::move(Extractor::Load().value()); }();
  return extractor;
}

class GoldenEvents : public testing::TestWithParam<std::string> {};

TEST_P(GoldenEvents, EverySlotIsAsAPersonReadsIt) {
  const GoldenArticle article = ReadGoldenArticle(kFolder, GetParam());
  Document document;
  document.text = article.text;
  document.title = article.title;
  document.published = article.published;
  const std::string differences = Differences(article, BuiltIn().Extract(document).events);
  EXPECT_TRUE(differences.empty()) << differences;
}

INSTANTIATE_TEST_SUITE_P(Articles, GoldenEvents, testing::ValuesIn(Names()), [](const auto& row) {
  std::string name = row.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

// What the comparison itself must notice.
TEST(GoldenEventComparison, NoticesMissingWrongAndExtraEvents) {
  GoldenArticle article;
  article.text = "Output rose 4% to 12 tons.";
  article.events = {{{"kind", "change"},
                     {"measure", "output"},
                     {"activity", nullptr},
                     {"item", nullptr},
                     {"subject", nullptr},
                     {"counterparty", nullptr},
                     {"actor", nullptr},
                     {"value", 4},
                     {"value_high", nullptr},
                     {"unit", "%"},
                     {"bound", "="},
                     {"direction", "up"},
                     {"basis", nullptr},
                     {"period", {nullptr, "2019"}},
                     {"date", nullptr},
                     {"modality", "actual"},
                     {"figure", "4%"},
                     {"context", "rose 4% to"}}};
  EXPECT_EQ(Differences(article, {}), "missing: \"change\" \"output\" 4 \"%\" in \"rose 4% to\"\n");

  Event event;
  event.kind = EventKind::kChange;
  event.measure = "output";
  event.value = 4;
  event.unit = "%";
  event.direction = Direction::kUp;
  event.start = 12;
  event.end = 14;
  event.sentence = article.text;
  EXPECT_EQ(Differences(article, {event}), "");
  event.direction = Direction::kDown;
  EXPECT_EQ(Differences(article, {event}),
            "wrong:   \"change\" \"output\" 4 \"%\" in \"rose 4% to\"\n         direction is \"down\", not \"up\"\n");
  event.direction = Direction::kUp;
  EXPECT_EQ(Differences(article, {event, event}),
            "extra:   \"change\" \"output\" 4.0 \"%\" in \"Output rose 4% to 12 tons.\"\n");
}

}  // namespace
}  // namespace tallywire::extract
