// What a page says about its article: title, authors, times, section, tags, language, addresses.
//
// Each field is asked of several sources in a stated order, and each answer must be plausible before it is taken:
//
//   title        the headline that the most of JSON-LD headline, og:title, twitter:title, <h1> and <title> agree on,
//                without the site's name (title.h)
//   authors      JSON-LD author, meta author and article:author, microdata and rel=author, by-line elements, a "By ..."
//                line beside the headline (author.h)
//   published    JSON-LD, article:published_time and other meta, microdata, hentry and <time>, the address, elements
//                whose class or id speaks of a date, visible text beside the headline, visible text anywhere
//                (publication_date.h)
//   language     <html lang>, meta, og:locale; the text itself decides where they are silent (language.h)
//   the others   JSON-LD, OpenGraph, Dublin Core and plain meta, links
//
// Only values that a reader of the page could check are given; an empty string means that the page does not say.
#pragma once

#include <string>

#include "model/article.h"
#include "parse/dom.h"
#include "parse/parse.h"

namespace tallywire::parse {

// What the metadata say about the text, for the one who chooses the body.
struct BodyWitness {
  std::string article_body;  // plain text of JSON-LD articleBody; paragraphs may have been lost; often empty
};

// Fills in every field of `article` that is metadata: canonical_url, site, title, authors, section, tags, published,
// published_from, modified, language (as declared; may be empty), description, image, paywalled. Text, blocks and
// charset are left alone. Never fails. Safe to call from several threads at once.
BodyWitness ReadMetadata(const Document& document, const Page& page, const ParseOptions& options, Article& article);

}  // namespace tallywire::parse
