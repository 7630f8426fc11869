// Cutting is one walk over the flat tree with a stack of the open elements.
#include "parse/body/text_block.h"

#include <algorithm>
#include <utility>

#include "parse/body/script_position.h"
#include "parse/body/visibility.h"
#include "parse/element_kind.h"
#include "parse/white_space.h"

namespace tallywire::parse {

namespace {

// Beyond these a cell holds running text and its table only lays out the page.
constexpr size_t kLongestCellBytes = 400;

bool IsCell(Tag tag) { return tag == Tag::kTd || tag == Tag::kTh; }

// True where the table's rows can each stand as one line: two columns at least, and cells without structure.
bool IsDataTable(const Document& page, NodeId table) {
  size_t widest = 0;
  size_t cells = 0;
  size_t blocks = 0;
  size_t bytes = 0;
  for (NodeId id = table + 1; id < page[table].end; ++id) {
    const Tag tag = page[id].tag;
    if (tag == Tag::kTable || tag == Tag::kForm || tag == Tag::kBlockquote || IsHeading(tag)) return false;
    if (tag == Tag::kTr) cells = 0;
    if (IsCell(tag)) {
      widest = std::max(widest, ++cells);
      blocks = bytes = 0;
    } else if (tag == Tag::kP || tag == Tag::kDiv || tag == Tag::kLi) {
      if (++blocks > 3) return false;
    } else if (tag == Tag::kText) {
      bytes += page[id].text.size();
      if (bytes > kLongestCellBytes) return false;
    }
  }
  return widest >= 2;
}

class Cutter {
 public:
  explicit Cutter(const Document& page) : page_(page), hidden_(page) {}

  PageText Run() {
    const auto size = static_cast<NodeId>(page_.size());
    NodeId id = 0;
    while (id < size && result_.blocks.size() < kMostBlocks) {
      CloseUpTo(id);
      id = Visit(id);
    }
    while (id < size && (!page_.IsText(id) || IsBlank(page_[id].text))) ++id;
    result_.unread = id < size;
    CloseUpTo(size);
    Flush();
    return std::move(result_);
  }

 private:
  struct Open {
    NodeId id;
    NodeId end;
    Tag tag;
    bool block;
    BlockKind kind;  // of a block that it is the nearest element of
  };

  // Handles one node and says where to go on: the next node, or past the subtree.
  NodeId Visit(NodeId id) {
    const Node& node = page_[id];
    if (node.tag == Tag::kText) {
      AddText(id);
      return id + 1;
    }
    if (IsTextless(node.tag) || hidden_.IsHidden(id)) return node.end;
    switch (node.tag) {
      case Tag::kBr:
        ++breaks_;
        return node.end;
      case Tag::kHr:
        Flush();
        return node.end;
      case Tag::kSup:
        AddSuperscript(id);
        return node.end;
      case Tag::kOther:
        if (node.text == "annotation" || node.text == "annotation-xml") return node.end;  // MathML's source text
        if (node.text.find('-') != std::string_view::npos) AddSpace();                    // custom elements
        break;
      default:
        break;
    }
    OpenElement(id);
    return id + 1;
  }

  void OpenElement(NodeId id) {
    const Tag tag = page_[id].tag;
    if (tag == Tag::kA) PartLinks(id);
    if (row_ != kNoNode) {  // inside a data table's row, cells and their blocks only separate words
      if (IsCell(tag)) {
        cell_pending_ = !line_.empty();
        ++block_.cells;
      } else if (IsBlockElement(tag)) {
        AddSpace();
      }
      stack_.push_back({id, page_[id].end, tag, false, BlockKind::kTableRow});
      return CountOpen(tag, 1);
    }
    const bool block = IsBlockElement(tag);
    if (block) Flush();
    if (tag == Tag::kTable && IsDataTable(page_, id)) data_table_end_ = page_[id].end;
    if (tag == Tag::kTr && id < data_table_end_) row_ = id;
    stack_.push_back({id, page_[id].end, tag, block, KindOf(tag)});
    CountOpen(tag, 1);
  }

  // Two links that touch and lead to different places are two things, whatever keeps them apart on the screen.
  void PartLinks(NodeId link) {
    const bool touches = started_ && last_link_end_ == line_.size();
    if (touches && page_.Attr(link, "href") != page_.Attr(last_link_, "href")) AddSpace();
  }

  void CountOpen(Tag tag, int change) {
    if (tag == Tag::kA) links_ += change;
    if (IsEmphasis(tag)) emphasis_ += change;
    if (tag == Tag::kPre || tag == Tag::kListing || tag == Tag::kXmp || tag == Tag::kPlaintext) preformatted_ += change;
    if (tag == Tag::kA && change > 0) ++block_.links;
  }

  void CloseUpTo(NodeId id) {
    while (!stack_.empty() && stack_.back().end <= id) {
      const Open open = stack_.back();
      stack_.pop_back();
      if (open.id == row_) {
        Flush();
        row_ = kNoNode;
      } else if (open.block) {
        Flush();
      } else if (row_ != kNoNode && IsBlockElement(open.tag)) {
        AddSpace();
      }
      CountOpen(open.tag, -1);
      if (open.tag != Tag::kA) continue;
      last_link_ = open.id;
      last_link_end_ = line_.size();
    }
  }

  void AddSpace() {
    if (!line_.empty() && line_.back() != ' ' && line_.back() != '\n') line_ += ' ';
  }

