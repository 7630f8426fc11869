// Events and facts as tables for people and as CSV.
#pragma once

#include <string>
#include <vector>

#include "model/event.h"
#include "store/query.h"

namespace tallywire::cli {

// What is measured, in words: "mining quota of rare earths, share".
std::string MeasureText(const Event& event);

std::string EventTable(const std::vector<store::EventRow>& rows, size_t width, bool color);
std::string FactTable(const std::vector<store::FactRow>& rows, size_t width, bool color);

// With a line of column names first; every field of an event is a column.
std::string EventCsv(const std::vector<store::EventRow>& rows);
std::string FactCsv(const std::vector<store::FactRow>& rows);

}  // namespace tallywire::cli
