// The year that a firm reports by, where the text tells it.
#include "extract/dates/reporting_year.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/extract/date_support.h"

namespace tallywire::extract {
namespace {

TEST(ReportingYear, HalvesAndQuartersAreThoseOfTheFirmsYear) {
  static const DateReader reader;
  const struct {
    const char* text;
    const char* value;  // of the first date
    const char* days;
  } rows[] = {
      // What tells the year may stand behind.
      {"Sales fell in the first half. The firm's financial year ends on July 31.", "2022-H1", "2021-08-01/2022-01-31"},
      {"Sales fell in the second half. The firm's financial year ends on July 31.", "2021-H2", "2021-02-01/2021-07-31"},
      {"In last year's first half sales fell. It will close the July 31 year well.", "2021-H1",
       "2020-08-01/2021-01-31"},
      {"Sales fell in the third quarter. The second quarter ended Dec. 31.", "2022-Q3", "2022-01-01/2022-03-31"},
      {"Sales fell in first half year 2021/22. The financial year began on August 1.", "2021-H1",
       "2021-08-01/2022-01-31"},
      {"Sales fell in fiscal 2021. Its fiscal year ends in September.", "2021", "2020-10-01/2021-09-30"},
      {"Sales fell in the first half ended October 31.", "2021-H1", "2021-05-01/2021-10-31"},
      {"Sales fell in its fiscal third quarter, which ended on April 30.", "2022-Q3", "2022-02-01/2022-04-30"},
      // Those of the calendar.
      {"GDP fell in the third quarter of 2021. A firm's financial year ends on July 31.", "2021-Q3",
       "2021-07-01/2021-09-30"},
      {"Sales fell in the first half. Inflation was high in the year to March.", "2022-H1", "2022-01-01/2022-06-30"},
      {"Sales fell in the first half. The firm's financial year ends on December 31.", "2022-H1",
       "2022-01-01/2022-06-30"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    const auto dates = reader.Read(row.text, "2022-05-13");
    ASSERT_FALSE(dates.empty());
    EXPECT_EQ(dates[0].value, row.value);
    EXPECT_EQ(dates[0].days, row.days);
  }
}

TEST(ReportingYear, TheYearThatIsEndingIsTheNearest) {
  static const DateReader reader;
  const auto days = [](const char* text, const char* published) { return reader.Read(text, published).at(0).days; };
  const char* text = "Sales of the financial year ending March 31 are good.";
  EXPECT_EQ(days(text, "2022-11-13"), "2022-04-01/2023-03-31");
  EXPECT_EQ(days(text, "2022-05-13"), "2021-04-01/2022-03-31");
}

}  // namespace
}  // namespace tallywire::extract
