// By-lines in the visible text of a page.
#pragma once

#include <string>
#include <vector>

#include "parse/page_index.h"

namespace tallywire::parse {

// Names in lines beside the headline that begin with "By", "Von", "Par" …, or in the line below one that says nothing
// else; then in lines anywhere that begin with two such words ("Written by"). Empty where there are none.
std::vector<std::string> FindByLine(const PageIndex& index);

}  // namespace tallywire::parse
