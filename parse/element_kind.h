// How elements lay out their text.
#pragma once

#include "parse/dom.h"

namespace tallywire::parse {

// True where the element begins and ends a line of its own, as browsers' default style sheet has it.
bool IsBlockElement(Tag tag);
// True where nothing below the element is text that a reader reads: controls, media, scripts.
bool IsTextless(Tag tag);
bool IsHeading(Tag tag);
bool IsEmphasis(Tag tag);
// True for the elements that the tree builder opens again where their end tag is missing or misplaced.
bool IsFormattingElement(Tag tag);

}  // namespace tallywire::parse
