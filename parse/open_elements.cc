#include "parse/open_elements.h"

#include <algorithm>
#include <initializer_list>

#include "parse/element_kind.h"

namespace tallywire::parse {

namespace {

bool IsIn(Tag tag, std::initializer_list<Tag> tags) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

}  // namespace

bool IsVoid(Tag tag) {
  switch (tag) {
    case Tag::kArea:
    case Tag::kBase:
    case Tag::kBasefont:
    case Tag::kBgsound:
    case Tag::kBr:
    case Tag::kCol:
    case Tag::kEmbed:
    case Tag::kFrame:
    case Tag::kHr:
    case Tag::kImg:
    case Tag::kInput:
    case Tag::kKeygen:
    case Tag::kLink:
    case Tag::kMeta:
    case Tag::kParam:
    case Tag::kSource:
    case Tag::kTrack:
    case Tag::kWbr:
      return true;
    default:
      return false;
  }
}

namespace {

// Start tags that close a p in button scope.
bool ClosesParagraph(Tag tag) {
  switch (tag) {
    case Tag::kTable:  // in quirks mode it does not, and the estimate is one level off
    case Tag::kForm:
    case Tag::kPlaintext:
      return true;
    case Tag::kTr:
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
    case Tag::kCaption:
    case Tag::kCol:
    case Tag::kColgroup:
    case Tag::kHtml:
    case Tag::kBody:
    case Tag::kFrameset:
    case Tag::kLegend:
      return false;
    default:
      return IsBlockElement(tag);
  }
}

// Elements that hide an open p from what stands in them (button scope).
bool IsScopeBarrier(Tag tag) {
  switch (tag) {
    case Tag::kApplet:
    case Tag::kButton:
    case Tag::kCaption:
    case Tag::kMarquee:
    case Tag::kObject:
    case Tag::kTable:
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kTemplate:
      return true;
    default:
      return false;
  }
}

// Elements that end foreign content when they begin in it (13.2.6.5); font does so with some attributes only.
bool BreaksOut(Tag tag) {
  switch (tag) {
    case Tag::kB:
    case Tag::kBig:
    case Tag::kBlockquote:
    case Tag::kBody:
    case Tag::kBr:
    case Tag::kCenter:
    case Tag::kCode:
    case Tag::kDd:
    case Tag::kDiv:
    case Tag::kDl:
    case Tag::kDt:
    case Tag::kEm:
    case Tag::kEmbed:
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6:
    case Tag::kHead:
    case Tag::kHr:
    case Tag::kI:
    case Tag::kImg:
    case Tag::kLi:
    case Tag::kListing:
    case Tag::kMenu:
    case Tag::kMeta:
    case Tag::kNobr:
    case Tag::kOl:
    case Tag::kP:
    case Tag::kPre:
    case Tag::kRuby:
    case Tag::kS:
    case Tag::kSmall:
    case Tag::kSpan:
    case Tag::kStrike:
    case Tag::kStrong:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kTable:
    case Tag::kTt:
    case Tag::kU:
    case Tag::kUl:
    case Tag::kVar:
      return true;
    default:
      return false;
  }
}

bool IsPreformatted(Tag tag) { return tag == Tag::kPre || tag == Tag::kListing || tag == Tag::kTextarea; }

// Elements that the end of a formatting element around them leaves open ("special" ones).
bool OutlivesFormatting(Tag tag) {
  return IsBlockElement(tag) || IsScopeBarrier(tag) || tag == Tag::kSelect || tag == Tag::kIframe;
}

// As 13.2.4.2 lists them; the end tags of others do not close them.
bool IsSpecial(Tag tag) {
  if (IsIn(tag, {Tag::kLegend, Tag::kDialog})) return false;
  return OutlivesFormatting(tag);
}

uint32_t KeyOf(Tag tag, std::string_view name) {
  if (tag != Tag::kOther) return static_cast<uint32_t>(tag);
  uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ (static_cast<unsigned char>(c) | 0x20U)) * 16777619U;
  return hash | 0x100U;  // apart from the tags' own numbers
}

// What the tree builder takes in an open select; it ignores the tags of all else.
bool BelongsInSelect(Tag tag) {
  return IsIn(tag, {Tag::kOption, Tag::kOptgroup, Tag::kSelect, Tag::kScript, Tag::kTemplate});
}

bool IsTablePart(Tag tag) {
  return IsIn(tag, {Tag::kCaption, Tag::kTbody, Tag::kThead, Tag::kTfoot, Tag::kTr, Tag::kTd, Tag::kTh});
}

}  // namespace

