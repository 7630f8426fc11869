#include "extract/events/finished_event.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "extract/figures/unit_base.h"

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
  event.value = WithoutRoundingError(event.value / 100);
  if (event.value_high) event.value_high = WithoutRoundingError(*event.value_high / 100);
}

// What each thing known of an event adds to the logarithm of the odds that it is right as a whole. A logistic
// regression over 6,300 events of annotated texts, most of them used to find faults in, those that were not counted
// four times; docs/extract.md tells how well it holds.
constexpr double kAnyEvent = 0.9;
constexpr double kOwnPeriod = 0.05;  // in the figure's own sentence; else taken over
constexpr double kNoPeriod = -0.75;
constexpr double kOwnSubject = 0.35;
constexpr double kNoSubject = -0.85;
constexpr double kLacksItem = -1.1;  // the measure is told of one
constexpr double kItemTakenOver = -0.25;
constexpr double kShare = -0.5;
constexpr double kChange = -0.35;
constexpr double kPercent = 0.3;
constexpr double kPrice = 0.5;
constexpr double kNotYetSo = -0.4;  // forecast, planned, proposed or denied

double OddsOfSlots(const Event& event, const MeasureEntry& measure) {
  double odds = kAnyEvent;
  odds += !event.period_text.empty() ? kOwnPeriod : event.period.empty() ? kNoPeriod : 0;
  odds += !event.subject_text.empty() ? kOwnSubject : event.subject.empty() ? kNoSubject : 0;
  const bool lacks_item = event.item.empty() && (measure.takes_item || measure.traded);
  odds += lacks_item ? kLacksItem : !event.item.empty() && event.item_text.empty() ? kItemTakenOver : 0;
  odds += event.kind == EventKind::kShare ? kShare : event.kind == EventKind::kChange ? kChange : 0;
  if (event.unit == "%") odds += kPercent;
  if (measure.Is(MeasureTrait::kPrice)) odds += kPrice;
  return event.modality == Modality::kActual ? odds : odds + kNotYetSo;
}

// `trust`: of the rule and the steps on the way, 0 to 1.
double Confidence(double trust, const Event& event, const MeasureEntry& measure) {
  constexpr double kLeast = 0.05;
  constexpr double kMost = 0.95;
  const double odds = std::log(trust) + OddsOfSlots(event, measure);
  return std::clamp(1 / (1 + std::exp(-odds)), kLeast, kMost);
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
  event.confidence = Confidence(draft.match.rule->confidence * draft.doubt, event, measure);
  return event;
}

}  // namespace tallywire::extract
