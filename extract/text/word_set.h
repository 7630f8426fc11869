// Words of which only the exact spelling is asked for: sets of them, and tables with a value for each.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/text/word_table.h"

namespace tallywire::extract {

class WordSet {
 public:
  void Add(std::string_view word) { words_.Add(word); }
  bool contains(std::string_view word) const { return words_.Find(word) != WordTable::kNone; }
  template <class Visit>
  void Each(const Visit& visit) const {
    for (uint32_t number = 1; number <= words_.size(); ++number) visit(words_.WordOf(number));
  }

 private:
  WordTable words_;
};

template <class Value>
class WordMap {
 public:
  // Overwrites the value of a word that is known.
  void Set(std::string_view word, Value value) { *Place(word).first = std::move(value); }
  // Leaves it as it is.
  void Add(std::string_view word, Value value) {
    if (const auto [place, added] = Place(word); added) *place = std::move(value);
  }
  // nullptr where the word is not known.
  const Value* Find(std::string_view word) const {
    const uint32_t number = words_.Find(word);
    return number == WordTable::kNone ? nullptr : &values_[number - 1];
  }
  bool contains(std::string_view word) const { return words_.Find(word) != WordTable::kNone; }

 private:
  std::pair<Value*, bool> Place(std::string_view word) {
    const uint32_t number = words_.Add(word);
    const bool added = number > values_.size();
    if (added) values_.emplace_back();
    return {&values_[number - 1], added};
  }

  WordTable words_;
  std::vector<Value> values_;  // by number of the word
};

}  // namespace tallywire::extract
