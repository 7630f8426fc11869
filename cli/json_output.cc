#include "cli/json_output.h"

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "model/time.h"

namespace tallywire::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53: every whole number below has a double of its own

Json Number(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (std::trunc(value) == value && std::abs(value) < kLargestExactInteger) return static_cast<int64_t>(value);
  return value;
}

Json Number(const std::optional<double>& value) { return value ? Number(*value) : Json(nullptr); }

Json Text(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json Time(const std::optional<Timestamp>& time) { return time ? Json(ToIso(*time)) : Json(nullptr); }

std::string_view Span(std::string_view text, size_t start, size_t end) {
  return start <= end && end <= text.size() ? text.substr(start, end - start) : std::string_view{};
}

Json FigureObject(const Figure& figure, std::string_view text) {
  return Json{{"start", figure.start},
              {"end", figure.end},
              {"text", Span(text, figure.start, figure.end)},
              {"value", Number(figure.value)},
              {"value_high", Number(figure.value_high)},
              {"unit", Text(figure.unit)},
              {"unit_name", Text(figure.unit_name)},
              {"bound", ToText(figure.bound)},
              {"direction", Text(ToText(figure.direction))}};
}

Json DateObject(const DateExpression& date, std::string_view text) {
  return Json{{"start", date.start},
              {"end", date.end},
              {"text", Span(text, date.start, date.end)},
              {"type", date.type},
              {"value", date.value},
              {"start_date", Text(date.start_date)},
              {"end_date", Text(date.end_date)}};
}

Json EventObject(const Event& event) {
  return Json{{"kind", ToText(event.kind)},
              {"measure", event.measure},
              {"activity", Text(event.activity)},
              {"item", Text(event.item)},
              {"subject", Text(event.subject)},
              {"counterparty", Text(event.counterparty)},
              {"actor", Text(event.actor)},
              {"value", Number(event.value)},
              {"value_high", Number(event.value_high)},
              {"unit", Text(event.unit)},
              {"bound", ToText(event.bound)},
              {"direction", Text(ToText(event.direction))},
              {"basis", Text(event.basis)},
              {"period", Text(event.period)},
              {"date", Text(event.date)},
              {"modality", ToText(event.modality)},
              {"in", ToText(event.in)},
              {"sentence", Text(event.sentence)},
              {"start", event.start},
              {"end", event.end},
              {"rule", Text(event.rule)},
              {"confidence", Number(event.confidence)},
              {"measure_text", Text(event.measure_text)},
              {"item_text", Text(event.item_text)},
              {"subject_text", Text(event.subject_text)},
              {"period_text", Text(event.period_text)},
              {"body_start", event.body ? Json(event.body->start) : Json()},
              {"body_end", event.body ? Json(event.body->end) : Json()}};
}

Json ArticleObject(const Article& article) {
  return Json{{"url", Text(article.url)},
              {"canonical_url", Text(article.canonical_url)},
              {"site", Text(article.site)},
              {"title", Text(article.title)},
              {"authors", article.authors},
              {"section", Text(article.section)},
              {"tags", article.tags},
              {"published", Text(article.published)},
              {"published_from", Text(article.published_from)},
              {"modified", Text(article.modified)},
              {"language", Text(article.language)},
              {"description", Text(article.description)},
              {"image", Text(article.image)},
              {"paywalled", article.paywalled},
              {"text", article.text}};
}

Json EntryObject(const FeedEntry& entry) {
  return Json{{"id", Text(entry.id)},           {"link", Text(entry.link)},
              {"title", Text(entry.title)},     {"published", Time(entry.published)},
              {"updated", Time(entry.updated)}, {"author", Text(entry.author)},
              {"summary", Text(entry.summary)}};
}

template <class Items, class Make>
Json Array(const Items& items, const Make& make) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(make(item));
  return array;
}

std::string Dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string ExtractedJson(std::string_view id_json, const Article& article, const Extraction& extraction) {
  Json object{{"id", Json::parse(id_json)}};
  object.update(ArticleObject(article));
  object["figures"] = Array(extraction.figures, [&](const Figure& f) { return FigureObject(f, article.text); });
  object["dates"] = Array(extraction.dates, [&](const DateExpression& d) { return DateObject(d, article.text); });
  object["events"] = Array(extraction.events, EventObject);
  return Dump(object);
}

std::string ErrorJson(std::string_view id_json, std::string_view error) {
  return Dump(Json{{"id", Json::parse(id_json)}, {"error", error}});
}

std::string JsonString(std::string_view text) { return Dump(Json(text)); }

std::string FeedJson(std::string_view source, const Feed& feed) {
  Json object{{"source", source},
              {"format", Text(feed.format)},
              {"title", Text(feed.title)},
              {"link", Text(feed.link)},
              {"language", Text(feed.language)},
              {"updated", Time(feed.updated)},
              {"ttl_minutes", feed.ttl_minutes ? Json(*feed.ttl_minutes) : Json(nullptr)},
              {"entries", Array(feed.entries, EntryObject)}};
  if (!feed.warnings.empty()) object["warnings"] = feed.warnings;
  return Dump(object);
}

std::string FeedRecordJson(const store::FeedRecord& feed) {
  return Dump(Json{{"id", feed.id},
                   {"url", feed.url},
                   {"title", Text(feed.title)},
                   {"link", Text(feed.link)},
                   {"format", Text(feed.format)},
                   {"language", Text(feed.language)},
                   {"enabled", feed.enabled},
                   {"added", ToIso(feed.added)},
                   {"last_fetched", Time(feed.last_fetched)},
                   {"last_success", Time(feed.last_success)},
                   {"last_changed", Time(feed.last_changed)},
                   {"next_due", Time(feed.next_due)},
                   {"last_status", feed.last_status == 0 ? Json(nullptr) : Json(feed.last_status)},
                   {"errors", feed.errors},
                   {"last_error", Text(feed.last_error)}});
}

std::string EventRowJson(const store::EventRow& row) {
  Json object{{"id", row.id},
              {"article", row.article_id},
              {"url", Text(row.url)},
              {"site", Text(row.site)},
              {"title", Text(row.title)},
              {"published", Text(row.published)},
              {"seen", ToIso(row.seen)},
              {"figure", Text(row.figure)}};
  object.update(EventObject(row.event));
  return Dump(object);
}

std::string FactRowJson(const store::FactRow& row) {
  return Dump(Json{{"kind", ToText(row.kind)},
                   {"measure", row.measure},
                   {"activity", Text(row.activity)},
                   {"item", Text(row.item)},
                   {"subject", Text(row.subject)},
                   {"period", Text(row.period)},
                   {"value", Number(row.value)},
                   {"unit", Text(row.unit)},
                   {"articles", row.articles},
                   {"sites", row.sites},
                   {"first_seen", Text(row.first_seen)},
                   {"last_seen", Text(row.last_seen)},
                   {"conflict", row.conflict}});
}

std::string FeedErrorJson(std::string_view source, std::string_view error) {
  return Dump(Json{{"source", source}, {"error", error}});
}

}  // namespace tallywire::cli
