// The headline of a page, without the name of its site.
#pragma once

#include <string>
#include <string_view>

#include "parse/page_index.h"

namespace tallywire::parse {

struct ChosenTitle {
  std::string title;
  std::string site;          // the site's name, where the page gives one or the titles show it
  NodeId heading = kNoNode;  // the <h1> (or <h2>) that says the title
};

// Compares the JSON-LD headline, og:title and its like, the headings and <title>.
ChosenTitle ChooseTitle(const PageIndex& index);

// "A headline | The Site" -> "A headline", given the site's name, its host ("example.com") and the page's headings; the
// title unchanged where nothing shows which part is the site's.
std::string StripSiteName(std::string_view title, std::string_view site, std::string_view host);

// Letters and digits in lower case, everything else one blank: how titles are compared.
std::string TitleKey(std::string_view title);

}  // namespace tallywire::parse
