#include "extract/files/pack_rules.h"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <utility>
// toml++ is compiled as a library here; its header stays out of other files of this folder.
#include <toml++/toml.h>

namespace tallywire::extract {
namespace {

class Packer {
 public:
  std::string Run(const toml::table& root) {
    Node(root);
    return fmt::format("{} {}", nodes_, packed_);
  }

 private:
  template <class... Args>
  void Write(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(packed_), format, std::forward<Args>(args)...);
  }

  void Place(const toml::source_position& at) { Write("{} {} ", at.line, at.column); }

  void Text(std::string_view text) { Write("{}:{}", text.size(), text); }

  void Node(const toml::node& node) {
    ++nodes_;
    Place(node.source().begin);
    if (const auto* table = node.as_table()) {
      Table(*table);
    } else if (const auto* array = node.as_array()) {
      Write("[{} ", array->size());
      for (const toml::node& element : *array) Node(element);
    } else if (const auto* text = node.as_string()) {
      Write("s");
      Text(text->get());
    } else if (node.is_number()) {
      Write("n{} ", node.value_or(0.0));
    } else if (const auto* flag = node.as_boolean()) {
      Write("{}", flag->get() ? '+' : '-');
    } else {
      Write("?");
    }
  }

  void Table(const toml::table& table) {
    Write("{{{} ", table.size());
    for (const auto& [key, value] : table) {
      Place(key.source().begin);
      Text(key.str());
      Node(value);
    }
  }

  std::string packed_;
  size_t nodes_ = 0;
};

}  // namespace

Result<std::string> PackRules(std::string_view toml, std::string_view where) {
  try {
    return Packer().Run(toml::parse(toml, where));
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    std::string what(error.description());
    // The parser garbles the key that it names.
    if (what.find("cannot redefine existing") != std::string::npos)
      what = "this key or section stands in the file already";
    return Fail(ErrorCode::kUsage, fmt::format("{}:{}:{}", where, at.line, at.column), std::move(what),
                "Correct the TOML there");
  }
}

}  // namespace tallywire::extract
