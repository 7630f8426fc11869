// Spans are the program's proof: what is stored must stand in the text where it says.
#pragma once

#include <string_view>

#include "model/article.h"
#include "model/event.h"
#include "model/result.h"

namespace tallywire::store {

// kBadInput naming `url` and the span for the first figure, date, event or block whose span is empty, outside its text
// (title for events of the title), or begins or ends inside a character.
Status CheckSpans(std::string_view url, const Article& article, const Extraction& extraction);

// The words of a span that has been checked.
std::string_view WordsOf(const Article& article, const Event& event);

}  // namespace tallywire::store
