// Lists and tables: what is put together from their pieces, and that all of it is found again in the words of the
// source.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "extract/text/statements.h"
#include "model/event.h"

namespace tallywire::extract {
namespace {

const Extractor& BuiltIn() {
  static const Extractor extractor = [] { return std::move(Extractor::Load().value()); }();
  return extractor;
}

std::string StatementsOf(std::string_view text, const std::vector<Block>& blocks = {}) {
  const auto statements = Statements::Of(text, blocks, [](std::string_view unit) {
    return std::set<std::string_view>{"1 t", "1 kt", "US$1 million"}.contains(unit);
  });
  return statements == nullptr ? "(as it stands)" : statements->text();
}

struct Row {
  const char* name;
  std::string text;
  std::string statements;
};

TEST(Statements, ArePutTogetherFromTheirPieces) {
  const std::vector<Row> rows = {
      {"prose", "Output rose 5% - the most since May.\nExports fell.", "(as it stands)"},
      {"a list below a sentence", "New caps. They are:\n- Peru: 5,000 t\n- Chile \u2013 7 t\nMore.",
       "New caps. They are:\n\n\nThey are: | Peru | 5,000 t\n\n\nThey are: | Chile | 7 t\n\n\nMore."},
      {"a list without a lead", "The caps are new.\n* Peru: 5 t", "The caps are new.\n\n\nPeru | 5 t\n\n"},
      {"figures in front", "Caps:\n\n\u2022 5 t for Peru", "Caps:\n\nCaps: | 5 t for Peru\n\n"},
      {"prose in a list", "Caps:\n- Peru welcomed the news of 5 May.",
       "Caps:\n\n\nPeru welcomed the news of 5 May.\n\n"},
      {"numbers and letters in front", "Caps:\n1. Peru: 5 t\n\n(ii) Chile: 7 t\nb) Cuba: 9 t",
       "Caps:\n\n\nCaps: | Peru | 5 t\n\n\n\nCaps: | Chile | 7 t\n\n\nCaps: | Cuba | 9 t\n\n"},
      {"a year is no number of an item", "2024. Peru: 5 t", "(as it stands)"},
      {"labels and figures on lines of their own", "Caps in 2025\nPeru: US$5m (US$4m)\nChile: 7%",
       "Caps in 2025\n\n\nCaps in 2025 | Peru | US$5m (US$4m)\n\n\nCaps in 2025 | Chile | 7%\n\n"},
      {"one such line", "Caps in 2025\nPeru: 5 t", "(as it stands)"},
      {"sentences", "Peru: 5 t are left.\nChile: 7 t are left.", "(as it stands)"},
      {"such lines apart", "Peru: 5 t\n\nChile: 7 t", "(as it stands)"},
      {"a table", "Country | 2023 | 2024 (kt)\nPeru | 5 | 6.5",
       "Country | 2023 | 2024 (kt)\n\n\nPeru | 2023: 5 | 2024: 6.5 kt\n\n"},
      {"units of rows, and money", "| 2024 | % change\nSales (US$ million) | 40 | -3.5",
       "| 2024 | % change\n\n\nSales | 2024: US$40 million | change: -3.5 %\n\n"},
      {"a frame", "| State | New |\n| Peru | 7 |", "| State | New |\n\n\nPeru | New: 7\n\n"},
      {"no figure, no unit", "State | Cap (t) | Note\nPeru | n/a | 3 firms",
       "State | Cap (t) | Note\n\n\nPeru | n/a | Note: 3 firms\n\n"},
      {"brackets that hold no unit", "Steel | Cap (new)\nCoil (hot) | 7",
       "Steel | Cap (new)\n\n\nCoil (hot) | Cap (new): 7\n\n"},
      {"a caption's unit", "Caps (kt)\nState | New\nPeru | 7",
       "Caps (kt)\n\n\nState | New\n\n\nCaps (kt) | Peru | New: 7 kt\n\n"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(StatementsOf(row.text), row.statements);
  }
}

TEST(Statements, BlocksTellItemsThatHaveNoMarker) {
  const std::string text = "Caps:\n\nPeru: 5 t";
  EXPECT_EQ(StatementsOf(text), "(as it stands)");
  const std::vector<Block> blocks = {{BlockKind::kParagraph, 0, 5}, {BlockKind::kListItem, 7, 16}};
  EXPECT_EQ(StatementsOf(text, blocks), "Caps:\n\nCaps: | Peru | 5 t\n\n");
}

std::string ToText(const Event& event) {
  return fmt::format("{} {} ({}) of {}, {}: {}{} {} in {}", tallywire::ToText(event.kind), event.measure,
                     event.activity, event.item, event.subject,
                     event.direction == Direction::kNone ? "" : std::string(tallywire::ToText(event.direction)) + " ",
                     event.value, event.unit, event.period);
}

struct Told {
  const char* name;
  std::string text;
  std::vector<std::string> events;
};

TEST(Statements, ListsAndTablesYieldEvents) {
  const std::vector<Told> rows = {
      {"who gets how much of a quota",
       "The ministry set the following export quotas for tungsten for 2024:\n- Acme Metals: 1,200 tonnes\n- Bexley "
       "Minerals: 950 tonnes",
       {"level quota (export) of tungsten, Acme Metals: 1200 t in 2024",
        "level quota (export) of tungsten, Bexley Minerals: 950 t in 2024"}},
      {"things in front of which the figure stands",
       "Norway's catch quotas for 2025 are as follows:\n- 12,500 tonnes of cod\n- 8,000 tonnes of haddock",
       {"level quota (catch) of cod, Norway: 12500 t in 2025",
        "level quota (catch) of haddock, Norway: 8000 t in 2025"}},
      {"years in columns",
       "Nickel ore output (tonnes)\n\nCountry | 2022 | 2023 | Change\nIndonesia | 101,200 | 118,600 | +17.2%",
       {"level output () of nickel ore, Indonesia: 101200 t in 2022",
        "level output () of nickel ore, Indonesia: 118600 t in 2023",
        "change output () of nickel ore, Indonesia: up 17.2 % in 2023"}},
      {"measures in columns",
       "Country | Zinc output (kt) | Zinc exports (kt)\nPeru | 1,400 | 1,150",
       {"level output () of zinc, Peru: 1400000 t in ", "level exports () of zinc, Peru: 1150000 t in "}},
      {"a table that measures nothing known", "Name | Rooms | Stars\nHotel Bexley | 120 | 4", {}},
  };
  for (const Told& row : rows) {
    SCOPED_TRACE(row.name);
    Document document;
    document.text = row.text;
    document.published = "2024-05-17";
    std::vector<std::string> events;
    for (const Event& event : BuiltIn().Extract(document).events) events.push_back(ToText(event));
    EXPECT_EQ(events, row.events);
  }
}

TEST(Statements, WhatIsFoundStandsInTheWordsOfTheSource) {
  const std::string text =
      "Quotas of 2,150 tonnes were set in March. By company, for 2024:\n- Acme Metals: 1,200 tonnes\n- Bexley: 950 "
      "tonnes\n\nCompany | Price (US$/t)\nAcme | 51,000\n\nIn May, 5% more was asked for.";
  Document document;
  document.text = text;
  document.published = "2024-05-17";
  const Extraction extraction = BuiltIn().Extract(document);
  std::vector<std::string> figures;
  for (const Figure& figure : extraction.figures) {
    figures.push_back(text.substr(figure.start, figure.end - figure.start) + " = " + figure.unit);
  }
  EXPECT_EQ(figures, (std::vector<std::string>{"2,150 tonnes = t", "1,200 tonnes = t", "950 tonnes = t",
                                               "51,000 = USD/t", "5% = %"}));
  std::vector<std::string> dates;
  for (const DateExpression& date : extraction.dates) dates.push_back(text.substr(date.start, date.end - date.start));
  EXPECT_EQ(dates, (std::vector<std::string>{"March", "2024", "May"}));
  for (const Event& event : extraction.events) {
    EXPECT_NE(text.find(event.sentence.view()), std::string::npos) << event.sentence;
    EXPECT_NE(event.sentence.view().find(text.substr(event.start, event.end - event.start)), std::string::npos);
  }
}

TEST(Statements, DashesMarkAListToo) {
  Document document;
  document.text =
      "Congo set quotas for cobalt. Company quotas for 2024, as published:\n\u2014 Northwood Metals: 31,200 "
      "tons\n\u2014 Vela "
      "Mining: 9,500 tons";
  document.published = "2024-05-17";
  std::vector<std::string> events;
  for (const Event& event : BuiltIn().Extract(document).events) events.push_back(ToText(event));
  EXPECT_EQ(events, (std::vector<std::string>{"level quota () of cobalt, Northwood Metals: 31200 t in 2024",
                                              "level quota () of cobalt, Vela Mining: 9500 t in 2024"}));
}

TEST(Statements, ATitleIsNoRowOfATable) {
  Document document;
  document.title = "Steel exports fall 5% | Metals Ledger";
  document.published = "2024-05-17";
  const std::vector<Event> events = BuiltIn().Extract(document).events;
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].in, Place::kTitle);
  EXPECT_EQ(document.title.substr(events[0].start, events[0].end - events[0].start), "5%");
}

}  // namespace
}  // namespace tallywire::extract
