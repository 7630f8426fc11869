#include "extract/events/place_of_price.h"

#include <algorithm>

#include "extract/events/opening_place.h"
#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

class PlaceFinder {
 public:
  PlaceFinder(const SentenceContext& context, const EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  int Run() const {
    int thing = Thing();
    if (thing == kAbsent) thing = Graded();
    if (thing != kAbsent) {
      if (const int owner = InFrontOf(static_cast<size_t>(thing)); owner != kAbsent) return owner;
      if (const int place = Behind(BehindMeasure(static_cast<size_t>(thing) + 1)); place != kAbsent) return place;
      // "sold for $4 a kilo in Spain"
      if (const int place = IsIn(draft_.cell + 1) ? Behind(draft_.cell + 1) : kAbsent; place != kAbsent) return place;
    }
    if (const int port = Loaded(); port != kAbsent) return port;
    if (const int payer = Payer(); payer != kAbsent) return payer;
    const int opening = OpeningPlace(c_);
    return opening < static_cast<int>(draft_.cell) ? opening : kAbsent;
  }

 private:
  bool IsPlaceAt(size_t at) const {
    return at < cells_.size() && cells_[at].kind == kWordCell && cells_[at].subject != kAbsent &&
           IsPlace(c_.names->KindOf(cells_[at].subject));
  }

  bool IsTownAt(size_t at) const {
    return cells_[at].subject != kAbsent && c_.names->CountryOfPlace(cells_[at].subject) != kAbsent;
  }

  // "sold at $5,620 a tonne in Jaén": goods are paid for at places.
  bool IsUnknownPlace(size_t at) const {
    if (at >= cells_.size() || cells_[at].kind != kWordCell || cells_[at].subject == kAbsent) return false;
    if (cells_[at].possessive || cells_[at].adjective || cells_[at].item != kAbsent) return false;
    if (c_.names->KindOf(cells_[at].subject) != SubjectKind::kName) return false;
    if (at + 2 >= cells_.size()) return true;  // the full stop is a cell
    const EventCell& next = cells_[at + 1];    // "in Robusta futures" is no place
    return next.kind != kWordCell || next.Is(WordRole::kNounPreposition) || next.Is(WordRole::kReport) ||
           next.Is(WordRole::kBe);
  }

  bool IsIn(size_t at) const { return at < cells_.size() && c_.vocabulary->within.contains(c_.text(cells_[at])); }

  // The nearest thing in front of the figure in its clause.
  int Thing() const {
    for (size_t at = draft_.cell; at-- > c_.sentence->dateline;) {
      const char kind = cells_[at].kind;
      if (kind == kBarrierCell || kind == kFigureCell || kind == kCommaCell) return kAbsent;
      if (cells_[at].kind == kWordCell && cells_[at].item != kAbsent) return static_cast<int>(at);
    }
    return kAbsent;
  }

  // "Russian wheat with protein content of 12.5%": the grade stands between.
  int Graded() const {
    constexpr size_t kReach = 7;  // cells
    const size_t first = c_.sentence->dateline;
    for (size_t at = first; at < std::min(draft_.cell, first + kReach); ++at) {
      const bool with = c_.vocabulary->graded.contains(c_.text(cells_[at]));
      if (with) return at > first && cells_[at - 1].item != kAbsent ? static_cast<int>(at) - 1 : kAbsent;
      if (cells_[at].kind != kWordCell && cells_[at].kind != kPrepositionCell) return kAbsent;
    }
    return kAbsent;
  }

  // "$247 a ton FOB Novorossiysk", "on FOB terms in Novorossiysk"
  int Loaded() const {
    constexpr size_t kInFront = 8;  // cells
    constexpr size_t kBehind = 5;
    constexpr size_t kReach = 3;
    size_t first = draft_.cell;
    while (first > c_.sentence->dateline && draft_.cell - first < kInFront && cells_[first - 1].kind != kFigureCell &&
           cells_[first - 1].kind != kBarrierCell)
      --first;
    for (size_t at = first; at < std::min(cells_.size(), draft_.cell + kBehind); ++at) {
      if (at > draft_.cell && cells_[at].kind == kFigureCell) break;
      if (!c_.vocabulary->delivery_terms.contains(c_.text(cells_[at]))) continue;
      for (size_t place = at + 1; place <= at + kReach && place < cells_.size(); ++place) {
        if (IsPlaceAt(place) || IsTownAt(place)) return static_cast<int>(place);
        if (cells_[place].kind != kWordCell) break;
      }
    }
    return kAbsent;
  }

  // "Vietnam's broken rice", "Chinese allowances"
  int InFrontOf(size_t thing) const {
    constexpr size_t kReach = 4;
    for (size_t at = thing; at-- > c_.sentence->dateline && thing - at <= kReach;) {
      const bool grade = cells_[at].kind == kFigureCell && at + 1 == thing;  // "Vietnam's 5% broken rice"
      if ((cells_[at].kind != kWordCell && !grade) || cells_[at].Is(WordRole::kNounPreposition)) return kAbsent;
      if (IsPlaceAt(at) && Describes(*c_.names, cells_, at)) return kAbsent;  // "Asia's biggest onion market"
      if (IsPlaceAt(at)) return cells_[at].possessive || cells_[at].adjective ? static_cast<int>(at) : kAbsent;
    }
    return kAbsent;
  }

  // "Sugar rates in Maharashtra"
  size_t BehindMeasure(size_t at) const {
    const bool measure = at < cells_.size() && cells_[at].kind == kWordCell && cells_[at].measure != kAbsent;
    return measure ? at + 1 : at;
  }

  // "Live cattle in Brazil", "coking coal from Indonesia", "gas in the Netherlands"
  int Behind(size_t at) const {
    if (IsIn(at) && IsUnknownPlace(at + 1)) return static_cast<int>(at) + 1;
    const bool there = IsIn(at) || (at < cells_.size() && cells_[at].Is(WordRole::kFromward));
    const size_t place = at + 1 < cells_.size() && cells_[at + 1].Is(WordRole::kArticle) ? at + 2 : at + 1;
    return there && IsPlaceAt(place) && !cells_[place].adjective ? static_cast<int>(place) : kAbsent;
  }

  // "Ghana pays 20,928 cedis a ton"
  int Payer() const {
    const size_t verb = draft_.anchor != kAbsent ? static_cast<size_t>(draft_.anchor) : draft_.match.first;
    if (verb <= c_.sentence->dateline || cells_[verb].kind != kVerbCell) return kAbsent;
    return IsPlaceAt(verb - 1) && CanBeSubject(c_, verb - 1) ? static_cast<int>(verb) - 1 : kAbsent;
  }

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

int PlaceOfPrice(const SentenceContext& context, const EventDraft& draft) { return PlaceFinder(context, draft).Run(); }

}  // namespace tallywire::extract
