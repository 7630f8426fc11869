#include "extract/text/statement_writer.h"

#include <algorithm>
#include <array>
#include <string>

namespace tallywire::extract {

namespace {

constexpr size_t kLongestLead = 300;     // bytes of a sentence in front of a list that is repeated with each item
constexpr size_t kLongestCaption = 120;  // of a line without a full stop that is one
constexpr size_t kLongestItem = 160;     // of an item or a cell: longer ones are prose
constexpr size_t kLongestLabel = 60;
constexpr std::string_view kBar = " | ";
constexpr std::string_view kParagraph = "\n\n";
constexpr std::array<std::string_view, 4> kLabelEnds = {": ", " \u2013 ", " \u2014 ", " - "};
constexpr std::array<std::string_view, 4> kCurrencySigns = {"$", "\u20ac", "\u00a3", "\u00a5"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool HasDigit(std::string_view text) { return std::any_of(text.begin(), text.end(), IsDigit); }
bool HasLetter(std::string_view text) { return std::any_of(text.begin(), text.end(), IsLetter); }

// The offset behind the currency sign in `text`, 0 where it has none.
size_t BehindCurrencySign(std::string_view text) {
  for (const std::string_view sign : kCurrencySigns) {
    if (const size_t at = text.find(sign); at != std::string_view::npos) return at + sign.size();
  }
  return 0;
}

// "2024", "2023/24", "2023-24": a column's year, no figure.
bool IsYear(std::string_view text) {
  if (text.size() < 4 || !(text.starts_with("19") || text.starts_with("20"))) return false;
  if (!IsDigit(text[2]) || !IsDigit(text[3])) return false;
  if (text.size() == 4) return true;
  return text.size() >= 7 && (text[4] == '/' || text[4] == '-') &&
         std::all_of(text.begin() + 5, text.end(), [](char c) { return IsDigit(c); });
}

// A number and nothing else, which takes its unit from the heading.
bool IsBareNumber(std::string_view text) {
  return HasDigit(text) && !HasLetter(text) && text.find('%') == std::string_view::npos &&
         BehindCurrencySign(text) == 0;
}

}  // namespace

void StatementWriter::Run() {
  // What is repeated makes the text some longer.
  out_.text_.reserve(source_.size() + source_.size() / 4);
  for (size_t i = 0; i < lines_.size();) {
    if (lines_[i].kind == LineKind::kText) {
      ++i;
      continue;
    }
    const LineKind kind = lines_[i].kind;
    const std::optional<Line> lead = LeadOf(i);
    size_t end = i + 1;
    while (end < lines_.size() && lines_[end].kind == kind) ++end;
    if (kind == LineKind::kItem) {
      for (size_t k = i; k < end; ++k) WriteItem(lines_[k], lead);
    } else {
      WriteRows(i, end, lead);
    }
    i = end;
  }
  CopyUpTo(source_.size());
}

std::optional<Line> StatementWriter::LeadOf(size_t first) const {
  if (first == 0 || lines_[first - 1].kind != LineKind::kText) return std::nullopt;
  Line lead = lines_[first - 1];
  const std::string_view words = Words(lead);
  if (words.ends_with(':')) {
    const size_t stop = words.rfind(". ");
    if (stop != std::string_view::npos) lead.start += stop + 2;
    return lead.size() <= kLongestLead ? std::optional(lead) : std::nullopt;
  }
  const bool sentence = words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
  return !sentence && lead.size() <= kLongestCaption ? std::optional(lead) : std::nullopt;
}

void StatementWriter::WriteItem(const Line& item, const std::optional<Line>& lead) {
  if (item.size() > kLongestItem || !HasDigit(Words(item))) return CopyLine(item);
  const auto [label, rest] = SplitItem(item);
  if (!HasDigit(Words(rest))) return CopyLine(item);
  Begin(item);
  if (lead) Repeat(*lead, kBar);
  if (label.size() > 0) Own(label, kBar);
  Own(rest, {});
  End(item);
}

std::pair<Line, Line> StatementWriter::SplitItem(const Line& item) const {
  const std::string_view words = Words(item);
  size_t label = std::string_view::npos;
  size_t rest = 0;
  for (const std::string_view mark : kLabelEnds) {
    const size_t at = words.find(mark);
    if (at < label) {
      label = at;
      rest = at + mark.size();
    }
  }
  if (label > 0 && label <= kLongestLabel)
    return {{item.kind, item.start, item.start + label}, {item.kind, item.start + rest, item.end}};
  const bool figure = HasDigit(words.substr(0, 1)) || BehindCurrencySign(words.substr(0, 4)) > 0;
  return {{}, figure ? item : Line{}};
}

void StatementWriter::WriteRows(size_t first, size_t end, const std::optional<Line>& lead) {
  std::vector<Named> heading;
  for (size_t i = first; i < end; ++i) {
    const Cells cells = CellsOf(source_, lines_[i]);
    if (heading.size() != cells.size()) heading.clear();
    const bool prose =
        std::any_of(cells.begin(), cells.end(), [](const Line& cell) { return cell.size() > kLongestItem; });
    if (prose) {
      CopyLine(lines_[i]);
    } else if (IsHeading(cells)) {
      heading.clear();
      for (const Line& cell : cells) heading.push_back(Read(cell));
      CopyLine(lines_[i]);
    } else {
      Begin(lines_[i]);
      WriteRow(cells, heading, lead);
      End(lines_[i]);
    }
  }
}

// Words and years say what the columns are.
bool StatementWriter::IsHeading(const Cells& cells) const {
  return std::all_of(cells.begin() + 1, cells.end(), [&](const Line& cell) {
    const std::string_view words = Words(cell);
    return !HasDigit(words) || IsYear(words) || IsLetter(words.front()) ||
           (IsYear(words.substr(0, 4)) && HasLetter(words));
  });
}

void StatementWriter::WriteRow(const Cells& cells, const std::vector<Named>& heading, const std::optional<Line>& lead) {
  if (lead) Repeat(*lead, kBar);
  const Named label = Read(cells[0]);
  const Unit unit = label.unit.found() || !lead ? label.unit : Read(*lead).unit;
  Own(label.name, {});
  for (size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].size() == 0) continue;
    out_.text_ += kBar;
    if (!HasDigit(Words(cells[i]))) {
      Own(cells[i], {});
      continue;
    }
    const Named column = heading.empty() ? Named{} : heading[i];
    if (column.name.size() > 0) Repeat(column.name, ": ");
    WriteFigure(cells[i], column.unit.found() ? column.unit : unit);
  }
}

