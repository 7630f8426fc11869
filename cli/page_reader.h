// From an archived exchange to an article with its figures: content coding undone, parsed, extracted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/extract.h"
#include "model/article.h"
#include "model/event.h"
#include "model/http.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::cli {

struct ReadPage {
  Article article;
  Extraction extraction;
};

// Parses `page` and extracts from it. `latest_date` is the last day it can have been published. kBadInput where there
// is no article text in it. Thread-safe.
Result<ReadPage> ReadArticle(const Page& page, Day latest_date, const extract::Extractor& extractor);

// The same for the body of an answer; `url` is where it came from.
Result<ReadPage> ReadArticle(const Exchange& exchange, const extract::Extractor& extractor);

// Figures, dates and events of `article`. Thread-safe.
Extraction ExtractFrom(const Article& article, const extract::Extractor& extractor);

}  // namespace tallywire::cli
