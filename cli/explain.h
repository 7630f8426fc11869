// `tallywire extract --explain`: which blocks of a page were taken for the article's text, and why.
#pragma once

#include <string>

#include "cli/extract_record.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::cli {

// `record` holds a page's bytes or a text. A few lines for each block of the page; with `as_json` an object a line.
// kBadInput for a plain text, of which nothing is chosen. `width`: columns that a line may take.
Result<std::string> ExplainPage(const ExtractRecord& record, Day today, bool as_json, size_t width);

}  // namespace tallywire::cli
