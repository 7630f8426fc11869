// A sentence as patterns see it: a row of cells, each with the tags that hold for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/text/lexicon.h"

namespace tallywire::extract {

struct Cell {
  uint32_t first = 0;  // the cell's first token
  uint32_t count = 1;  // how many tokens it covers
};

// The classes of cells that a gap may skip.
class GapClasses {
 public:
  // One letter a class: "w" for plain words.
  explicit GapClasses(std::string_view letters) {
    for (const char letter : letters) mask_ |= MaskOf(letter);
  }
  bool Has(char kind) const { return (mask_ & MaskOf(kind)) != 0; }

 private:
  static uint32_t MaskOf(char letter) { return 1U << static_cast<unsigned>(letter - 'a'); }

  uint32_t mask_ = 0;
};

// A sentence as patterns see it. Reused from sentence to sentence, so that its buffers grow once.
class TaggedText {
 public:
  void Clear() {
    cells_.clear();
    tags_.clear();
  }
  // `kind` is a lower-case letter, the cell's class for gaps; `glued`: no white space stands before the cell.
  void Add(Cell cell, char kind, bool glued, std::span<const Tag> tags) {
    cells_.push_back({cell, kind, glued, static_cast<uint32_t>(tags_.size())});
    for (const Tag tag : tags) tags_.push_back(tag);  // most cells have none or one
  }

  size_t size() const { return cells_.size(); }
  bool glued(size_t cell) const { return cells_[cell].glued; }
  char kind(size_t cell) const { return cells_[cell].kind; }
  std::span<const Tag> tags(size_t cell) const {
    const size_t end = cell + 1 < cells_.size() ? cells_[cell + 1].first_tag : tags_.size();
    return std::span(tags_).subspan(cells_[cell].first_tag, end - cells_[cell].first_tag);
  }
  const Cell& cell(size_t i) const { return cells_[i].cell; }

 private:
  struct Tagged {
    Cell cell;
    char kind = 0;
    bool glued = false;
    uint32_t first_tag = 0;  // in tags_; its last one is in front of the next cell's first
  };

  std::vector<Tagged> cells_;
  std::vector<Tag> tags_;  // of all cells
};

}  // namespace tallywire::extract
