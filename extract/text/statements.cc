#include "extract/text/statements.h"

#include <algorithm>

#include "extract/text/layout.h"
#include "extract/text/statement_writer.h"

namespace tallywire::extract {

std::unique_ptr<const Statements> Statements::Of(std::string_view source, std::span<const Block> blocks,
                                                 const IsMeasured& is_measured) {
  std::vector<Line> lines = ReadLayout(source, blocks);
  if (lines.empty()) return nullptr;
  auto statements = std::make_unique<Statements>();
  StatementWriter(source, std::move(lines), is_measured, *statements).Run();
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
