// Entries of the figure layer's rule files: read, merged by id (a user's entry replaces the built-in one), and checked.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/files/rule_document.h"
#include "extract/files/rule_files.h"
#include "model/result.h"

namespace tallywire::extract {

// One table of a rule file. Its accessors give a default for what is wrong or missing and note the first mistake, so
// that a loader reads all it needs and asks once at the end whether all was well.
class RuleEntry {
 public:
  RuleEntry(const RuleFile& file, const RuleNode& table, Status& status)
      : file_(&file), table_(&table), status_(&status) {}

  std::string Text(std::string_view key) const;  // required
  std::string TextOr(std::string_view key, std::string_view otherwise) const;
  double NumberOr(std::string_view key, double otherwise) const;
  bool Flag(std::string_view key) const;
  bool Has(std::string_view key) const;
  std::vector<std::string> Strings(std::string_view key) const;
  // The table under `key`: word -> number, word -> text, word -> list of texts.
  std::vector<std::pair<std::string, double>> Numbers(std::string_view key) const;
  std::vector<std::pair<std::string, std::vector<std::string>>> Lists(std::string_view key) const;
  // Notes a mistake at `key`, unless one is noted already.
  void Refuse(std::string_view key, std::string what) const;

 private:
  const RuleFile* file_;
  const RuleNode* table_;
  Status* status_;
};

// All files of one name, parsed. Must outlive its entries.
class RuleTables {
 public:
  // kUsage where a file is no TOML.
  static Result<RuleTables> Parse(std::span<const RuleFile> files, std::string_view name);

  // The entries of the array of tables `list`, a later one with the id of an earlier one in its place.
  std::vector<RuleEntry> List(std::string_view list);
  // The tables [name] of all files.
  std::vector<RuleEntry> Tables(std::string_view name);
  // The first mistake met in reading entries.
  const Status& status() const { return *status_; }

 private:
  std::vector<std::pair<const RuleFile*, RuleDocument>> documents_;
  std::unique_ptr<Status> status_ = std::make_unique<Status>();
};

}  // namespace tallywire::extract
