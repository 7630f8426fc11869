// The sample pages as the parser leaves them.
#pragma once

#include <vector>

#include "bench/sample_pages.h"
#include "extract/extract.h"
#include "model/article.h"
#include "parse/parse.h"

namespace tallywire::bench {

inline std::vector<Article> SampleArticles() {
  std::vector<Article> articles;
  for (const auto& page : SamplePages()) {
    auto article = parse::ParseArticle({page, "http://sample.example/", {}});
    if (article && !article->text.empty()) articles.push_back(*std::move(article));
  }
  return articles;
}

inline extract::Document DocumentOf(const Article& article) {
  extract::Document document;
  document.text = article.text;
  document.title = article.title;
  document.published = article.published;
  document.language = article.language;
  document.blocks = article.blocks;
  return document;
}

}  // namespace tallywire::bench
