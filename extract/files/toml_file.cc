#include "extract/files/toml_file.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace tallywire::extract {

namespace {

std::string PlaceAt(const RuleFile& file, const toml::source_position& at) {
  return fmt::format("{}:{}:{}", file.where, at.line, at.column);
}

}  // namespace

Result<toml::table> ParseToml(const RuleFile& file) {
  try {
    return toml::parse(file.text, file.where);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    std::string what(error.description());
    // The parser garbles the key that it names.
    if (what.find("cannot redefine existing") != std::string::npos)
      what = "this key or section stands in the file already";
    return Fail(ErrorCode::kUsage, PlaceAt(file, at), std::move(what), "Correct the TOML there");
  }
}

std::string PlaceOf(const RuleFile& file, const toml::node& node) { return PlaceAt(file, node.source().begin); }

std::string PlaceOf(const RuleFile& file, const toml::key& key) { return PlaceAt(file, key.source().begin); }

Result<std::vector<std::string>> StringsOf(const RuleFile& file, const toml::node* node) {
  std::vector<std::string> strings;
  if (node == nullptr) return strings;
  if (const auto* one = node->as_string()) {
    strings.push_back(one->get());
    return strings;
  }
  const auto* array = node->as_array();
  if (array == nullptr)
    return Fail(ErrorCode::kUsage, PlaceOf(file, *node), "a string or a list of strings is expected here");
  for (const toml::node& element : *array) {
    const auto* text = element.as_string();
    if (text == nullptr) return Fail(ErrorCode::kUsage, PlaceOf(file, element), "a string is expected here");
    strings.push_back(text->get());
  }
  return strings;
}

}  // namespace tallywire::extract
