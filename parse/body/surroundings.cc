// The second look at a block: what the first verdicts say about its neighbours and the elements around it.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "parse/body/feature_sink.h"
#include "parse/body/features.h"

namespace tallywire::parse {

namespace {

class Surroundings {
 public:
  Surroundings(const PageView& view, std::span<const float> likelihood) : view_(view), likelihood_(likelihood) {
    double sum = 0;
    for (size_t i = 0; i < view.size(); ++i) {
      prefix_.push_back(sum);
      sum += static_cast<double>(likelihood[i]) * view.block(i).counts.words;
      if (IsSure(i)) {
        first_sure_ = std::min(first_sure_, i);
        last_sure_ = i;
      }
    }
    prefix_.push_back(sum);
  }

  void Describe(size_t i, FeatureSink& sink) const {
    sink.Add("first", likelihood_[i]);
    DescribeNeighbours(i, sink);
    DescribeContainers(i, sink);
    DescribeRange(i, sink);
  }

 private:
  bool IsSure(size_t i) const { return likelihood_[i] > 0.8F && view_.block(i).counts.words >= 10; }

  // The words that the first look expects to be article text.
  double Expected(Stretch stretch) const { return prefix_[stretch.last] - prefix_[stretch.first]; }

  double Density(Stretch stretch) const {
    const double words = view_.Sum(stretch).words;
    return words > 0 ? Expected(stretch) / words : 0;
  }

  void DescribeNeighbours(size_t i, FeatureSink& sink) const {
    constexpr std::array<std::pair<std::string_view, int>, 8> kNeighbours = {{{"first_before4", -4},
                                                                              {"first_before3", -3},
                                                                              {"first_before2", -2},
                                                                              {"first_before1", -1},
                                                                              {"first_after1", 1},
                                                                              {"first_after2", 2},
                                                                              {"first_after3", 3},
                                                                              {"first_after4", 4}}};
    for (const auto& [name, offset] : kNeighbours) {
      const auto at = static_cast<std::ptrdiff_t>(i) + offset;
      const bool exists = at >= 0 && at < static_cast<std::ptrdiff_t>(view_.size());
      sink.Add(name, exists ? static_cast<double>(likelihood_[static_cast<size_t>(at)]) : 0.0);
    }
    const size_t count = view_.size();
    for (const size_t reach : {size_t{3}, size_t{8}, size_t{20}}) {
      const std::string_view name = reach == 3 ? "near3" : reach == 8 ? "near8" : "near20";
      sink.Add(name, "before", Density({i < reach ? 0 : i - reach, i}));
      sink.Add(name, "after", Density({i + 1, std::min(count, i + 1 + reach)}));
    }
  }

  void DescribeContainers(size_t i, FeatureSink& sink) const {
    constexpr std::array<std::string_view, 5> kNames = {"ring1", "ring2", "ring3", "ring4", "ring5"};
    NodeId element = view_.block(i).element;
    const double all = prefix_.back();
    for (const std::string_view name : kNames) {
      const NodeId wider = view_.WiderThan(element);
      if (wider != kNoNode) element = wider;
      const Stretch stretch = view_.StretchOf(element);
      sink.Add(name, "density", Density(stretch));
      sink.Add(name, "share", all > 0 ? Expected(stretch) / all : 0);
    }
  }

  void DescribeRange(size_t i, FeatureSink& sink) const {
    const bool any = first_sure_ <= last_sure_;
    const auto position = static_cast<double>(i);
    sink.Add("sure", "after_first", any ? position - static_cast<double>(first_sure_) : -1000);
    sink.Add("sure", "before_last", any ? static_cast<double>(last_sure_) - position : -1000);
    const double all = prefix_.back();
    sink.Add("sure", "expected", std::log1p(all));
    sink.Add("sure", "place", all > 0 ? prefix_[i] / all : 0);
    sink.Add("sure", "page_share", view_.Total().words > 0 ? all / view_.Total().words : 0);
  }

  const PageView& view_;
  std::span<const float> likelihood_;
  std::vector<double> prefix_;
  size_t first_sure_ = SIZE_MAX;
  size_t last_sure_ = 0;
};

}  // namespace

FeatureTable DescribeSurroundings(const PageView& view, std::span<const float> likelihood) {
  FeatureTable table;
  FeatureSink sink(table.values);
  const Surroundings surroundings(view, likelihood);
  for (size_t i = 0; i < view.size(); ++i) surroundings.Describe(i, sink);
  table.columns = view.size() == 0 ? 0 : table.values.size() / view.size();
  return table;
}

const std::vector<std::string>& SurroundingFeatureNames() {
  static const std::vector<std::string> kNames = [] {
    const Document page = ParseHtml("<p>A text.").value();
    const PageText text = CutIntoBlocks(page);
    const PageView view(page, text, {});
    const std::vector<float> likelihood(view.size(), 0.0F);
    std::vector<std::string> names;
    FeatureSink sink(names);
    Surroundings(view, likelihood).Describe(0, sink);
    return names;
  }();
  return kNames;
}

}  // namespace tallywire::parse
