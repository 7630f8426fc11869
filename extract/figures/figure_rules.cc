#include "extract/figures/figure_rules.h"

#include <algorithm>

namespace tallywire::extract {

std::string RuleEntry::Text(std::string_view key) const {
  const auto value = (*table_)[key].AsText();
  if (!value) Refuse(key, "a text \"" + std::string(key) + "\" is missing here");
  return value.value_or("");
}

std::string RuleEntry::TextOr(std::string_view key, std::string_view otherwise) const {
  return (*table_)[key].TextOr(otherwise);
}

double RuleEntry::NumberOr(std::string_view key, double otherwise) const {
  const RuleNode* node = table_->Get(key);
  if (node == nullptr) return otherwise;
  if (!node->IsNumber()) Refuse(key, "a number is expected here");
  return node->NumberOr(otherwise);
}

bool RuleEntry::Flag(std::string_view key) const { return (*table_)[key].FlagOr(false); }

bool RuleEntry::Has(std::string_view key) const { return table_->Has(key); }

std::vector<std::string> RuleEntry::Strings(std::string_view key) const {
  auto strings = StringsOf(*file_, table_->Get(key));
  if (strings) return std::move(*strings);
  if (*status_) *status_ = tl::unexpected(strings.error());
  return {};
}

std::vector<std::pair<std::string, double>> RuleEntry::Numbers(std::string_view key) const {
  std::vector<std::pair<std::string, double>> numbers;
  const auto* table = (*table_)[key].AsTable();
  if (table == nullptr) return numbers;
  for (const RuleNode& node : *table) {
    const auto value = node.AsNumber();
    if (!value) Refuse(key, "a number is expected for \"" + std::string(node.name()) + "\"");
    numbers.emplace_back(node.name(), value.value_or(0));
  }
  return numbers;
}

std::vector<std::pair<std::string, std::vector<std::string>>> RuleEntry::Lists(std::string_view key) const {
  std::vector<std::pair<std::string, std::vector<std::string>>> lists;
  const auto* table = (*table_)[key].AsTable();
  if (table == nullptr) return lists;
  for (const RuleNode& node : *table) {
    auto strings = StringsOf(*file_, &node);
    if (!strings && *status_) *status_ = tl::unexpected(strings.error());
    lists.emplace_back(node.name(), strings ? std::move(*strings) : std::vector<std::string>{});
  }
  return lists;
}

void RuleEntry::Refuse(std::string_view key, std::string what) const {
  if (!*status_) return;
  const auto* node = table_->Get(key);
  *status_ = Fail(ErrorCode::kUsage, PlaceOf(*file_, node == nullptr ? *table_ : *node), std::move(what),
                  "Correct the rule file");
}

Result<RuleTables> RuleTables::Parse(std::span<const RuleFile> files, std::string_view name) {
  RuleTables tables;
  for (const RuleFile& file : files) {
    if (file.name != name) continue;
    auto document = RuleDocument::Read(file);
    if (!document) return tl::unexpected(document.error());
    tables.documents_.emplace_back(&file, std::move(*document));
  }
  return tables;
}

std::vector<RuleEntry> RuleTables::List(std::string_view list) {
  std::vector<RuleEntry> entries;
  std::vector<std::string> ids;
  for (const auto& [file, document] : documents_) {
    const auto* array = document.root()[list].AsList();
    if (array == nullptr) continue;
    for (const RuleNode& node : *array) {
      const auto* entry_table = node.AsTable();
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
  for (const auto& [file, document] : documents_) {
    if (const auto* found = document.root()[name].AsTable()) entries.emplace_back(*file, *found, *status_);
  }
  return entries;
}

}  // namespace tallywire::extract
