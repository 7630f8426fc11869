// What the reducer withholds from gumbo, which walks every character several times: texts and attributes that have no
// part in how the tree is built.
//
// A run of text stands in the reduced page as one character of Unicode's private planes, which numbers the run; the
// attributes of a tag are found again by where the tag stands in the reduced page. The tree is built around the gaps,
// and DocumentBuilder fills them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parse/dom.h"

namespace tallywire::parse {

class Withheld {
 public:
  // Marks an attribute that stands for others when gumbo compares formatting elements.
  static constexpr char kStandIn = '~';

  // --- For the reducer.

  // The buffer that runs of text are written to.
  std::string& texts() { return texts_; }
  // Numbers what stands in the buffer from `start` on and appends the stand-in to `html`.
  void AddRun(size_t start, std::string& html);
  // False once all stand-ins are used up; then texts go to gumbo as they are.
  bool HasRoom() const { return runs_.size() < kMostRuns; }

  // Withholds these attributes of the tag that stands at `position` of the reduced page.
  void AddTag(size_t position, std::span<const Attribute> attributes);
  // Forgets the tags from there on.
  void DropTagsFrom(size_t position);

  // --- For the builder of the document.

  size_t runs() const { return runs_.size(); }

  // What a stand-in stands for, given the text from it on; `length` becomes the bytes of the stand-in, 0 where the text
  // does not begin with one.
  std::string_view RunAt(std::string_view text, size_t& length) const;
  // A text of one run, perhaps with a blank before it, without copying; empty where it is another kind of text.
  std::string_view WholeText(std::string_view text) const;
  // Tags are best asked for in the order of the page.
  std::span<const Attribute> AttributesOfTagAt(size_t position);

  // True for the first bytes of characters that may be stand-ins.
  static bool MayBegin(char c) { return static_cast<unsigned char>(c) >= 0xF3; }
  // Whether the text begins with a character that could be taken for a stand-in.
  static bool IsStandIn(std::string_view text);

 private:
  static constexpr uint32_t kPlane15 = 0xF0000;
  static constexpr uint32_t kPlane16 = 0x100000;
  static constexpr uint32_t kOnePlane = 0xFFFE;  // the last two of each plane are no characters
  static constexpr size_t kMostRuns = size_t{2} * kOnePlane;

  struct Run {
    uint32_t start;
    uint32_t end;
  };
  struct TagAttributes {
    uint32_t position;
    uint32_t first;
    uint32_t count;
  };

  std::string texts_;
  std::vector<Run> runs_;
  std::vector<TagAttributes> tags_;  // by position
  std::vector<Attribute> attributes_;
  size_t next_ = 0;  // the tag after the one asked for last
};

}  // namespace tallywire::parse
