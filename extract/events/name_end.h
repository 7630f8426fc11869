// How far the name goes that begins with a capital: which small words, marks and commas belong to it.
#pragma once

#include <cstdint>

#include "extract/events/capitals.h"
#include "extract/events/name_text.h"

namespace tallywire::extract {

// The token behind the name that begins with the capital at `at`, with its company suffix: "Sotheby's Holdings Inc."
uint32_t EndOfName(const NameText& text, const Capitals& capitals, uint32_t at, const Sentence& sentence);

}  // namespace tallywire::extract
