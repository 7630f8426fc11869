// What the metadata repeat of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// Hashes of a text's runs of three words, or of its one shorter run. Replaces what `shingles` held.
void FindShingles(std::string_view text, std::vector<uint64_t>& shingles);

// Knows which runs of three words a text has, so that blocks can be looked up in it whatever its line breaks.
class Witness {
 public:
  explicit Witness(std::string_view text);

  bool empty() const { return shingles_.empty(); }
  // The share of a block's shingles that the witness has, 0..1.
  double Overlap(std::span<const uint64_t> block) const;

 private:
  static constexpr size_t kFilterBits = 1U << 16U;

  bool Has(uint64_t shingle) const;

  std::vector<uint64_t> shingles_;  // sorted
  std::vector<bool> filter_;        // by the last bits of a shingle: false where the witness has none such
};

}  // namespace tallywire::parse
