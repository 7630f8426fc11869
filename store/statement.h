// Owners of SQLite's handles: a connection with its cache of prepared statements, a statement in use, a transaction.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/result.h"
#include "model/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tallywire::store {

class Database;

// A statement borrowed from its database's cache, given back (reset, bindings cleared) on destruction. Columns and
// parameters count as in SQLite: columns from 0, parameters from 1 in the order of Bind calls.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Binds the next parameter. Failures are kept and reported by Step or Run.
  Statement& Bind(int64_t value);
  Statement& Bind(int value) { return Bind(int64_t{value}); }
  Statement& Bind(size_t value) { return Bind(static_cast<int64_t>(value)); }
  Statement& Bind(bool value) { return Bind(int64_t{value ? 1 : 0}); }
  Statement& Bind(double value);
  Statement& Bind(std::string_view text);  // copied
  Statement& Bind(const char* text) { return Bind(std::string_view{text}); }
  Statement& Bind(const std::string& text) { return Bind(std::string_view{text}); }
  Statement& Bind(Timestamp time) { return Bind(std::string_view{ToIso(time)}); }
  Statement& BindNull();
  Statement& BindOrNull(std::string_view text) { return text.empty() ? BindNull() : Bind(text); }
  template <class T>
  Statement& Bind(const std::optional<T>& value) {
    return value ? Bind(*value) : BindNull();
  }

  // True where there is a row.
  Result<bool> Step();
  // Steps to the end.
  Status Run();
  // Readies the statement for other bindings.
  Statement& Reset();

  bool IsNull(int column) const;
  int64_t Int(int column) const;
  double Real(int column) const;
  std::string Text(int column) const;  // empty for NULL
  std::optional<int64_t> OptionalInt(int column) const;
  std::optional<double> OptionalReal(int column) const;
  std::optional<Timestamp> OptionalTime(int column) const;
  Timestamp Time(int column) const;  // the epoch where it cannot be read

 private:
  friend class Database;
  struct Cached {
    sqlite3_stmt* handle = nullptr;
    bool in_use = false;
  };
  Statement(Database& database, Cached* cached) : database_(&database), cached_(cached) {}

  Database* database_;
  Cached* cached_;  // null after a move
  int next_parameter_ = 1;
  int bind_status_ = 0;
};

enum class OpenMode { kReadOnly, kReadWrite };

// One connection. Not for several threads at once.
class Database {
 public:
  // kDataFolder, with the file, what is wrong in plain words, and what to do.
  static Result<std::unique_ptr<Database>> Open(const std::filesystem::path& file, OpenMode mode);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // `sql` is constant text: values are bound, never pasted in.
  Result<Statement> Prepare(std::string_view sql);
  // One or more statements without parameters or results.
  Status Execute(const std::string& sql);

  template <class... Args>
  Status Run(std::string_view sql, const Args&... args) {
    auto statement = Prepare(sql);
    if (!statement) return tl::unexpected<Error>(statement.error());
    (statement->Bind(args), ...);
    return statement->Run();
  }

  int64_t LastInsertId() const;
  int64_t Changes() const;  // rows the last INSERT, UPDATE or DELETE touched itself
  bool InTransaction() const;
  const std::filesystem::path& file() const { return file_; }

  // SQLite's last failure on this connection as an Error: the only place where its codes become ours.
  Error LastError(std::string_view doing) const;

 private:
  friend class Statement;
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  explicit Database(std::filesystem::path file) : file_(std::move(file)) {}

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Closer> connection_;
  // By their text; several of one text where one was needed while another was in use.
  std::unordered_map<std::string, std::vector<std::unique_ptr<Statement::Cached>>> statements_;
};

// Rolls back unless committed. Inside another transaction it is a savepoint of that.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // Durable once this returns without error (outermost transactions).
  Status Commit();

 private:
  Transaction(Database& database, bool nested) : database_(&database), nested_(nested) {}
  Database* database_;  // null once committed or moved from
  bool nested_;
};

}  // namespace tallywire::store
