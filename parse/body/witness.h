// What the metadata repeat of the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// Knows which runs of three words a text has, so that blocks can be looked up in it whatever its line breaks.
class Witness {
 public:
  explicit Witness(std::string_view text);

  bool empty() const { return shingles_.empty(); }
  // The share of the block's runs of three words (or its one shorter run) that the witness has, 0..1.
  double Overlap(std::string_view block) const;

 private:
  std::vector<uint64_t> shingles_;  // sorted
};

}  // namespace tallywire::parse
