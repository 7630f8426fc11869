#include "extract/events/topic.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

constexpr size_t kInPassing = 1;     // sentences
constexpr size_t kThroughout = 2;    // sentences that name what a text is about, at least
constexpr size_t kDominance = 2;     // times as many sentences: what these name is the topic
constexpr size_t kMostEntries = 64;  // a text that names more is a table

}  // namespace

void Topic::Note(std::span<const int> named) {
  for (size_t i = 0; i < named.size(); ++i) {
    const auto before = named.first(i);
    if (std::find(before.begin(), before.end(), named[i]) != before.end()) continue;
    const bool told = std::find(order_.begin(), order_.end(), named[i]) != order_.end();
    if (!told && order_.size() < kMostEntries) order_.push_back(named[i]);
    const auto known = std::find_if(counts_.begin(), counts_.end(), [&](const auto& c) { return c.first == named[i]; });
    if (known != counts_.end()) {
      ++known->second;
    } else if (counts_.size() < kMostEntries) {
      counts_.emplace_back(named[i], 1);
    }
  }
}

void Topic::EndTitle() {
  order_.clear();
  for (auto& [entry, count] : counts_) count *= 2;
}

size_t Topic::CountOf(int entry) const {
  const auto known = std::find_if(counts_.begin(), counts_.end(), [&](const auto& c) { return c.first == entry; });
  return known == counts_.end() ? 0 : known->second;
}

bool Topic::Precedes(int entry, int other) const {
  const auto first = std::find_if(order_.begin(), order_.end(), [&](int at) { return at == entry || at == other; });
  return first != order_.end() && *first == entry;
}

int Topic::Resume(int last, int expected) const {
  const auto most = std::max_element(counts_.begin(), counts_.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  const size_t times = CountOf(last);
  if (times > kInPassing && (most == counts_.end() || times * kDominance > most->second)) return last;
  if (most != counts_.end() && most->second >= kThroughout) return most->first;
  return expected >= 0 ? expected : last;
}

}  // namespace tallywire::extract
