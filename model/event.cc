#include "model/event.h"

#include <array>
#include <utility>

namespace tallywire {
namespace {

template <class E, size_t N>
using Names = std::array<std::pair<E, std::string_view>, N>;

constexpr Names<Bound, 6> kBounds{{{Bound::kExact, "="},
                                   {Bound::kAbout, "~"},
                                   {Bound::kAtLeast, ">="},
                                   {Bound::kMoreThan, ">"},
                                   {Bound::kAtMost, "<="},
                                   {Bound::kLessThan, "<"}}};
constexpr Names<Direction, 4> kDirections{
    {{Direction::kNone, ""}, {Direction::kUp, "up"}, {Direction::kDown, "down"}, {Direction::kFlat, "flat"}}};
constexpr Names<EventKind, 3> kKinds{
    {{EventKind::kLevel, "level"}, {EventKind::kChange, "change"}, {EventKind::kShare, "share"}}};
constexpr Names<Modality, 5> kModalities{{{Modality::kActual, "actual"},
                                          {Modality::kPlanned, "planned"},
                                          {Modality::kForecast, "forecast"},
                                          {Modality::kProposed, "proposed"},
                                          {Modality::kDenied, "denied"}}};
constexpr Names<Place, 2> kPlaces{{{Place::kBody, "body"}, {Place::kTitle, "title"}}};

template <class E, size_t N>
std::string_view NameOf(const Names<E, N>& names, E value) {
  for (const auto& [key, name] : names) {
    if (key == value) return name;
  }
  return {};
}

template <class E, size_t N>
std::optional<E> ValueOf(const Names<E, N>& names, std::string_view text) {
  for (const auto& [key, name] : names) {
    if (name == text) return key;
  }
  return std::nullopt;
}

}  // namespace

std::string_view ToText(Bound bound) { return NameOf(kBounds, bound); }
std::string_view ToText(Direction direction) { return NameOf(kDirections, direction); }
std::string_view ToText(EventKind kind) { return NameOf(kKinds, kind); }
std::string_view ToText(Modality modality) { return NameOf(kModalities, modality); }
std::string_view ToText(Place place) { return NameOf(kPlaces, place); }
std::optional<Bound> BoundFrom(std::string_view text) { return ValueOf(kBounds, text); }
std::optional<Direction> DirectionFrom(std::string_view text) { return ValueOf(kDirections, text); }
std::optional<EventKind> EventKindFrom(std::string_view text) { return ValueOf(kKinds, text); }
std::optional<Modality> ModalityFrom(std::string_view text) { return ValueOf(kModalities, text); }
std::optional<Place> PlaceFrom(std::string_view text) { return ValueOf(kPlaces, text); }

}  // namespace tallywire
