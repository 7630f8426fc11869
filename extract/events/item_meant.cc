#include "extract/events/item_meant.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::extract {
namespace {

constexpr size_t kDefiniteArticle = 3;  // bytes: "the"

// Whether the last word of a name may stand for the thing: "beans" for cocoa.
bool MayStandFor(const SentenceContext& context, std::string_view word, int item) {
  const std::vector<std::string>& heads = context.item(item).heads;
  return std::find(heads.begin(), heads.end(), word) != heads.end();
}

// What the text is about, of the things that the word may stand for. Of "tuna" and "bluefin tuna" it may be the one or
// the other.
int TopicEndingIn(const SentenceContext& context, int entry, std::string_view word) {
  const int found =
      context.focus->items.Most([&](int item) { return item == entry || MayStandFor(context, word, item); });
  return found == kAbsent ? entry : found;
}

// "sunflower oil ... sold the oil": of things named by their last word, the one that the text speaks of.
int MeantByHead(const SentenceContext& context, int entry, size_t cell) {
  const auto cells = context.cells();
  const std::string_view word = context.text(cells[cell]);
  if (!context.vocabulary->heads.contains(word)) return entry;
  for (size_t at = cell; at-- > 0;) {
    const int item = cells[at].item;
    if (item != kAbsent && item != entry && MayStandFor(context, word, item)) return item;
  }
  return TopicEndingIn(context, entry, word);
}

class Meaning {
 public:
  Meaning(const SentenceContext& context, const EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  int Of(int entry, int cell) const {
    if (cell != kAbsent) entry = KindMeant(entry, static_cast<size_t>(cell));
    return InFull(MeantBy(entry, cell));
  }

 private:
  // "South Korea buys rice from five countries and taxes imports of the grain": the kind of it that was spoken of.
  int KindMeant(int entry, size_t cell) const {
    if (IsInGeneral(cell)) return TopicOfKind(entry);
    // "its quota for large fish": of the kind that the text is about.
    if (c_.measure(draft_.measure).Is(MeasureTrait::kLimit) && !IsDefinite(cell)) return TopicOfKind(entry);
    if (cells_[cell].tag_count == 0) return entry;  // "the three fuels", no phrase of its own: all of them
    if (!IsDefinite(cell)) return entry;
    for (size_t at = cell; at-- > c_.sentence->dateline;) {
      if (cells_[at].item != kAbsent && c_.is_kind_of(cells_[at].item, entry)) return cells_[at].item;
    }
    if (c_.focus->item != kAbsent && c_.is_kind_of(c_.focus->item, entry)) return c_.focus->item;
    const int found = c_.focus->items.Most([&](int item) { return c_.is_kind_of(item, entry); });
    return found == kAbsent ? entry : found;
  }

  bool IsDefinite(size_t cell) const {
    return cell > 0 && cells_[cell - 1].Is(WordRole::kArticle) && c_.text(cells_[cell - 1]).size() >= kDefiniteArticle;
  }

  // "Fish above 600 grams fetched $5", "5 t to fish" in a text on mackerel.
  bool IsInGeneral(size_t cell) const {
    const bool opens = cell == c_.sentence->dateline && c_.measure(draft_.measure).Is(MeasureTrait::kPrice);
    return opens || (cell > draft_.cell && cells_[cell - 1].Is(WordRole::kToward));
  }

  int TopicOfKind(int entry) const {
    // "Nickel jumped 4%" in a text on nickel ore is nickel.
    if (c_.item(entry).stands_for.empty()) return entry;
    const int topic = c_.focus->items.Most([](int) { return true; });
    return topic != kAbsent && c_.is_kind_of(topic, entry) ? topic : entry;
  }

  // "The limits on nitrogen fertilizers … Nearly 20% of the nitrogen quota": the thing that was named in full.
  int InFull(int entry) const {
    const int told = c_.focus->item;
    if (told == kAbsent || told == entry) return entry;
    const std::string& name = c_.item(entry).name;
    const std::string& full = c_.item(told).name;
    const bool begins = full.size() > name.size() && full.starts_with(name) && full[name.size()] == ' ';
    const bool kind = c_.is_kind_of(told, entry);  // of "nickel" and "nickel ore" either may be meant
    return begins && !kind && !c_.focus->items.Precedes(entry, told) ? told : entry;
  }

  int MeantBy(int entry, int cell) const {
    if (cell == kAbsent || c_.kind_of(draft_.figure) == UnitKind::kRate) return entry;
    if (c_.figure(draft_.figure).unit.find("bbl") != std::string::npos) return entry;
    return MeantByHead(c_, entry, static_cast<size_t>(cell));
  }

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

int ItemMeant(const SentenceContext& context, const EventDraft& draft, int entry, int cell) {
  return Meaning(context, draft).Of(entry, cell);
}

bool IsMeasuredSo(const SentenceContext& context, const EventDraft& draft, int entry) {
  const UnitKind kind = context.kind_of(draft.figure);
  const std::string& unit = context.figure(draft.figure).unit;
  if (context.item(entry).never_in.contains(unit)) return false;
  // "The water is shared. Zambia imports 386 MW": of an energy.
  const int told = context.vocabulary->ItemByUnit(unit);
  if (told != kAbsent && context.item(told).energy && !context.item(entry).energy) return false;
  if (!context.item(entry).counted) return true;
  const size_t per = kind == UnitKind::kPerUnit ? unit.rfind('/') : std::string::npos;
  const UnitKind whole = per == std::string::npos ? kind : context.vocabulary->KindOf(unit.substr(per + 1));
  return whole != UnitKind::kAmount && kind != UnitKind::kRate && kind != UnitKind::kPower;
}

int TopicMeant(const SentenceContext& context, int entry) {
  constexpr size_t kTimesAsOften = 2;  // as any other that may be meant
  if (entry == kAbsent) return entry;
  const std::string& name = context.item(entry).name;
  if (context.vocabulary->heads.contains(name)) return TopicEndingIn(context, entry, name);
  const std::vector<int>& meant = context.item(entry).stands_for;
  const Topic& items = context.focus->items;
  const auto may_be = [&](int item) { return std::find(meant.begin(), meant.end(), item) != meant.end(); };
  const int most = items.Most(may_be);
  if (most == kAbsent) return entry;
  const int next =
      items.Most([&](int item) { return item != most && may_be(item) && !context.is_kind_of(most, item); });
  const auto kind = [&](int item) { return context.item(item).kind_of; };
  const bool siblings = next != kAbsent && kind(most) != kAbsent && kind(most) == kind(next);  // petrol, diesel
  const bool clear = next == kAbsent || (!siblings && items.CountOf(most) >= kTimesAsOften * items.CountOf(next));
  return clear && items.CountOf(most) >= items.CountOf(entry) ? most : entry;
}

int WholeOfItem(const SentenceContext& context, int entry) {
  if (entry == kAbsent) return entry;
  const auto& name = context.item(entry).name;
  const int whole = context.focus->items.Most([&](int other) {
    const std::string& head = context.item(other).name;
    return name.size() > head.size() && name.ends_with(head) && name[name.size() - head.size() - 1] == ' ' &&
           context.focus->items.Precedes(other, entry);
  });
  return whole != kAbsent ? whole : entry;
}

}  // namespace tallywire::extract