void OpenElements::PopTo(size_t size) {
  while (stack_.size() > size) {
    const Entry& entry = stack_.back();
    --open_counts_[entry.key % open_counts_.size()];
    if (IsPreformatted(entry.tag)) --preformatted_;
    if (entry.tag == Tag::kSelect) --selects_;
    stack_.pop_back();
  }
}

// Closes the nearest open element among `tags`, with all in it, unless a barrier stands before it.
void OpenElements::CloseNearest(std::initializer_list<Tag> tags, std::initializer_list<Tag> barriers) {
  if (std::none_of(tags.begin(), tags.end(), [this](Tag tag) { return IsOpen(tag); })) return;
  for (size_t i = stack_.size(); i > 0; --i) {
    if (IsIn(stack_[i - 1].tag, tags)) return PopTo(i - 1);
    if (IsIn(stack_[i - 1].tag, barriers)) return;
  }
}

void OpenElements::CloseImplied(Tag tag) {
  switch (tag) {
    case Tag::kLi:
      CloseNearest({Tag::kLi}, {Tag::kUl, Tag::kOl, Tag::kTable, Tag::kTd, Tag::kMenu});
      break;
    case Tag::kDd:
    case Tag::kDt:
      CloseNearest({Tag::kDd, Tag::kDt}, {Tag::kDl, Tag::kTable, Tag::kTd});
      break;
    case Tag::kOption:
    case Tag::kOptgroup:
      CloseNearest({Tag::kOption}, {Tag::kSelect, Tag::kDatalist});
      break;
    case Tag::kTd:
    case Tag::kTh:
      CloseNearest({Tag::kTd, Tag::kTh, Tag::kCaption}, {Tag::kTr, Tag::kTable});
      break;
    case Tag::kTr:
      CloseNearest({Tag::kTr, Tag::kCaption}, {Tag::kTable});
      break;
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
      CloseNearest({Tag::kTbody, Tag::kThead, Tag::kTfoot, Tag::kCaption}, {Tag::kTable});
      break;
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6:
      if (!stack_.empty() && IsHeading(stack_.back().tag)) PopTo(stack_.size() - 1);
      break;
    case Tag::kA:
    case Tag::kNobr:
      AdoptNearest(tag);
      break;
    case Tag::kButton:
      CloseNearest({tag}, {Tag::kTable, Tag::kTd, Tag::kTh});
      break;
    default:
      break;
  }
}

// A link in a link ends the outer one, as its end tag would.
void OpenElements::AdoptNearest(Tag tag) {
  if (!IsOpen(tag)) return;
  for (size_t i = stack_.size(); i > 0; --i) {
    if (stack_[i - 1].tag == tag) return Adopt(i - 1);
    if (IsIn(stack_[i - 1].tag, {Tag::kTable, Tag::kTd, Tag::kTh})) return;
  }
}

// HTML begins again in the integration points of foreign content.
OpenElements::Space OpenElements::SpaceBelow(Tag tag, Space above) {
  if (tag == Tag::kSvg) return Space::kSvg;
  if (tag == Tag::kMath) return Space::kMath;
  const bool in_svg = above == Space::kSvg && IsIn(tag, {Tag::kForeignobject, Tag::kDesc, Tag::kTitle});
  const bool in_math = above == Space::kMath && IsIn(tag, {Tag::kMi, Tag::kMo, Tag::kMn, Tag::kMs, Tag::kMtext});
  return in_svg || in_math ? Space::kHtml : above;
}

void OpenElements::LeaveForeign() {
  size_t size = stack_.size();
  while (size > 0 && stack_[size - 1].space != Space::kHtml) --size;
  PopTo(size);
}

// In an open select most start tags are ignored; these end it.
bool OpenElements::EndsSelect(Tag tag) const {
  if (IsIn(tag, {Tag::kSelect, Tag::kInput, Tag::kKeygen, Tag::kTextarea})) return true;
  return IsOpen(Tag::kTable) && (tag == Tag::kTable || IsTablePart(tag));
}

