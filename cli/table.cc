#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "cli/terminal.h"

namespace tallywire::cli {
namespace {

constexpr std::string_view kGap = "  ";

// Cuts the widest column that may still shrink, a step at a time, until the row fits.
void Fit(std::vector<size_t>& widths, const std::vector<Column>& columns, size_t width) {
  const size_t gaps = kGap.size() * (columns.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gaps) > width) {
    size_t widest = columns.size();
    for (size_t i = 0; i < columns.size(); ++i) {
      const bool may_shrink = widths[i] > columns[i].min_width;
      if (may_shrink && (widest == columns.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == columns.size()) return;
    --widths[widest];
  }
}

std::string Cell(const std::string& text, size_t width, bool align_right) {
  std::string cell = Shorten(text, width);
  const std::string padding(width - std::min(width, DisplayWidth(cell)), ' ');
  return align_right ? padding + cell : cell + padding;
}

std::string Row(const std::vector<std::string>& cells, const std::vector<size_t>& widths,
                const std::vector<Column>& columns) {
  std::string row;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += kGap;
    row += Cell(cells[i], widths[i], columns[i].align_right);
  }
  row.erase(row.find_last_not_of(' ') + 1);
  return row;
}

}  // namespace

std::string FormatTable(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                        size_t width, bool color) {
  std::vector<std::string> titles;
  std::vector<size_t> widths;
  for (size_t i = 0; i < columns.size(); ++i) {
    size_t widest = DisplayWidth(columns[i].title);
    for (const auto& row : rows) widest = std::max(widest, DisplayWidth(row[i]));
    titles.push_back(columns[i].title);
    widths.push_back(widest);
  }
  Fit(widths, columns, width);
  std::string table = Row(titles, widths, columns);
  if (color) table = "\033[1m" + table + "\033[0m";
  table += '\n';
  for (const auto& row : rows) table += Row(row, widths, columns) + '\n';
  return table;
}

std::string CsvRecord(const std::vector<std::string>& cells) {
  std::string record;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) record += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      record += cells[i];
      continue;
    }
    record += '"';
    for (const char c : cells[i]) {
      if (c == '"') record += '"';
      record += c;
    }
    record += '"';
  }
  return record + "\r\n";
}

}  // namespace tallywire::cli
