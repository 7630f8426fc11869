// Holds the #include lines to the architecture: fetch, archive, parse, extract and store include model and nothing of
// one another; the layers of extract include only those below them; third-party headers of one stage stay in that
// stage's .cc files.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

// The folder of the project that a line includes from; of `below`'s subfolders, when one is named ("extract/").
std::string IncludedFolder(const std::string& line, const std::string& below = {}) {
  const std::string start = "#include \"" + below;
  if (!line.starts_with(start)) return {};
  const std::string path = line.substr(start.size());
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

TEST(Architecture, LayersOfExtractionIncludeOnlyThoseBelowThem) {
  const std::map<std::string, std::set<std::string>> allowed = {
      {"files", {"files"}},
      {"text", {"files", "text"}},
      {"figures", {"files", "text", "figures"}},
      {"dates", {"files", "text", "dates"}},
      {"events", {"files", "text", "figures", "dates", "events"}},
  };
  const fs::path extract = fs::path(TALLYWIRE_SOURCE_DIR) / "extract";
  for (const auto& [layer, may] : allowed) {
    for (const auto& entry : fs::directory_iterator(extract / layer)) {
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("#include \"extract/")) continue;
        EXPECT_TRUE(may.contains(IncludedFolder(line, "extract/"))) << entry.path() << ": " << line;
      }
    }
  }
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
