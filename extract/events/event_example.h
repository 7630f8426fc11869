// What the author of an event rule promises: a text, and the events found in it.
//
//   example = "Steel exports rose 5% to 3.1 million tonnes."
//   events = [{ kind = "change", measure = "exports", value = 5, unit = "%" }, { kind = "level", value = 3.1e6 }]
//
// The list is complete: the text yields these events and no others, in any order. Of each, only the slots that are
// named are compared; "" asks for an empty one. `published` and `title` may stand beside. A rule with more than one
// example lists them: examples = [{ text = "…", events = […] }, …].
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.h"

namespace tallywire::extract {

// A slot as text ("exports", "5", ""), nullopt where events have no slot of that name.
std::optional<std::string> SlotText(const Event& event, std::string_view slot);
// All slots that it knows.
std::vector<std::string> SlotNames();
// A number as SlotText writes it.
std::string NumberSlotText(double value);

struct ExpectedSlot {
  std::string slot;
  std::string text;  // as SlotText gives it
};

using ExpectedEvent = std::vector<ExpectedSlot>;

struct EventExample {
  std::string text;
  std::string title;
  std::string published;  // ISO 8601, may be empty
  std::vector<ExpectedEvent> events;
  std::string where;  // "events.toml:12:11"
};

struct ExampleDifference {
  std::string expected;
  std::string got;
};
// How the events differ from what the example promises; nullopt where they do not.
std::optional<ExampleDifference> Compare(const EventExample& example, std::span<const Event> events);

}  // namespace tallywire::extract
