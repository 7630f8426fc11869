// What a text is about throughout, whatever a sentence mentions in passing: the things, or the owners, that most of its
// sentences name.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace tallywire::extract {

class Topic {
 public:
  // A sentence names these, each once or more.
  void Note(std::span<const int> named);
  // What was noted so far was the title: it says as much as two sentences.
  void EndTitle();

  // `last`, what was spoken of last, where the text has come back to it or is about nothing else; else what the text
  // is about, and `expected` where it names nothing more than once. Call at the beginning of a paragraph: within one,
  // what was said last goes on.
  int Resume(int last, int expected = -1) const;
  // Whether any that `wanted` accepts was named; and the one that was, where there is no other.
  template <class Wanted>
  bool Names(const Wanted& wanted) const {
    return std::any_of(counts_.begin(), counts_.end(), [&](const auto& count) { return wanted(count.first); });
  }
  template <class Wanted>
  int Only(const Wanted& wanted) const;
  // Whether the text behind the title named one before it named the other.
  bool Precedes(int entry, int other) const;
  // The one that most sentences name, of those that `wanted` accepts; -1 where there is none.
  template <class Wanted>
  int Most(const Wanted& wanted) const;
  // How many sentences name it.
  size_t CountOf(int entry) const;

 private:
  std::vector<int> order_;                      // entries, by their first mention behind the title
  std::vector<std::pair<int, size_t>> counts_;  // entry, sentences that name it; in the order of first mention
};

template <class Wanted>
int Topic::Most(const Wanted& wanted) const {
  std::pair<int, size_t> most{-1, 0};
  for (const auto& count : counts_) {
    if (wanted(count.first) && count.second > most.second) most = count;
  }
  return most.first;
}

template <class Wanted>
int Topic::Only(const Wanted& wanted) const {
  int only = -1;
  for (const auto& [entry, count] : counts_) {
    if (!wanted(entry)) continue;
    if (only >= 0) return -1;
    only = entry;
  }
  return only;
}

}  // namespace tallywire::extract
