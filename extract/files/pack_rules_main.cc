// tallywire_pack_rules FOLDER FILE...: writes each rule file packed (see pack_rules.h) into the folder, under its own
// name. Part of the build, not of what users run.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "extract/files/pack_rules.h"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  for (int i = 2; i < argc; ++i) {
    const fs::path path(argv[i]);
    std::ifstream in(path, std::ios::binary);
    const std::string toml((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto packed = tallywire::extract::PackRules(toml, path.string());
    if (!packed) {
      std::cerr << packed.error().ToText() << '\n';
      return 1;
    }
    std::ofstream out(fs::path(argv[1]) / path.filename(), std::ios::binary);
    out << *packed << std::flush;
    if (!in || !out) {
      std::cerr << path.string() << ": cannot be read, or not be written to " << argv[1] << '\n';
      return 1;
    }
  }
  return 0;
}
