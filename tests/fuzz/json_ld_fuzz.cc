// JSON-LD blocks of any content: no crash, strings are valid UTF-8 wherever the input is, two runs agree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "parse/json_ld.h"
#include "parse/utf8.h"

using tallywire::parse::CountUtf8;
using tallywire::parse::JsonLdArticle;
using tallywire::parse::ReadJsonLd;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  // A NUL parts two blocks, so that references between blocks are tried as well.
  const size_t cut = all.find('\0');
  std::vector<std::string_view> blocks = {all.substr(0, cut)};
  if (cut != std::string_view::npos) blocks.push_back(all.substr(cut + 1));
  const JsonLdArticle article = ReadJsonLd(blocks, "https://news.example/a");
  const JsonLdArticle again = ReadJsonLd(blocks, "https://news.example/a");
  if (article.headline != again.headline || article.authors != again.authors || article.published != again.published)
    std::abort();
  if (CountUtf8(all).broken == 0) {
    for (const auto& text :
         {article.headline, article.published, article.section, article.description, article.article_body}) {
      if (CountUtf8(text).broken != 0) std::abort();
    }
  }
  return 0;
}
