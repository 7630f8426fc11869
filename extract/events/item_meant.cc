#include "extract/events/item_meant.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::extract {
namespace {

constexpr size_t kDefiniteArticle = 3;  // bytes: "the"

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
    if (cell == 0 || !cells_[cell - 1].Is(WordRole::kArticle) || c_.text(cells_[cell - 1]).size() < kDefiniteArticle)
      return entry;
    for (size_t at = cell; at-- > c_.sentence->dateline;) {
      if (cells_[at].item != kAbsent && c_.vocabulary->IsKindOf(cells_[at].item, entry)) return cells_[at].item;
    }
    if (c_.focus->item != kAbsent && c_.vocabulary->IsKindOf(c_.focus->item, entry)) return c_.focus->item;
    const int found = c_.focus->items.Most([&](int item) { return c_.vocabulary->IsKindOf(item, entry); });
    return found == kAbsent ? entry : found;
  }

  // "Fish above 600 grams fetched $5", "5 t to fish" in a text on mackerel.
  bool IsInGeneral(size_t cell) const {
    const bool opens = cell == c_.sentence->dateline && c_.measure(draft_.measure).Is(MeasureTrait::kPrice);
    return opens || (cell > draft_.cell && cells_[cell - 1].Is(WordRole::kToward));
  }
  int TopicOfKind(int entry) const {
    const int topic = c_.focus->items.Most([](int) { return true; });
    return topic != kAbsent && c_.vocabulary->IsKindOf(topic, entry) ? topic : entry;
  }

  // "The limits on nitrogen fertilizers … Nearly 20% of the nitrogen quota": the thing that was named in full.
  int InFull(int entry) const {
    const int told = c_.focus->item;
    if (told == kAbsent || told == entry) return entry;
    const std::string& name = c_.vocabulary->items[static_cast<size_t>(entry)].name;
    const std::string& full = c_.vocabulary->items[static_cast<size_t>(told)].name;
    const bool begins = full.size() > name.size() && full.starts_with(name) && full[name.size()] == ' ';
    const bool kind = c_.vocabulary->IsKindOf(told, entry);  // of "nickel" and "nickel ore" either may be meant
    return begins && !kind && !c_.focus->items.Precedes(entry, told) ? told : entry;
  }

  // "sunflower oil ... sold the oil": of things named by their last word, the one that the text speaks of.
  int MeantBy(int entry, int cell) const {
    if (cell == kAbsent || c_.kind_of(draft_.figure) == UnitKind::kRate) return entry;
    const std::string_view word = c_.text(cells_[static_cast<size_t>(cell)]);
    if (!c_.vocabulary->heads.contains(word) || c_.figure(draft_.figure).unit.find("bbl") != std::string::npos)
      return entry;
    const auto ends = [&](int item) {
      const std::vector<std::string>& heads = c_.vocabulary->items[static_cast<size_t>(item)].heads;
      return item != entry && std::find(heads.begin(), heads.end(), word) != heads.end();
    };
    for (size_t at = static_cast<size_t>(cell); at-- > 0;) {
      if (cells_[at].item != kAbsent && ends(cells_[at].item)) return cells_[at].item;
    }
    // Of "tuna" and "bluefin tuna" the text may be about the one or the other.
    const int found = c_.focus->items.Most([&](int item) { return item == entry || ends(item); });
    return found == kAbsent ? entry : found;
  }

  const SentenceContext& c_;
  const EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

int ItemMeant(const SentenceContext& context, const EventDraft& draft, int entry, int cell) {
  return Meaning(context, draft).Of(entry, cell);
}

int WholeOfItem(const SentenceContext& context, int entry) {
  if (entry == kAbsent) return entry;
  const auto& name = context.vocabulary->items[static_cast<size_t>(entry)].name;
  const int whole = context.focus->items.Most([&](int other) {
    const std::string& head = context.vocabulary->items[static_cast<size_t>(other)].name;
    return name.size() > head.size() && name.ends_with(head) && name[name.size() - head.size() - 1] == ' ' &&
           context.focus->items.Precedes(other, entry);
  });
  return whole != kAbsent ? whole : entry;
}

}  // namespace tallywire::extract
