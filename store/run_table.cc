#include "store/run_table.h"

namespace tallywire::store {

Result<int64_t> RunTable::Start(std::string_view command, std::string_view version, std::string_view rules,
                                Timestamp now) {
  auto done = database_->Run("INSERT INTO runs (command, version, rules, started) VALUES (?, ?, ?, ?)", command,
                             version, rules, now);
  if (!done) return tl::unexpected<Error>(done.error());
  return database_->LastInsertId();
}

Status RunTable::Finish(int64_t id, const RunCounts& counts, int exit_status, Timestamp now) {
  return database_->Run(
      "UPDATE runs SET ended = ?, exit_status = ?, feeds = ?, requests = ?, not_modified = ?, articles_new = ?, "
      "articles_changed = ?, articles_unchanged = ?, events_added = ?, events_removed = ?, events_altered = ?, "
      "failures = ?, recovered = ? WHERE id = ?",
      now, exit_status, counts.feeds, counts.requests, counts.not_modified, counts.articles_new,
      counts.articles_changed, counts.articles_unchanged, counts.events_added, counts.events_removed,
      counts.events_altered, counts.failures, counts.recovered, id);
}

Result<std::vector<RunRecord>> RunTable::Latest(size_t limit) {
  auto statement = database_->Prepare(
      "SELECT id, command, version, rules, started, ended, exit_status, feeds, requests, not_modified, articles_new, "
      "articles_changed, articles_unchanged, events_added, events_removed, events_altered, failures, recovered "
      "FROM runs ORDER BY id DESC LIMIT ?");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(limit);
  std::vector<RunRecord> runs;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return runs;
    RunRecord run;
    run.id = statement->Int(0);
    run.command = statement->Text(1);
    run.version = statement->Text(2);
    run.rules = statement->Text(3);
    run.started = statement->Time(4);
    run.ended = statement->OptionalTime(5);
    if (const auto status = statement->OptionalInt(6)) run.exit_status = static_cast<int>(*status);
    int column = 7;
    for (int64_t* count :
         {&run.counts.feeds, &run.counts.requests, &run.counts.not_modified, &run.counts.articles_new,
          &run.counts.articles_changed, &run.counts.articles_unchanged, &run.counts.events_added,
          &run.counts.events_removed, &run.counts.events_altered, &run.counts.failures, &run.counts.recovered}) {
      *count = statement->Int(column++);
    }
    runs.push_back(std::move(run));
  }
}

}  // namespace tallywire::store
