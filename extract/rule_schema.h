// The form of rule files: which sections and keys they may hold and of what type, read from schema.toml.
//
// The loaders take what they know and give defaults for the rest; that nothing stands in a file which they would pass
// over in silence is seen to here.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/files/rule_document.h"
#include "extract/files/rule_files.h"
#include "model/result.h"

namespace tallywire::extract {

// Const after Load.
class RuleSchema {
 public:
  // The program's own schema; kUsage where it is broken.
  static Result<RuleSchema> Load(const RuleFile& file);

  // Appends every mistake in the files' form to `mistakes`: no TOML, unknown files, sections and keys, wrong types,
  // what is missing, ids that stand twice in the built-in files or twice in a user's, and ids that stand for nothing.
  void Check(std::span<const RuleFile> files, std::vector<Error>& mistakes) const;

 private:
  struct Key {
    std::string type;
    std::vector<std::string> choices;  // of one of, some of, id of
    bool required = false;
  };
  static Key KeyOf(std::string type);
  struct Section {
    std::string form;
    std::vector<std::string> names;  // the only ones of a section of lists; empty: any
    std::vector<std::string> needs;  // one of these keys
    std::map<std::string, Key, std::less<>> keys;
  };
  using Sections = std::map<std::string, Section, std::less<>>;
  class Checker;

  std::map<std::string, Sections, std::less<>> files_;  // by the name without ".toml"
};

}  // namespace tallywire::extract
