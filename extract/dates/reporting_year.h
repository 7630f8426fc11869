// The year that a firm reports by, where a text tells when it ends: its halves and quarters are those of that year.
#pragma once

#include <optional>
#include <vector>

#include "extract/dates/date_finder.h"
#include "model/time.h"

namespace tallywire::extract {

// Where one of the dates tells the month in which the reporting year begins ("the financial year ended July 31", "its
// second quarter ended Aug. 31"), "the first half", "last year's third quarter" and "fiscal 2022" get the days that
// they have in that year. Values stay as the words have them; halves and quarters with a plain year ("the third quarter
// of 2022") stay those of the calendar. `reference` is the day of publication.
void ApplyReportingYear(std::optional<Day> reference, std::vector<DateSpan>& dates);

}  // namespace tallywire::extract