bool OpenElements::Start(Tag tag, std::string_view name, bool self_closing, bool styled_font) {
  if (InForeign() && (BreaksOut(tag) || styled_font)) LeaveForeign();
  const bool foreign = InForeign();
  if (!foreign) {
    if (InSelect() && EndsSelect(tag)) {
      CloseNearest({Tag::kSelect}, {});
      if (tag == Tag::kSelect) return true;  // in a select, its start tag is an end tag
    }
    if (InSelect() && !BelongsInSelect(tag)) return true;
    if (IsTablePart(tag) && !IsOpen(Tag::kTable) && !IsOpen(Tag::kTemplate)) return true;  // it is ignored
    if (ClosesParagraph(tag) && !stack_.empty() && stack_.back().paragraph != kNone) PopTo(stack_.back().paragraph);
    CloseImplied(tag);
    if (IsVoid(tag) || (self_closing && IsIn(tag, {Tag::kSvg, Tag::kMath}))) return true;
  } else if (self_closing) {
    return true;
  }
  const uint32_t key = KeyOf(tag, name);
  if (stack_.size() >= kMaxDepth) {
    ++dropped_counts_[key % dropped_counts_.size()];
    ++dropped_;
    return false;
  }
  Push({key, tag, SpaceBelow(tag, Inside()), kNone});
  return true;
}

void OpenElements::Push(const Entry& entry) {
  const bool foreign = InForeign();
  uint32_t paragraph = stack_.empty() ? kNone : stack_.back().paragraph;
  if (entry.tag == Tag::kP && !foreign) paragraph = static_cast<uint32_t>(stack_.size());
  if (IsScopeBarrier(entry.tag)) paragraph = kNone;
  stack_.push_back(entry);
  stack_.back().paragraph = paragraph;
  ++open_counts_[entry.key % open_counts_.size()];
  if (IsPreformatted(entry.tag)) ++preformatted_;
  if (entry.tag == Tag::kSelect) ++selects_;
}

// The end tag of a formatting element (its index is given) leaves open the blocks that were opened in it, with the
// formatting elements between; without such blocks it closes all that stands in it.
void OpenElements::Adopt(size_t formatting) {
  size_t end = stack_.size();
  while (end > formatting + 1 && !OutlivesFormatting(stack_[end - 1].tag)) --end;
  std::vector<Entry> kept;
  for (size_t i = formatting + 1; i < end; ++i) {
    if (OutlivesFormatting(stack_[i].tag) || IsFormattingElement(stack_[i].tag)) kept.push_back(stack_[i]);
  }
  PopTo(formatting);
  for (const Entry& entry : kept) Push(entry);
}

// A form is taken out from under what is still open in it.
void OpenElements::CloseForm(size_t form) {
  const std::vector<Entry> kept(stack_.begin() + static_cast<std::ptrdiff_t>(form) + 1, stack_.end());
  PopTo(form);
  for (const Entry& entry : kept) Push(entry);
}

// Whether an end tag does not reach what is open around `open` (13.2.6.4.7: "has an element in scope", and "any other
// end tag", which stops at any special element).
bool OpenElements::HoldsBack(Tag open, Tag tag) {
  if (tag == Tag::kHtml || tag == Tag::kBody) return false;
  if (tag == Tag::kTable || IsTablePart(tag)) return IsIn(open, {Tag::kTable, Tag::kTemplate});
  if (IsSpecial(tag) || IsFormattingElement(tag)) {
    return IsScopeBarrier(open) && open != Tag::kButton;
  }
  return IsSpecial(open);
}

bool OpenElements::End(Tag tag, std::string_view name) {
  const uint32_t key = KeyOf(tag, name);
  if (dropped_ > 0 && dropped_counts_[key % dropped_counts_.size()] > 0) {
    --dropped_counts_[key % dropped_counts_.size()];
    --dropped_;
    return false;
  }
  if (open_counts_[key % open_counts_.size()] == 0) return true;
  if (InSelect() && !InForeign() && !BelongsInSelect(tag) && !EndsSelect(tag)) return true;
  for (size_t i = stack_.size(); i > 0; --i) {
    if (stack_[i - 1].key == key) {
      if (IsFormattingElement(tag) && !InForeign()) {
        Adopt(i - 1);
      } else if (tag == Tag::kForm) {
        CloseForm(i - 1);
      } else {
        PopTo(i - 1);
      }
      return true;
    }
    if (stack_[i - 1].space == Space::kHtml && HoldsBack(stack_[i - 1].tag, tag)) return true;
  }
  return true;
}

}  // namespace tallywire::parse
