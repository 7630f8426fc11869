#include "extract/files/rule_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
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

constexpr uintmax_t kLargestFile = 64U << 20U;

// Names that begin with a dot are the leavings of editors and file managers.
bool IsRuleFile(const fs::path& path) {
  return path.extension() == ".toml" && !path.filename().string().starts_with('.');
}

Result<std::vector<fs::path>> ListToml(const fs::path& dir) {
  std::error_code error;
  std::vector<fs::path> paths;
  fs::directory_iterator it(dir, error);
  for (; !error && it != fs::directory_iterator(); it.increment(error)) {
    if (IsRuleFile(it->path())) paths.push_back(it->path());
  }
  if (error) {
    return Fail(ErrorCode::kUsage, dir.string(), "the rules folder cannot be read: " + error.message(),
                "Give --rules a readable folder of .toml files");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

tl::unexpected<Error> Unreadable(const fs::path& path, std::string_view why, std::string_view remedy) {
  return Fail(ErrorCode::kUsage, path.string(), fmt::format("the rule file cannot be read: {}", why),
              std::string(remedy));
}

// Only of files proper: a pipe or a device may never end.
Result<std::string> ReadText(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) return Unreadable(path, error.message(), "Correct the link, or take it out of the folder");
  if (fs::is_directory(status)) return Unreadable(path, "it is a folder", "Give it a name that does not end in .toml");
  if (!fs::is_regular_file(status)) return Unreadable(path, "it is no file", "Take it out of the folder");
  if (fs::file_size(path, error) > kLargestFile && !error) {
    return Unreadable(path, fmt::format("it is larger than {} MiB", kLargestFile >> 20U), "Split it");
  }
  errno = 0;
  std::ifstream stream(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (stream.good() || stream.eof()) return text;
  return Unreadable(path, std::generic_category().message(errno), "Check its permissions");
}

std::string NameUpToHyphen(const fs::path& path) {
  const std::string stem = path.stem().string();
  return stem.substr(0, stem.find('-')) + ".toml";
}

// FNV-1a over eight bytes at a time, since every start of the program waits for it: a name for a state of the files, no
// defence against forgers.
class Digest {
 public:
  void Add(std::string_view bytes) {
    for (; bytes.size() >= kEight; bytes.remove_prefix(kEight)) Mix(NumberOf(bytes.data(), kEight));
    if (!bytes.empty()) Mix(NumberOf(bytes.data(), bytes.size()));
  }
  uint64_t hash() const { return hash_; }

 private:
  static constexpr size_t kEight = sizeof(uint64_t);

  // Of at most eight bytes, the first one lowest. Of eight one load, which is why the size is told by the caller.
  static uint64_t NumberOf(const char* bytes, size_t size) {
    constexpr unsigned kByte = 8;
    uint64_t number = 0;
    for (size_t i = 0; i < size; ++i) number |= uint64_t{static_cast<unsigned char>(bytes[i])} << kByte * i;
    return number;
  }

  void Mix(uint64_t number) {
    constexpr unsigned kHalf = 32;  // high bits would never reach the low ones by multiplying
    hash_ = (hash_ ^ number) * 0x9E3779B97F4A7C15U;
    hash_ ^= hash_ >> kHalf;
  }

  uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace

Result<std::vector<RuleFile>> ReadRuleFiles(const fs::path& user_dir) {
  std::vector<RuleFile> files;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.name == kSchemaFile) continue;
    files.push_back({NameUpToHyphen(file.name), std::string(file.name), std::string(file.text), false, true});
  }
  if (user_dir.empty()) return files;
  auto paths = ListToml(user_dir);
  if (!paths) return tl::unexpected(paths.error());
  for (const fs::path& path : *paths) {
    auto text = ReadText(path);
    if (!text) return tl::unexpected(text.error());
    files.push_back({NameUpToHyphen(path), path.string(), std::move(*text), true});
  }
  return files;
}

std::string KindOf(const RuleFile& file) {
  for (const std::string_view several : {"dates", "calendar"}) {
    if (file.name.starts_with(several)) return std::string(several);
  }
  return file.name.substr(0, file.name.find('.'));
}

const RuleFile& SchemaFile() {
  static const RuleFile schema = [] {
    for (const EmbeddedFile& file : EmbeddedFiles()) {
      if (file.name == kSchemaFile)
        return RuleFile{std::string(file.name), std::string(file.name), std::string(file.text), false, true};
    }
    return RuleFile{};
  }();
  return schema;
}

std::string RulesVersion(std::span<const RuleFile> files) {
  Digest digest;
  for (const RuleFile& file : files) {
    // Where the files lie does not count, what they say does.
    for (const std::string_view part : {std::string_view(file.name), std::string_view(file.text)}) {
      digest.Add(std::to_string(part.size()));
      digest.Add(":");
      digest.Add(part);
    }
  }
  return fmt::format("{}-{:016x}", TALLYWIRE_VERSION, digest.hash());
}

}  // namespace tallywire::extract
