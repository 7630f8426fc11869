// A block read by itself is often doubtful: a short line, a list of links, a heading. Most doubts go once it is known
// what the blocks around it are, so the verdicts of a first forest are summed over neighbours, elements, repetitions of
// the same template and sections, and a second forest judges with those sums beside the features of the first.
#include "parse/body/context.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "parse/body/feature_sink.h"
#include "parse/body/neighbours.h"

namespace tallywire::parse {

namespace {

constexpr double kNone = -1;  // there is no such block or element
constexpr double kFar = 40;   // blocks; farther does not matter
constexpr double kLikely = 0.5;
constexpr size_t kContainers = 5;

// Words and how many of them are expected to be the article's.
struct Expected {
  double words = 0;
  double kept = 0;
  double Share() const { return words > 0 ? kept / words : kNone; }
};

// A page with one paragraph, so that the names can be written by the code that writes the values.
struct NamingPage {
  Document page = ParseHtml("<p>A text.").value();
  PageText text = CutIntoBlocks(page);
  PageView view{page, text, {}};
};

class ContextDescriber {
 public:
  ContextDescriber(const PageView& view, const std::vector<float>& first) : view_(view), first_(first) {
    Expected sum;
    before_.push_back(sum);
    templates_.resize(view.size());
    for (size_t i = 0; i < view.size(); ++i) {
      const double words = WeightOf(i);
      sum.words += words;
      sum.kept += words * Of(i);
      before_.push_back(sum);
      Expected& same = templates_[view.TemplateOf(i)];
      same.words += words;
      same.kept += words * Of(i);
    }
    FindLikely();
    FindSections();
  }

  template <class Sink>
  void Describe(size_t i, Sink& sink) const {
    sink.Add("first", "own", Of(i));
    DescribeNeighbours(i, sink);
    DescribeContainers(i, sink);
    DescribeRepetition(i, sink);
    DescribeSection(i, sink);
    DescribePlace(i, sink);
  }

 private:
  double Of(size_t i) const { return static_cast<double>(first_[i]); }
  // A line of two words says a little, too.
  double WeightOf(size_t i) const { return view_.block(i).counts.words + 1.0; }

  Expected Between(size_t from, size_t to) const {
    return {before_[to].words - before_[from].words, before_[to].kept - before_[from].kept};
  }
  const Expected& All() const { return before_.back(); }

  void FindLikely() {
    const size_t count = view_.size();
    likely_before_.assign(count, SIZE_MAX);
    likely_after_.assign(count, SIZE_MAX);
    for (size_t i = 1; i < count; ++i) likely_before_[i] = Of(i - 1) > kLikely ? i - 1 : likely_before_[i - 1];
    for (size_t i = count; i-- > 1;) likely_after_[i - 1] = Of(i) > kLikely ? i : likely_after_[i];
  }

  // From one heading to the next; the heading belongs to what it heads.
  void FindSections() {
    size_t start = 0;
    for (size_t i = 0; i <= view_.size(); ++i) {
      if (i < view_.size() && view_.block(i).kind != BlockKind::kHeading) continue;
      for (size_t k = start; k < i; ++k) sections_.push_back({start, i});
      start = i;
    }
  }

  template <class Sink>
  void DescribeNeighbours(size_t i, Sink& sink) const {
    for (const Neighbour& neighbour : kNeighbours) {
      const auto other = neighbour.Of(i, view_.size());
      sink.Add("first", neighbour.name, other ? Of(*other) : kNone);
    }
    for (const auto& [name, reach] : {std::pair{"near", size_t{5}}, std::pair{"wide", size_t{15}}}) {
      const size_t from = i - std::min(i, reach);
      const size_t to = std::min(view_.size(), i + 1 + reach);
      sink.Add("first_before", name, Between(from, i).Share());
      sink.Add("first_after", name, Between(i + 1, to).Share());
    }
  }

