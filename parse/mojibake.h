// UTF-8 that was once taken for windows-1252 and encoded again: "doesnâ€™t", "â‚¬14".
#pragma once

#include <string>
#include <string_view>

namespace tallywire::parse {

// True where the text holds at least two punctuation or currency marks (U+2000 to U+20FF) in that state: no human text
// has "â€" or "â" before a control character.
bool LooksEncodedTwice(std::string_view utf8);

// The text with each run that reads as well-formed UTF-8 once its characters are taken for bytes decoded so; all else
// as it stands. Call it only where LooksEncodedTwice: "Â°" and the like may be meant.
std::string DecodeTwice(std::string_view utf8);

}  // namespace tallywire::parse
