#include "store/span_check.h"

#include <string>

#include <fmt/format.h>

namespace tallywire::store {
namespace {

// UTF-8: bytes 10xxxxxx continue a character.
bool OnBoundary(std::string_view text, size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

struct Span {
  std::string_view what;   // "figure"
  std::string_view where;  // "text"
  size_t start = 0;
  size_t end = 0;
};

Status Check(std::string_view url, std::string_view text, const Span& span) {
  std::string_view problem;
  if (span.start >= span.end) {
    problem = "is empty";
  } else if (span.end > text.size()) {
    problem = "ends behind it";
  } else if (!OnBoundary(text, span.start) || !OnBoundary(text, span.end)) {
    problem = "cuts a character";
  }
  if (problem.empty()) return {};
  return Fail(ErrorCode::kBadInput, std::string(url),
              fmt::format("the span [{}, {}) of a {} in the {} ({} bytes) {}", span.start, span.end, span.what,
                          span.where, text.size(), problem),
              "Please report this page as a bug; nothing of it was stored");
}

}  // namespace

Status CheckSpans(std::string_view url, const Article& article, const Extraction& extraction) {
  for (const Block& block : article.blocks) {
    if (auto good = Check(url, article.text, {"block", "text", block.start, block.end}); !good) return good;
  }
  for (const Figure& figure : extraction.figures) {
    if (auto good = Check(url, article.text, {"figure", "text", figure.start, figure.end}); !good) return good;
  }
  for (const DateExpression& date : extraction.dates) {
    if (auto good = Check(url, article.text, {"date", "text", date.start, date.end}); !good) return good;
  }
  for (const Event& event : extraction.events) {
    const bool in_title = event.in == Place::kTitle;
    const Span span{"event", in_title ? "title" : "text", event.start, event.end};
    if (auto good = Check(url, in_title ? article.title : article.text, span); !good) return good;
  }
  return {};
}

std::string_view WordsOf(const Article& article, const Event& event) {
  const std::string_view text = event.in == Place::kTitle ? article.title : article.text;
  return text.substr(event.start, event.end - event.start);
}

}  // namespace tallywire::store