  template <class Sink>
  void DescribeContainers(size_t i, Sink& sink) const {
    constexpr std::array<std::string_view, kContainers> kNames = {"around1", "around2", "around3", "around4",
                                                                  "around5"};
    NodeId element = view_.block(i).element;
    for (const std::string_view name : kNames) {
      const NodeId wider = view_.WiderThan(element);
      if (wider != kNoNode) element = wider;
      const Stretch stretch = view_.StretchOf(element);
      const Expected sum = Between(stretch.first, stretch.last);
      const Expected others = {sum.words - WeightOf(i), sum.kept - WeightOf(i) * Of(i)};
      sink.Add("first_in", name, others.words > 0.5 ? others.Share() : kNone);
      sink.Add("first_of_all_in", name, All().kept > 0 ? sum.kept / All().kept : 0);
    }
  }

  template <class Sink>
  void DescribeRepetition(size_t i, Sink& sink) const {
    Expected same = templates_[view_.TemplateOf(i)];
    same.words -= WeightOf(i);
    same.kept -= WeightOf(i) * Of(i);
    sink.Add("first", "template", same.words > 0.5 ? same.Share() : kNone);
  }

  template <class Sink>
  void DescribeSection(size_t i, Sink& sink) const {
    const Stretch section = sections_[i];
    Expected others = Between(section.first, section.last);
    others.words -= WeightOf(i);
    others.kept -= WeightOf(i) * Of(i);
    sink.Add("first", "section", others.words > 0.5 ? others.Share() : kNone);
    sink.Add("first", "heading", Of(section.first));
    const bool next = section.last < view_.size();
    sink.Add("first", "next_heading", next ? Of(section.last) : kNone);
    const Stretch after = next ? sections_[section.last] : Stretch{section.last, section.last};
    sink.Add("first", "next_section", Between(after.first, after.last).Share());
    const bool previous = section.first > 0;
    const Stretch earlier = previous ? sections_[section.first - 1] : Stretch{0, 0};
    sink.Add("first", "last_section", Between(earlier.first, earlier.last).Share());
  }

  template <class Sink>
  void DescribePlace(size_t i, Sink& sink) const {
    const double kept = std::max(All().kept, 1.0);
    sink.Add("first_place", "before", before_[i].kept / kept);
    sink.Add("first_place", "after", (All().kept - before_[i + 1].kept) / kept);
    sink.Add("first_place", "own", WeightOf(i) * Of(i) / kept);
    sink.Add("first_place", "kept", std::log1p(All().kept));
    sink.Add("first_place", "kept_share", All().Share());
    DescribeGap("gap_before", i, likely_before_[i], sink);
    DescribeGap("gap_after", i, likely_after_[i], sink);
  }

  template <class Sink>
  void DescribeGap(std::string_view name, size_t i, size_t j, Sink& sink) const {
    const bool exists = j != SIZE_MAX;
    const double blocks = exists ? std::abs(static_cast<double>(i) - static_cast<double>(j)) : kFar;
    sink.Add(name, "blocks", std::min(kFar, blocks));
    const size_t from = std::min(i, j);
    const size_t to = std::max(i, exists ? j : i);
    sink.Add(name, "words", exists && to > from + 1 ? std::log1p(Between(from + 1, to).words) : exists ? 0 : kNone);
  }

  const PageView& view_;
  const std::vector<float>& first_;
  std::vector<Expected> before_;     // of the blocks before i
  std::vector<Expected> templates_;  // by PageView::TemplateOf
  std::vector<size_t> likely_before_;
  std::vector<size_t> likely_after_;
  std::vector<Stretch> sections_;
};

}  // namespace

void DescribeContext(const PageView& view, const std::vector<float>& first, FeatureTable& table) {
  const size_t first_column = BlockFeatureNames().size();
  const ContextDescriber describer(view, first);
  for (size_t i = 0; i < view.size(); ++i) {
    ValueSink sink(table.MutableRow(i).subspan(first_column).data());
    describer.Describe(i, sink);
  }
}

const std::vector<std::string>& ContextFeatureNames() {
  static const std::vector<std::string> kNames = [] {
    const NamingPage naming;
    const std::vector<float> first = {0};
    std::vector<std::string> names;
    NameSink sink(names);
    ContextDescriber(naming.view, first).Describe(0, sink);
    return names;
  }();
  return kNames;
}

const std::vector<std::string>& AllFeatureNames() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names = BlockFeatureNames();
    names.insert(names.end(), ContextFeatureNames().begin(), ContextFeatureNames().end());
    return names;
  }();
  return kNames;
}

}  // namespace tallywire::parse
