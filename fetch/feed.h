// Reads RSS 0.9x, 1.0 (RDF), 2.0 and Atom feeds with libxml2, as leniently as their authors write them.
#pragma once

#include <string_view>

#include "model/feed.h"
#include "model/result.h"

namespace tallywire::fetch {

// `bytes` after content coding; `base_url` is where the feed was found and resolves relative links; `content_type` is
// the HTTP header or empty. What is broken but readable ends up in Feed::warnings; kBadInput where it is no feed at all
// (an HTML page, say), with what it looks like instead. Safe to call from several threads at once.
Result<Feed> ParseFeed(std::string_view bytes, std::string_view base_url, std::string_view content_type = {});

}  // namespace tallywire::fetch
