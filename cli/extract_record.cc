#include "cli/extract_record.h"

#include <utility>

#include "cli/input_file.h"
#include "cli/json_output.h"
#include "cli/record_reader.h"
#include "parse/parse.h"

namespace tallywire::cli {
namespace {

Article ArticleOfText(const ExtractRecord& record) {
  Article article;
  article.url = record.url;
  article.title = record.title;
  article.text = *record.text;
  return article;
}

Result<Article> ArticleOfPage(const ExtractRecord& record, Day today) {
  parse::ParseOptions options;
  options.latest_date = today;
  if (record.html) {
    // A JSON string has been decoded already: its bytes are UTF-8 whatever charset the page or its header names.
    return parse::ParseArticle({*record.html, record.url, "text/html; charset=utf-8"}, options);
  }
  if (record.bytes) return parse::ParseArticle({*record.bytes, record.url, record.content_type}, options);
  const auto bytes = ReadInputFile(record.path);
  if (!bytes) return tl::unexpected(bytes.error());
  return parse::ParseArticle({*bytes, record.url, record.content_type}, options);
}

}  // namespace

Result<ReadPage> ProcessRecord(const ExtractRecord& record, const extract::Extractor& extractor, Day today) {
  auto article = record.text ? Result<Article>(ArticleOfText(record)) : ArticleOfPage(record, today);
  if (!article) return tl::unexpected(std::move(article).error());
  if (article->published.empty() && !record.published.empty()) {
    article->published = record.published;
    article->published_from = "input";
  }
  if (article->title.empty()) article->title = record.title;
  auto extraction = ExtractFrom(*article, extractor);
  return ReadPage{*std::move(article), std::move(extraction)};
}

RecordAnswer AnswerRecord(std::string_view line, const extract::Extractor& extractor, Day today) {
  const RecordLine asked = ReadRecord(line);
  if (!asked.record) return {ErrorJson(asked.id_json, asked.record.error().ToText()), true};
  const auto result = ProcessRecord(*asked.record, extractor, today);
  if (!result) return {ErrorJson(asked.id_json, result.error().ToText()), true};
  return {ExtractedJson(asked.id_json, result->article, result->extraction), false};
}

}  // namespace tallywire::cli
