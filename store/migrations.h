// The schema, as the steps that lead to it. docs/database.md describes the result.
#pragma once

#include "model/result.h"
#include "store/statement.h"

namespace tallywire::store {

// "TWIR": tells file(1) and SQLite's tools whose database this is (PRAGMA application_id).
inline constexpr int kApplicationId = 0x54574952;

// The newest schema this program knows.
int SchemaVersion();

// PRAGMA user_version of the database. kDataFolder where it is damaged, belongs to another program, or is of a newer
// program than this.
Result<int> CheckVersion(Database& database);

// Brings the database from `version` to SchemaVersion(), each step in one transaction with its number.
Status Migrate(Database& database, int version);

}  // namespace tallywire::store
