#include "model/period.h"

#include <gtest/gtest.h>

#include <string>

namespace tallywire {
namespace {

std::string Text(std::string_view period) {
  const auto days = DaysOf(period);
  return days ? ToIsoDate(days->first) + ".." + ToIsoDate(days->last) : "none";
}

TEST(DaysOf, NamesFirstAndLastDay) {
  const struct {
    const char* period;
    const char* want;
  } rows[] = {
      {"2019", "2019-01-01..2019-12-31"},
      {"2019-02", "2019-02-01..2019-02-28"},
      {"2020-02", "2020-02-01..2020-02-29"},
      {"2019-11-08", "2019-11-08..2019-11-08"},
      {"2019-11-08T12:00", "2019-11-08..2019-11-08"},
      {"2019-Q3", "2019-07-01..2019-09-30"},
      {"2019-H2", "2019-07-01..2019-12-31"},
      {"2019-W45", "2019-11-04..2019-11-10"},
      {"2019-W45-WE", "2019-11-09..2019-11-10"},
      {"2020-W53", "2020-12-28..2021-01-03"},
      {"2019-SU", "2019-06-01..2019-08-31"},
      {"2019-WI", "2019-12-01..2020-02-29"},
      {"199X", "1990-01-01..1999-12-31"},
      {"199", "1990-01-01..1999-12-31"},
      {"19XX", "1900-01-01..1999-12-31"},
      {"2022-10/2023-09", "2022-10-01..2023-09-30"},
      {"2022/2023", "2022-01-01..2023-12-31"},
      {"P3M", "none"},
      {"PAST_REF", "none"},
      {"", "none"},
      {"2019-13", "none"},
      {"2019-02-30", "none"},
      {"2019-Q5", "none"},
      {"2023/2022", "none"},
      {"/", "none"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.period);
    EXPECT_EQ(Text(row.period), row.want);
  }
}

}  // namespace
}  // namespace tallywire
