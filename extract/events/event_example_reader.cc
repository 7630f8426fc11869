#include "extract/events/event_example_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "extract/files/near_name.h"
#include "model/event.h"
#include "model/time.h"

namespace tallywire::extract {
namespace {

constexpr const char* kRemedy = "See docs/rules.md for the form of examples";
constexpr std::array<std::string_view, 4> kExampleKeys = {"text", "title", "published", "events"};

// What may stand in a slot that has a fixed set of values; empty for the others.
std::vector<std::string> ValuesOf(std::string_view slot) {
  if (slot == "kind") return {"level", "change", "share"};
  if (slot == "bound") return {"=", "~", ">=", ">", "<=", "<"};
  if (slot == "direction") return {"", "up", "down", "flat"};
  if (slot == "modality") return {"actual", "planned", "forecast", "proposed", "denied"};
  if (slot == "in") return {"body", "title"};
  return {};
}

class Reader {
 public:
  Reader(const RuleFile& file, std::vector<Error>& mistakes) : file_(file), mistakes_(mistakes) {}

  std::vector<EventExample> Read(const RuleNode& rule) {
    std::vector<EventExample> examples;
    const size_t known = mistakes_.size();
    if (rule.Has("example")) examples.push_back(ReadExample(rule, "example"));
    if (const RuleNode* list = rule.Get("examples")) ReadList(*list, examples);
    if (examples.empty() && mistakes_.size() == known)
      Mistake(rule, "a rule needs an example: example = \"…\" and events = […]");
    return examples;
  }

 private:
  void Note(std::string where, std::string what, std::string remedy) {
    mistakes_.push_back({ErrorCode::kUsage, std::move(where), std::move(what), std::move(remedy)});
  }
  void Mistake(const RuleNode& node, std::string what, std::string remedy = kRemedy) {
    Note(PlaceOf(file_, node), std::move(what), std::move(remedy));
  }

  void ReadList(const RuleNode& list, std::vector<EventExample>& examples) {
    if (!list.IsList()) return Mistake(list, "a list of examples is expected here");
    for (const RuleNode& node : *list.AsList()) {
      if (const auto* table = node.AsTable()) {
        CheckKeys(*table);
        examples.push_back(ReadExample(*table, "text"));
      } else {
        Mistake(node, "an example is expected here: { text = \"…\", events = [] }");
      }
    }
  }

  void CheckKeys(const RuleNode& example) {
    const std::vector<std::string> names(kExampleKeys.begin(), kExampleKeys.end());
    for (const RuleNode& value : example) {
      if (std::find(names.begin(), names.end(), value.name()) != names.end()) continue;
      Note(PlaceOfName(file_, value),
           fmt::format("an example has no key '{}'{}", value.name(), Suggestion(value.name(), names)),
           fmt::format("It has {}", fmt::join(names, ", ")));
    }
  }

  // An example whose text stands under `text_key`.
  EventExample ReadExample(const RuleNode& table, std::string_view text_key) {
    EventExample example;
    example.text = TextUnder(table, text_key);
    example.title = TextUnder(table, "title");
    example.published = TextUnder(table, "published");
    if (!example.published.empty() && !ParseIso(example.published))
      Mistake(*table.Get("published"), "a date or time as \"2024-06-11\" is expected here");
    if (example.text.empty() && example.title.empty()) Mistake(table, "an example needs a text");
    const RuleNode* text = table.Get(text_key);
    example.where = PlaceOf(file_, text == nullptr ? table : *text);
    const RuleNode* events = table.Get("events");
    if (events == nullptr || !events->IsList()) {
      Mistake(events == nullptr ? table : *events, "an example needs a list of the events it yields");
      return example;
    }
    for (const RuleNode& node : *events->AsList()) example.events.push_back(ReadExpected(node));
    return example;
  }

  std::string TextUnder(const RuleNode& table, std::string_view key) {
    const RuleNode* node = table.Get(key);
    if (node != nullptr && !node->IsText()) Mistake(*node, "a text is expected here");
    return node == nullptr ? std::string() : node->TextOr("");
  }

  ExpectedEvent ReadExpected(const RuleNode& node) {
    ExpectedEvent expected;
    const auto* table = node.AsTable();
    if (table == nullptr) Mistake(node, "an event is expected here: { kind = \"level\", value = 5 }");
    if (table == nullptr) return expected;
    for (const RuleNode& value : *table) {
      const std::string slot(value.name());
      if (!SlotText(Event{}, slot)) {
        Note(PlaceOfName(file_, value), fmt::format("events have no slot '{}'{}", slot, Suggestion(slot, SlotNames())),
             fmt::format("They have {}", fmt::join(SlotNames(), ", ")));
      } else if (const auto text = value.AsText()) {
        CheckValue(slot, *text, value);
        expected.push_back({slot, *text});
      } else if (value.IsNumber()) {
        expected.push_back({slot, NumberSlotText(value.NumberOr(0))});
      } else {
        Mistake(value, "a text or a number is expected here");
      }
    }
    return expected;
  }

  void CheckValue(std::string_view slot, const std::string& text, const RuleNode& node) {
    const std::vector<std::string> values = ValuesOf(slot);
    if (values.empty() || std::find(values.begin(), values.end(), text) != values.end()) return;
    Mistake(node, fmt::format("'{}' may not stand in '{}'{}", text, slot, Suggestion(text, values)),
            fmt::format("Use {}", fmt::join(values, ", ")));
  }

  const RuleFile& file_;
  std::vector<Error>& mistakes_;
};

}  // namespace

std::vector<EventExample> ReadEventExamples(const RuleFile& file, const RuleNode& table, std::vector<Error>& mistakes) {
  return Reader(file, mistakes).Read(table);
}

}  // namespace tallywire::extract
