// Where features are written: one column after the other, in the same order for every block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::parse {

// What describes a block is a template over its sink: the code that writes the values of a row also writes the columns'
// names, so that the two cannot come apart, and the names cost nothing where only the values are asked for.

class ValueSink {
 public:
  static constexpr bool kNaming = false;

  // `row` has room for all columns.
  explicit ValueSink(float* row) : at_(row) {}

  void Add(std::string_view /*name*/, double value) { *at_++ = static_cast<float>(value); }
  void Add(std::string_view /*group*/, std::string_view /*name*/, double value) { *at_++ = static_cast<float>(value); }

 private:
  float* at_;
};

class NameSink {
 public:
  static constexpr bool kNaming = true;

  explicit NameSink(std::vector<std::string>& names) : names_(&names) {}

  void Add(std::string_view name, double /*value*/) { names_->emplace_back(name); }
  void Add(std::string_view group, std::string_view name, double /*value*/) {
    names_->push_back(std::string(group).append(".").append(name));
  }

 private:
  std::vector<std::string>* names_;
};

}  // namespace tallywire::parse
