#include "store/robots_table.h"

namespace tallywire::store {

Result<std::optional<RobotsRecord>> RobotsTable::Find(std::string_view origin, Timestamp now) {
  auto statement =
      database_->Prepare("SELECT origin, fetched, expires, status, body FROM robots WHERE origin = ? AND expires > ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto row = statement->Bind(origin).Bind(now).Step();
  if (!row) return tl::unexpected<Error>(row.error());
  if (!*row) return std::optional<RobotsRecord>{};
  RobotsRecord robots;
  robots.origin = statement->Text(0);
  robots.fetched = statement->Time(1);
  robots.expires = statement->Time(2);
  robots.status = static_cast<int>(statement->Int(3));
  robots.body = statement->Text(4);
  return std::optional(std::move(robots));
}

Status RobotsTable::Save(const RobotsRecord& robots) {
  return database_->Run("INSERT OR REPLACE INTO robots (origin, fetched, expires, status, body) VALUES (?, ?, ?, ?, ?)",
                        robots.origin, robots.fetched, robots.expires, robots.status, robots.body);
}

}  // namespace tallywire::store
