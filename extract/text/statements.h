// Lists and tables as sentences.
//
// "India: 285,000 tonnes" below "The quotas for 2025 are:" and the cell under "2025 quota (tonnes)" in the row of
// Vietnam say as much as a sentence does, but in pieces that stand apart. Here they are put together, with bars between
// them:
//
//   The quotas for 2025 are: | India | 285,000 tonnes
//   Vietnam | 2024 quota: 120,000 tonnes | 2025 quota: 95,000 tonnes | Change: -20.8%
//
// Every layer then reads the text so made like any other; rules ask for the bars. What it finds is taken back to the
// words of the source, each of which stands in the new text once as its own and perhaps again as another's lead or
// heading.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace tallywire::extract {

// Byte offsets into the source, [start, end).
struct SourceSpan {
  size_t start = 0;
  size_t end = 0;
};

// Whether a text is one number and a unit of measure: "1 tonnes", "US$1 million".
using IsMeasured = std::function<bool(std::string_view text)>;

// Const once made.
class Statements {
 public:
  // nullptr where the text has no list or table, as most have: it is to be read as it stands. `blocks` may be empty.
  static std::unique_ptr<const Statements> Of(std::string_view source, std::span<const Block> blocks,
                                              const IsMeasured& is_measured);

  const std::string& text() const { return text_; }
  // Where the words at [start, end) of text() stand in the source, as far as they are its own there: a number whose
  // unit came from a heading is the number alone. Nothing where all of them are repeated.
  std::optional<SourceSpan> SourceOf(size_t start, size_t end) const;
  // The line of the source that the statement at `at` of text() was made of; nothing where there is none.
  std::optional<SourceSpan> LineAt(size_t at) const;

 private:
  friend class StatementWriter;
  struct Stretch {
    size_t at = 0;    // in text()
    size_t from = 0;  // in the source
    size_t size = 0;
  };
  struct Statement {
    size_t at = 0;  // in text(), [at, end)
    size_t end = 0;
    SourceSpan line;
  };

  std::string text_;
  std::vector<Stretch> own_;  // in order
  std::vector<Statement> statements_;
};

}  // namespace tallywire::extract
