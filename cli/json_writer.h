// JSON written straight to its text. A tree built first and printed then takes as long as finding what it says.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tallywire::cli {

// Each appends one value. Invalid UTF-8 is replaced by U+FFFD.
void AppendJson(std::string& out, std::string_view text);
// So that it reads back the same, a whole number below 2^53 without a decimal point or exponent; null for what is no
// number.
void AppendJson(std::string& out, double value);

template <std::integral Integer>
void AppendJson(std::string& out, Integer value) {
  if constexpr (std::same_as<Integer, bool>) {
    out += value ? "true" : "false";
  } else {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
}

// null where there is none.
template <class Value>
void AppendJson(std::string& out, const std::optional<Value>& value) {
  if (value) {
    AppendJson(out, *value);
  } else {
    out += "null";
  }
}

// `append(item)` appends each of them.
template <class Items, class Append>
void AppendJsonArray(std::string& out, const Items& items, const Append& append) {
  out += '[';
  for (const auto& item : items) {
    // No value ends in a bracket that opens.
    if (out.back() != '[') out += ',';
    append(item);
  }
  out += ']';
}

inline void AppendJson(std::string& out, const std::vector<std::string>& texts) {
  AppendJsonArray(out, texts, [&](const std::string& text) { AppendJson(out, std::string_view(text)); });
}

// Appends an object, keys in the order in which they are added. `out` must outlive it.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  void Close() { out_ += '}'; }

  // Keys are plain ASCII. The value is whatever is appended until the next key.
  std::string& Key(std::string_view key) {
    out_ += first_ ? "\"" : ",\"";
    first_ = false;
    return out_.append(key).append("\":");
  }
  template <class Value>
  JsonObject& Add(std::string_view key, const Value& value) {
    AppendJson(Key(key), value);
    return *this;
  }
  JsonObject& Add(std::string_view key, const std::string& text) { return Add(key, std::string_view(text)); }
  // null where the text is empty.
  JsonObject& AddKnown(std::string_view key, std::string_view text) {
    return Add(key, text.empty() ? std::nullopt : std::optional(text));
  }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace tallywire::cli
