// An estimate of the tree builder's stack of open elements, kept while scanning tags, to cap the depth of the tree and
// to know where white space counts and where raw text is raw.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/dom.h"

namespace tallywire::parse {

// True for the elements of HTML that have no content and no end tag.
bool IsVoid(Tag tag);

// Follows the rules of html.spec.whatwg.org 13.2.6 as far as they change the depth: void elements, end tags that close
// several elements, the implied end of p, li, dd, dt, option, table parts and headings, and what the adoption agency
// leaves open. It does not follow the reconstruction of formatting elements.
class OpenElements {
 public:
  // Deeper elements are not opened: their tags are dropped, their contents stay. Browsers have 512; this leaves room
  // for what the estimate does not see.
  static constexpr size_t kMaxDepth = 400;

  // A start tag was read; false where it must be dropped. `self_closing` counts in foreign content only and where it
  // begins, `styled_font` (a <font> with a colour, face or size) in it only.
  bool Start(Tag tag, std::string_view name, bool self_closing, bool styled_font);
  // An end tag was read; false where it must be dropped because its start tag was.
  bool End(Tag tag, std::string_view name);

  bool InPreformatted() const { return preformatted_ > 0; }
  bool InSelect() const { return selects_ > 0; }
  // Inside svg or math, where there is no raw text and CDATA is known.
  bool InForeign() const { return Inside() != Space::kHtml; }
  size_t depth() const { return stack_.size(); }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  enum class Space : uint8_t { kHtml, kSvg, kMath };

  struct Entry {
    uint32_t key;  // tag, or hash of the name for kOther
    Tag tag;
    Space space;         // whose rules hold for what stands in it
    uint32_t paragraph;  // index of the open p in button scope, kNone where there is none
  };

  bool IsOpen(Tag tag) const { return open_counts_[static_cast<size_t>(tag)] > 0; }
  Space Inside() const { return stack_.empty() ? Space::kHtml : stack_.back().space; }
  static Space SpaceBelow(Tag tag, Space above);
  static bool HoldsBack(Tag open, Tag tag);
  void CloseImplied(Tag tag);
  bool EndsSelect(Tag tag) const;
  void LeaveForeign();
  void PopTo(size_t size);
  void Push(const Entry& entry);
  void Adopt(size_t formatting);
  void CloseForm(size_t form);
  void AdoptNearest(Tag tag);
  void CloseNearest(std::initializer_list<Tag> tags, std::initializer_list<Tag> barriers);

  std::vector<Entry> stack_;
  std::array<uint32_t, 512> open_counts_{};     // by key % 512: 0 means that none is open
  std::array<uint32_t, 512> dropped_counts_{};  // start tags dropped and not yet ended
  uint32_t dropped_ = 0;
  int preformatted_ = 0;
  int selects_ = 0;
};

}  // namespace tallywire::parse
