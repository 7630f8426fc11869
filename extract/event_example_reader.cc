#include "extract/event_example_reader.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace tallywire::extract {
namespace {

constexpr const char* kRemedy = "See docs/rules.md for the form of examples";

tl::unexpected<Error> Mistake(const RuleFile& file, const toml::node& node, std::string what) {
  return Fail(ErrorCode::kUsage, PlaceOf(file, node), std::move(what), kRemedy);
}

Result<std::string> TextUnder(const RuleFile& file, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::string();
  if (!node->is_string()) return Mistake(file, *node, "a text is expected here");
  return node->value_or(std::string());
}

Result<ExpectedEvent> ReadExpected(const RuleFile& file, const toml::node& node) {
  const auto* table = node.as_table();
  if (table == nullptr) return Mistake(file, node, "an event is expected here: { kind = \"level\", value = 5 }");
  ExpectedEvent expected;
  for (const auto& [key, value] : *table) {
    const auto known = SlotText(Event{}, key.str());
    if (!known) {
      return Fail(ErrorCode::kUsage, PlaceOf(file, key), fmt::format("events have no slot '{}'", key.str()), kRemedy);
    }
    if (const auto text = value.value_exact<std::string>()) {
      expected.push_back({std::string(key.str()), *text});
    } else if (value.is_number()) {
      expected.push_back({std::string(key.str()), NumberSlotText(value.value_or(0.0))});
    } else {
      return Mistake(file, value, "a text or a number is expected here");
    }
  }
  return expected;
}

// An example whose text stands under `text_key`.
Result<EventExample> ReadExample(const RuleFile& file, const toml::table& table, std::string_view text_key) {
  EventExample example;
  const std::array<std::pair<std::string_view, std::string*>, 3> texts = {
      {{text_key, &example.text}, {"title", &example.title}, {"published", &example.published}}};
  for (const auto& [key, text] : texts) {
    auto read = TextUnder(file, table, key);
    if (!read) return tl::unexpected(read.error());
    *text = std::move(*read);
  }
  if (example.text.empty() && example.title.empty()) return Mistake(file, table, "an example needs a text");
  const toml::node* events = table.get("events");
  if (events == nullptr || !events->is_array()) {
    return Mistake(file, events == nullptr ? table : *events, "an example needs a list of the events it yields");
  }
  const toml::node* text = table.get(text_key);
  example.where = PlaceOf(file, text == nullptr ? table : *text);
  for (const toml::node& node : *events->as_array()) {
    auto expected = ReadExpected(file, node);
    if (!expected) return tl::unexpected(expected.error());
    example.events.push_back(std::move(*expected));
  }
  return example;
}

}  // namespace

Result<std::vector<EventExample>> ReadEventExamples(const RuleFile& file, const toml::table& table) {
  std::vector<EventExample> examples;
  if (table.contains("example")) {
    auto example = ReadExample(file, table, "example");
    if (!example) return tl::unexpected(example.error());
    examples.push_back(std::move(*example));
  }
  if (const toml::node* list = table.get("examples")) {
    if (!list->is_array()) return Mistake(file, *list, "a list of examples is expected here");
    for (const toml::node& node : *list->as_array()) {
      if (!node.is_table()) return Mistake(file, node, "an example is expected here: { text = \"…\", events = [] }");
      auto example = ReadExample(file, *node.as_table(), "text");
      if (!example) return tl::unexpected(example.error());
      examples.push_back(std::move(*example));
    }
  }
  if (examples.empty()) return Mistake(file, table, "a rule needs an example: example = \"…\" and events = […]");
  return examples;
}

}  // namespace tallywire::extract
