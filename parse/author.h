// Who wrote the article: names and nothing but names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/page_index.h"

namespace tallywire::parse {

// The authors of the page, without repetition, from the first of: JSON-LD, meta elements, microdata, rel=author,
// elements whose class or id speaks of an author, a line near the headline that begins with "By". `site` is no author,
// except where structured data name nobody else.
std::vector<std::string> ChooseAuthors(const PageIndex& index, std::string_view site);

}  // namespace tallywire::parse
