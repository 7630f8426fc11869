#include "parse/body/witness.h"

#include <algorithm>
#include <cstddef>

namespace tallywire::parse {

namespace {

constexpr uint64_t kSeed = 14695981039346656037U;
constexpr uint64_t kPrime = 1099511628211U;

// Calls `take` with the hash of each word: letters, digits and bytes beyond ASCII but the punctuation block U+2000.
template <class Take>
void ForEachWord(std::string_view text, const Take& take) {
  uint64_t hash = kSeed;
  bool open = false;
  for (size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte - 'A' + 'a');
    const bool mark = byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80;
    const bool counts = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte >= 0x80 && !mark);
    if (counts) {
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

}  // namespace

std::vector<uint64_t> Shingles(std::string_view text) {
  std::vector<uint64_t> words;
  ForEachWord(text, [&words](uint64_t word) { words.push_back(word); });
  std::vector<uint64_t> shingles;
  const size_t length = std::min<size_t>(3, words.size());
  for (size_t i = 0; length > 0 && i + length <= words.size(); ++i) {
    uint64_t hash = kSeed;
    for (size_t k = 0; k < length; ++k) hash = (hash ^ words[i + k]) * kPrime;
    shingles.push_back(hash);
  }
  return shingles;
}

Witness::Witness(std::string_view text) : shingles_(Shingles(text)) {
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
