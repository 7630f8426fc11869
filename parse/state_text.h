// The article's text where the page itself does not hold it: in the data that its scripts render it from.
#pragma once

#include <string>

#include "parse/dom.h"

namespace tallywire::parse {

// Looks through the JSON that scripts carry (`__NEXT_DATA__` and other application/json, `Fusion.globalContent = {…}`,
// `window.__INITIAL_STATE__ = {…}`, objects given to `push(…)`) for the longest running text: a string, or a list of a
// text's elements in order. What it returns is HTML, a <p> a paragraph; empty where there is none. Lists of other
// articles (elements with an address and a headline of their own) do not count.
std::string TextInState(const Document& document);

}  // namespace tallywire::parse
