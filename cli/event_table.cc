#include "cli/event_table.h"

#include <fmt/format.h>

#include "cli/number_text.h"
#include "cli/table.h"

namespace tallywire::cli {
namespace {

constexpr size_t kDateLength = 10;  // YYYY-MM-DD

std::string PublishedDay(const store::EventRow& row) {
  return row.published.empty() ? ToIsoDate(std::chrono::floor<std::chrono::days>(row.seen))
                               : row.published.substr(0, kDateLength);
}

std::string Number(double value) { return fmt::format("{}", value); }
std::string Number(const std::optional<double>& value) { return value ? Number(*value) : std::string{}; }

std::string FactFigure(const store::FactRow& fact) {
  std::string text = GroupedNumber(fact.value);
  if (!fact.unit.empty()) text += (fact.unit == "%" ? "" : " ") + fact.unit;
  return text;
}

std::string FactMeasure(const store::FactRow& fact) {
  Event event;
  event.kind = fact.kind;
  event.measure = fact.measure;
  event.activity = fact.activity;
  event.item = fact.item;
  return MeasureText(event);
}

const std::vector<std::string>& EventColumns() {
  static const std::vector<std::string> columns = {
      "id",           "article",   "url",          "site",        "title",      "published",
      "seen",         "kind",      "measure",      "activity",    "item",       "subject",
      "counterparty", "actor",     "value",        "value_high",  "unit",       "bound",
      "direction",    "basis",     "period",       "date",        "modality",   "in",
      "figure",       "sentence",  "start",        "end",         "rule",       "confidence",
      "measure_text", "item_text", "subject_text", "period_text", "body_start", "body_end"};
  return columns;
}

std::vector<std::string> EventCells(const store::EventRow& row) {
  const Event& e = row.event;
  const auto text = [](std::string_view view) { return std::string(view); };
  return {std::to_string(row.id),
          std::to_string(row.article_id),
          row.url,
          row.site,
          row.title,
          row.published,
          ToIso(row.seen),
          text(ToText(e.kind)),
          e.measure,
          e.activity,
          e.item,
          e.subject,
          e.counterparty,
          e.actor,
          Number(e.value),
          Number(e.value_high),
          e.unit,
          text(ToText(e.bound)),
          text(ToText(e.direction)),
          e.basis,
          e.period,
          e.date,
          text(ToText(e.modality)),
          text(ToText(e.in)),
          row.figure,
          text(e.sentence),
          std::to_string(e.start),
          std::to_string(e.end),
          e.rule,
          Number(e.confidence),
          e.measure_text,
          e.item_text,
          e.subject_text,
          e.period_text,
          e.body ? std::to_string(e.body->start) : std::string(),
          e.body ? std::to_string(e.body->end) : std::string()};
}

}  // namespace

std::string MeasureText(const Event& event) {
  std::string text = event.activity.empty() ? event.measure : event.activity + " " + event.measure;
  if (!event.item.empty()) text += " of " + event.item;
  if (event.kind == EventKind::kShare) text = "share of " + text;
  return text;
}

std::string EventTable(const std::vector<store::EventRow>& rows, size_t width, bool color) {
  const std::vector<Column> columns = {{"Published", 10},    {"Subject", 8}, {"Measure", 14},
                                       {"Figure", 32, true}, {"Period", 7},  {"Article", 12, false, true}};
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : rows) {
    std::string figure = FigureText(row.event);
    if (row.event.modality != Modality::kActual) figure += fmt::format(" ({})", ToText(row.event.modality));
    cells.push_back({PublishedDay(row), row.event.subject, MeasureText(row.event), std::move(figure), row.event.period,
                     fmt::format("{}: {}", row.article_id, row.title)});
  }
  return FormatTable(columns, cells, width, color);
}

std::string FactTable(const std::vector<store::FactRow>& rows, size_t width, bool color) {
  const std::vector<Column> columns = {{"Subject", 8},       {"Measure", 14},   {"Kind", 6},
                                       {"Figure", 10, true}, {"Period", 7},     {"Articles", 8, true},
                                       {"Sites", 5, true},   {"Last seen", 10}, {"Disputed", 8}};
  std::vector<std::vector<std::string>> cells;
  cells.reserve(rows.size());
  for (const auto& fact : rows) {
    cells.push_back({fact.subject, FactMeasure(fact), std::string(ToText(fact.kind)), FactFigure(fact), fact.period,
                     std::to_string(fact.articles), std::to_string(fact.sites), fact.last_seen.substr(0, kDateLength),
                     fact.conflict ? "yes" : ""});
  }
  return FormatTable(columns, cells, width, color);
}

std::string EventCsv(const std::vector<store::EventRow>& rows) {
  std::string csv = CsvRecord(EventColumns());
  for (const auto& row : rows) csv += CsvRecord(EventCells(row));
  return csv;
}

std::string FactCsv(const std::vector<store::FactRow>& rows) {
  std::string csv = CsvRecord({"kind", "measure", "activity", "item", "subject", "period", "value", "unit", "articles",
                               "sites", "first_seen", "last_seen", "conflict"});
  for (const auto& fact : rows) {
    csv += CsvRecord({std::string(ToText(fact.kind)), fact.measure, fact.activity, fact.item, fact.subject, fact.period,
                      Number(fact.value), fact.unit, std::to_string(fact.articles), std::to_string(fact.sites),
                      fact.first_seen, fact.last_seen, fact.conflict ? "true" : "false"});
  }
  return csv;
}

}  // namespace tallywire::cli
