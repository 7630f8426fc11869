// Holds the #include lines to the architecture: fetch, archive, parse, extract and store include model and nothing of
// one another; third-party headers of one stage stay in that stage's .cc files.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

std::string IncludedFolder(const std::string& line) {
  if (!line.starts_with("#include \"")) return {};
  const std::string path = line.substr(10);
  const size_t slash = path.find('/');
  return slash == std::string::npos ? std::string{} : path.substr(0, slash);
}

TEST(Architecture, StagesIncludeTheModelAndNothingOfOneAnother) {
  const std::map<std::string, std::set<std::string>> allowed = {
      {"model", {"model"}},          {"fetch", {"model", "fetch"}},     {"archive", {"model", "archive"}},
      {"parse", {"model", "parse"}}, {"extract", {"model", "extract"}}, {"store", {"model", "store"}},
  };
  size_t files = 0;
  for (const auto& [folder, may] : allowed) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TALLYWIRE_SOURCE_DIR) / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".h" && extension != ".cc") continue;
      ++files;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        const std::string included = IncludedFolder(line);
        EXPECT_TRUE(included.empty() || may.contains(included)) << entry.path() << ": " << line;
      }
    }
  }
  EXPECT_GT(files, 10U);
}

TEST(Architecture, ThirdPartyHeadersStayInTheirStagesSourceFiles) {
  const std::map<std::string, std::string> owner = {
      {"<curl/", "fetch"}, {"<gumbo", "parse"}, {"<sqlite3", "store"}, {"<libxml/", "fetch"}};
  for (const auto& [header, folder] : owner) {
    for (const auto* other : {"model", "fetch", "archive", "parse", "extract", "store", "cli"}) {
      for (const auto& entry : fs::recursive_directory_iterator(fs::path(TALLYWIRE_SOURCE_DIR) / other)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cc") continue;
        if (folder == other) continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
          EXPECT_FALSE(line.starts_with("#include " + header)) << entry.path() << ": " << line;
        }
      }
    }
  }
}

}  // namespace
