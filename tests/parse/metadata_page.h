// Pages for the metadata tests.
#pragma once

#include <string>
#include <string_view>

#include "parse/dom.h"
#include "parse/metadata.h"

namespace tallywire::parse {

// The metadata of a page with that head and body; `latest` empty or the last day that is believed.
inline Article MetadataOf(std::string_view head, std::string_view body, std::string_view url = {},
                          std::string_view latest = {}) {
  std::string html = "<!DOCTYPE html><html><head>";
  html.append(head).append("</head><body>").append(body).append("</body></html>");
  const auto document = ParseHtml(html);
  Article article;
  ParseOptions options;
  if (!latest.empty()) options.latest_date = ParseIsoDay(latest);
  if (document) ReadMetadata(*document, {html, url, "text/html"}, options, article);
  return article;
}

}  // namespace tallywire::parse
