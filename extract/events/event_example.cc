#include "extract/events/event_example.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tallywire::extract {
namespace {

// The slots of events: texts, and what is written as text.
constexpr std::array<std::pair<std::string_view, std::string Event::*>, 15> kTexts = {
    {{"measure", &Event::measure},
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

constexpr std::array<std::pair<std::string_view, std::string (*)(const Event&)>, 7> kOthers = {
    {{"kind", [](const Event& event) { return std::string(ToText(event.kind)); }},
     {"value", [](const Event& event) { return NumberSlotText(event.value); }},
     {"value_high",
      [](const Event& event) { return event.value_high ? NumberSlotText(*event.value_high) : std::string(); }},
     {"bound", [](const Event& event) { return std::string(ToText(event.bound)); }},
     {"direction", [](const Event& event) { return std::string(ToText(event.direction)); }},
     {"modality", [](const Event& event) { return std::string(ToText(event.modality)); }},
     {"in", [](const Event& event) { return std::string(ToText(event.in)); }}}};

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
  for (const auto& [name, member] : kTexts) {
    if (name == slot) return event.*member;
  }
  for (const auto& [name, text] : kOthers) {
    if (name == slot) return text(event);
  }
  return std::nullopt;
}

std::vector<std::string> SlotNames() {
  std::vector<std::string> names;
  names.reserve(kTexts.size() + kOthers.size());
  for (const auto& [name, member] : kTexts) names.emplace_back(name);
  for (const auto& [name, text] : kOthers) names.emplace_back(name);
  return names;
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
