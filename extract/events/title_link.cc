#include "extract/events/title_link.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace tallywire::extract {
namespace {

bool Agree(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

// Half a unit of the last digit written, and never more than a fortieth: "1.3 million" may be 1,268,000.
double Rounding(double value) {
  constexpr double kMost = 1.0 / 40;
  constexpr double kFinest = 1e-4;
  double unit = 1;
  const double size = std::abs(value);
  const auto whole = [&](double by) { return std::abs(size / by - std::round(size / by)) < 1e-9; };
  while (unit > kFinest && !whole(unit)) unit /= 10;
  while (size > 0 && unit < size && whole(unit * 10)) unit *= 10;
  return std::min(unit / 2, size * kMost);
}

bool Repeats(const std::optional<double>& title, const std::optional<double>& body) {
  if (!title || !body) return !title && !body;
  return std::abs(*title - *body) <= Rounding(*title);
}

bool SaysTheSame(const Event& title, const Event& body) {
  return title.kind == body.kind && title.direction == body.direction && title.measure == body.measure &&
         title.unit == body.unit && (title.modality == Modality::kDenied) == (body.modality == Modality::kDenied) &&
         Repeats(title.value, body.value) && Repeats(title.value_high, body.value_high) &&
         Agree(title.subject, body.subject) && Agree(title.item, body.item) && Agree(title.activity, body.activity) &&
         Agree(title.period, body.period);
}

// The exact value, else the first one that rounds to it; none where a title without a subject could mean two.
const Event* Find(std::span<const Event> body, const Event& title) {
  const Event* found = nullptr;
  for (const Event& event : body) {
    if (!SaysTheSame(title, event)) continue;
    const bool exact = event.value == title.value;
    if (found != nullptr && found->value == title.value && !exact) continue;
    const bool surer = found == nullptr || (exact && found->value != title.value);
    if (!surer && title.subject.empty() && found->subject != event.subject) return nullptr;
    if (surer) found = &event;
  }
  return found;
}

}  // namespace

void LinkTitle(std::span<const Event> body, std::span<Event> title) {
  constexpr std::array kSlots = {&Event::subject,      &Event::item,   &Event::activity,
                                 &Event::counterparty, &Event::period, &Event::basis};
  for (Event& event : title) {
    const Event* same = Find(body, event);
    if (same == nullptr) continue;
    event.body = TextSpan{same->start, same->end};
    for (const auto slot : kSlots) {
      if ((event.*slot).empty()) event.*slot = same->*slot;
    }
  }
}

}  // namespace tallywire::extract
