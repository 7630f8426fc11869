// Runs gumbo in an arena and lays its tree out flat.
//
// gumbo never gets to free anything: gumbo_destroy_output recurses over the tree and overflows the stack on deep pages,
// while the arena goes in one piece. Nor does it record errors: each would copy the stack of open elements.
#include <gumbo.h>

#include <array>
#include <csetjmp>
#include <utility>

#include "parse/arena.h"
#include "parse/dom.h"
#include "parse/reducer.h"

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
  DocumentBuilder(std::unique_ptr<Arena> arena, std::unique_ptr<std::string> reduced) {
    document_.arena_ = std::move(arena);
    document_.reduced_ = std::move(reduced);
  }

  void SetScripts(std::vector<std::string_view> json_ld, std::vector<DataScript> data_scripts) {
    document_.json_ld_ = std::move(json_ld);
    document_.data_scripts_ = std::move(data_scripts);
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

  void AddText(const char* text) { document_.nodes_[Add(Tag::kText)].text = text; }

  void Open(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    const NodeId id = Add(TagOf(element));
    AddAttributes(element, id);
    if (document_.nodes_[id].tag == Tag::kScript || document_.nodes_[id].tag == Tag::kStyle) {
      KeepData(element, id);
      return;
    }
    if (document_.nodes_[id].tag == Tag::kOther) document_.nodes_[id].text = NameOf(element);
    if (document_.nodes_[id].tag != Tag::kTemplate) open_.push_back({&element.children, 0, id});
  }

  void AddAttributes(const GumboElement& element, NodeId id) {
    document_.nodes_[id].attributes = static_cast<uint32_t>(document_.attributes_.size());
    document_.nodes_[id].attribute_count = element.attributes.length;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      document_.attributes_.push_back({attribute->name, attribute->value});
    }
  }

  void KeepData(const GumboElement& element, NodeId id) {
    if (document_.nodes_[id].tag != Tag::kScript || element.children.length == 0) return;
    const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
    const std::string_view content = child->v.text.text;
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
  auto arena = std::make_unique<Arena>(options.memory_limit);
  const GumboOutput* output = RunGumbo(html, *arena);
  if (output == nullptr) {
    return Fail(ErrorCode::kTooLarge, "", "the page's tree needs more memory than a page may take",
                "raise the memory limit if the page is worth it");
  }
  DocumentBuilder builder(std::move(arena), std::move(page));
  builder.Flatten(output->root);
  if (options.reduce) builder.SetScripts(std::move(reduced.json_ld), std::move(reduced.data_scripts));
  return builder.Take();
}

}  // namespace tallywire::parse
