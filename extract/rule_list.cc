#include "extract/rule_list.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/files/rule_document.h"

namespace tallywire::extract {
namespace {

// Where an entry's words or patterns stand, the most telling first.
constexpr std::string_view kTelling[] = {"pattern", "words", "verbs", "also", "symbols", "before", "values", "one"};

void AppendTexts(const RuleNode& node, std::vector<std::string>& out) {
  if (const auto text = node.AsText()) out.push_back(*text);
  if (const auto* array = node.AsList()) {
    for (const RuleNode& element : *array) AppendTexts(element, out);
  }
  if (const auto* table = node.AsTable()) {
    for (const RuleNode& value : *table) out.emplace_back(value.name());
  }
}

std::vector<std::string> SaidBy(const RuleNode& node) {
  std::vector<std::string> says;
  const auto* table = node.AsTable();
  if (table == nullptr) {
    AppendTexts(node, says);
    return says;
  }
  for (const std::string_view key : kTelling) {
    if (const RuleNode* value = table->Get(key)) AppendTexts(*value, says);
  }
  if (says.empty() && !table->Has("id")) AppendTexts(node, says);
  return says;
}

bool IsListOfTables(const RuleNode& node) {
  return node.IsList() && node.size() > 0 &&
         std::all_of(node.begin(), node.end(), [](const RuleNode& entry) { return entry.IsTable(); });
}

class Lister {
 public:
  Status Read(const RuleFile& file) {
    file_ = &file;
    kind_ = KindOf(file);
    const auto document = RuleDocument::Read(file);
    if (!document) return tl::unexpected(document.error());
    for (const RuleNode& node : document->root()) {
      if (IsListOfTables(node)) {
        for (const RuleNode& entry : node) Take(node.name(), entry["id"].TextOr(""), entry);
      } else if (const auto* table = node.AsTable()) {
        for (const RuleNode& entry : *table) Take(node.name(), std::string(entry.name()), entry);
      } else {
        Take(node.name(), std::string(node.name()), node);
      }
    }
    return {};
  }

  std::vector<ListedRule> Finish() { return std::move(rules_); }

 private:
  void Take(std::string_view section, std::string id, const RuleNode& node) {
    ListedRule rule{kind_, std::string(section), std::move(id), SaidBy(node), PlaceOf(*file_, node), file_->own};
    const auto [known, added] = index_.try_emplace({rule.kind, rule.section, rule.id}, rules_.size());
    if (added) {
      rules_.push_back(std::move(rule));
    } else {
      rules_[known->second] = std::move(rule);
    }
  }

  const RuleFile* file_ = nullptr;
  std::string kind_;
  std::vector<ListedRule> rules_;
  std::map<std::tuple<std::string, std::string, std::string>, size_t> index_;
};

}  // namespace

Result<std::vector<ListedRule>> ListRules(std::span<const RuleFile> files) {
  Lister lister;
  for (const RuleFile& file : files) {
    if (auto status = lister.Read(file); !status) return tl::unexpected(status.error());
  }
  return lister.Finish();
}

}  // namespace tallywire::extract
