#include "store/migrations.h"

#include <array>
#include <string>

#include <fmt/format.h>

#include "store/schema_1.h"
#include "store/schema_2.h"
#include "store/schema_3.h"

namespace tallywire::store {
namespace {

// Append only: step n (from 1) leads from version n - 1 to n.
const std::array<std::string, 3>& Steps() {
  static const std::array<std::string, 3> steps = {
      std::string(kSchema1Crawl) + kSchema1Articles + kSchema1Search + kSchema1Views, kSchema2, kSchema3};
  return steps;
}

Result<int64_t> Pragma(Database& database, std::string_view sql) {
  auto statement = database.Prepare(sql);
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Step();
  if (!row) return tl::unexpected<Error>(row.error());
  return statement->Int(0);
}

}  // namespace

int SchemaVersion() { return static_cast<int>(Steps().size()); }

Result<int> CheckVersion(Database& database) {
  const auto version = Pragma(database, "PRAGMA user_version");
  if (!version) return tl::unexpected<Error>(version.error());
  const auto application = Pragma(database, "PRAGMA application_id");
  if (!application) return tl::unexpected<Error>(application.error());
  const auto tables = Pragma(database, "SELECT count(*) FROM sqlite_schema");
  if (!tables) return tl::unexpected<Error>(tables.error());
  if (*tables > 0 && *application != kApplicationId) {
    return Fail(ErrorCode::kDataFolder, database.file().string(), "is a database of another program",
                "Choose another folder with --data");
  }
  if (*version > SchemaVersion()) {
    return Fail(ErrorCode::kDataFolder, database.file().string(),
                fmt::format("was written by a newer tallywire (schema {}, this program knows up to {})", *version,
                            SchemaVersion()),
                "Update this program, or choose another folder with --data");
  }
  return static_cast<int>(*version);
}

Status Migrate(Database& database, int version) {
  for (int next = version + 1; next <= SchemaVersion(); ++next) {
    auto transaction = Transaction::Begin(database);
    if (!transaction) return tl::unexpected<Error>(transaction.error());
    // Another process may have come first.
    const auto now = CheckVersion(database);
    if (!now) return tl::unexpected<Error>(now.error());
    if (*now >= next) continue;
    // PRAGMAs take no parameters; these values are our own numbers.
    const std::string numbers =
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId, next);
    if (auto done = database.Execute(Steps().at(static_cast<size_t>(next - 1)) + numbers); !done) return done;
    if (auto done = transaction->Commit(); !done) return done;
  }
  return {};
}

}  // namespace tallywire::store
