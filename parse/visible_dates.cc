#include "parse/visible_dates.h"

#include <re2/re2.h>
#include <algorithm>
#include <chrono>
#include <cstdint>

#include "parse/month_names.h"
#include "parse/publication_date.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

// Points for what speaks for and against a date being the article's. Set by hand on pages of many kinds; what matters
// is their order of size.
struct Weights {
  double time_element = 2;
  double pubdate = 3;     // <time pubdate>, class "published", "entry-date"
  double date_class = 2;  // own class or id, or the parent's
  double published_label = 3;
  double modified_label = -1;
  double alone = 2;          // little more than the date stands in its line
  double in_prose = -3;      // the line is a long one
  double right_behind = 4;   // behind the headline, within kNear bytes of text
  double soon_behind = 2.5;  // within kMiddle
  double right_before = 3;   // before the headline, within kNear
  double far = 0;
  double foreign = -5;  // in related links, comments, footers
  double copyright = -8;
  double guessed = -0.5;    // order of day and month or the century unsure
  double with_clock = 0.5;  // a time of day: people date articles to the minute, events to the day
};
constexpr Weights kWeights;
constexpr size_t kNear = 350;  // bytes of visible text
constexpr size_t kMiddle = 1500;
constexpr size_t kLongLine = 140;                 // bytes: prose rather than a by-line
constexpr size_t kMostText = size_t{300} << 10U;  // bytes of text that are searched
constexpr size_t kMostDates = 500;
constexpr NodeId kNodesAround = 400;  // nodes before the headline that may be its neighbourhood

const RE2& DateClass() {
  static const RE2 kPattern(
      R"((?i)date|datum|fecha|\bdata\b|publi|publié|posted|pubtime|timestamp|created|entry-meta|byline|(?:^|[-_ ])time(?:$|[-_ ])|veroeff|submitted)",
      RE2::Quiet);
  return kPattern;
}
const RE2& PublishedClass() {
  static const RE2 kPattern(
      R"((?i)publish|publicat|pubdate|pub-date|entry-date|posted-on|post-date|article-?date|postdate|date-?posted|dtpublished|created)",
      RE2::Quiet);
  return kPattern;
}
const RE2& ModifiedClass() {
  static const RE2 kPattern(R"((?i)updated|modified|dtmodified|lastmod)", RE2::Quiet);
  return kPattern;
}

bool HasCopyright(std::string_view before) {
  return before.find("©") != std::string_view::npos || before.find("opyright") != std::string_view::npos;
}

// What the words before a date say about it; the last of them counts.
DateLabel LabelIn(std::string_view before) {
  constexpr size_t kReach = 60;  // bytes
  if (before.size() > kReach) before.remove_prefix(before.size() - kReach);
  DateLabel label = DateLabel::kNone;
  const WordLists& lists = WordLists::Get();
  std::string word;
  const auto judge = [&] {
    if (lists.published_words.contains(word)) label = DateLabel::kPublished;
    if (lists.modified_words.contains(word)) label = DateLabel::kModified;
    word.clear();
  };
  for (const char c : FoldWord(before)) {
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else {
      judge();
    }
  }
  judge();
  return label;
}

class Collector {
 public:
  Collector(const PageIndex& index, const DateStyle& style, Day latest)
      : index_(index), document_(*index.document), style_(style), latest_(latest) {}

