#include "cli/reparse_source.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "archive/exchange_reader.h"

namespace tallywire::cli {
namespace {

namespace fs = std::filesystem;

bool IsWarc(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".warc") || name.ends_with(".warc.gz");
}

// Within folders only files that are pages by their name are read; a file that is named is read whatever its name is.
bool IsPage(const fs::path& file) {
  fs::path name = file.filename();
  if (name.extension() == ".gz") name = name.stem();
  constexpr std::array<std::string_view, 4> kExtensions{".html", ".htm", ".xhtml", ".shtml"};
  return std::find(kExtensions.begin(), kExtensions.end(), name.extension().string()) != kExtensions.end();
}

// Media types that may hold an article; a missing one may as well.
bool MayBeArticle(std::string_view content_type) {
  return content_type.empty() || content_type.find("html") != std::string_view::npos ||
         content_type.starts_with("text/plain") || content_type.starts_with("application/octet-stream");
}

bool MayBeArticle(const archive::ArchivedExchange& archived) {
  const Response& response = archived.exchange.response;
  return !archived.revisit && response.status >= 200 && response.status < 300 && !response.truncated &&
         archived.purpose.value_or(Purpose::kArticle) == Purpose::kArticle &&
         MayBeArticle(FindHeader(response.headers, "Content-Type"));
}

PageSource SourceOf(archive::ArchivedExchange archived) {
  const Response& response = archived.exchange.response;
  PageSource source;
  source.capture.url = archived.requested_url;
  source.capture.final_url = archived.exchange.request.url;
  source.capture.time = archived.exchange.time;
  source.capture.status = response.status;
  source.capture.content_type = FindHeader(response.headers, "Content-Type");
  source.capture.etag = FindHeader(response.headers, "ETag");
  source.capture.last_modified = FindHeader(response.headers, "Last-Modified");
  source.capture.location = std::move(archived.location);
  source.exchange = std::move(archived.exchange);
  return source;
}

Timestamp TimeOfFile(const fs::path& file) {
  std::error_code ignored;
  const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(file, ignored));
  return std::chrono::time_point_cast<std::chrono::seconds>(time);
}

PageSource SourceOfPage(const fs::path& file) {
  PageSource source;
  source.page_file = fs::absolute(file).lexically_normal();
  source.capture.url = source.capture.final_url = "file://" + source.page_file.string();
  source.capture.time = TimeOfFile(file);
  source.capture.status = 200;
  return source;
}

// A file of the own archive goes by its name, so that it is the same capture however it was named.
std::string NameOf(const fs::path& file, const fs::path& archive_folder) {
  std::error_code ignored;
  if (fs::equivalent(file.parent_path().empty() ? "." : file.parent_path(), archive_folder, ignored)) {
    return file.filename().string();
  }
  return fs::absolute(file).lexically_normal().string();
}

// False where `take` wants no more.
Result<bool> ReadWarc(const fs::path& file, const fs::path& archive_folder, const SourceFilter& filter,
                      const TakeSource& take, const std::function<void(const Error&)>& damaged) {
  auto reader = archive::ExchangeReader::Open(file, NameOf(file, archive_folder));
  if (!reader) return tl::unexpected(std::move(reader).error());
  for (;;) {
    auto archived = reader->Next();
    if (!archived) {
      damaged(archived.error());
      if (archived.error().code != ErrorCode::kBadInput) return true;
      continue;
    }
    if (!*archived) return true;
    if (!MayBeArticle(**archived)) continue;
    PageSource source = SourceOf(std::move(**archived));
    if (filter.Passes(source.capture) && !take(std::move(source))) return false;
  }
}

Result<std::vector<fs::path>> FilesUnder(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return Fail(ErrorCode::kNotFound, path.string(), "there is no such file or folder", "Check the name");
  }
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  std::vector<fs::path> files;
  for (auto entry = fs::recursive_directory_iterator(path, error); !error && entry != fs::end(entry);
       entry.increment(error)) {
    if (entry->is_regular_file(error) && (IsWarc(entry->path()) || IsPage(entry->path())))
      files.push_back(entry->path());
  }
  if (error) return Fail(ErrorCode::kIo, path.string(), "cannot be read: " + error.message(), "Check its permissions");
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

bool SourceFilter::Passes(const store::CaptureRecord& capture) const {
  if (since && capture.time < *since) return false;
  if (until && capture.time >= *until) return false;
  return url_glob.empty() || fnmatch(url_glob.c_str(), capture.url.c_str(), 0) == 0 ||
         fnmatch(url_glob.c_str(), capture.final_url.c_str(), 0) == 0;
}

Status ForEachArchived(Workspace& workspace, const SourceFilter& filter, const TakeSource& take) {
  store::CaptureFilter captures;
  captures.since = filter.since;
  captures.until = filter.until;
  captures.url_glob = filter.url_glob;
  captures.feed_id = filter.feed_id;
  captures.not_read_with = filter.not_read_with;
  captures.purpose = Purpose::kArticle;
  captures.with_body = true;
  std::vector<PageSource> sources;
  auto status = workspace.store.Captures().ForEach(captures, [&](const store::CaptureRecord& capture) -> Status {
    if (capture.truncated || capture.location.file.empty()) return {};
    sources.push_back({capture, {}, {}});
    return {};
  });
  if (!status) return status;
  for (auto& source : sources) {
    if (!take(std::move(source))) break;
  }
  return {};
}

Status ForEachInFiles(const fs::path& path, const fs::path& archive_folder, const SourceFilter& filter,
                      const TakeSource& take, const std::function<void(const Error&)>& damaged) {
  const auto files = FilesUnder(path);
  if (!files) return tl::unexpected(files.error());
  for (const auto& file : *files) {
    if (IsWarc(file)) {
      const auto more = ReadWarc(file, archive_folder, filter, take, damaged);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return {};
      continue;
    }
    PageSource source = SourceOfPage(file);
    if (filter.Passes(source.capture) && !take(std::move(source))) return {};
  }
  return {};
}

}  // namespace tallywire::cli
