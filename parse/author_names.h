// Names out of by-lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// The names in a by-line or a data field: "By JANE DOE and John Roe Jr., Staff Writers | May 3, 2019" gives "JANE DOE",
// "John Roe Jr.". Prefixes, roles, dates, addresses, handles and degrees are cut off; values that name nobody ("admin")
// give nothing.
std::vector<std::string> SplitAuthors(std::string_view written);

}  // namespace tallywire::parse
