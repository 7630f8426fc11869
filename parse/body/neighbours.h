// The blocks around one that its features tell of.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tallywire::parse {

struct Neighbour {
  std::string_view name;  // in the names of features
  std::ptrdiff_t offset;  // in blocks

  // Which block it is of block `i`, where a page of `blocks` has it.
  std::optional<size_t> Of(size_t i, size_t blocks) const {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(blocks)) return std::nullopt;
    return static_cast<size_t>(at);
  }
};

inline constexpr std::array<Neighbour, 6> kNeighbours = {
    {{"before1", -1}, {"before2", -2}, {"before3", -3}, {"after1", 1}, {"after2", 2}, {"after3", 3}}};

}  // namespace tallywire::parse
