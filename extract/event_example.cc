#include "extract/event_example.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tallywire::extract {
namespace {

bool Fits(const ExpectedEvent& expected, const Event& event) {
  return std::all_of(expected.begin(), expected.end(),
                     [&](const ExpectedSlot& slot) { return SlotText(event, slot.slot) == slot.text; });
}

std::string ToText(const ExpectedEvent& expected) {
  std::string text;
  for (const ExpectedSlot& slot : expected) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", slot.slot, slot.text.empty() ? "none" : slot.text);
  }
  return "{" + text + "}";
}

}  // namespace

std::string NumberSlotText(double value) { return fmt::format("{:.12g}", value); }

std::optional<std::string> SlotText(const Event& event, std::string_view slot) {
  using Text = std::string Event::*;
  static constexpr std::array<std::pair<std::string_view, Text>, 15> kTexts = {{{"measure", &Event::measure},
                                                                                {"activity", &Event::activity},
                                                                                {"item", &Event::item},
                                                                                {"subject", &Event::subject},
                                                                                {"counterparty", &Event::counterparty},
                                                                                {"actor", &Event::actor},
                                                                                {"unit", &Event::unit},
                                                                                {"basis", &Event::basis},
                                                                                {"period", &Event::period},
                                                                                {"date", &Event::date},
                                                                                {"rule", &Event::rule},
                                                                                {"measure_text", &Event::measure_text},
                                                                                {"item_text", &Event::item_text},
                                                                                {"subject_text", &Event::subject_text},
                                                                                {"period_text", &Event::period_text}}};
  for (const auto& [name, member] : kTexts) {
    if (name == slot) return event.*member;
  }
  if (slot == "kind") return std::string(ToText(event.kind));
  if (slot == "value") return NumberSlotText(event.value);
  if (slot == "value_high") return event.value_high ? NumberSlotText(*event.value_high) : std::string();
  if (slot == "bound") return std::string(ToText(event.bound));
  if (slot == "direction") return std::string(ToText(event.direction));
  if (slot == "modality") return std::string(ToText(event.modality));
  if (slot == "in") return std::string(ToText(event.in));
  return std::nullopt;
}

std::optional<ExampleDifference> Compare(const EventExample& example, std::span<const Event> events) {
  std::vector<bool> used(events.size());
  bool equal = example.events.size() == events.size();
  std::vector<std::string> slots{"kind", "measure", "value", "unit"};
  ExampleDifference difference;
  for (const ExpectedEvent& expected : example.events) {
    size_t at = 0;
    while (at < events.size() && (used[at] || !Fits(expected, events[at]))) ++at;
    if (at < events.size()) {
      used[at] = true;
    } else {
      equal = false;
    }
    difference.expected += ToText(expected);
    for (const ExpectedSlot& slot : expected) {
      if (std::find(slots.begin(), slots.end(), slot.slot) == slots.end()) slots.push_back(slot.slot);
    }
  }
  if (equal) return std::nullopt;
  if (example.events.empty()) difference.expected = "no events";
  if (events.empty()) difference.got = "no events";
  for (const Event& event : events) {
    ExpectedEvent shown;
    for (const std::string& slot : slots) shown.push_back({slot, SlotText(event, slot).value_or("")});
    difference.got += ToText(shown);
  }
  return difference;
}

}  // namespace tallywire::extract
