#include "extract/figures/figure_rules.h"

#include <algorithm>

namespace tallywire::extract {

std::string RuleEntry::Text(std::string_view key) const {
  const auto value = (*table_)[key].value<std::string>();
  if (!value) Refuse(key, "a text \"" + std::string(key) + "\" is missing here");
  return value.value_or("");
}

std::string RuleEntry::TextOr(std::string_view key, std::string_view otherwise) const {
  return (*table_)[key].value<std::string>().value_or(std::string(otherwise));
}

double RuleEntry::NumberOr(std::string_view key, double otherwise) const {
  const auto node = (*table_)[key];
  if (node && !node.is_number()) Refuse(key, "a number is expected here");
  return node.value<double>().value_or(otherwise);
}

bool RuleEntry::Flag(std::string_view key) const { return (*table_)[key].value<bool>().value_or(false); }

bool RuleEntry::Has(std::string_view key) const { return table_->contains(key); }

std::vector<std::string> RuleEntry::Strings(std::string_view key) const {
  auto strings = StringsOf(*file_, (*table_)[key].node());
  if (strings) return std::move(*strings);
  if (*status_) *status_ = tl::unexpected(strings.error());
  return {};
}

std::vector<std::pair<std::string, double>> RuleEntry::Numbers(std::string_view key) const {
  std::vector<std::pair<std::string, double>> numbers;
  const auto* table = (*table_)[key].as_table();
  if (table == nullptr) return numbers;
  for (const auto& [word, node] : *table) {
    const auto value = node.value<double>();
    if (!value) Refuse(key, "a number is expected for \"" + std::string(word.str()) + "\"");
    numbers.emplace_back(word.str(), value.value_or(0));
  }
  return numbers;
}

std::vector<std::pair<std::string, std::vector<std::string>>> RuleEntry::Lists(std::string_view key) const {
  std::vector<std::pair<std::string, std::vector<std::string>>> lists;
  const auto* table = (*table_)[key].as_table();
  if (table == nullptr) return lists;
  for (const auto& [word, node] : *table) {
    auto strings = StringsOf(*file_, &node);
    if (!strings && *status_) *status_ = tl::unexpected(strings.error());
    lists.emplace_back(word.str(), strings ? std::move(*strings) : std::vector<std::string>{});
  }
  return lists;
}

void RuleEntry::Refuse(std::string_view key, std::string what) const {
  if (!*status_) return;
  const auto* node = (*table_)[key].node();
  *status_ = Fail(ErrorCode::kUsage, PlaceOf(*file_, node == nullptr ? *table_ : *node), std::move(what),
                  "Correct the rule file");
}

Result<RuleTables> RuleTables::Parse(std::span<const RuleFile> files, std::string_view name) {
  RuleTables tables;
  for (const RuleFile& file : files) {
    if (file.name != name) continue;
    auto table = ParseToml(file);
    if (!table) return tl::unexpected(table.error());
    tables.tables_.emplace_back(&file, std::move(*table));
  }
  return tables;
}

std::vector<RuleEntry> RuleTables::List(std::string_view list) {
  std::vector<RuleEntry> entries;
  std::vector<std::string> ids;
  for (const auto& [file, table] : tables_) {
    const auto* array = table[list].as_array();
    if (array == nullptr) continue;
    for (const toml::node& node : *array) {
      const auto* entry_table = node.as_table();
      if (entry_table == nullptr) continue;
      RuleEntry entry(*file, *entry_table, *status_);
      std::string id = entry.Text("id");
      const auto known = std::find(ids.begin(), ids.end(), id);
      if (known != ids.end()) {
        entries[static_cast<size_t>(known - ids.begin())] = entry;
      } else {
        entries.push_back(entry);
        ids.push_back(std::move(id));
      }
    }
  }
  return entries;
}

std::vector<RuleEntry> RuleTables::Tables(std::string_view name) {
  std::vector<RuleEntry> entries;
  for (const auto& [file, table] : tables_) {
    if (const auto* found = table[name].as_table()) entries.emplace_back(*file, *found, *status_);
  }
  return entries;
}

}  // namespace tallywire::extract
