// An article as a person reads it: what is known of it, its marked text, the list of its events.
#pragma once

#include <string>
#include <vector>

#include "model/article.h"
#include "model/event.h"
#include "store/article_table.h"

namespace tallywire::cli {

std::string ArticleView(const Article& article, const Extraction& extraction, size_t width, bool color);

// Nothing where there is only one.
std::string RevisionList(const std::vector<store::RevisionSummary>& revisions, bool color);

}  // namespace tallywire::cli
