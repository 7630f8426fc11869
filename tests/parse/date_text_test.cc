#include "parse/date_text.h"

#include <gtest/gtest.h>

#include "parse/month_names.h"

namespace tallywire::parse {
namespace {

struct Row {
  std::string_view text;
  std::string_view language;
  std::string_view want;  // "" for none
};

std::string FirstDate(std::string_view text, const DateStyle& style) {
  const auto dates = FindDates(text, style, 1);
  return dates.empty() ? std::string() : dates.front().iso;
}

TEST(FindDates, ReadsTheDatesOfManyLanguages) {
  static constexpr Row kRows[] = {
      {"Published 12 November 2019", "en", "2019-11-12"},
      {"November 12th, 2019", "en", "2019-11-12"},
      {"Nov. 2, 2019", "en", "2019-11-02"},
      {"Sept 3 2019", "en", "2019-09-03"},
      {"the 3rd of March, 2021", "en", "2021-03-03"},
      {"12. März 2020", "de", "2020-03-12"},
      {"Di., 7. Jän. 2020", "de", "2020-01-07"},
      {"le 1er février 2020", "fr", "2020-02-01"},
      {"MERCREDI 12 AOUT 2020", "fr", "2020-08-12"},
      {"12 de mayo de 2019", "es", "2019-05-12"},
      {"5 de setembro de 2018", "pt", "2018-09-05"},
      {"3 luglio 2017", "it", "2017-07-03"},
      {"23 mei 2021", "nl", "2021-05-23"},
      {"14 października 2022", "pl", "2022-10-14"},
      {"9 мая 2019 г.", "ru", "2019-05-09"},
      {"30 AĞUSTOS 2020", "tr", "2020-08-30"},
      {"5 oktober 2015", "sv", "2015-10-05"},
      {"5. oktober 2015", "da", "2015-10-05"},
      {"17. mai 2016", "nb", "2016-05-17"},
      {"6. joulukuuta 2017", "fi", "2017-12-06"},
      {"28. října 2018", "cs", "2018-10-28"},
      {"2019. augusztus 20.", "hu", "2019-08-20"},
      {"1 decembrie 2018", "ro", "2018-12-01"},
      {"17 Agustus 2019", "id", "2019-08-17"},
      {"ngày 2 tháng 9 năm 2019", "vi", "2019-09-02"},
      {"2019年11月12日", "zh", "2019-11-12"},
      {"2019年3月1日（金）", "ja", "2019-03-01"},
      {"2019년 3월 1일", "ko", "2019-03-01"},
      {"2019. 3. 1.", "ko", "2019-03-01"},
      {"١٢ نوفمبر ٢٠١٩", "ar", "2019-11-12"},
      {"12 تشرين الثاني 2019", "ar", "2019-11-12"},
      {"25 Μαρτίου 2021", "el", "2021-03-25"},
      {"24 серпня 2021", "uk", "2021-08-24"},
      {"5 พฤษภาคม 2562", "th", "2019-05-05"},
  };
  for (const Row& row : kRows) {
    const DateStyle style{DayOrder::kDayFirst, std::string(row.language)};
    EXPECT_EQ(FirstDate(row.text, style), row.want) << row.text;
  }
}

TEST(FindDates, LanguageDecidesWhereMonthNamesClash) {
  EXPECT_EQ(FirstDate("11 listopada 2020", {DayOrder::kDayFirst, "pl"}), "2020-11-11");
  EXPECT_EQ(FirstDate("11 listopada 2020", {DayOrder::kDayFirst, "hr"}), "2020-10-11");
}

TEST(FindDates, KeepsTheClockAndTheZoneAsWritten) {
  static constexpr Row kRows[] = {
      {"2019-11-12T05:53:00+08:00", "", "2019-11-12T05:53:00+08:00"},
      {"2019-11-12T05:53:00.123Z", "", "2019-11-12T05:53:00Z"},
      {"2019-11-12 05:53", "", "2019-11-12T05:53:00"},
      {"Tue, 12 Nov 2019 05:53:07 GMT", "", "2019-11-12T05:53:07Z"},
      {"Tue, 12 Nov 2019 05:53:07 -0500", "", "2019-11-12T05:53:07-05:00"},
      {"Tue Nov 12 05:53:07 UTC 2019", "", "2019-11-12"},
      {"November 12, 2019 at 5:53 pm EST", "en", "2019-11-12T17:53:00-05:00"},
      {"November 12, 2019, 12:05 a.m.", "en", "2019-11-12T00:05:00"},
      {"12.11.2019 um 17.53 Uhr", "de", "2019-11-12T17:53:00"},
      {"le 12 novembre 2019 à 17h53", "fr", "2019-11-12T17:53:00"},
      {"12 Nov 2019 17:53 GMT+1", "en", "2019-11-12T17:53:00+01:00"},
      {"12 November 2019 | 25:99", "en", "2019-11-12"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(FirstDate(row.text, {DayOrder::kDayFirst, std::string(row.language)}), row.want) << row.text;
  }
}

TEST(FindDates, OrderOfDayAndMonthFollowsTheStyleUnlessOneIsTooGreat) {
  struct OrderRow {
    std::string_view text;
    DayOrder order;
    std::string_view want;
    bool guessed;
  };
  static constexpr OrderRow kRows[] = {
      {"3/4/2020", DayOrder::kDayFirst, "2020-04-03", true},
      {"3/4/2020", DayOrder::kMonthFirst, "2020-03-04", true},
      {"13/4/2020", DayOrder::kMonthFirst, "2020-04-13", false},
      {"4/13/2020", DayOrder::kDayFirst, "2020-04-13", false},
      {"3.4.2020", DayOrder::kMonthFirst, "2020-04-03", false},
      {"03-04-20", DayOrder::kDayFirst, "2020-04-03", true},
      {"5/5/2020", DayOrder::kDayFirst, "2020-05-05", false},
  };
  for (const OrderRow& row : kRows) {
    const auto dates = FindDates(row.text, {row.order, ""}, 1);
    ASSERT_EQ(dates.size(), 1U) << row.text;
    EXPECT_EQ(dates.front().iso, row.want) << row.text;
    EXPECT_EQ(dates.front().guessed, row.guessed) << row.text;
  }
}

TEST(FindDates, WhatIsNoWholeDateGivesNothing) {
  for (const std::string_view text :
       {"", "2019", "November 2019", "12 November", "30 February 2019", "99/99/2019", "192.168.10.12", "10.1.2.33.4",
        "version 1.2.19.4", "call 555-12-2019-44", "1/2/3", "2019-13-01", "12 Novembers 20190", "May I 2019",
        "\xff\xfe 12", "1\n2 May\n2019"}) {
    EXPECT_TRUE(FindDates(text, {}, 5).empty()) << text;
  }
}

TEST(FindDates, SpansCoverTheWordsAndDoNotOverlap) {
  const std::string_view text = "From 3 May 2019 to 4 June 2020\nand 2021-01-02";
  const auto dates = FindDates(text, {}, 10);
  ASSERT_EQ(dates.size(), 3U);
  EXPECT_EQ(text.substr(dates[0].start, dates[0].end - dates[0].start), "3 May 2019");
  EXPECT_EQ(text.substr(dates[1].start, dates[1].end - dates[1].start), "4 June 2020");
  EXPECT_EQ(text.substr(dates[2].start, dates[2].end - dates[2].start), "2021-01-02");
}

TEST(FindDates, EveryTruncationIsReadWithoutHarm) {
  const std::string_view text = "Tue, 12 Nov 2019 05:53:07 +0800, ngày 2 tháng 9 năm 2019, 2019年11月12日 17:53";
  for (size_t size = 0; size <= text.size(); ++size) {
    for (const WrittenDate& date : FindDates(text.substr(0, size), {}, 10)) {
      EXPECT_LE(date.start, date.end);
      EXPECT_LE(date.end, size);
    }
  }
}

TEST(ReadMachineDate, ReadsCompactAndUnixForms) {
  static constexpr Row kRows[] = {
      {"20191112", "", "2019-11-12"},
      {"20191112055300", "", "2019-11-12T05:53:00"},
      {"20191112T055300Z", "", "2019-11-12T05:53:00Z"},
      {"1573537980", "", "2019-11-12T05:53:00Z"},
      {"1573537980000", "", "2019-11-12T05:53:00Z"},
      {" 2019-11-12 ", "", "2019-11-12"},
      {"20191399", "", ""},
      {"4711", "", ""},
      {"yesterday", "", ""},
  };
  for (const Row& row : kRows) {
    const auto date = ReadMachineDate(row.text, {});
    EXPECT_EQ(date ? date->iso : "", row.want) << row.text;
  }
}

TEST(FoldWord, DropsCaseAndAccents) {
  EXPECT_EQ(FoldWord("DÉCEMBRE"), "decembre");
  EXPECT_EQ(FoldWord("KASIM"), FoldWord("kasım"));
  EXPECT_EQ(FoldWord("أبريل"), FoldWord("ابريل"));
  EXPECT_EQ(FoldWord("a\xff"
                     "b"),
            "ab");
}

TEST(MonthNames, KnowsNoMonthInOtherWords) {
  for (const std::string_view word : {"", "monday", "x", "12", "mayor"})
    EXPECT_EQ(MonthNames::Get().Find(word, "en"), 0) << word;
}

}  // namespace
}  // namespace tallywire::parse
