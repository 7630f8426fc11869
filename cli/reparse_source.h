// Where `reparse` finds pages: the own archive, WARC files from anywhere, files and folders of pages.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "cli/workspace.h"
#include "model/http.h"
#include "model/result.h"
#include "store/capture_table.h"

namespace tallywire::cli {

// One page to read. The body is in `exchange`, or in `page_file`, or else in the archive at capture.location.
struct PageSource {
  store::CaptureRecord capture;  // id 0: not in the database yet
  std::optional<Exchange> exchange;
  std::filesystem::path page_file;
};

// What to take of what there is; all that is set must hold.
struct SourceFilter {
  std::optional<Timestamp> since;  // inclusive
  std::optional<Timestamp> until;  // exclusive
  std::string url_glob;
  std::optional<int64_t> feed_id;
  std::string not_read_with;  // a version of the rules; of the own archive only

  bool Passes(const store::CaptureRecord& capture) const;  // of files; feeds are known of the own archive only
};

using TakeSource = std::function<bool(PageSource)>;  // false: no more, please

// Pages of the own archive, oldest first. Reads the database before the first is handed out, and no more after that.
Status ForEachArchived(Workspace& workspace, const SourceFilter& filter, const TakeSource& take);

// Pages of a WARC file, a page, or a folder of them (and of folders), in the order of their names. Damage within a WARC
// file is reported to `damaged` and passed over. kNotFound, kIo.
Status ForEachInFiles(const std::filesystem::path& path, const std::filesystem::path& archive_folder,
                      const SourceFilter& filter, const TakeSource& take,
                      const std::function<void(const Error&)>& damaged);

}  // namespace tallywire::cli
