// What the feed formats share: texts with a type, links, dates and persons of a feed or an entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fetch/feed_element.h"
#include "model/feed.h"
#include "model/time.h"

namespace tallywire::fetch {

// Where the texts stand decides what an untyped one holds: Atom says plain text, RSS leaves HTML to chance.
enum class Dialect { kRss, kAtom };

// A title or summary as one line of plain text, by its type and mode attributes (Atom 1.0: text, html, xhtml or a media
// type; Atom 0.3: media type with mode xml, escaped or base64). Text that says it is plain and holds HTML all the same
// is taken for HTML: far more feeds forget to say so than write about tags.
std::string PlainTextOf(const Element& element, Dialect dialect);

// The entry's or feed's own page, absolute; empty where none is given. In Atom the link with rel="alternate" (or no
// rel), HTML before other types; in RSS the text of <link> before that.
std::string LinkOf(const Element& parent, Dialect dialect, std::string_view base_url);

// guid, atom:id, rdf:about; with `is_link` where the identifier may serve as the link as well.
struct Identifier {
  std::string text;
  bool is_link = false;
};
Identifier IdentifierOf(const Element& parent, std::string_view base_url);

// The names of all authors, separated by ", ", without mail addresses where a name is given.
std::string AuthorsOf(const Element& parent);

std::optional<Timestamp> PublishedOf(const Element& parent);
std::optional<Timestamp> UpdatedOf(const Element& parent);

// Everything above for one item or entry.
FeedEntry ReadEntry(const Element& entry, Dialect dialect, std::string_view base_url);

}  // namespace tallywire::fetch
