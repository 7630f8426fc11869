// What a page says about its article: title, authors, times, section, tags, language, addresses.
//
// Each field is asked of several sources in a stated order, and each answer must be plausible before it is taken:
//
//   title        the <h1> (or <h2>) that JSON-LD headline, og:title and its like, and <title> agree with most; else the
//                first of them; always without the site's name (title.h)
//   authors      JSON-LD author; meta author, article:author, citation data; microdata; rel=author; a line beside the
//                headline that begins with "By"; elements whose class or id speaks of an author; links to authors'
//                pages (author.h)
//   published    JSON-LD datePublished; article:published_time and other meta; microdata; the address; the likeliest of
//                the visible dates; then dateCreated, state in scripts, unlisted and modification meta, the picture's
//                address. A stated date gives way to one that the page shows beside its headline in its stead
//                (publication_date.h, visible_dates.h)
//   language     <html lang>, meta, og:locale, JSON-LD; the text itself decides where they are silent or plainly wrong
//                (language.h)
//   the others   JSON-LD, OpenGraph, Dublin Core and plain meta, links, in the order of [meta] in rules/metadata.toml
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
