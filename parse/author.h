// Who wrote the article: names and nothing but names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/page_index.h"

namespace tallywire::parse {

// The authors of the page, without repetition, from the first of: JSON-LD, meta elements, microdata, rel=author, a line
// near the headline that begins with "By", elements whose class or id speaks of an author, links to authors' pages. The
// site's own name, account names ("jdoe") and organisations of JSON-LD are given only where no source names anybody
// else.
std::vector<std::string> ChooseAuthors(const PageIndex& index, std::string_view site);

}  // namespace tallywire::parse
