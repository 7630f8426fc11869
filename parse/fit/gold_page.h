// Pages with their texts as people marked them, for fitting and for measuring.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::parse::fit {

struct GoldPage {
  std::string id;
  std::string url;
  std::string html;                   // raw bytes
  std::string body;                   // the article's text
  std::vector<std::string> must;      // snippets that belong to it
  std::vector<std::string> must_not;  // snippets that do not
};

// Reads FOLDER/gold.json, an array of {id, url, body, must, must_not}, and FOLDER/html/ID.html.gz. Throws
// std::runtime_error where something is missing.
std::vector<GoldPage> LoadGoldPages(const std::filesystem::path& folder);

// The words of a text as 64-bit hashes: runs of letters, digits and underscores, ASCII case folded.
std::vector<uint64_t> Words(std::string_view text);

struct Overlap {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};
// Multisets of words compared.
Overlap CompareWords(const std::vector<uint64_t>& found, const std::vector<uint64_t>& gold);

// For each block's words, the share that stands in the gold words, no gold word used twice: what an editor who marked
// the gold text kept of that block.
std::vector<float> AlignBlocks(const std::vector<std::vector<uint64_t>>& blocks, const std::vector<uint64_t>& gold);

}  // namespace tallywire::parse::fit
