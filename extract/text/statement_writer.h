// Puts the pieces of lists and tables together; what Statements::Of calls.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/text/layout.h"
#include "extract/text/statements.h"

namespace tallywire::extract {

// Writes the text of the statements, keeping account of where each stretch came from. References all it is given.
class StatementWriter {
 public:
  StatementWriter(std::string_view source, std::vector<Line> lines, const IsMeasured& is_measured, Statements& out)
      : source_(source), lines_(std::move(lines)), is_measured_(is_measured), out_(out) {}

  void Run();

 private:
  // Text that stands around a number to make it one of a unit: "US$" and "million", nothing and "tonnes".
  struct Unit {
    Line front;
    Line behind;
    bool found() const { return front.size() > 0 || behind.size() > 0; }
  };
  // A heading or label and the unit in brackets at its end.
  struct Named {
    Line name;
    Unit unit;
  };
  using Cells = std::vector<Line>;

  std::string_view Words(const Line& line) const { return source_.substr(line.start, line.size()); }

  // The sentence in front of the list or table that says what it is about: one that ends in a colon, or a caption.
  std::optional<Line> LeadOf(size_t first) const;

  void WriteItem(const Line& item, const std::optional<Line>& lead);
  // "India: 285,000 tonnes" in its label and the rest. No label where the item begins with a figure; no rest where it
  // is no such item.
  std::pair<Line, Line> SplitItem(const Line& item) const;

  // Rows [first, end), which may be those of several tables.
  void WriteRows(size_t first, size_t end, const std::optional<Line>& lead);
  bool IsHeading(const Cells& cells) const;
  void WriteRow(const Cells& cells, const std::vector<Named>& heading, const std::optional<Line>& lead);
  // "95,000" under "(tonnes)" is 95,000 tonnes; 40 under "(US$ million)" is US$40 million.
  void WriteFigure(const Line& cell, const Unit& unit);
  Named Read(const Line& cell) const;
  // What a bracket's words are as a unit; nothing where they are none: "Steel (hot-rolled)".
  Unit UnitOf(const Line& words) const;

  // The source as it stands, up to `end`.
  void CopyUpTo(size_t end);
  // A line that says nothing but what it says by itself.
  void CopyLine(const Line& line);
  void BeginParagraph(const Line& line);
  void Begin(const Line& line);
  void End(const Line& line);
  void Own(const Line& line, std::string_view glue);
  void Repeat(const Line& line, std::string_view glue);

  const std::string_view source_;
  const std::vector<Line> lines_;
  const IsMeasured& is_measured_;
  Statements& out_;
  size_t done_ = 0;   // of the source
  size_t begin_ = 0;  // of the statement being written
};

}  // namespace tallywire::extract