void StatementWriter::WriteFigure(const Line& cell, const Unit& unit) {
  if (!unit.found() || !IsBareNumber(Words(cell))) return Own(cell, {});
  Repeat(unit.front, {});
  Own(cell, {});
  const std::string_view behind = Words(unit.behind);
  if (!behind.empty() && behind.front() != '/') out_.text_ += ' ';
  Repeat(unit.behind, {});
}

StatementWriter::Named StatementWriter::Read(const Line& cell) const {
  const std::string_view words = Words(cell);
  if (words.starts_with("% "))
    return {{cell.kind, cell.start + 2, cell.end}, {{}, {cell.kind, cell.start, cell.start + 1}}};
  const size_t open = words.rfind('(');
  if (!words.ends_with(')') || open == std::string_view::npos || open == 0) return {cell, {}};
  const Unit unit = UnitOf({cell.kind, cell.start + open + 1, cell.end - 1});
  if (!unit.found()) return {cell, {}};
  return {Trimmed(source_, {cell.kind, cell.start, cell.start + open}), unit};
}

StatementWriter::Unit StatementWriter::UnitOf(const Line& words) const {
  if (HasDigit(Words(words))) return {};
  const size_t sign = words.start + BehindCurrencySign(Words(words));
  Unit unit;
  if (sign > words.start) unit.front = {words.kind, words.start, sign};
  unit.behind = Trimmed(source_, {words.kind, sign, words.end});
  const std::string_view behind = Words(unit.behind);
  const std::string_view glue = behind.empty() || behind.front() == '/' ? "" : " ";
  const bool measured = is_measured_(std::string(Words(unit.front)).append("1").append(glue).append(behind));
  return measured ? unit : Unit{};
}

void StatementWriter::CopyUpTo(size_t end) {
  if (end > done_) Own({LineKind::kText, done_, end}, {});
  done_ = end;
}

void StatementWriter::CopyLine(const Line& line) {
  BeginParagraph(line);
  Own(line, kParagraph);
  done_ = line.end;
}

void StatementWriter::BeginParagraph(const Line& line) {
  CopyUpTo(line.start - line.marker);
  if (!out_.text_.empty() && !out_.text_.ends_with(kParagraph)) out_.text_ += kParagraph;
}

void StatementWriter::Begin(const Line& line) {
  BeginParagraph(line);
  begin_ = out_.text_.size();
}

void StatementWriter::End(const Line& line) {
  out_.statements_.push_back({begin_, out_.text_.size(), {line.start, line.end}});
  out_.text_ += kParagraph;
  done_ = line.end;
}

void StatementWriter::Own(const Line& line, std::string_view glue) {
  out_.own_.push_back({out_.text_.size(), line.start, line.size()});
  Repeat(line, glue);
}

void StatementWriter::Repeat(const Line& line, std::string_view glue) { out_.text_.append(Words(line)).append(glue); }

}  // namespace tallywire::extract
