// Runs gumbo in an arena and lays its tree out flat.
//
// gumbo never gets to free anything: gumbo_destroy_output recurses over the tree and overflows the stack on deep pages,
// while the arena goes in one piece, as soon as the tree is laid out. Nor does gumbo record errors: each would copy the
// stack of open elements.
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <utility>

#include "parse/arena.h"
#include "parse/dom.h"
#include "parse/reducer.h"
#include "parse/withheld.h"

namespace tallywire::parse {

namespace {

// gumbo does not look at what its allocator returns, so running out of memory leaves it by longjmp. Only gumbo's C
// frames lie between: nothing there has a destructor.
struct Memory {
  Arena* arena;
  std::jmp_buf full;
};

void* AllocateForGumbo(void* userdata, size_t bytes) {
  auto* memory = static_cast<Memory*>(userdata);
  void* result = memory->arena->Allocate(bytes);
  if (result == nullptr) std::longjmp(memory->full, 1);
  return result;
}

void FreeNothing(void* /*userdata*/, void* /*pointer*/) {}

// nullptr where the arena's limit was reached.
GumboOutput* RunGumbo(std::string_view html, Arena& arena) {
  Memory memory;
  memory.arena = &arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = AllocateForGumbo;
  options.deallocator = FreeNothing;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.full) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

std::array<Tag, GUMBO_TAG_LAST + 1> MapTags() {
  std::array<Tag, GUMBO_TAG_LAST + 1> map{};
  map.fill(Tag::kOther);
  for (size_t i = static_cast<size_t>(Tag::kHtml); i < static_cast<size_t>(Tag::kCount); ++i) {
    const auto tag = static_cast<Tag>(i);
    const GumboTag theirs = gumbo_tag_enum(TagName(tag).data());
    if (theirs < GUMBO_TAG_UNKNOWN) map[theirs] = tag;
  }
  return map;
}

std::string_view NameOf(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  while (name.length > 3 && std::string_view(name.data, 3) == "</>") {  // gumbo counts it to the tag behind
    name.data += 3;
    name.length -= 3;
  }
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

Tag TagOf(const GumboElement& element) {
  static const std::array<Tag, GUMBO_TAG_LAST + 1> kMap = MapTags();
  if (element.tag == GUMBO_TAG_UNKNOWN) return TagFromName(NameOf(element));  // gumbo has no <dialog> or <picture>
  return kMap[element.tag];
}

}  // namespace

class DocumentBuilder {
 public:
  // The page that gumbo saw, and what was kept aside and withheld from it.
  void SetReduced(std::unique_ptr<std::string> page, ReducedPage reduced) {
    document_.reduced_ = std::move(page);
    document_.withheld_ = std::make_unique<Withheld>(std::move(reduced.withheld));
    document_.json_ld_ = std::move(reduced.json_ld);
    document_.data_scripts_ = std::move(reduced.data_scripts);
    document_.nodes_.reserve(document_.withheld_->runs() + reduced.tags + 16);
  }

  // Walks the tree with a stack of its own and appends every element and text node.
  void Flatten(const GumboNode* root) {
    Open(root);
    while (!open_.empty()) {
      Frame& frame = open_.back();
      if (frame.next == frame.children->length) {
        document_.nodes_[frame.id].end = static_cast<NodeId>(document_.nodes_.size());
        open_.pop_back();
        continue;
      }
      Visit(static_cast<const GumboNode*>(frame.children->data[frame.next++]));
    }
  }

  Document Take() { return std::move(document_); }

 private:
  struct Frame {
    const GumboVector* children;
    unsigned next;
    NodeId id;
  };

  void Visit(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        Open(node);
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        AddText(node->v.text.text);
        break;
      default:
        break;
    }
  }

  NodeId Add(Tag tag) {
    Node node;
    node.tag = tag;
    node.depth = static_cast<uint16_t>(std::min<size_t>(open_.size(), UINT16_MAX));
    node.parent = open_.empty() ? kNoNode : open_.back().id;
    const auto id = static_cast<NodeId>(document_.nodes_.size());
    node.end = id + 1;
    document_.nodes_.push_back(node);
    return id;
  }

