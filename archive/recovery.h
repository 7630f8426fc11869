// After a crash: brings archive files back to a whole number of exchanges, and finds those the database does not know.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "archive/exchange_reader.h"
#include "model/capture.h"
#include "model/result.h"

namespace tallywire::archive {

struct TornTail {
  std::string file;      // its name in the folder
  uint64_t begin = 0;    // the file was cut back to this size
  uint64_t removed = 0;  // bytes
};

struct RecoveryReport {
  std::vector<TornTail> cut;
  std::vector<Error> damage;    // records that cannot be read though good ones follow, files shorter than the database
                                // says: reported, never touched
  size_t exchanges = 0;         // complete ones that were not known, each handed to the callback
  bool continue_newest = true;  // pass on to WarcWriterOptions: false where the newest file is damaged, so that nothing
                                // is appended behind the damage
};

// Looks at the files tallywire-*.warc.gz in `folder` from where `known` ends (the bytes before are not read). A tail
// that is no whole exchange (an incomplete gzip member, a request without its response, a part of what AppendAll wrote
// together, zeros a power cut left) is cut off, if no complete record follows it; nothing before it is ever changed.
// Then every complete exchange that is not in `known` goes to `take`, oldest first; an error of `take` ends the
// recovery with that error, and calling again continues there once `known` says what was taken. Needs the data folder's
// lock. kDataFolder where a file cannot be read or cut.
Result<RecoveryReport> RecoverArchive(const std::filesystem::path& folder, const KnownArchive& known,
                                      const std::function<Status(ArchivedExchange)>& take);

}  // namespace tallywire::archive
