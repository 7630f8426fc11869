// What gumbo need not see: a linear rewriting of the page before it is parsed.
//
// Scripts, styles, comments, inline drawings and most attributes are the larger part of a news page, and gumbo walks
// them character by character. The reducer drops them at the speed of memchr, keeps the scripts' contents aside, folds
// white space outside <pre>, caps the depth of the tree, and withholds from gumbo the texts and attributes that the
// tree is to have but that do not shape it (withheld.h). The tree of the reduced page is that of the page, less what
// was dropped: it follows the tokenizer's rules exactly, and leaves in whatever it is not sure of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/dom.h"
#include "parse/withheld.h"

namespace tallywire::parse {

struct ReducedPage {
  std::string html;
  Withheld withheld;
  size_t tags = 0;                        // start tags in it
  std::vector<std::string_view> json_ld;  // views into the page that was given
  std::vector<DataScript> data_scripts;
};

// `html` is UTF-8 and must outlive the result.
ReducedPage ReducePage(std::string_view html);

// True for the attributes that always stay: those that carry metadata, structure or visibility. A few others stay when
// their value may be a date or hides the element. `name` in any case.
bool AlwaysKeepsAttribute(std::string_view name);

}  // namespace tallywire::parse
