// Where features are written: one column after the other, in the same order for every block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// Collects the values of a row; in naming mode the names instead, so that the two cannot come apart.
class FeatureSink {
 public:
  explicit FeatureSink(std::vector<float>& values) : values_(&values) {}
  explicit FeatureSink(std::vector<std::string>& names) : names_(&names) {}

  bool naming() const { return names_ != nullptr; }

  void Add(std::string_view name, double value) { Add({}, name, value); }
  void Add(std::string_view group, std::string_view name, double value) {
    if (values_ != nullptr) {
      values_->push_back(static_cast<float>(value));
    } else {
      names_->push_back(group.empty() ? std::string(name) : std::string(group).append(".").append(name));
    }
  }

 private:
  std::vector<float>* values_ = nullptr;
  std::vector<std::string>* names_ = nullptr;
};

}  // namespace tallywire::parse
