// The pages the benchmarks read: the sample site's, or those of the folder that TALLYWIRE_BENCH_PAGES names.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace tallywire::bench {

// The bytes of every *.html below the folder, in the order of their names.
inline std::vector<std::string> SamplePages() {
  const char* named = std::getenv("TALLYWIRE_BENCH_PAGES");
  const std::filesystem::path folder = named != nullptr
                                           ? std::filesystem::path(named)
                                           : std::filesystem::path(TALLYWIRE_SOURCE_DIR) / "samples" / "site";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".html") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> pages;
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  if (pages.empty()) throw std::runtime_error("no *.html in " + folder.string());
  return pages;
}

}  // namespace tallywire::bench
