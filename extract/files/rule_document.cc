#include "extract/files/rule_document.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "extract/files/pack_rules.h"

namespace tallywire::extract {

// Reads the packed form, which only PackRules writes, and which is right therefore.
class Unpacker {
 public:
  Unpacker(std::string_view packed, bool examples)
      : at_(packed.data()), end_(packed.data() + packed.size()), examples_(examples) {}

  std::vector<RuleNode> Run() {
    nodes_.reserve(Count());  // so that nodes stay where they are
    nodes_.emplace_back();
    Read(nodes_.front());
    return std::move(nodes_);
  }

 private:
  // Digits and the character behind them.
  uint32_t Count() {
    uint32_t count = 0;
    for (; *at_ >= '0' && *at_ <= '9'; ++at_) count = count * 10 + static_cast<uint32_t>(*at_ - '0');
    ++at_;
    return count;
  }

  RulePlace Place() {
    const uint32_t line = Count();
    return {line, Count()};
  }

  std::string_view Text() {
    const size_t size = Count();
    const std::string_view text(at_, size);
    at_ += size;
    return text;
  }

  void Read(RuleNode& node) {
    node.place_ = Place();
    switch (*at_++) {
      case 's':
        node.kind_ = RuleNode::Kind::kText;
        node.text_ = Text();
        return;
      case 'n':
        node.kind_ = RuleNode::Kind::kNumber;
        at_ = std::from_chars(at_, end_, node.number_).ptr + 1;
        return;
      case '+':
        node.number_ = 1;
        [[fallthrough]];
      case '-':
        node.kind_ = RuleNode::Kind::kFlag;
        return;
      case '[':
        return ReadList(node);
      case '{':
        return ReadParts(node, RuleNode::Kind::kTable, Count());
      default:
        node.kind_ = RuleNode::Kind::kOther;
    }
  }

  void ReadList(RuleNode& node) {
    const uint32_t size = Count();
    const uint32_t bytes = Count();
    const bool wanted = examples_ || (node.name_ != "examples" && node.name_ != "events");
    if (!wanted) at_ += bytes;
    ReadParts(node, RuleNode::Kind::kList, wanted ? size : 0);
  }

  // The parts of a node stand side by side, in front of their own.
  void ReadParts(RuleNode& node, RuleNode::Kind kind, uint32_t size) {
    node.kind_ = kind;
    node.size_ = size;
    const size_t first = nodes_.size();
    nodes_.resize(first + node.size_);
    node.parts_ = nodes_.data() + first;
    for (size_t i = first; i < first + node.size_; ++i) {
      if (kind == RuleNode::Kind::kTable) {
        nodes_[i].name_place_ = Place();
        nodes_[i].name_ = Text();
      }
      Read(nodes_[i]);
    }
  }

  const char* at_;
  const char* end_;
  const bool examples_;
  std::vector<RuleNode> nodes_;
};

namespace {

std::string Shown(const RuleFile& file, RulePlace place) {
  return fmt::format("{}:{}:{}", file.where, place.line, place.column);
}

}  // namespace

RuleDocument::RuleDocument(std::string_view packed, bool examples) : nodes_(Unpacker(packed, examples).Run()) {}

Result<RuleDocument> RuleDocument::Read(const RuleFile& file) {
  if (file.packed) return RuleDocument(file.text, file.examples);
  auto packed = PackRules(file.text, file.where);
  if (!packed) return tl::unexpected(packed.error());
  auto bytes = std::make_unique<const std::string>(std::move(*packed));
  RuleDocument document(*bytes, file.examples);
  document.packed_ = std::move(bytes);
  return document;
}

std::string PlaceOf(const RuleFile& file, const RuleNode& node) { return Shown(file, node.place()); }

std::string PlaceOfName(const RuleFile& file, const RuleNode& node) { return Shown(file, node.name_place()); }

Result<std::vector<std::string>> StringsOf(const RuleFile& file, const RuleNode* node) {
  std::vector<std::string> strings;
  if (node == nullptr) return strings;
  if (auto one = node->AsText()) {
    strings.push_back(std::move(*one));
    return strings;
  }
  if (!node->IsList())
    return Fail(ErrorCode::kUsage, PlaceOf(file, *node), "a string or a list of strings is expected here");
  strings.reserve(node->size());
  for (const RuleNode& element : *node) {
    auto text = element.AsText();
    if (!text) return Fail(ErrorCode::kUsage, PlaceOf(file, element), "a string is expected here");
    strings.push_back(std::move(*text));
  }
  return strings;
}

}  // namespace tallywire::extract
