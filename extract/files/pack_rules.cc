#include "extract/files/pack_rules.h"

#include <fmt/format.h>

#include <cctype>
#include <cstddef>
#include <iterator>
#include <utility>
// toml++ is compiled as a library here; its header stays out of other files of this folder.
#include <toml++/toml.h>

namespace tallywire::extract {
namespace {

// The parser makes of every part of a dotted name a table in the one before, and visits and destroys them by recursion:
// 50,000 parts overflow the stack. Only characters of names stand between the dots of a name, and there are some.
Status CheckNames(std::string_view toml, std::string_view where) {
  constexpr size_t kMostParts = 100;
  size_t line = 1;
  size_t line_start = 0;
  size_t name = 0;  // where what may be a name begins
  size_t parts = 1;
  for (size_t i = 0; i < toml.size(); ++i) {
    const char c = toml[i];
    if (c == '.') {
      if (i > name && toml[i - 1] != '.') ++parts;
      if (parts <= kMostParts) continue;
      return Fail(ErrorCode::kUsage, fmt::format("{}:{}:{}", where, line, name - line_start + 1),
                  fmt::format("a name of more than {} parts is too long", kMostParts), "Write a shorter one");
    }
    if (c == '\n') ++line, line_start = i + 1;
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 ||
        std::string_view("_-\"' \t").find(c) != std::string_view::npos)
      continue;
    name = i + 1;
    parts = 1;
  }
  return {};
}

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
      List(*array);
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

  void List(const toml::array& array) {
    std::string before = std::exchange(packed_, {});
    for (const toml::node& element : array) Node(element);
    packed_.swap(before);
    Write("[{} {} {}", array.size(), before.size(), before);
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
  if (auto status = CheckNames(toml, where); !status) return tl::unexpected(status.error());
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
