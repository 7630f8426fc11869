// What extraction yields: figures, dates and events, each tied to the words that say so.
// Offsets are bytes into the article's UTF-8 text (or title), [start, end). Empty strings mean null.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/shared_text.h"

namespace tallywire {

enum class Bound { kExact, kAbout, kAtLeast, kMoreThan, kAtMost, kLessThan };
enum class Direction { kNone, kUp, kDown, kFlat };
enum class EventKind { kLevel, kChange, kShare };
enum class Modality { kActual, kPlanned, kForecast, kProposed, kDenied };
enum class Place { kBody, kTitle };

struct Figure {
  size_t start = 0;
  size_t end = 0;
  double value = 0;                  // in `unit`; scale words are multiplied in; a written sign is kept
  std::optional<double> value_high;  // the upper end of a range
  std::string unit;                  // canonical symbol; empty for a bare number
  std::string unit_name;             // full English name in the singular
  Bound bound = Bound::kExact;
  Direction direction = Direction::kNone;
  // The same in base units, so that t and kt compare: see extract/figures/unit_base.h. Unset where there is no unit.
  double value_si = 0;
  std::optional<double> value_high_si;
  std::string unit_si;
};

// Byte offsets [start, end).
struct TextSpan {
  size_t start = 0;
  size_t end = 0;
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct DateExpression {
  size_t start = 0;
  size_t end = 0;
  std::string type;        // "date", "time", "duration", "set"
  std::string value;       // TIMEX3 value
  std::string start_date;  // first and last day, ISO; empty where they cannot be known
  std::string end_date;
};

struct Event {
  EventKind kind = EventKind::kLevel;
  std::string measure;
  std::string activity;
  std::string item;
  std::string subject;
  std::string counterparty;
  std::string actor;
  double value = 0;  // never negative in a change
  std::optional<double> value_high;
  std::string unit;
  Bound bound = Bound::kExact;
  Direction direction = Direction::kNone;
  std::string basis;   // ISO period
  std::string period;  // ISO period
  std::string date;    // ISO date or period
  Modality modality = Modality::kActual;
  Place in = Place::kBody;
  SharedText sentence;  // one copy for all events of the sentence
  size_t start = 0;     // the figure's span, in the title where in == kTitle
  size_t end = 0;
  std::string rule;
  double confidence = 0;  // 0..1
  std::string measure_text;
  std::string item_text;
  std::string subject_text;
  std::string period_text;
  // The same in base units, so that t and kt compare: as of figures. Unset where there is no unit.
  double value_si = 0;
  std::optional<double> value_high_si;
  std::string unit_si;
  // Of a title's event: the span, in the text, of the figure whose event says the same at more length.
  std::optional<TextSpan> body;
};

struct Extraction {
  std::vector<Figure> figures;  // of the text, in order
  std::vector<DateExpression> dates;
  std::vector<Event> events;  // of the text, then of the title
};

// The spellings of interface.md: "=", "~", ">=", ">", "<=", "<"; "up", "down", "flat", ""; and so on.
std::string_view ToText(Bound bound);
std::string_view ToText(Direction direction);
std::string_view ToText(EventKind kind);
std::string_view ToText(Modality modality);
std::string_view ToText(Place place);
std::optional<Bound> BoundFrom(std::string_view text);
std::optional<Direction> DirectionFrom(std::string_view text);
std::optional<EventKind> EventKindFrom(std::string_view text);
std::optional<Modality> ModalityFrom(std::string_view text);
std::optional<Place> PlaceFrom(std::string_view text);

}  // namespace tallywire
