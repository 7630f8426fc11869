// A filter as SQL: constant conditions over the view current_events, and the values bound to them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/result.h"
#include "store/query.h"
#include "store/statement.h"

namespace tallywire::store {

using SqlValue = std::variant<int64_t, double, std::string>;

// Conditions joined by AND; "1" where there are none. Values in the order of their question marks.
struct Conditions {
  std::string sql = "1";
  std::vector<SqlValue> values;
};

struct FilterSql {
  Conditions key;   // over columns that make one fact the same as another
  Conditions rest;  // over everything else
};

Result<FilterSql> ComposeFilter(const EventFilter& filter);

void BindAll(Statement& statement, const std::vector<SqlValue>& values);

}  // namespace tallywire::store
