#include "parse/body/witness.h"

#include <algorithm>
#include <cstddef>

#include "parse/body/word_bytes.h"

namespace tallywire::parse {

namespace {

constexpr size_t kLongestText = size_t{1} << 20U;  // bytes; longer than any article
constexpr uint64_t kSeed = 14695981039346656037U;
constexpr uint64_t kPrime = 1099511628211U;

// Calls `take` with the hash of each word: letters, digits and bytes beyond ASCII but the punctuation block U+2000.
template <class Take>
void ForEachWord(std::string_view text, const Take& take) {
  uint64_t hash = kSeed;
  bool open = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const uint8_t byte = kWordBytes[static_cast<unsigned char>(text[i])];
    const bool mark = byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80;
    if (byte != 0 && !mark) {
      hash = (hash ^ byte) * kPrime;
      open = true;
      continue;
    }
    if (open) take(hash);
    hash = kSeed;
    open = false;
    if (mark) i += 2;
  }
  if (open) take(hash);
}

uint64_t Combined(uint64_t hash, uint64_t word) { return (hash ^ word) * kPrime; }

}  // namespace

void FindShingles(std::string_view text, std::vector<uint64_t>& shingles) {
  shingles.clear();
  uint64_t before = 0;  // the word before the last
  uint64_t last = 0;
  size_t words = 0;
  ForEachWord(text, [&](uint64_t word) {
    if (++words >= 3) shingles.push_back(Combined(Combined(Combined(kSeed, before), last), word));
    before = last;
    last = word;
  });
  if (words == 1) shingles.push_back(Combined(kSeed, last));
  if (words == 2) shingles.push_back(Combined(Combined(kSeed, before), last));
}

Witness::Witness(std::string_view text) {
  FindShingles(text.substr(0, kLongestText), shingles_);
  std::sort(shingles_.begin(), shingles_.end());
  if (shingles_.empty()) return;
  filter_.resize(kFilterBits);
  for (const uint64_t shingle : shingles_) filter_[shingle % kFilterBits] = true;
}

bool Witness::Has(uint64_t shingle) const {
  return filter_[shingle % kFilterBits] && std::binary_search(shingles_.begin(), shingles_.end(), shingle);
}

double Witness::Overlap(std::span<const uint64_t> block) const {
  if (empty() || block.empty()) return 0;
  const auto found = std::count_if(block.begin(), block.end(), [this](uint64_t shingle) { return Has(shingle); });
  return static_cast<double>(found) / static_cast<double>(block.size());
}

}  // namespace tallywire::parse
