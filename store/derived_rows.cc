#include "store/derived_rows.h"

#include <initializer_list>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "model/period.h"
#include "store/digest.h"
#include "store/span_check.h"

namespace tallywire::store {
namespace {

using SpanKey = std::pair<size_t, size_t>;

std::string_view Words(const Article& article, size_t start, size_t end) {
  return std::string_view{article.text}.substr(start, end - start);
}

// Of figures and events: value, upper end and unit in base units.
template <class Measured>
void BindBase(Statement& statement, const Measured& measured) {
  measured.unit_si.empty() ? statement.BindNull() : statement.Bind(measured.value_si);
  statement.Bind(measured.value_high_si).BindOrNull(measured.unit_si);
}

template <class Measured>
void ReadBase(const Statement& row, int first, Measured& measured) {
  measured.value_si = row.OptionalReal(first).value_or(0);
  measured.value_high_si = row.OptionalReal(first + 1);
  measured.unit_si = row.Text(first + 2);
}

Result<std::map<SpanKey, int64_t>> InsertFigures(Database& database, int64_t revision_id, const Article& article,
                                                 const Extraction& extraction) {
  auto statement = database.Prepare(
      "INSERT INTO figures (revision_id, start, \"end\", text, value, value_high, unit, unit_name, bound, direction, "
      "value_si, value_high_si, unit_si) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!statement) return tl::unexpected<Error>(statement.error());
  std::map<SpanKey, int64_t> ids;
  for (const Figure& figure : extraction.figures) {
    statement->Reset().Bind(revision_id).Bind(figure.start).Bind(figure.end);
    statement->Bind(Words(article, figure.start, figure.end)).Bind(figure.value).Bind(figure.value_high);
    statement->BindOrNull(figure.unit).BindOrNull(figure.unit_name).Bind(ToText(figure.bound));
    statement->BindOrNull(ToText(figure.direction));
    BindBase(*statement, figure);
    if (auto done = statement->Run(); !done) return tl::unexpected<Error>(done.error());
    ids.emplace(SpanKey{figure.start, figure.end}, database.LastInsertId());
  }
  return ids;
}

Status InsertDates(Database& database, int64_t revision_id, const Article& article, const Extraction& extraction) {
  auto statement = database.Prepare(
      "INSERT INTO dates (revision_id, start, \"end\", text, type, value, start_date, end_date) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  if (!statement) return tl::unexpected<Error>(statement.error());
  for (const DateExpression& date : extraction.dates) {
    statement->Reset().Bind(revision_id).Bind(date.start).Bind(date.end).Bind(Words(article, date.start, date.end));
    statement->Bind(date.type).Bind(date.value).BindOrNull(date.start_date).BindOrNull(date.end_date);
    if (auto done = statement->Run(); !done) return done;
  }
  return {};
}

// The ISO text, and the first and last day it spans.
void BindPeriod(Statement& statement, const std::string& period) {
  const auto days = DaysOf(period);
  statement.BindOrNull(period);
  days ? statement.Bind(ToIsoDate(days->first)).Bind(ToIsoDate(days->last)) : statement.BindNull().BindNull();
}

Status InsertEvent(Statement& statement, int64_t revision_id, std::optional<int64_t> figure_id,
                   const WordedEvent& worded) {
  const Event& event = worded.event;
  statement.Reset().Bind(revision_id).Bind(figure_id).Bind(ToText(event.kind)).Bind(event.measure);
  statement.BindOrNull(event.activity).BindOrNull(event.item).BindOrNull(event.subject);
  statement.BindOrNull(event.counterparty).BindOrNull(event.actor).Bind(event.value).Bind(event.value_high);
  statement.BindOrNull(event.unit).Bind(ToText(event.bound)).BindOrNull(ToText(event.direction));
  BindPeriod(statement, event.basis);
  BindPeriod(statement, event.period);
  BindPeriod(statement, event.date);
  statement.Bind(ToText(event.modality)).Bind(ToText(event.in)).Bind(worded.figure).Bind(event.sentence);
  statement.Bind(event.start).Bind(event.end).Bind(event.rule).Bind(event.confidence);
  statement.BindOrNull(event.measure_text).BindOrNull(event.item_text).BindOrNull(event.subject_text);
  statement.BindOrNull(event.period_text);
  BindBase(statement, event);
  event.body ? statement.Bind(event.body->start).Bind(event.body->end) : statement.BindNull().BindNull();
  return statement.Run();
}

Result<std::vector<Figure>> LoadFigures(Database& database, int64_t revision_id) {
  auto statement = database.Prepare(
      "SELECT start, \"end\", value, value_high, unit, unit_name, bound, direction, value_si, value_high_si, unit_si "
      "FROM figures "
      "WHERE revision_id = ? ORDER BY start, id");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(revision_id);
  std::vector<Figure> figures;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return figures;
    Figure figure;
    figure.start = static_cast<size_t>(statement->Int(0));
    figure.end = static_cast<size_t>(statement->Int(1));
    figure.value = statement->Real(2);
    figure.value_high = statement->OptionalReal(3);
    figure.unit = statement->Text(4);
    figure.unit_name = statement->Text(5);
    figure.bound = BoundFrom(statement->Text(6)).value_or(Bound::kExact);
    figure.direction = DirectionFrom(statement->Text(7)).value_or(Direction::kNone);
    ReadBase(*statement, 8, figure);
    figures.push_back(std::move(figure));
  }
}

Result<std::vector<DateExpression>> LoadDates(Database& database, int64_t revision_id) {
  auto statement = database.Prepare(
      "SELECT start, \"end\", type, value, start_date, end_date FROM dates WHERE revision_id = ? ORDER BY start, id");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(revision_id);
  std::vector<DateExpression> dates;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return dates;
    dates.push_back({static_cast<size_t>(statement->Int(0)), static_cast<size_t>(statement->Int(1)), statement->Text(2),
                     statement->Text(3), statement->Text(4), statement->Text(5)});
  }
}

void AddEvent(FieldDigest& digest, const Event& event) {
  for (const std::string_view name :
       {ToText(event.kind), ToText(event.bound), ToText(event.direction), ToText(event.modality), ToText(event.in)}) {
    digest.Add(name);
  }
  for (const std::string_view text : std::initializer_list<std::string_view>{
           event.measure, event.activity, event.item, event.subject, event.counterparty, event.actor, event.unit,
           event.basis, event.period, event.date, event.sentence, event.rule, event.measure_text, event.item_text,
           event.subject_text, event.period_text}) {
    digest.Add(text);
  }
  digest.Add(event.value).Add(event.value_high).Add(event.start).Add(event.end).Add(event.confidence);
  digest.Add(event.value_si).Add(event.value_high_si).Add(event.unit_si);
  if (event.body) digest.Add(event.body->start).Add(event.body->end);
}

}  // namespace

std::string ExtractionDigest(const Extraction& extraction) {
  FieldDigest digest;
  for (const Figure& figure : extraction.figures) {
    digest.Add(figure.start).Add(figure.end).Add(figure.value).Add(figure.value_high).Add(figure.unit);
    digest.Add(figure.unit_name).Add(ToText(figure.bound)).Add(ToText(figure.direction));
    digest.Add(figure.value_si).Add(figure.value_high_si).Add(figure.unit_si);
  }
  digest.Add("dates");
  for (const DateExpression& date : extraction.dates) {
    digest.Add(date.start).Add(date.end).Add(date.type).Add(date.value).Add(date.start_date).Add(date.end_date);
  }
  digest.Add("events");
  for (const Event& event : extraction.events) AddEvent(digest, event);
  return digest.Finish();
}

std::vector<WordedEvent> Worded(const Article& article, const Extraction& extraction) {
  std::vector<WordedEvent> worded;
  for (const Event& event : extraction.events) worded.push_back({event, std::string(WordsOf(article, event))});
  return worded;
}

Status InsertDerived(Database& database, int64_t revision_id, const Article& article, const Extraction& extraction) {
  auto figures = InsertFigures(database, revision_id, article, extraction);
  if (!figures) return tl::unexpected<Error>(figures.error());
  if (auto done = InsertDates(database, revision_id, article, extraction); !done) return done;
  auto statement = database.Prepare(
      "INSERT INTO events (revision_id, figure_id, kind, measure, activity, item, subject, counterparty, actor, value, "
      "value_high, unit, bound, direction, basis, basis_first, basis_last, period, period_first, period_last, date, "
      "date_first, date_last, modality, \"in\", figure, sentence, start, \"end\", rule, confidence, measure_text, "
      "item_text, subject_text, period_text, value_si, value_high_si, unit_si, body_start, body_end) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?, "
      "?, ?, ?, ?)");
  if (!statement) return tl::unexpected<Error>(statement.error());
  for (const WordedEvent& worded : Worded(article, extraction)) {
    std::optional<int64_t> figure_id;
    const auto found = figures->find({worded.event.start, worded.event.end});
    if (worded.event.in == Place::kBody && found != figures->end()) figure_id = found->second;
    if (auto done = InsertEvent(*statement, revision_id, figure_id, worded); !done) return done;
  }
  return {};
}

Status DeleteDerived(Database& database, int64_t revision_id) {
  if (auto done = database.Run("DELETE FROM events WHERE revision_id = ?", revision_id); !done) return done;
  if (auto done = database.Run("DELETE FROM dates WHERE revision_id = ?", revision_id); !done) return done;
  return database.Run("DELETE FROM figures WHERE revision_id = ?", revision_id);
}

Result<Extraction> LoadDerived(Database& database, int64_t revision_id) {
  Extraction extraction;
  auto figures = LoadFigures(database, revision_id);
  if (!figures) return tl::unexpected<Error>(figures.error());
  auto dates = LoadDates(database, revision_id);
  if (!dates) return tl::unexpected<Error>(dates.error());
  auto events = LoadEvents(database, revision_id);
  if (!events) return tl::unexpected<Error>(events.error());
  extraction.figures = std::move(*figures);
  extraction.dates = std::move(*dates);
  for (WordedEvent& worded : *events) extraction.events.push_back(std::move(worded.event));
  return extraction;
}

Result<std::vector<WordedEvent>> LoadEvents(Database& database, int64_t revision_id) {
  auto statement = database.Prepare(
      fmt::format("SELECT {} FROM events WHERE revision_id = ? ORDER BY \"in\" = 'title', id", kEventColumns));
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(revision_id);
  std::vector<WordedEvent> events;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return events;
    events.push_back(ReadEvent(*statement, 0));
  }
}

