#include "extract/rule_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

#include "model/embedded_file.h"

namespace tallywire::extract {

std::span<const EmbeddedFile> EmbeddedFiles();  // generated from extract/rules/

namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> ListToml(const fs::path& dir) {
  std::error_code error;
  std::vector<fs::path> paths;
  fs::directory_iterator it(dir, error);
  for (; !error && it != fs::directory_iterator(); it.increment(error)) {
    if (it->path().extension() == ".toml") paths.push_back(it->path());
  }
  if (error) {
    return Fail(ErrorCode::kUsage, dir.string(), "the rules folder cannot be read: " + error.message(),
                "Give --rules a readable folder of .toml files");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<std::vector<RuleFile>> ReadRuleFiles(const fs::path& user_dir) {
  std::vector<RuleFile> files;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    files.push_back({std::string(file.name), std::string(file.name), std::string(file.text)});
  }
  if (user_dir.empty()) return files;
  auto paths = ListToml(user_dir);
  if (!paths) return tl::unexpected(paths.error());
  for (const fs::path& path : *paths) {
    std::ifstream stream(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream.good() && !stream.eof()) {
      return Fail(ErrorCode::kUsage, path.string(), "the rule file cannot be read", "Check its permissions");
    }
    files.push_back({path.filename().string(), path.string(), std::move(text)});
  }
  return files;
}

}  // namespace tallywire::extract
