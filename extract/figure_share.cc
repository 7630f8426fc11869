#include "extract/figure_share.h"

#include <cmath>
#include <optional>

namespace tallywire::extract {
namespace {

// How many words may stand between a figure and the number behind it that shares its unit.
constexpr uint32_t kReach = 12;
// Per cents beyond this are levels of something else: "fell 0.4 per cent to 13176".
constexpr double kMostRatio = 1000;

class Sharer {
 public:
  Sharer(const FigureContext& context, std::vector<Candidate>& candidates)
      : context_(context), view_(context.view), candidates_(candidates) {}

  void Run() {
    // From the end, so that a list "5,000, 6,000 and 7,000 tonnes" is filled from its last member.
    Candidate* next = nullptr;
    for (size_t i = candidates_.size(); i > 0; --i) {
      Candidate& c = candidates_[i - 1];
      if (c.dropped) continue;
      if (next != nullptr && Takes(c)) FromNext(c, *next);
      next = &c;
    }
    const Candidate* previous = nullptr;
    for (Candidate& c : candidates_) {
      if (c.dropped) continue;
      if (previous != nullptr && Takes(c)) FromPrevious(c, *previous);
      // A conversion in brackets gives its unit to nothing behind it.
      const bool conversion = previous != nullptr && c.first > 0 && view_.Is(c.first - 1, "(") && view_.Is(c.last, ")");
      if (!conversion) previous = &c;
    }
  }

 private:
  static bool Takes(const Candidate& c) { return c.bare() && !c.number.fraction && !c.number.lone_one; }

  bool Gives(const Candidate& donor, const Candidate& taker, bool ratio_link) const {
    if (donor.bare() || donor.age || donor.number.times || donor.noun.attributive) return false;
    if (view_.reading().SentenceOf(donor.first) != view_.reading().SentenceOf(taker.first)) return false;
    if (!donor.unit.found()) return true;
    const UnitKind kind = context_.table.units[donor.unit.unit].kind;
    if (kind == UnitKind::kTime || donor.unit.hyphen) return false;
    if (kind != UnitKind::kRatio) return true;
    return ratio_link && std::abs(taker.value) < kMostRatio && !taker.number.grouped && taker.number.scale == 1;
  }

  static void Give(const Candidate& donor, Candidate& taker) {
    taker.unit = donor.unit;
    taker.noun = donor.noun;
  }

  // The token behind the bound word or sign that may stand in front of the number.
  uint32_t BeginOf(const Candidate& c) const {
    const auto bound = view_.LongestBefore(c.first, context_.words.bound_before);
    return c.first - bound.tokens;
  }

  void FromPrevious(Candidate& c, const Candidate& previous) const {
    if (c.first - previous.last > kReach) return;
    const auto link = view_.LongestBefore(BeginOf(c), context_.words.share_link);
    if (!link || !Gives(previous, c, link.entry == 1)) return;
    // Over a comma only in a list: nothing but the link between the two.
    const uint32_t at = BeginOf(c) - link.tokens;
    if (view_.Is(at, ",") && link.tokens == 1 && at != previous.last) return;
    Give(previous, c);
  }

  void FromNext(Candidate& c, const Candidate& next) const {
    const auto link = view_.LongestAt(c.last, context_.words.share_link);
    if (!link || !Gives(next, c, link.entry == 1)) return;
    if (c.last + link.tokens != BeginOf(next)) return;
    Give(next, c);
  }

  const FigureContext& context_;
  const PhraseView& view_;
  std::vector<Candidate>& candidates_;
};

}  // namespace

void ShareUnits(const FigureContext& context, std::vector<Candidate>& candidates) { Sharer(context, candidates).Run(); }

}  // namespace tallywire::extract
