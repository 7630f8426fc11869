#include "extract/events/document_items.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

// Names are compared one by one; a text with more of them is a price list.
constexpr size_t kMostNames = 40;

}  // namespace

const ItemEntry& DocumentItems::At(int entry) const {
  const auto at = static_cast<size_t>(entry);
  return Known(entry) ? vocabulary_->items[at] : named_[at - vocabulary_->items.size()];
}

bool DocumentItems::IsKindOf(int item, int whole) const {
  return Known(item) && Known(whole) && vocabulary_->IsKindOf(item, whole);
}

int DocumentItems::Find(std::string_view name) const {
  const auto known = std::find_if(named_.begin(), named_.end(), [&](const auto& item) { return item.name == name; });
  if (known == named_.end()) return -1;
  return static_cast<int>(vocabulary_->items.size() + static_cast<size_t>(known - named_.begin()));
}

int DocumentItems::EntryFor(std::string_view name) {
  if (const int known = Find(name); known >= 0) return known;
  if (named_.size() >= kMostNames) return -1;
  ItemEntry& item = named_.emplace_back();
  item.name = name;
  return static_cast<int>(vocabulary_->items.size() + named_.size() - 1);
}

bool DocumentItems::IsNamedAlone(const Reading& reading, std::string_view word) {
  if (noted_ != &reading) NoteAlone(reading);
  return alone_.contains(word);
}

void DocumentItems::NoteAlone(const Reading& reading) {
  noted_ = &reading;
  alone_ = {};
  const auto word = [&](size_t at) {
    return at < reading.tokens.size() && reading.tokens[at].kind == TokenKind::kWord;
  };
  for (uint32_t at = 0; at < reading.tokens.size(); ++at) {
    if (!word(at) || !vocabulary_->of_name.contains(reading.TextOf(at))) continue;
    const uint32_t noun = at + (word(at + size_t{1}) && vocabulary_->the.contains(reading.TextOf(at + 1)) ? 2 : 1);
    if (word(noun) && !word(noun + size_t{1})) alone_.Add(reading.TextOf(noun));
  }
}

}  // namespace tallywire::extract
