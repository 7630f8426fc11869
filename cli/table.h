// Tables for people (columns that fit the terminal) and for programs (CSV).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::cli {

struct Column {
  std::string title;
  size_t min_width = 4;      // the column may be cut to this where the table is too wide
  bool align_right = false;  // figures
  bool cut_first = false;    // what matters least: cut before the others
};

// Rows have as many cells as there are columns. Columns that are empty in every row are left out. Too wide a table has
// its widest columns cut, with an ellipsis. With `color` the titles are set off.
std::string FormatTable(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                        size_t width, bool color);

// One record by RFC 4180: comma, CRLF, double quotes where needed.
std::string CsvRecord(const std::vector<std::string>& cells);

}  // namespace tallywire::cli
