#include "extract/rule_list.h"

#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/files/toml_file.h"

namespace tallywire::extract {
namespace {

// Where an entry's words or patterns stand, the most telling first.
constexpr std::string_view kTelling[] = {"pattern", "words", "verbs", "also", "symbols", "before", "values", "one"};

void AppendTexts(const toml::node& node, std::vector<std::string>& out) {
  if (const auto text = node.value_exact<std::string>()) out.push_back(*text);
  if (const auto* array = node.as_array()) {
    for (const toml::node& element : *array) AppendTexts(element, out);
  }
  if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table) out.emplace_back(key.str());
  }
}

std::vector<std::string> SaidBy(const toml::node& node) {
  std::vector<std::string> says;
  const auto* table = node.as_table();
  if (table == nullptr) {
    AppendTexts(node, says);
    return says;
  }
  for (const std::string_view key : kTelling) {
    if (const toml::node* value = table->get(key)) AppendTexts(*value, says);
  }
  if (says.empty() && !table->contains("id")) AppendTexts(node, says);
  return says;
}

class Lister {
 public:
  Status Read(const RuleFile& file) {
    file_ = &file;
    kind_ = KindOf(file);
    const auto root = ParseToml(file);
    if (!root) return tl::unexpected(root.error());
    for (const auto& [section, node] : *root) {
      if (const auto* entries = node.as_array(); entries != nullptr && entries->is_array_of_tables()) {
        for (const toml::node& entry : *entries)
          Take(section.str(), (*entry.as_table())["id"].value_or(std::string()), entry);
      } else if (const auto* table = node.as_table()) {
        for (const auto& [name, entry] : *table) Take(section.str(), std::string(name.str()), entry);
      } else {
        Take(section.str(), std::string(section.str()), node);
      }
    }
    return {};
  }

  std::vector<ListedRule> Finish() { return std::move(rules_); }

 private:
  void Take(std::string_view section, std::string id, const toml::node& node) {
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
