#include "extract/statements.h"

#include <algorithm>
#include <array>

#include "extract/layout.h"

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

// A heading or label and the unit in brackets at its end.
struct Named {
  Line name;
  Line unit;  // without its brackets
};

Named NameAndUnit(std::string_view text, const Line& cell) {
  const std::string_view words = text.substr(cell.start, cell.size());
  if (words.starts_with("% ")) return {{cell.kind, cell.start + 2, cell.end}, {cell.kind, cell.start, cell.start + 1}};
  const size_t open = words.rfind('(');
  if (!words.ends_with(')') || open == std::string_view::npos || open == 0) return {cell, {}};
  Line name = {cell.kind, cell.start, cell.start + open};
  while (name.end > name.start && text[name.end - 1] == ' ') --name.end;
  return {name, {cell.kind, cell.start + open + 1, cell.end - 1}};
}

}  // namespace

// Writes the text of the statements, keeping account of where each stretch came from.
class StatementWriter {
 public:
  StatementWriter(std::string_view source, std::vector<Line> lines, Statements& out)
      : source_(source), lines_(std::move(lines)), out_(out) {}

  void Run() {
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

 private:
  std::string_view Words(const Line& line) const { return source_.substr(line.start, line.size()); }

  // The sentence in front of the list or table that says what it is about: one that ends in a colon, or a caption.
  std::optional<Line> LeadOf(size_t first) const {
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

  void WriteItem(const Line& item, const std::optional<Line>& lead) {
    const std::string_view words = Words(item);
    const auto [label, rest] = SplitItem(item);
    const bool statement = words.size() <= kLongestItem && HasDigit(Words(rest)) && rest.size() > 0;
    if (!statement) return CopyLine(item);
    Begin(item);
    if (lead) Repeat(*lead, kBar);
    if (label.size() > 0) Own(label, kBar);
    Own(rest, {});
    End(item);
  }

  // "India: 285,000 tonnes" in its label and the rest. No label where the item begins with a figure; no rest where it
  // is no such item.
  std::pair<Line, Line> SplitItem(const Line& item) const {
    const std::string_view words = Words(item);
    const bool figure = !words.empty() && (IsDigit(words.front()) || BehindCurrencySign(words.substr(0, 4)) > 0);
    size_t label = std::string_view::npos;
    size_t rest = 0;
    for (const std::string_view mark : kLabelEnds) {
      const size_t at = words.find(mark);
      if (at < label) {
        label = at;
        rest = at + mark.size();
      }
    }
    if (label == 0 || label > kLongestLabel) return {{}, figure ? item : Line{}};
    return {{item.kind, item.start, item.start + label}, {item.kind, item.start + rest, item.end}};
  }

  // Rows [first, end), which may be those of several tables.
  void WriteRows(size_t first, size_t end, const std::optional<Line>& lead) {
    std::vector<Line> heading;
    for (size_t i = first; i < end; ++i) {
      const std::vector<Line> cells = CellsOf(source_, lines_[i]);
      if (heading.size() != cells.size()) heading.clear();
      if (IsHeading(cells)) {
        heading = cells;
        CopyLine(lines_[i]);
      } else if (IsProse(cells)) {
        CopyLine(lines_[i]);
      } else {
        Begin(lines_[i]);
        WriteRow(cells, heading, lead);
        End(lines_[i]);
      }
    }
  }

  // Says what the columns are: words and years.
  bool IsHeading(const std::vector<Line>& cells) const {
    return std::all_of(cells.begin() + 1, cells.end(), [&](const Line& cell) {
      const std::string_view words = Words(cell);
      return !HasDigit(words) || IsYear(words) || IsLetter(words.front()) ||
             (IsYear(words.substr(0, 4)) && HasLetter(words));
    });
  }

  static bool IsProse(const std::vector<Line>& cells) {
    return std::any_of(cells.begin(), cells.end(), [](const Line& cell) { return cell.size() > kLongestItem; });
  }

  void WriteRow(const std::vector<Line>& cells, const std::vector<Line>& heading, const std::optional<Line>& lead) {
    if (lead) Repeat(*lead, kBar);
    const Named label = NameAndUnit(source_, cells[0]);
    Own(label.name, {});
    bool figures = false;
    for (size_t i = 1; i < cells.size(); ++i) {
      const bool figure = HasDigit(Words(cells[i]));
      const Named column = heading.empty() ? Named{} : NameAndUnit(source_, heading[i]);
      if (!figure && (figures || cells[i].size() == 0 || column.unit.size() > 0)) continue;  // "n/a"
      figures = figures || figure;
      out_.text_ += kBar;
      if (!figure) {
        Own(cells[i], {});
        continue;
      }
      if (column.name.size() > 0) Repeat(column.name, ": ");
      const Line& inner = column.unit.size() > 0 ? column.unit : label.unit;
      WriteFigure(cells[i], inner.size() > 0 || !lead ? inner : NameAndUnit(source_, *lead).unit);
    }
  }

  // "95,000" under "(tonnes)" is 95,000 tonnes; 40 under "(US$ million)" is US$40 million.
  void WriteFigure(const Line& cell, const Line& unit) {
    if (unit.size() == 0 || !IsBareNumber(Words(cell))) return Own(cell, {});
    const size_t sign = BehindCurrencySign(Words(unit));
    if (sign > 0) Repeat({unit.kind, unit.start, unit.start + sign}, {});
    Own(cell, {});
    const Line rest = {unit.kind, unit.start + sign, unit.end};
    if (rest.size() == 0) return;
    const char next = source_[rest.start];
    if (next != '/' && next != ' ') out_.text_ += ' ';
    Repeat(rest, {});
  }

  void CopyUpTo(size_t end) {
    if (end > done_) Own({LineKind::kText, done_, end}, {});
    done_ = end;
  }

  // A line that says nothing but what it says by itself.
  void CopyLine(const Line& line) {
    BeginParagraph(line);
    Own(line, kParagraph);
    done_ = line.end;
  }

  void BeginParagraph(const Line& line) {
    CopyUpTo(line.start - line.marker);
    if (!out_.text_.empty() && !out_.text_.ends_with(kParagraph)) out_.text_ += kParagraph;
  }

  void Begin(const Line& line) {
    BeginParagraph(line);
    begin_ = out_.text_.size();
  }

  void End(const Line& line) {
    out_.statements_.push_back({begin_, out_.text_.size(), {line.start, line.end}});
    out_.text_ += kParagraph;
    done_ = line.end;
  }

  void Own(const Line& line, std::string_view glue) {
    out_.own_.push_back({out_.text_.size(), line.start, line.size()});
    Repeat(line, glue);
  }

  void Repeat(const Line& line, std::string_view glue) { out_.text_.append(Words(line)).append(glue); }

  const std::string_view source_;
  const std::vector<Line> lines_;
  Statements& out_;
  size_t done_ = 0;   // of the source
  size_t begin_ = 0;  // of the statement being written
};

std::unique_ptr<const Statements> Statements::Of(std::string_view source, std::span<const Block> blocks) {
  std::vector<Line> lines = ReadLayout(source, blocks);
  if (lines.empty()) return nullptr;
  auto statements = std::make_unique<Statements>();
  StatementWriter(source, std::move(lines), *statements).Run();
  return statements;
}

std::optional<SourceSpan> Statements::SourceOf(size_t start, size_t end) const {
  // The first stretch that ends behind `start`, and all that begin before `end`.
  auto stretch =
      std::upper_bound(own_.begin(), own_.end(), start, [](size_t at, const Stretch& s) { return at < s.at + s.size; });
  std::optional<SourceSpan> span;
  for (; stretch != own_.end() && stretch->at < end; ++stretch) {
    if (!span) span = SourceSpan{stretch->from + std::max(start, stretch->at) - stretch->at, 0};
    span->end = stretch->from + std::min(end - stretch->at, stretch->size);
  }
  return span;
}

std::optional<SourceSpan> Statements::LineAt(size_t at) const {
  auto next = std::upper_bound(statements_.begin(), statements_.end(), at,
                               [](size_t place, const Statement& s) { return place < s.at; });
  if (next == statements_.begin()) return std::nullopt;
  --next;
  return at < next->end ? std::optional(next->line) : std::nullopt;
}

}  // namespace tallywire::extract
