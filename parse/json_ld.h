// What the JSON-LD of a page (schema.org in <script type="application/ld+json">) says about its article.
//
// Taken as found in the wild: one object, an array, an @graph, several blocks a page, references by @id, comments,
// trailing commas, raw line breaks and bare quotes inside strings, HTML entities, CDATA and comment wrappers. A block
// that no repair makes readable is searched for the few fields by their names.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// Strings are UTF-8 with HTML entities decoded and tags dropped; empty means not given.
struct JsonLdArticle {
  std::string type;         // "NewsArticle"; "WebPage" where there is no article; empty for salvaged fields
  bool is_article = false;  // the type is one that news and blog articles have
  std::string headline;
  std::string url;
  std::string published;  // as written
  std::string created;    // dateCreated or uploadDate, as written
  std::string modified;
  std::vector<std::string> authors;        // as written, one a person
  std::vector<std::string> organisations;  // authors that are said to be organisations
  std::string section;
  std::vector<std::string> keywords;
  std::string description;
  std::string image;
  std::string publisher;
  std::string site;      // name of a WebSite node
  std::string language;  // inLanguage
  std::string article_body;
  std::optional<bool> accessible_for_free;
};

// Chooses the node that is about the page: an article whose address is the page's, then the first article, then a page
// node; fields that it lacks come from the others. `page_url` may be empty. Never fails.
JsonLdArticle ReadJsonLd(std::span<const std::string_view> blocks, std::string_view page_url);

// A block made into JSON that a strict parser is likelier to accept: wrappers, comments and trailing commas dropped,
// control characters and stray quotes inside strings escaped. Exposed for its tests. Linear.
std::string RepairJson(std::string_view block);

}  // namespace tallywire::parse
