// Errors as values. Every fallible function on the way of data returns Result<T>; exceptions are for bugs and exhausted
// resources only.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace tallywire {

enum class ErrorCode {
  kUsage,        // wrong option, wrong configuration, broken rules: exit status 2
  kLocked,       // another run holds the data folder: exit status 3
  kDataFolder,   // the data folder cannot be used (damaged, full, not writable): exit status 4
  kNetwork,      // no connection, time-out, broken transfer: worth another try later
  kHttpStatus,   // the server answered, but not with the document
  kRefused,      // forbidden by robots.txt, by policy or by a limit of ours: trying again does not help
  kTooLarge,     // over a stated limit
  kBadInput,     // the bytes are not what they claim to be
  kNotFound,     // no such file, article or record
  kIo,           // the operating system refused to read or write
  kInterrupted,  // a signal asked us to stop
};

// What went wrong, where, and what the reader can do about it.
struct Error {
  ErrorCode code = ErrorCode::kBadInput;
  std::string where;   // a URL, "file:line" or a path; may be empty
  std::string what;    // one clause in plain English, no final full stop
  std::string remedy;  // what to do; empty where nothing can be done

  // "where: what. remedy." as the user sees it.
  std::string ToText() const;
};

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

tl::unexpected<Error> Fail(ErrorCode code, std::string where, std::string what, std::string remedy = {});

// True where the same request may succeed later without anybody changing anything.
bool IsTransient(ErrorCode code);

}  // namespace tallywire