  std::vector<VisibleDate> Run(bool only_near_headline) {
    NodeId first = 0;
    auto last = static_cast<NodeId>(document_.size());
    if (only_near_headline) {
      if (index_.headline == kNoNode) return {};
      first = WindowStart();
      last = WindowEnd();
    }
    text_ = VisibleText(document_, first, last, kMostText, &pieces_);
    headline_at_ = index_.headline == kNoNode ? std::string::npos : OffsetOf(index_.headline);
    headline_end_ = index_.headline == kNoNode ? std::string::npos : OffsetOf(document_[index_.headline].end);
    FromText();
    FromElements(first, last);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const VisibleDate& a, const VisibleDate& b) { return a.node < b.node; });
    return std::move(found_);
  }

 private:
  bool IsPlausible(const WrittenDate& date) const {
    return date.day >= std::chrono::sys_days(std::chrono::year(1995) / 1 / 1) && date.day <= latest_;
  }

  // The neighbourhood of the headline: enough text on both sides for kNear and kMiddle, and never many nodes.
  NodeId WindowStart() const {
    size_t bytes = 0;
    NodeId id = index_.headline;
    for (NodeId n = 0; id > 0 && n < kNodesAround && bytes <= kNear; ++n) bytes += document_[--id].text.size();
    return id;
  }
  NodeId WindowEnd() const {
    size_t bytes = 0;
    NodeId id = document_[index_.headline].end;
    for (; id < document_.size() && bytes <= kMiddle; ++id) {
      if (document_.IsText(id)) bytes += document_[id].text.size();
    }
    return id;
  }

  // Where the text of the node begins in text_.
  size_t OffsetOf(NodeId node) const {
    const auto piece = std::lower_bound(pieces_.begin(), pieces_.end(), node,
                                        [](const TextPiece& p, NodeId id) { return p.node < id; });
    return piece == pieces_.end() ? text_.size() : piece->start;
  }

  NodeId NodeAt(size_t offset) const {
    const auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                        [](size_t at, const TextPiece& p) { return at < p.start; });
    return piece == pieces_.begin() ? 0 : std::prev(piece)->node;
  }

  void FromText() {
    for (WrittenDate& date : FindDates(text_, style_, kMostDates)) {
      if (!IsPlausible(date)) continue;
      const size_t line_start = text_.rfind('\n', date.start) + 1;  // npos + 1 is 0
      const size_t line_end = std::min(text_.find('\n', date.end), text_.size());
      std::string_view before(text_.data() + line_start, date.start - line_start);
      // A label often has a block of its own above: "<dt>Published</dt><dd>3 May 2019</dd>".
      if (before.size() < 4 && line_start > 1) {
        const size_t above = text_.find_last_not_of(" \n", line_start - 1);
        const size_t above_start = above == std::string::npos ? 0 : text_.rfind('\n', above) + 1;
        if (line_start - above_start < 40)
          before = std::string_view(text_.data() + above_start, date.start - above_start);
      }
      const std::string_view own(text_.data() + line_start, date.start - line_start);
      VisibleDate visible;
      visible.node = NodeAt(date.start);
      visible.label = LabelIn(before);
      if (HasCopyright(own)) visible.score += kWeights.copyright;
      const size_t line = line_end - line_start;
      if (line - (date.end - date.start) < 60) visible.score += kWeights.alone;
      if (line > kLongLine) visible.score += kWeights.in_prose;
      visible.date = std::move(date);
      Judge(visible, visible.date.start);
    }
  }

  void FromElements(NodeId first, NodeId last) {
    constexpr int kMostElements = 2000;
    int tried = 0;
    for (NodeId id = first; id < last; ++id) {
      const Tag tag = document_[id].tag;
      if (tag == Tag::kText || tag == Tag::kMeta || document_[id].attribute_count == 0) continue;
      const bool dated = tag == Tag::kTime || tag == Tag::kAbbr || IsNamedAfterDates(id);
      if (!dated) continue;
      if (++tried > kMostElements) return;
      if (!ReadAttributes(id)) ReadSplitText(id);
    }
  }

  bool IsNamedAfterDates(NodeId id) const {
    const std::string_view names = document_.Attr(id, "class");
    if (!names.empty() && RE2::PartialMatch(names, DateClass())) return true;
    const std::string_view own = document_.Attr(id, "id");
    if (!own.empty() && RE2::PartialMatch(own, DateClass())) return true;
    const std::string_view property = document_.Attr(id, "property");
    return !property.empty() && RE2::PartialMatch(property, DateClass());
  }

  bool ReadAttributes(NodeId id) {
    for (const std::string_view attribute : {"datetime", "content", "title", "data-datetime", "data-date",
                                             "data-timestamp", "data-utime", "data-time", "aria-label"}) {
      const std::string_view value = document_.Attr(id, attribute);
      if (value.empty()) continue;
      auto date = ReadMachineDate(value, style_);
      if (!date || !IsPlausible(*date)) continue;
      VisibleDate visible;
      visible.node = id;
      visible.machine = true;
      visible.date = std::move(*date);
      // What the text says of its label and line counts for the attribute as well.
      const size_t from = OffsetOf(id);
      const size_t to = OffsetOf(document_[id].end);
      const size_t line_start = from == 0 ? 0 : text_.rfind('\n', from - 1) + 1;
      visible.label = LabelIn(std::string_view(text_).substr(line_start, std::max(from, to) - line_start));
      visible.score += kWeights.alone;
      Judge(visible, from);
      return true;
    }
    return false;
  }

  // "<div class=date><b>12</b><br><i>Nov</i><br>2019</div>": no line of the text has it whole.
  void ReadSplitText(NodeId id) {
    constexpr size_t kLongest = 60;
    const size_t from = OffsetOf(id);
    const size_t to = OffsetOf(document_[id].end);
    if (to <= from || to - from > 2 * kLongest) return;
    if (std::string_view(text_).substr(from, to - from).find('\n') == std::string_view::npos) return;
    if (!IsShort(document_, id, 4 * kLongest)) return;
    const std::string text = document_.Text(id);
    if (text.size() > kLongest) return;
    auto dates = FindDates(text, style_, 1);
    if (dates.empty() || !IsPlausible(dates.front())) return;
    VisibleDate visible;
    visible.node = id;
    visible.date = std::move(dates.front());
    visible.score += kWeights.alone;
    Judge(visible, from);
  }

  // What the place in the tree and in the text says.
  void Judge(VisibleDate& visible, size_t at) {
    double score = visible.score;
    NodeId holder = visible.node;
    for (int up = 0; up < 3 && holder != kNoNode; ++up, holder = document_[holder].parent) {
      // A container of the headline is no longer about the date.
      if (index_.headline != kNoNode && document_.Contains(holder, index_.headline)) break;
      const std::string_view names = document_.Attr(holder, "class");
      const std::string_view prop = document_.Attr(holder, "itemprop");
      const Tag tag = document_[holder].tag;
      if (tag == Tag::kTime) score += kWeights.time_element;
      if (document_.HasAttr(holder, "pubdate") || (tag != Tag::kText && RE2::PartialMatch(names, PublishedClass())) ||
          prop == "datePublished") {
        score += kWeights.pubdate;
        if (visible.label == DateLabel::kNone) visible.label = DateLabel::kPublished;
        break;
      }
      if (RE2::PartialMatch(names, ModifiedClass()) || prop == "dateModified") {
        if (visible.label == DateLabel::kNone) visible.label = DateLabel::kModified;
      }
      if (tag != Tag::kText && IsNamedAfterDates(holder)) {
        score += kWeights.date_class;
        break;
      }
    }
    if (visible.label == DateLabel::kPublished) score += kWeights.published_label;
    if (visible.label == DateLabel::kModified) score += kWeights.modified_label;
    if (headline_at_ != std::string::npos) {
      if (at >= headline_at_) {
        const size_t distance = at - std::min(at, headline_end_);
        visible.near_headline = distance < kMiddle;
        score += distance < kNear ? kWeights.right_behind : distance < kMiddle ? kWeights.soon_behind : kWeights.far;
      } else if (headline_at_ - at < kNear) {
        visible.near_headline = true;
        score += kWeights.right_before;
      }
    }
    if (IsForeign(document_, visible.node, index_.headline)) {
      score += kWeights.foreign;
      visible.near_headline = false;
    }
    if (visible.date.guessed) score += kWeights.guessed;
    if (visible.date.iso.size() > 10) score += kWeights.with_clock;
    visible.score = score;
    found_.push_back(std::move(visible));
  }

  const PageIndex& index_;
  const Document& document_;
  const DateStyle& style_;
  Day latest_;
  std::string text_;
  std::vector<TextPiece> pieces_;
  size_t headline_at_ = std::string::npos;
  size_t headline_end_ = std::string::npos;
  std::vector<VisibleDate> found_;
};

}  // namespace

std::vector<VisibleDate> FindVisibleDates(const PageIndex& index, const DateStyle& style, Day latest,
                                          bool only_near_headline) {
  return Collector(index, style, latest).Run(only_near_headline);
}

}  // namespace tallywire::parse
