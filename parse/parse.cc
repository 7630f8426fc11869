#include "parse/parse.h"

#include <string>

namespace tallywire::parse {

Result<Article> ParseArticle(const Page& page, const ParseOptions& options) {
  if (page.bytes.size() > options.max_bytes) {
    return Fail(ErrorCode::kTooLarge, std::string(page.url), "the page is larger than the limit", "");
  }
  Article article;
  article.url = page.url;
  return article;
}

}  // namespace tallywire::parse
