// Names out of by-lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// The names in a by-line or a data field: "By JANE DOE and John Roe Jr., Staff Writers | May 3, 2019" gives "JANE DOE",
// "John Roe Jr.". Prefixes, roles, dates, addresses and handles are cut off; values that name nobody ("admin") give
// nothing. `written` is one line of plain text; a user's e-mail address alone gives nothing.
std::vector<std::string> SplitAuthors(std::string_view written);

// True where the words look like the name of a person or a desk even without anything that says so: one to five words,
// each capitalised or a particle ("van"), no punctuation of sentences. Scripts without capitals pass on length alone.
bool LooksLikeName(std::string_view name);

// True for account names ("jdoe", "andrew.keaveney", "NB"): better than nothing, worse than any real name.
bool LooksLikeAccount(std::string_view name);

// "Roe, John" -> "John Roe", as citation data give names. Other values unchanged.
std::string TurnCitationName(std::string_view name);

}  // namespace tallywire::parse
