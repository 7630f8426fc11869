#include "cli/table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "cli/terminal.h"

namespace tallywire::cli {
namespace {

constexpr std::string_view kGap = "  ";

// The widest column that may still shrink, of those to be cut first while there are any; the number of columns where
// none may.
size_t Widest(const std::vector<size_t>& widths, const std::vector<Column>& columns) {
  size_t widest = columns.size();
  for (size_t i = 0; i < columns.size(); ++i) {
    if (widths[i] <= columns[i].min_width) continue;
    const bool better = widest == columns.size() || columns[i].cut_first > columns[widest].cut_first ||
                        (columns[i].cut_first == columns[widest].cut_first && widths[i] > widths[widest]);
    if (better) widest = i;
  }
  return widest;
}

void Fit(std::vector<size_t>& widths, const std::vector<Column>& columns, size_t width) {
  const size_t gaps = kGap.size() * (columns.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gaps) > width) {
    const size_t widest = Widest(widths, columns);
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

std::string FormatTable(const std::vector<Column>& all_columns, const std::vector<std::vector<std::string>>& all_rows,
                        size_t width, bool color) {
  std::vector<Column> columns;
  std::vector<std::string> titles;
  std::vector<size_t> widths;
  std::vector<std::vector<std::string>> rows(all_rows.size());
  for (size_t i = 0; i < all_columns.size(); ++i) {
    const auto filled = [i](const auto& row) { return !row[i].empty(); };
    if (!all_rows.empty() && std::none_of(all_rows.begin(), all_rows.end(), filled)) continue;
    size_t widest = DisplayWidth(all_columns[i].title);
    for (size_t row = 0; row < rows.size(); ++row) {
      std::string cell = Printable(all_rows[row][i]);
      std::replace(cell.begin(), cell.end(), '\n', ' ');
      widest = std::max(widest, DisplayWidth(cell));
      rows[row].push_back(std::move(cell));
    }
    columns.push_back(all_columns[i]);
    titles.push_back(all_columns[i].title);
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
