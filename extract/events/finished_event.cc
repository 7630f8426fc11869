#include "extract/events/finished_event.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace tallywire::extract {
namespace {

constexpr const char* kPoint = "point";
constexpr const char* kPercentagePoint = "pp";

// Cents and pence become the currency's main unit: 18 "USD/100/share" -> 0.18 "USD/share".
void ToMainUnit(Event& event) {
  constexpr std::string_view kHundredth = "/100";
  const size_t at = event.unit.find(kHundredth);
  const size_t end = at + kHundredth.size();
  if (at != 3 || (end < event.unit.size() && event.unit[end] != '/')) return;  // "EUR/100kg" are no cents
  event.unit.erase(at, kHundredth.size());
  event.value /= 100;
  if (event.value_high) *event.value_high /= 100;
}

// How often slots are right by where they come from: in the figure's own sentence, taken from another one, or not said
// at all. Period, subject and kind were measured over 338 events of 33 annotated texts, the thing over 1,777 of 122.
// docs/extract.md tells how the confidence is made up, and how well it holds.
double SlotTrust(const Event& event, const MeasureEntry& measure) {
  const bool own_period = !event.period_text.empty();
  const double period = own_period ? 0.97 : event.period.empty() ? 0.75 : 0.6;
  const double subject = event.subject_text.empty() ? 0.8 : 0.97;
  const double kind = event.kind == EventKind::kLevel ? 1.0 : event.kind == EventKind::kShare ? 0.8 : 0.9;
  const bool lacks_item = event.item.empty() && (measure.takes_item || measure.traded);
  const double item = lacks_item ? 0.7 : event.item_text.empty() ? 0.95 : 1.0;
  return period * subject * kind * item;
}

}  // namespace

Event FinishEvent(const SentenceContext& context, const EventDraft& draft, Place place, SharedTexts& sentences) {
  const Figure& figure = context.figure(draft.figure);
  const MeasureEntry& measure = context.measure(draft.measure);
  Event event = draft.event;
  event.value = event.kind == EventKind::kChange ? std::abs(figure.value) : figure.value;
  event.value_high = figure.value_high;
  if (context.is_part(draft.figure) && event.unit == "%") event.value = std::round(event.value * 100'000) / 1000;
  if (measure.Is(MeasureTrait::kResult) && event.value < 0) event.value = -event.value;
  if (event.unit.empty()) event.unit = figure.unit;
  ToMainUnit(event);
  // "a quarter-point cut" of a rate that is counted in per cent
  if (measure.Is(MeasureTrait::kInPoints) && event.unit == kPoint) event.unit = kPercentagePoint;
  const bool verb =
      context.cells()[draft.cell].figure == draft.figure && context.cells()[draft.cell].Is(WordRole::kReach);
  event.bound = verb && figure.bound == Bound::kAbout ? Bound::kExact : figure.bound;  // "averaged"
  event.in = place;
  event.start = figure.start;
  event.end = figure.end;
  // An endless sentence may be cut inside a figure.
  const uint32_t last =
      std::max(context.sentence->last, context.sources->figures[static_cast<size_t>(draft.figure)].last);
  event.sentence = sentences.Of(context.sources->reading->TextOf(context.sentence->first, last));
  event.rule = draft.match.rule->id;
  event.confidence = std::clamp(draft.match.rule->confidence * draft.doubt * SlotTrust(event, measure), 0.05, 0.99);
  return event;
}

}  // namespace tallywire::extract
