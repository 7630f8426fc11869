#include "cli/json_output.h"

#include <optional>

#include "cli/json_writer.h"
#include "model/time.h"

namespace tallywire::cli {
namespace {

std::optional<std::string> Time(const std::optional<Timestamp>& time) {
  return time ? std::optional(ToIso(*time)) : std::nullopt;
}

std::string_view Span(std::string_view text, size_t start, size_t end) {
  return start <= end && end <= text.size() ? text.substr(start, end - start) : std::string_view{};
}

void Append(std::string& out, const Figure& figure, std::string_view text) {
  JsonObject(out)
      .Add("start", figure.start)
      .Add("end", figure.end)
      .Add("text", Span(text, figure.start, figure.end))
      .Add("value", figure.value)
      .Add("value_high", figure.value_high)
      .AddKnown("unit", figure.unit)
      .AddKnown("unit_name", figure.unit_name)
      .Add("bound", ToText(figure.bound))
      .AddKnown("direction", ToText(figure.direction))
      .Close();
}

void Append(std::string& out, const DateExpression& date, std::string_view text) {
  JsonObject(out)
      .Add("start", date.start)
      .Add("end", date.end)
      .Add("text", Span(text, date.start, date.end))
      .Add("type", date.type)
      .Add("value", date.value)
      .AddKnown("start_date", date.start_date)
      .AddKnown("end_date", date.end_date)
      .Close();
}

void AddEvent(JsonObject& object, const Event& event) {
  object.Add("kind", ToText(event.kind))
      .Add("measure", event.measure)
      .AddKnown("activity", event.activity)
      .AddKnown("item", event.item)
      .AddKnown("subject", event.subject)
      .AddKnown("counterparty", event.counterparty)
      .AddKnown("actor", event.actor)
      .Add("value", event.value)
      .Add("value_high", event.value_high)
      .AddKnown("unit", event.unit)
      .Add("bound", ToText(event.bound))
      .AddKnown("direction", ToText(event.direction))
      .AddKnown("basis", event.basis)
      .AddKnown("period", event.period)
      .AddKnown("date", event.date)
      .Add("modality", ToText(event.modality))
      .Add("in", ToText(event.in))
      .AddKnown("sentence", event.sentence)
      .Add("start", event.start)
      .Add("end", event.end)
      .AddKnown("rule", event.rule)
      .Add("confidence", event.confidence)
      .AddKnown("measure_text", event.measure_text)
      .AddKnown("item_text", event.item_text)
      .AddKnown("subject_text", event.subject_text)
      .AddKnown("period_text", event.period_text)
      .Add("body_start", event.body ? std::optional(event.body->start) : std::nullopt)
      .Add("body_end", event.body ? std::optional(event.body->end) : std::nullopt);
}

void Append(std::string& out, const Event& event) {
  JsonObject object(out);
  AddEvent(object, event);
  object.Close();
}

void AddArticle(JsonObject& object, const Article& article) {
  object.AddKnown("url", article.url)
      .AddKnown("canonical_url", article.canonical_url)
      .AddKnown("site", article.site)
      .AddKnown("title", article.title)
      .Add("authors", article.authors)
      .AddKnown("section", article.section)
      .Add("tags", article.tags)
      .AddKnown("published", article.published)
      .AddKnown("published_from", article.published_from)
      .AddKnown("modified", article.modified)
      .AddKnown("language", article.language)
      .AddKnown("description", article.description)
      .AddKnown("image", article.image)
      .Add("paywalled", article.paywalled)
      .Add("text", article.text);
}

void Append(std::string& out, const FeedEntry& entry) {
  JsonObject(out)
      .AddKnown("id", entry.id)
      .AddKnown("link", entry.link)
      .AddKnown("title", entry.title)
      .Add("published", Time(entry.published))
      .Add("updated", Time(entry.updated))
      .AddKnown("author", entry.author)
      .AddKnown("summary", entry.summary)
      .Close();
}

}  // namespace

std::string ExtractedJson(std::string_view id_json, const Article& article, const Extraction& extraction) {
  std::string out;
  out.reserve(2 * article.text.size());  // what is found is about as long as the text
  JsonObject object(out);
  object.Key("id") += id_json;
  AddArticle(object, article);
  object.Key("figures");
  AppendJsonArray(out, extraction.figures, [&](const Figure& figure) { Append(out, figure, article.text); });
  object.Key("dates");
  AppendJsonArray(out, extraction.dates, [&](const DateExpression& date) { Append(out, date, article.text); });
  object.Key("events");
  AppendJsonArray(out, extraction.events, [&](const Event& event) { Append(out, event); });
  object.Close();
  return out;
}

std::string ErrorJson(std::string_view id_json, std::string_view error) {
  std::string out;
  JsonObject object(out);
  object.Key("id") += id_json;
  object.Add("error", error).Close();
  return out;
}

std::string JsonString(std::string_view text) {
  std::string out;
  AppendJson(out, text);
  return out;
}

std::string FeedJson(std::string_view source, const Feed& feed) {
  std::string out;
  JsonObject object(out);
  object.Add("source", source)
      .AddKnown("format", feed.format)
      .AddKnown("title", feed.title)
      .AddKnown("link", feed.link)
      .AddKnown("language", feed.language)
      .Add("updated", Time(feed.updated))
      .Add("ttl_minutes", feed.ttl_minutes);
  object.Key("entries");
  AppendJsonArray(out, feed.entries, [&](const FeedEntry& entry) { Append(out, entry); });
  if (!feed.warnings.empty()) object.Add("warnings", feed.warnings);
  object.Close();
  return out;
}

std::string FeedRecordJson(const store::FeedRecord& feed) {
  std::string out;
  JsonObject(out)
      .Add("id", feed.id)
      .Add("url", feed.url)
      .AddKnown("title", feed.title)
      .AddKnown("link", feed.link)
      .AddKnown("format", feed.format)
      .AddKnown("language", feed.language)
      .Add("enabled", feed.enabled)
      .Add("added", ToIso(feed.added))
      .Add("last_fetched", Time(feed.last_fetched))
      .Add("last_success", Time(feed.last_success))
      .Add("last_changed", Time(feed.last_changed))
      .Add("next_due", Time(feed.next_due))
      .Add("last_status", feed.last_status == 0 ? std::nullopt : std::optional(feed.last_status))
      .Add("errors", feed.errors)
      .AddKnown("last_error", feed.last_error)
      .Close();
  return out;
}

std::string EventRowJson(const store::EventRow& row) {
  std::string out;
  JsonObject object(out);
  object.Add("id", row.id)
      .Add("article", row.article_id)
      .AddKnown("url", row.url)
      .AddKnown("site", row.site)
      .AddKnown("title", row.title)
      .AddKnown("published", row.published)
      .Add("seen", ToIso(row.seen))
      .AddKnown("figure", row.figure);
  AddEvent(object, row.event);
  object.Close();
  return out;
}

std::string FactRowJson(const store::FactRow& row) {
  std::string out;
  JsonObject(out)
      .Add("kind", ToText(row.kind))
      .Add("measure", row.measure)
      .AddKnown("activity", row.activity)
      .AddKnown("item", row.item)
      .AddKnown("subject", row.subject)
      .AddKnown("period", row.period)
      .Add("value", row.value)
      .AddKnown("unit", row.unit)
      .Add("articles", row.articles)
      .Add("sites", row.sites)
      .AddKnown("first_seen", row.first_seen)
      .AddKnown("last_seen", row.last_seen)
      .Add("conflict", row.conflict)
      .Close();
  return out;
}

std::string FeedErrorJson(std::string_view source, std::string_view error) {
  std::string out;
  JsonObject(out).Add("source", source).Add("error", error).Close();
  return out;
}

}  // namespace tallywire::cli
