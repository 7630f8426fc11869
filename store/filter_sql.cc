#include "store/filter_sql.h"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/period.h"
#include "store/json_list.h"
#include "store/text_match.h"

namespace tallywire::store {
namespace {

void Add(Conditions& conditions, std::string_view sql, std::initializer_list<SqlValue> values) {
  conditions.sql.append(" AND (").append(sql).append(")");
  conditions.values.insert(conditions.values.end(), values.begin(), values.end());
}

// A list is one value, a JSON array: the text of the SQL does not depend on its length.
void AddList(Conditions& conditions, std::string_view sql, const std::vector<std::string>& list) {
  if (!list.empty()) Add(conditions, sql, {StringListJson(list)});
}

Status CheckKinds(const std::vector<std::string>& kinds) {
  for (const std::string& kind : kinds) {
    if (!EventKindFrom(kind)) {
      return Fail(ErrorCode::kUsage, kind, "is no kind of event", "The kinds are level, change and share");
    }
  }
  return {};
}

Status AddPeriod(FilterSql& filter, const std::string& period) {
  if (period.empty()) return {};
  const auto days = DaysOf(period);
  if (!days) {
    return Fail(ErrorCode::kUsage, period, "is no period with a first and a last day",
                "Write 2019, 2019-05, 2019-Q3, 2019-H1, 2019-W45, 2019-11-08 or an interval such as 2022-10/2023-09");
  }
  Add(filter.rest, "period_first <= ? AND period_last >= ?", {ToIsoDate(days->last), ToIsoDate(days->first)});
  return {};
}

// A day is compared with the day the page names, whatever its zone; a point in time with a point in time.
void AddBounds(FilterSql& filter, const EventFilter& wanted) {
  constexpr std::string_view kFromDay = "coalesce(published_day, substr(seen, 1, 10)) >= ?";
  constexpr std::string_view kToDay = "coalesce(published_day, substr(seen, 1, 10)) <= ?";
  if (wanted.from) {
    if (const Day* day = std::get_if<Day>(&*wanted.from)) Add(filter.rest, kFromDay, {ToIsoDate(*day)});
    if (const auto* time = std::get_if<Timestamp>(&*wanted.from)) Add(filter.rest, "reported >= ?", {ToIso(*time)});
  }
  if (wanted.to) {
    if (const Day* day = std::get_if<Day>(&*wanted.to)) Add(filter.rest, kToDay, {ToIsoDate(*day)});
    if (const auto* time = std::get_if<Timestamp>(&*wanted.to)) Add(filter.rest, "reported <= ?", {ToIso(*time)});
  }
}

// Numbers as a JSON array.
std::string NumberListJson(const std::vector<double>& numbers) {
  return fmt::format("[{:.17g}]", fmt::join(numbers, ","));
}

// Values in base units between the bounds, which are loosened a little, since conversions round. Rows of before schema
// 2 have no base until they are extracted again: those are compared as written.
void AddBase(FilterSql& filter, const EventFilter& wanted) {
  constexpr double kSlack = 1e-9;
  constexpr double kMost = std::numeric_limits<double>::max();
  constexpr std::string_view kSql =
      "EXISTS (SELECT 1 FROM json_each(?) AS base WHERE unit_si = base.value "
      "AND max(value_si, coalesce(value_high_si, value_si)) >= json_extract(?, '$[' || base.key || ']') "
      "AND min(value_si, coalesce(value_high_si, value_si)) <= json_extract(?, '$[' || base.key || ']')) "
      "OR unit_si IS NULL AND unit IN (SELECT value FROM json_each(?)) "
      "AND max(value, coalesce(value_high, value)) >= ? AND min(value, coalesce(value_high, value)) <= ?";
  std::vector<std::string> units;
  std::vector<double> lows;
  std::vector<double> highs;
  for (const BaseUnit& base : wanted.base) {
    const auto turned = [&base](double bound, double slack) {
      const double value = bound * base.factor + base.offset;
      return value + slack * std::abs(value);
    };
    units.push_back(base.unit);
    lows.push_back(wanted.min ? turned(*wanted.min, -kSlack) : -kMost);
    highs.push_back(wanted.max ? turned(*wanted.max, kSlack) : kMost);
  }
  Add(filter.rest, kSql,
      {StringListJson(units), NumberListJson(lows), NumberListJson(highs), StringListJson(wanted.unit),
       wanted.min.value_or(-kMost), wanted.max.value_or(kMost)});
}

Status AddText(FilterSql& filter, const EventFilter& wanted) {
  if (wanted.text.empty()) return {};
  auto match = MatchExpression(wanted.text);
  if (!match) return tl::unexpected<Error>(match.error());
  if (wanted.text_scope == TextScope::kArticle) {
    Add(filter.rest, "revision_id IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)", {*match});
  } else {
    Add(filter.rest,
        "id IN (SELECT rowid FROM event_search WHERE event_search MATCH ?) "
        "OR revision_id IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)",
        {*match, "title : (" + *match + ")"});
  }
  return {};
}

}  // namespace

Result<FilterSql> ComposeFilter(const EventFilter& wanted) {
  FilterSql filter;
  if (auto good = CheckKinds(wanted.kind); !good) return tl::unexpected<Error>(good.error());
  AddList(filter.key, "measure IN (SELECT value FROM json_each(?))", wanted.measure);
  AddList(filter.key, "item IN (SELECT value FROM json_each(?))", wanted.item);
  AddList(filter.key, "subject IN (SELECT value FROM json_each(?))", wanted.subject);
  AddList(filter.key, "kind IN (SELECT value FROM json_each(?))", wanted.kind);
  const bool by_base = !wanted.base.empty() && (wanted.min || wanted.max);
  if (!by_base) AddList(filter.key, "unit IN (SELECT value FROM json_each(?))", wanted.unit);
  AddList(filter.rest, "counterparty IN (SELECT value FROM json_each(?))", wanted.counterparty);
  AddList(filter.rest,
          "EXISTS (SELECT 1 FROM json_each(?) AS wanted WHERE site = wanted.value "
          "OR host = lower(wanted.value) OR 'www.' || host = lower(wanted.value) "
          "OR substr(host, -length(wanted.value) - 1) = '.' || lower(wanted.value))",
          wanted.site);
  if (by_base) AddBase(filter, wanted);
  if (wanted.min && !by_base) Add(filter.rest, "max(value, coalesce(value_high, value)) >= ?", {*wanted.min});
  if (wanted.max && !by_base) Add(filter.rest, "min(value, coalesce(value_high, value)) <= ?", {*wanted.max});
  if (wanted.article_id) Add(filter.rest, "article_id = ?", {*wanted.article_id});
  AddBounds(filter, wanted);
  if (auto good = AddPeriod(filter, wanted.period); !good) return tl::unexpected<Error>(good.error());
  if (auto good = AddText(filter, wanted); !good) return tl::unexpected<Error>(good.error());
  return filter;
}

void BindAll(Statement& statement, const std::vector<SqlValue>& values) {
  for (const SqlValue& value : values) {
    std::visit([&statement](const auto& bound) { statement.Bind(bound); }, value);
  }
}

}  // namespace tallywire::store
