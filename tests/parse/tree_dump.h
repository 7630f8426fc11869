// Trees as text, for comparing them in tests.
#pragma once

#include <string>
#include <vector>

#include "parse/dom.h"

namespace tallywire::parse {

// One line an element ("DEPTH name attribute=value …") and one a run of text ("#words"), white space folded. Left out
// is what the reducer may drop: the insides of drawings and controls, and attributes that do not always stay.
std::vector<std::string> DumpTree(const Document& page);

// As DumpTree of the page parsed without the reducer.
std::vector<std::string> DumpUnreduced(std::string_view html);
std::vector<std::string> DumpReduced(std::string_view html);

}  // namespace tallywire::parse
