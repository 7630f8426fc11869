#include "parse/fit/gold_page.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>
#include <unordered_map>

namespace tallywire::parse::fit {

namespace {

struct GzCloser {
  void operator()(gzFile file) const { gzclose(file); }
};

std::string ReadGz(const std::filesystem::path& path) {
  const std::unique_ptr<gzFile_s, GzCloser> file(gzopen(path.c_str(), "rb"));
  if (file == nullptr) throw std::runtime_error("cannot read " + path.string());
  std::string bytes;
  std::array<char, 65536> buffer;
  for (int count = 0; (count = gzread(file.get(), buffer.data(), buffer.size())) > 0;) {
    bytes.append(buffer.data(), static_cast<size_t>(count));
  }
  return bytes;
}

// Letters and digits beyond ASCII are taken as such but for the blocks that hold only marks.
bool IsMark(std::string_view text, size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
  if (lead == 0xC2) return next != 0xAA && next != 0xB5 && next != 0xBA && !(next >= 0xB2 && next <= 0xB3);
  if (lead == 0xE2) return next <= 0x81 || (next >= 0x86 && next <= 0xAF);
  if (lead == 0xE3) return next == 0x80;
  return lead == 0xEF && (next == 0xBC || next == 0xBD);
}

size_t Length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

std::string Text(const nlohmann::json& entry, const char* key) {
  const auto value = entry.find(key);
  return value != entry.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::vector<std::string> Strings(const nlohmann::json& entry, const char* key) {
  std::vector<std::string> strings;
  const auto list = entry.find(key);
  if (list == entry.end() || !list->is_array()) return strings;
  for (const auto& item : *list) {
    if (item.is_string()) strings.push_back(item);
  }
  return strings;
}

}  // namespace

std::vector<GoldPage> LoadGoldPages(const std::filesystem::path& folder) {
  std::ifstream file(folder / "gold.json");
  if (!file) throw std::runtime_error("cannot read " + (folder / "gold.json").string());
  std::vector<GoldPage> pages;
  for (const auto& entry : nlohmann::json::parse(file)) {
    GoldPage page;
    page.id = Text(entry, "id");
    page.url = Text(entry, "url");
    page.body = Text(entry, "body");
    page.must = Strings(entry, "must");
    page.must_not = Strings(entry, "must_not");
    page.html = ReadGz(folder / "html" / (page.id + ".html.gz"));
    pages.push_back(std::move(page));
  }
  return pages;
}

std::vector<uint64_t> Words(std::string_view text) {
  constexpr uint64_t kSeed = 14695981039346656037U;
  std::vector<uint64_t> words;
  uint64_t hash = kSeed;
  for (size_t i = 0; i < text.size();) {
    auto byte = static_cast<unsigned char>(text[i]);
    const size_t length = Length(byte);
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte - 'A' + 'a');
    const bool word =
        byte < 0x80 ? (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' : !IsMark(text, i);
    if (word) {
      for (size_t k = 0; k < length && i + k < text.size(); ++k) {
        const auto piece = k == 0 ? byte : static_cast<unsigned char>(text[i + k]);
        hash = (hash ^ piece) * 1099511628211U;
      }
    } else if (hash != kSeed) {
      words.push_back(hash);
      hash = kSeed;
    }
    i += length;
  }
  if (hash != kSeed) words.push_back(hash);
  return words;
}

Overlap CompareWords(const std::vector<uint64_t>& found, const std::vector<uint64_t>& gold) {
  if (gold.empty()) return found.empty() ? Overlap{1, 1, 1} : Overlap{};
  std::unordered_map<uint64_t, int> counts;
  for (const uint64_t word : gold) ++counts[word];
  double common = 0;
  for (const uint64_t word : found) common += counts[word]-- > 0 ? 1 : 0;
  Overlap overlap;
  overlap.precision = found.empty() ? 0 : common / static_cast<double>(found.size());
  overlap.recall = common / static_cast<double>(gold.size());
  const double sum = overlap.precision + overlap.recall;
  overlap.f1 = sum > 0 ? 2 * overlap.precision * overlap.recall / sum : 0;
  return overlap;
}

namespace {

// Finds, for one block, where in the gold words most of it stands.
class Aligner {
 public:
  explicit Aligner(const std::vector<uint64_t>& gold) : gold_(gold), used_(gold.size(), false) {
    for (size_t i = 0; i < gold.size(); ++i) places_[gold[i]].push_back(i);
  }

  // Marks the words it finds as used. `near`: where the block is expected, for blocks of a few words.
  size_t Take(const std::vector<uint64_t>& block, size_t near, bool only_near) {
    size_t found = 0;
    size_t i = 0;
    while (i < block.size()) {
      const Run run = LongestRun(block, i, near, only_near);
      const size_t least = std::min<size_t>(3, block.size());
      if (run.length < least) {
        ++i;
        continue;
      }
      for (size_t k = 0; k < run.length; ++k) used_[run.at + k] = true;
      found += run.length;
      i += run.length;
      near = run.at + run.length;
      last_ = near;
    }
    return found;
  }

  size_t last() const { return last_; }

 private:
  struct Run {
    size_t at = 0;
    size_t length = 0;
  };

  static constexpr size_t kReach = 60;  // words either side for short blocks

  Run LongestRun(const std::vector<uint64_t>& block, size_t i, size_t near, bool only_near) const {
    Run best;
    const auto found = places_.find(block[i]);
    if (found == places_.end()) return best;
    for (const size_t place : found->second) {
      const size_t distance = place > near ? place - near : near - place;
      if (only_near && distance > kReach) continue;
      size_t length = 0;
      while (i + length < block.size() && place + length < gold_.size() && !used_[place + length] &&
             gold_[place + length] == block[i + length]) {
        ++length;
      }
      if (length > best.length) best = {place, length};
    }
    return best;
  }

  const std::vector<uint64_t>& gold_;
  std::vector<bool> used_;
  std::unordered_map<uint64_t, std::vector<size_t>> places_;
  size_t last_ = 0;
};

}  // namespace

std::vector<float> AlignBlocks(const std::vector<std::vector<uint64_t>>& blocks, const std::vector<uint64_t>& gold) {
  constexpr size_t kShort = 5;
  Aligner aligner(gold);
  std::vector<float> shares(blocks.size(), 0.0F);
  std::vector<size_t> order(blocks.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return blocks[a].size() > blocks[b].size(); });
  std::vector<size_t> ends(blocks.size(), SIZE_MAX);
  for (const size_t i : order) {
    if (blocks[i].size() < kShort) continue;
    const size_t found = aligner.Take(blocks[i], 0, false);
    shares[i] = static_cast<float>(found) / static_cast<float>(blocks[i].size());
    if (shares[i] > 0.5F) ends[i] = aligner.last();
  }
  // A few words stand somewhere in any text: they count only beside the blocks around them.
  size_t near = SIZE_MAX;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].size() >= kShort) {
      if (ends[i] != SIZE_MAX) near = ends[i];
      continue;
    }
    size_t expected = near;
    for (size_t j = i + 1; expected == SIZE_MAX && j < std::min(blocks.size(), i + 6); ++j) {
      if (ends[j] != SIZE_MAX) expected = ends[j] - std::min(ends[j], blocks[j].size());
    }
    if (blocks[i].empty() || expected == SIZE_MAX) continue;
    const size_t found = aligner.Take(blocks[i], expected, true);
    if (found == blocks[i].size()) {
      shares[i] = 1;
      near = aligner.last();
    }
  }
  return shares;
}

}  // namespace tallywire::parse::fit
