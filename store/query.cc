#include "store/query.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "store/derived_rows.h"
#include "store/filter_sql.h"

namespace tallywire::store {
namespace {

struct SortName {
  SortKey key;
  std::string_view name;
  bool descending;              // by default
  std::string_view for_events;  // the column
  std::string_view for_facts;
};

constexpr std::array<SortName, 9> kSortNames{{
    {SortKey::kPublished, "published", true, "reported", "last_seen"},
    {SortKey::kSeen, "seen", true, "seen", "last_seen"},
    {SortKey::kPeriod, "period", false, "period_first", "period_first"},
    {SortKey::kValue, "value", true, "value", "value"},
    {SortKey::kConfidence, "confidence", true, "confidence", "articles"},
    {SortKey::kMeasure, "measure", false, "measure", "measure"},
    {SortKey::kItem, "item", false, "item", "item"},
    {SortKey::kSubject, "subject", false, "subject", "subject"},
    {SortKey::kArticle, "article", false, "url", "articles"},
}};

const SortName& NameOf(SortKey key) {
  const auto* found =
      std::find_if(kSortNames.begin(), kSortNames.end(), [key](const SortName& n) { return n.key == key; });
  return found == kSortNames.end() ? kSortNames.front() : *found;
}

// Unknown values last, whatever the direction.
std::string OrderBy(std::string_view column, bool descending) {
  return fmt::format("{0} IS NULL, {0} {1}", column, descending ? "DESC" : "ASC");
}

int64_t LimitOf(const EventFilter& filter) {
  return filter.limit ? static_cast<int64_t>(*filter.limit) : -1;  // SQLite: no limit
}

EventRow ReadEventRow(const Statement& row) {
  EventRow result;
  WordedEvent worded = ReadEvent(row, 0);
  result.event = std::move(worded.event);
  result.figure = std::move(worded.figure);
  int column = kEventColumnCount;
  result.id = row.Int(column++);
  result.article_id = row.Int(column++);
  result.revision_id = row.Int(column++);
  result.published = row.Text(column++);
  result.seen = row.Time(column++);
  result.site = row.Text(column++);
  result.host = row.Text(column++);
  result.url = row.Text(column++);
  result.title = row.Text(column++);
  return result;
}

// The view `facts`, with the filter inside: conditions on the key columns where they save work, the others as a mark,
// so that counts and conflicts stay those over all articles.
constexpr std::string_view kFacts = R"sql(
WITH counted AS (
  SELECT kind, measure, activity, item, subject, period, period_first, value, unit, article_id, host, reported,
         ({rest}) AS wanted,
         dense_rank() OVER asked_up + dense_rank() OVER asked_down - 1 AS asked,
         dense_rank() OVER agreeing_up + dense_rank() OVER agreeing_down - 1 AS agreeing
  FROM current_events
  WHERE modality <> 'denied' AND {key}
  WINDOW asked_up AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                      counterparty, basis, direction, modality ORDER BY article_id),
         asked_down AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                        counterparty, basis, direction, modality ORDER BY article_id DESC),
         agreeing_up AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                         counterparty, basis, direction, modality, value ORDER BY article_id),
         agreeing_down AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                           counterparty, basis, direction, modality, value ORDER BY article_id DESC)
)
SELECT kind, measure, activity, item, subject, period, value, unit, count(DISTINCT article_id) AS articles,
       count(DISTINCT host) AS sites, min(reported) AS first_seen, max(reported) AS last_seen,
       max(asked > agreeing) AS conflict
FROM counted
GROUP BY kind, measure, activity, item, subject, period, value, unit
HAVING max(wanted)
ORDER BY {order}, measure, item, subject, period_first, value
LIMIT ? OFFSET ?)sql";

