// A page decoded and parsed: where reading an article begins.
#pragma once

#include <memory>

#include "model/article.h"
#include "model/result.h"
#include "parse/charset.h"
#include "parse/dom.h"
#include "parse/parse.h"

namespace tallywire::parse {

struct OpenedPage {
  std::unique_ptr<DecodedText> decoded;
  Document document;  // has views into `decoded`
};

// Fails as ParseArticle does.
Result<OpenedPage> OpenPage(const Page& page, const ParseOptions& options);

}  // namespace tallywire::parse
