// The pages the benchmarks read: the sample site's, or those of the folder that TALLYWIRE_BENCH_PAGES names.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace tallywire::bench {

struct CloseGzip {
  void operator()(gzFile file) const { gzclose(file); }
};

// What the file holds, unpacked where it is gzip.
inline std::string PageOfFile(const std::filesystem::path& path) {
  const std::unique_ptr<gzFile_s, CloseGzip> file(gzopen(path.c_str(), "rb"));
  if (file == nullptr) throw std::runtime_error("cannot read " + path.string());
  std::string bytes;
  std::array<char, 65536> piece;
  for (int got = 0; (got = gzread(file.get(), piece.data(), piece.size())) > 0;) {
    bytes.append(piece.data(), static_cast<size_t>(got));
  }
  return bytes;
}

// The bytes of every *.html and *.html.gz below the folder, in the order of their names.
inline std::vector<std::string> SamplePages() {
  const char* named = std::getenv("TALLYWIRE_BENCH_PAGES");
  const std::filesystem::path folder = named != nullptr
                                           ? std::filesystem::path(named)
                                           : std::filesystem::path(TALLYWIRE_SOURCE_DIR) / "samples" / "site";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".html") || name.ends_with(".html.gz")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> pages;
  for (const auto& file : files) pages.push_back(PageOfFile(file));
  if (pages.empty()) throw std::runtime_error("no *.html in " + folder.string());
  return pages;
}

}  // namespace tallywire::bench