WordedEvent ReadEvent(const Statement& row, int first) {
  int column = first;
  const auto text = [&row, &column] { return row.Text(column++); };
  WordedEvent worded;
  Event& event = worded.event;
  event.kind = EventKindFrom(text()).value_or(EventKind::kLevel);
  event.measure = text();
  event.activity = text();
  event.item = text();
  event.subject = text();
  event.counterparty = text();
  event.actor = text();
  event.value = row.Real(column++);
  event.value_high = row.OptionalReal(column++);
  event.unit = text();
  event.bound = BoundFrom(text()).value_or(Bound::kExact);
  event.direction = DirectionFrom(text()).value_or(Direction::kNone);
  event.basis = text();
  event.period = text();
  event.date = text();
  event.modality = ModalityFrom(text()).value_or(Modality::kActual);
  event.in = PlaceFrom(text()).value_or(Place::kBody);
  worded.figure = text();
  event.sentence = text();
  event.start = static_cast<size_t>(row.Int(column++));
  event.end = static_cast<size_t>(row.Int(column++));
  event.rule = text();
  event.confidence = row.Real(column++);
  event.measure_text = text();
  event.item_text = text();
  event.subject_text = text();
  event.period_text = text();
  ReadBase(row, column, event);
  column += 3;
  if (const auto start = row.OptionalInt(column)) {
    event.body = TextSpan{static_cast<size_t>(*start), static_cast<size_t>(row.Int(column + 1))};
  }
  return worded;
}

}  // namespace tallywire::store
