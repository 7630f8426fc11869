#include "cli/page_reader.h"

#include <chrono>
#include <utility>

#include "fetch/content_coding.h"
#include "parse/parse.h"

namespace tallywire::cli {

Extraction ExtractFrom(const Article& article, const extract::Extractor& extractor) {
  extract::Document document;
  document.text = article.text;
  document.title = article.title;
  document.published = article.published;
  document.url = article.url;
  document.language = article.language;
  document.blocks = article.blocks;
  return extractor.Extract(document);
}

Result<ReadPage> ReadArticle(const Page& page, Day latest_date, const extract::Extractor& extractor) {
  parse::ParseOptions options;
  options.latest_date = latest_date;
  auto article = parse::ParseArticle(page, options);
  if (!article) return tl::unexpected(std::move(article).error());
  if (article->text.empty()) {
    const std::string what = article->warnings.empty() ? "no article text was found" : article->warnings.front();
    return Fail(ErrorCode::kBadInput, std::string(page.url), what,
                "Look at it in a browser: it may be empty, a list of links, or made by scripts");
  }
  ReadPage result;
  result.extraction = ExtractFrom(*article, extractor);
  result.article = std::move(*article);
  return result;
}

Result<ReadPage> ReadArticle(const Exchange& exchange, const extract::Extractor& extractor) {
  const auto content = fetch::DecodeContent(exchange.response.headers, exchange.response.body);
  if (!content) return tl::unexpected(content.error());
  const Page page{content->bytes, exchange.request.url, FindHeader(exchange.response.headers, "Content-Type")};
  // A page may be dated a day ahead of us: it is tomorrow already where it was written.
  const Day latest_date = std::chrono::floor<std::chrono::days>(exchange.time) + std::chrono::days{1};
  auto read = ReadArticle(page, latest_date, extractor);
  if (!read) return read;
  read->article.warnings.insert(read->article.warnings.end(), content->warnings.begin(), content->warnings.end());
  return read;
}

}  // namespace tallywire::cli
