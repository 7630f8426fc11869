// Month names in the languages feeds are written in.
#pragma once

#include <optional>
#include <string_view>

namespace tallywire::fetch {

// 1..12 for a month name or its abbreviation (UTF-8, any case, with or without a final dot) in English first, then in
// the other languages of the list in month_name.cc, as ICU spells them; nullopt for any other word.
std::optional<unsigned> MonthFromName(std::string_view word);

}  // namespace tallywire::fetch
