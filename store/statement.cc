#include "store/statement.h"

#include <sqlite3.h>

#include <fmt/format.h>

namespace tallywire::store {
namespace {

// Another reader's or writer's transaction lasts milliseconds; only a forgotten shell holds one longer.
constexpr int kBusyTimeoutMs = 10'000;

constexpr std::string_view kRebuild =
    "Restore it from a backup, or move it away and run 'tallywire reparse --all', which rebuilds it from the archive";

Error DataFolder(const std::filesystem::path& file, std::string what, std::string_view remedy) {
  return Error{ErrorCode::kDataFolder, file.string(), std::move(what), std::string(remedy)};
}

// SQLite's primary codes in plain words.
Error Translate(int code, const std::filesystem::path& file, std::string_view doing, const std::string& detail) {
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
      return DataFolder(file, fmt::format("the database is damaged ({})", detail), kRebuild);
    case SQLITE_NOTADB:
      return DataFolder(file, "is not a database, or its first bytes are damaged", kRebuild);
    case SQLITE_FULL:
      return DataFolder(file, fmt::format("{} failed: the disk is full", doing),
                        "Free some space on that disk and run again; what was stored before is safe");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error{ErrorCode::kLocked, file.string(),
                   fmt::format("{} failed: another program has kept the database locked for more than {} seconds",
                               doing, kBusyTimeoutMs / 1000),
                   "Close the program that has it open (an SQLite shell inside a transaction, say) and run again"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return DataFolder(file, fmt::format("{} failed: the database is not writable ({})", doing, detail),
                        "Make the file and its folder writable for this user, or choose another folder with --data");
    case SQLITE_CANTOPEN:
      return DataFolder(
          file, fmt::format("{} failed: the database cannot be opened ({})", doing, detail),
          "Check that the folder exists and that this user may read and write it, or choose another with --data");
    case SQLITE_IOERR:
      return DataFolder(file, fmt::format("{} failed: the disk refused to read or write ({})", doing, detail),
                        "Check the disk, its free space and limits on file sizes, then run again");
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return Error{ErrorCode::kBadInput, file.string(), fmt::format("a value breaks a rule of the schema ({})", detail),
                   "Please report this as a bug; nothing of it was stored"};
    default:
      return DataFolder(file, fmt::format("{} failed: {}", doing, detail), "Please report this as a bug");
  }
}

std::string FirstWords(std::string_view sql) {
  constexpr size_t kShown = 40;
  return sql.size() <= kShown ? std::string(sql) : std::string(sql.substr(0, kShown)) + "...";
}

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      cached_(std::exchange(other.cached_, nullptr)),
      next_parameter_(other.next_parameter_),
      bind_status_(other.bind_status_) {}

Statement::~Statement() {
  if (cached_ == nullptr) return;
  Reset();
  cached_->in_use = false;
}

Statement& Statement::Reset() {
  sqlite3_reset(cached_->handle);
  sqlite3_clear_bindings(cached_->handle);
  next_parameter_ = 1;
  bind_status_ = SQLITE_OK;
  return *this;
}

Statement& Statement::Bind(int64_t value) {
  const int status = sqlite3_bind_int64(cached_->handle, next_parameter_++, value);
  if (status != SQLITE_OK) bind_status_ = status;
  return *this;
}

Statement& Statement::Bind(double value) {
  const int status = sqlite3_bind_double(cached_->handle, next_parameter_++, value);
  if (status != SQLITE_OK) bind_status_ = status;
  return *this;
}

Statement& Statement::Bind(std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();  // a null pointer would bind NULL
  const int status =
      sqlite3_bind_text64(cached_->handle, next_parameter_++, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (status != SQLITE_OK) bind_status_ = status;
  return *this;
}

Statement& Statement::BindNull() {
  const int status = sqlite3_bind_null(cached_->handle, next_parameter_++);
  if (status != SQLITE_OK) bind_status_ = status;
  return *this;
}

Result<bool> Statement::Step() {
  const char* sql = sqlite3_sql(cached_->handle);
  if (bind_status_ != SQLITE_OK) {
    return tl::unexpected<Error>(
        Translate(bind_status_, database_->file(), FirstWords(sql), "a value could not be bound"));
  }
  const int status = sqlite3_step(cached_->handle);
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  return tl::unexpected<Error>(database_->LastError(FirstWords(sql)));
}

Status Statement::Run() {
  for (;;) {
    auto row = Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return {};
  }
}

bool Statement::IsNull(int column) const { return sqlite3_column_type(cached_->handle, column) == SQLITE_NULL; }

int64_t Statement::Int(int column) const { return sqlite3_column_int64(cached_->handle, column); }

double Statement::Real(int column) const { return sqlite3_column_double(cached_->handle, column); }

std::string Statement::Text(int column) const {
  const void* text = sqlite3_column_blob(cached_->handle, column);
  if (text == nullptr) return {};
  return {static_cast<const char*>(text), static_cast<size_t>(sqlite3_column_bytes(cached_->handle, column))};
}

std::optional<int64_t> Statement::OptionalInt(int column) const {
  return IsNull(column) ? std::nullopt : std::optional(Int(column));
}

std::optional<double> Statement::OptionalReal(int column) const {
  return IsNull(column) ? std::nullopt : std::optional(Real(column));
}

std::optional<Timestamp> Statement::OptionalTime(int column) const { return ParseIso(Text(column)); }

Timestamp Statement::Time(int column) const { return OptionalTime(column).value_or(Timestamp{}); }

void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close(connection); }

Result<std::unique_ptr<Database>> Database::Open(const std::filesystem::path& file, OpenMode mode) {
  std::unique_ptr<Database> database(new Database(file));
  const int flags = (mode == OpenMode::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  sqlite3* connection = nullptr;
  const int status = sqlite3_open_v2(file.c_str(), &connection, flags, nullptr);
  database->connection_.reset(connection);
  if (connection == nullptr) throw std::bad_alloc();
  if (status != SQLITE_OK) return tl::unexpected<Error>(database->LastError("opening it"));
  sqlite3_busy_timeout(connection, kBusyTimeoutMs);
  return database;
}

Database::~Database() {
  for (auto& [sql, pool] : statements_) {
    for (auto& cached : pool) sqlite3_finalize(cached->handle);
  }
}

Result<Statement> Database::Prepare(std::string_view sql) {
  auto& pool = statements_[std::string(sql)];
  for (auto& cached : pool) {
    if (cached->in_use) continue;
    cached->in_use = true;
    return Statement(*this, cached.get());
  }
  auto cached = std::make_unique<Statement::Cached>();
  const int status = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &cached->handle, nullptr);
  if (status != SQLITE_OK) return tl::unexpected<Error>(LastError(FirstWords(sql)));
  cached->in_use = true;
  pool.push_back(std::move(cached));
  return Statement(*this, pool.back().get());
}

Status Database::Execute(const std::string& sql) {
  if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return tl::unexpected<Error>(LastError(FirstWords(sql)));
}

int64_t Database::LastInsertId() const { return sqlite3_last_insert_rowid(connection_.get()); }

int64_t Database::Changes() const { return sqlite3_changes64(connection_.get()); }

bool Database::InTransaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

Error Database::LastError(std::string_view doing) const {
  return Translate(sqlite3_extended_errcode(connection_.get()), file_, doing, sqlite3_errmsg(connection_.get()));
}

Result<Transaction> Transaction::Begin(Database& database) {
  const bool nested = database.InTransaction();
  auto begun = database.Run(nested ? "SAVEPOINT nested" : "BEGIN IMMEDIATE");
  if (!begun) return tl::unexpected<Error>(begun.error());
  return Transaction(database, nested);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)), nested_(other.nested_) {}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself (disk full, for one).
  if (database_ == nullptr || !database_->InTransaction()) return;
  (void)(nested_ ? database_->Execute("ROLLBACK TO nested; RELEASE nested") : database_->Execute("ROLLBACK"));
}

Status Transaction::Commit() {
  auto done = database_->Run(nested_ ? "RELEASE nested" : "COMMIT");
  if (done) database_ = nullptr;
  return done;
}

}  // namespace tallywire::store
