// Lists in one column: JSON, which SQLite's json_each and every client can read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/result.h"
#include "store/statement.h"

namespace tallywire::store {

std::string StringListJson(const std::vector<std::string>& list);
Result<std::vector<std::string>> StringList(Database& database, std::string_view json);

// [["paragraph", 0, 120], …]: kind, start, end.
std::string BlockListJson(const std::vector<Block>& blocks);
Result<std::vector<Block>> BlockList(Database& database, std::string_view json);

}  // namespace tallywire::store