FactRow ReadFact(const Statement& row) {
  FactRow fact;
  fact.kind = EventKindFrom(row.Text(0)).value_or(EventKind::kLevel);
  fact.measure = row.Text(1);
  fact.activity = row.Text(2);
  fact.item = row.Text(3);
  fact.subject = row.Text(4);
  fact.period = row.Text(5);
  fact.value = row.Real(6);
  fact.unit = row.Text(7);
  fact.articles = row.Int(8);
  fact.sites = row.Int(9);
  fact.first_seen = row.Text(10);
  fact.last_seen = row.Text(11);
  fact.conflict = row.Int(12) != 0;
  return fact;
}

template <class Row, class Read>
Result<std::vector<Row>> Collect(Statement& statement, Read read) {
  std::vector<Row> rows;
  for (;;) {
    auto row = statement.Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return rows;
    rows.push_back(read(statement));
  }
}

}  // namespace

Result<Sort> ParseSort(std::string_view text) {
  const bool has_sign = text.starts_with('-') || text.starts_with('+');
  const std::string_view name = text.substr(has_sign ? 1 : 0);
  for (const SortName& known : kSortNames) {
    if (known.name == name) return Sort{known.key, has_sign ? text.front() == '-' : known.descending};
  }
  std::string names;
  for (const std::string_view known : SortKeyNames()) names += fmt::format("{}{}", names.empty() ? "" : ", ", known);
  return Fail(ErrorCode::kUsage, std::string(text), "cannot be sorted by",
              fmt::format("Sort by one of {}, with - or + in front for descending or ascending", names));
}

const std::vector<std::string_view>& SortKeyNames() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    list.reserve(std::size(kSortNames));
    for (const SortName& known : kSortNames) list.push_back(known.name);
    return list;
  }();
  return names;
}

Result<std::vector<EventRow>> EventQuery::Events(const EventFilter& filter) {
  const auto sql = ComposeFilter(filter);
  if (!sql) return tl::unexpected<Error>(sql.error());
  const Sort sort = filter.sort.value_or(Sort{});
  auto statement = database_->Prepare(fmt::format(
      "SELECT {}, id, article_id, revision_id, published, seen, site, host, url, title FROM current_events "
      "WHERE {} AND {} ORDER BY {}, reported DESC, article_id, \"in\" = 'title', start, id LIMIT ? OFFSET ?",
      kEventColumns, sql->key.sql, sql->rest.sql, OrderBy(NameOf(sort.key).for_events, sort.descending)));
  if (!statement) return tl::unexpected<Error>(statement.error());
  BindAll(*statement, sql->key.values);
  BindAll(*statement, sql->rest.values);
  statement->Bind(LimitOf(filter)).Bind(filter.offset);
  return Collect<EventRow>(*statement, ReadEventRow);
}

Result<int64_t> EventQuery::CountEvents(const EventFilter& filter) {
  const auto sql = ComposeFilter(filter);
  if (!sql) return tl::unexpected<Error>(sql.error());
  auto statement = database_->Prepare(
      fmt::format("SELECT count(*) FROM current_events WHERE {} AND {}", sql->key.sql, sql->rest.sql));
  if (!statement) return tl::unexpected<Error>(statement.error());
  BindAll(*statement, sql->key.values);
  BindAll(*statement, sql->rest.values);
  auto row = statement->Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return statement->Int(0);
}

Result<std::vector<FactRow>> EventQuery::Facts(const EventFilter& filter) {
  const auto sql = ComposeFilter(filter);
  if (!sql) return tl::unexpected<Error>(sql.error());
  const std::string order = filter.sort ? OrderBy(NameOf(filter.sort->key).for_facts, filter.sort->descending)
                                        : std::string("articles DESC, last_seen DESC");
  auto statement = database_->Prepare(
      fmt::format(kFacts, fmt::arg("rest", sql->rest.sql), fmt::arg("key", sql->key.sql), fmt::arg("order", order)));
  if (!statement) return tl::unexpected<Error>(statement.error());
  BindAll(*statement, sql->rest.values);
  BindAll(*statement, sql->key.values);
  statement->Bind(LimitOf(filter)).Bind(filter.offset);
  return Collect<FactRow>(*statement, ReadFact);
}

}  // namespace tallywire::store
