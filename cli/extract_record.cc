#include "cli/extract_record.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "cli/flat_json.h"
#include "cli/input_file.h"
#include "cli/json_output.h"
#include "parse/parse.h"

namespace tallywire::cli {
namespace {

using Json = nlohmann::json;

tl::unexpected<Error> NoString(const char* key) {
  return Fail(ErrorCode::kBadInput, {}, std::string("\"") + key + "\" is not a string");
}

// The string under `key`, taken out of the object; empty optional where it is absent or null.
Result<std::optional<std::string>> TakeString(Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) return NoString(key);
  return std::move(found->get_ref<std::string&>());
}

Result<std::optional<std::string>> TakeString(FlatJson& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->second.literal == "null") return std::nullopt;
  if (!found->second.literal.empty()) return NoString(key);
  return std::move(found->second.text);
}

std::string IdOf(const Json& object) {
  const auto id = object.find("id");
  return id == object.end() ? "null" : id->dump();
}

std::string IdOf(const FlatJson& object) {
  const auto id = object.find("id");
  if (id == object.end()) return "null";
  return id->second.literal.empty() ? JsonString(id->second.text) : std::string(id->second.literal);
}

Status CheckRecord(const ExtractRecord& record) {
  const int inputs = (record.path.empty() ? 0 : 1) + (record.html ? 1 : 0) + (record.text ? 1 : 0);
  if (inputs != 1) return Fail(ErrorCode::kBadInput, {}, "give exactly one of \"path\", \"html\" and \"text\"");
  if (!record.published.empty() && !ParseIso(record.published)) {
    return Fail(ErrorCode::kBadInput, {}, "\"published\" is no ISO 8601 date or time: " + record.published);
  }
  return {};
}

template <class Object>
Result<ExtractRecord> TakeRecord(Object& object) {
  ExtractRecord record;
  std::optional<std::string> path;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string> published;
  std::optional<std::string> content_type;
  const std::pair<const char*, std::optional<std::string>*> fields[] = {
      {"path", &path}, {"html", &record.html},    {"text", &record.text},         {"title", &title},
      {"url", &url},   {"published", &published}, {"content_type", &content_type}};
  for (const auto& [key, field] : fields) {
    auto value = TakeString(object, key);
    if (!value) return tl::unexpected(std::move(value).error());
    *field = std::move(*value);
  }
  record.path = std::move(path).value_or("");
  record.title = std::move(title).value_or("");
  record.url = std::move(url).value_or("");
  record.published = std::move(published).value_or("");
  record.content_type = std::move(content_type).value_or("");
  if (auto status = CheckRecord(record); !status) return tl::unexpected(std::move(status).error());
  return record;
}

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

template <class Object>
RecordAnswer Answer(Object& object, const extract::Extractor& extractor, Day today) {
  const std::string id_json = IdOf(object);
  const auto record = TakeRecord(object);
  if (!record) return {ErrorJson(id_json, record.error().ToText()), true};
  const auto result = ProcessRecord(*record, extractor, today);
  if (!result) return {ErrorJson(id_json, result.error().ToText()), true};
  return {ExtractedJson(id_json, result->article, result->extraction), false};
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
  if (auto flat = ReadFlatJson(line)) return Answer(*flat, extractor, today);
  Json object = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return {ErrorJson("null", "the line is not a JSON object in UTF-8"), true};
  return Answer(object, extractor, today);
}

}  // namespace tallywire::cli