  void AddText(const char* text) {
    const NodeId id = Add(Tag::kText);
    document_.nodes_[id].text = document_.withheld_ == nullptr ? Kept(text) : FilledIn(text);
  }

  // A copy that outlives gumbo's tree.
  std::string_view Kept(std::string_view text) {
    if (text == " ") return " ";  // most of what gumbo has seen of the texts
    return document_.arena_->Copy(text);
  }

  // The text with the runs in the places of their stand-ins.
  std::string_view FilledIn(std::string_view text) {
    if (std::none_of(text.begin(), text.end(), Withheld::MayBegin)) return Kept(text);
    const Withheld& withheld = *document_.withheld_;
    if (const std::string_view whole = withheld.WholeText(text); !whole.empty()) return whole;
    std::string filled;
    for (size_t i = 0; i < text.size();) {
      size_t length = 0;
      const std::string_view run = withheld.RunAt(text.substr(i), length);
      filled += length > 0 ? run : text.substr(i, 1);
      i += std::max<size_t>(length, 1);
    }
    return Kept(filled);
  }

  void Open(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    const NodeId id = Add(TagOf(element));
    AddAttributes(element, id);
    if (document_.nodes_[id].tag == Tag::kScript || document_.nodes_[id].tag == Tag::kStyle) {
      KeepData(element, id);
      return;
    }
    if (document_.nodes_[id].tag == Tag::kOther) document_.nodes_[id].text = Kept(NameOf(element));
    if (document_.nodes_[id].tag != Tag::kTemplate) open_.push_back({&element.children, 0, id});
  }

  void AddAttributes(const GumboElement& element, NodeId id) {
    const auto first = document_.attributes_.size();
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      if (attribute->name[0] != Withheld::kStandIn || document_.withheld_ == nullptr) {
        document_.attributes_.push_back({Kept(attribute->name), Kept(attribute->value)});
      }
    }
    if (document_.withheld_ != nullptr && element.original_tag.data != nullptr) {
      const auto position = static_cast<size_t>(element.original_tag.data - document_.reduced_->data());
      const std::span<const Attribute> withheld = document_.withheld_->AttributesOfTagAt(position);
      document_.attributes_.insert(document_.attributes_.end(), withheld.begin(), withheld.end());
    }
    document_.nodes_[id].attributes = static_cast<uint32_t>(first);
    document_.nodes_[id].attribute_count = static_cast<uint32_t>(document_.attributes_.size() - first);
  }

  void KeepData(const GumboElement& element, NodeId id) {
    if (document_.nodes_[id].tag != Tag::kScript || element.children.length == 0) return;
    const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
    const std::string_view content = Kept(child->v.text.text);
    const std::string_view type = document_.Attr(id, "type");
    if (type.find("ld+json") != std::string_view::npos) {
      document_.json_ld_.push_back(content);
    } else {
      document_.data_scripts_.push_back({type, document_.Attr(id, "id"), content});
    }
  }

  Document document_;
  std::vector<Frame> open_;
};

Result<Document> ParseHtml(std::string_view html, const HtmlOptions& options) {
  ReducedPage reduced;
  auto page = std::make_unique<std::string>();
  if (options.reduce) {
    reduced = ReducePage(html);
    *page = std::move(reduced.html);
    html = *page;
  }
  Arena arena(options.memory_limit);
  const GumboOutput* output = RunGumbo(html, arena);
  if (output == nullptr) {
    return Fail(ErrorCode::kTooLarge, "", "the page's tree needs more memory than a page may take",
                "raise the memory limit if the page is worth it");
  }
  DocumentBuilder builder;
  if (options.reduce) builder.SetReduced(std::move(page), std::move(reduced));
  builder.Flatten(output->root);
  return builder.Take();
}

}  // namespace tallywire::parse
