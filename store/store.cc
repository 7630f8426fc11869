#include "store/store.h"

#include <string>
#include <utility>

#include "store/migrations.h"

namespace tallywire::store {
namespace {

Status CreateFolder(const std::filesystem::path& folder) {
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (!error) return {};
  return Fail(ErrorCode::kDataFolder, folder.string(), "the data folder cannot be created: " + error.message(),
              "Choose another folder with --data, or create this one and make it writable");
}

Status CheckExists(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::exists(file, error)) return {};
  if (error) {
    return Fail(ErrorCode::kDataFolder, file.string(), "the data folder cannot be read: " + error.message(),
                "Make it readable for this user, or choose another folder with --data");
  }
  return Fail(ErrorCode::kDataFolder, file.string(), "there is no database here",
              "Run 'tallywire feeds add' and 'tallywire ingest' first, or name the folder that has one with --data");
}

// WAL lets readers go on beside the writer. FULL: a committed transaction survives a power cut, as the archive does,
// so that neither is ahead of the other for good.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;";
constexpr const char* kReaderSettings = "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;";

}  // namespace

Result<Store> Store::Open(const std::filesystem::path& file, OpenMode mode) {
  const auto ready = mode == OpenMode::kReadOnly ? CheckExists(file) : CreateFolder(file.parent_path());
  if (!ready) return tl::unexpected<Error>(ready.error());
  auto database = Database::Open(file, mode);
  if (!database) return tl::unexpected<Error>(database.error());
  const auto version = CheckVersion(**database);
  if (!version) return tl::unexpected<Error>(version.error());
  if (mode == OpenMode::kReadOnly && *version < SchemaVersion()) {
    // An older database is brought forward by whoever opens it first, then read.
    if (auto writer = Open(file, OpenMode::kReadWrite); !writer) return writer;
    return Open(file, mode);
  }
  if (auto set = (*database)->Execute(mode == OpenMode::kReadOnly ? kReaderSettings : kWriterSettings); !set) {
    return tl::unexpected<Error>(set.error());
  }
  if (auto migrated = Migrate(**database, *version); !migrated) return tl::unexpected<Error>(migrated.error());
  return Store(std::move(*database));
}

Status Store::CheckIntegrity() {
  auto statement = database_->Prepare("PRAGMA integrity_check(3)");
  if (!statement) return tl::unexpected<Error>(statement.error());
  std::string findings;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) break;
    if (statement->Text(0) != "ok") findings += (findings.empty() ? "" : "; ") + statement->Text(0);
  }
  if (findings.empty()) return {};
  return Fail(ErrorCode::kDataFolder, database_->file().string(), "the database is damaged: " + findings,
              "Restore it from a backup, or move it away and run 'tallywire reparse --all'");
}

}  // namespace tallywire::store
