// From the raw bytes of a page to clean text and metadata: the one entry of this stage.
#pragma once

#include <optional>

#include "model/article.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::parse {

struct ParseOptions {
  // Dates after this day are not publication dates. Normally the day the page was fetched.
  std::optional<Day> latest_date;
  size_t max_bytes = 16U << 20U;  // pages above this are refused
};

// Decodes, parses and reads one page. Never fails on odd HTML; kTooLarge for pages over the limit, kBadInput for bytes
// that are no text at all (an image, a PDF). A page without an article yields an Article with empty text and a warning.
// Safe to call from several threads at once.
Result<Article> ParseArticle(const Page& page, const ParseOptions& options = {});

}  // namespace tallywire::parse