  void AddText(NodeId id) {
    const std::string_view text = page_[id].text;
    if (IsBlank(text)) {
      if (preformatted_ > 0) {
        if (!line_.empty()) line_ += text;
      } else if (breaks_ == 0 && !text.empty()) {
        AppendFolded(line_, text);
      }
      return;
    }
    BeginText(id);
    const size_t before = line_.size();
    if (preformatted_ > 0) {
      line_ += text;
    } else {
      AppendFolded(line_, text);
    }
    CountInLinks(before);
  }

  // Settles what stands between the text so far and the text to come.
  void BeginText(NodeId id) {
    if (breaks_ >= 2 && row_ == kNoNode && preformatted_ == 0) {
      Flush();
    } else if (breaks_ > 0 && !line_.empty()) {
      while (line_.ends_with(' ')) line_.pop_back();
      line_ += row_ == kNoNode ? '\n' : ' ';
    }
    breaks_ = 0;
    if (cell_pending_) {
      while (line_.ends_with(' ')) line_.pop_back();
      line_ += " | ";
      cell_pending_ = false;
    }
    if (!started_) {
      started_ = true;
      block_.first_text = id;
      SetElement(id);
      block_.tag = page_[block_.element].tag;
      block_.links = static_cast<uint32_t>(std::max(links_, 0)) + block_.links;
    }
    block_.last_text = id;
  }

  void SetElement(NodeId text) {
    block_.element = page_[text].parent;
    block_.kind = stack_.empty() ? BlockKind::kParagraph : stack_.back().kind;
    if (row_ != kNoNode) {
      block_.element = row_;
      block_.kind = BlockKind::kTableRow;
      return;
    }
    for (size_t i = stack_.size(); i > 0; --i) {
      if (!stack_[i - 1].block) continue;
      block_.element = stack_[i - 1].id;
      block_.kind = stack_[i - 1].kind;
      return;
    }
  }

  void CountInLinks(size_t before) {
    if (links_ == 0 && emphasis_ == 0) return;
    const uint32_t characters = parse::CountCharacters(std::string_view(line_).substr(before));
    if (links_ > 0) block_.link_characters += characters;
    if (emphasis_ > 0) block_.emphasis_characters += characters;
  }

  void AddSuperscript(NodeId id) {
    const NodeId text = page_.Find(Tag::kText, id, page_[id].end);
    if (text == kNoNode) return;
    const bool link = links_ > 0 || page_.Find(Tag::kA, id, page_[id].end) != kNoNode;
    const NodeId after = page_[id].end;
    const bool text_follows = after < page_.size() && page_.IsText(after);
    const std::string content = page_.Text(id);
    // What stands right before decides how the text is written; a copy of a long line for each would be quadratic.
    constexpr size_t kDeciding = 16;
    std::string probe = line_.substr(line_.size() - std::min(line_.size(), kDeciding));
    const size_t unchanged = probe.size();
    AppendSuperscript(probe, content, link, text_follows ? page_[after].text : std::string_view{});
    if (probe.size() == unchanged) return;  // a mark that is left out begins no block
    BeginText(text);
    AppendSuperscript(line_, content, link, text_follows ? page_[after].text : std::string_view{});
  }

  void Flush() {
    breaks_ = 0;
    cell_pending_ = false;
    while (!line_.empty() && (line_.back() == ' ' || line_.back() == '\n')) line_.pop_back();
    if (started_ && !line_.empty()) AddBlock();
    line_.clear();
    last_link_end_ = SIZE_MAX;
    block_ = {};
    started_ = false;
  }

  void AddBlock() {
    size_t skip = 0;
    while (skip < line_.size() && (line_[skip] == '\n' || line_[skip] == '\r')) ++skip;
    block_.start = result_.text.size();
    result_.text.append(line_, skip);
    block_.end = result_.text.size();
    result_.text += '\n';
    block_.counts = CountText(result_.TextOf(block_));
    result_.blocks.push_back(block_);
  }

  // By the element itself, or the nearest one above that says so.
  BlockKind KindOf(Tag tag) const {
    switch (tag) {
      case Tag::kH1:
      case Tag::kH2:
      case Tag::kH3:
      case Tag::kH4:
      case Tag::kH5:
      case Tag::kH6:
        return BlockKind::kHeading;
      case Tag::kLi:
      case Tag::kDt:
      case Tag::kDd:
        return BlockKind::kListItem;
      case Tag::kBlockquote:
        return BlockKind::kQuote;
      case Tag::kPre:
      case Tag::kListing:
      case Tag::kXmp:
      case Tag::kPlaintext:
        return BlockKind::kPreformatted;
      case Tag::kTr:  // of a table that only lays out the page
      case Tag::kArticle:
      case Tag::kSection:
      case Tag::kMain:
        return BlockKind::kParagraph;
      default:
        return stack_.empty() ? BlockKind::kParagraph : stack_.back().kind;
    }
  }

  const Document& page_;
  Visibility hidden_;
  PageText result_;
  std::vector<Open> stack_;
  std::string line_;  // the text of the block so far
  TextBlock block_;
  bool started_ = false;  // a visible character has been seen
  bool cell_pending_ = false;
  int breaks_ = 0;
  NodeId last_link_ = kNoNode;       // the link that ended last in the block
  size_t last_link_end_ = SIZE_MAX;  // where in line_ it did
  int links_ = 0;
  int emphasis_ = 0;
  int preformatted_ = 0;
  NodeId row_ = kNoNode;  // the open row of a data table
  NodeId data_table_end_ = 0;
};

}  // namespace

PageText CutIntoBlocks(const Document& page) { return Cutter(page).Run(); }

}  // namespace tallywire::parse
