// A value of a rule file with its place: a text, a number, a flag, a list or a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tallywire::extract {

// Counted from 1; the column in characters.
struct RulePlace {
  uint32_t line = 0;
  uint32_t column = 0;
};

// Belongs to a RuleDocument, into whose bytes its texts point.
class RuleNode {
 public:
  enum class Kind : uint8_t { kAbsent, kText, kNumber, kFlag, kList, kTable, kOther };

  bool IsText() const { return kind_ == Kind::kText; }
  bool IsNumber() const { return kind_ == Kind::kNumber; }
  bool IsFlag() const { return kind_ == Kind::kFlag; }
  bool IsList() const { return kind_ == Kind::kList; }
  bool IsTable() const { return kind_ == Kind::kTable; }

  // nullptr where it is something else.
  const RuleNode* AsList() const { return IsList() ? this : nullptr; }
  const RuleNode* AsTable() const { return IsTable() ? this : nullptr; }
  // nullopt where it is something else.
  std::optional<std::string> AsText() const { return IsText() ? std::optional(std::string(text_)) : std::nullopt; }
  std::optional<double> AsNumber() const { return IsNumber() ? std::optional(number_) : std::nullopt; }
  // `otherwise` where it is something else.
  std::string TextOr(std::string_view otherwise) const { return std::string(IsText() ? text_ : otherwise); }
  double NumberOr(double otherwise) const { return IsNumber() ? number_ : otherwise; }
  bool FlagOr(bool otherwise) const { return IsFlag() ? number_ != 0 : otherwise; }

  // The elements of a list, in their order; the members of a table, in the order of their names.
  const RuleNode* begin() const { return parts_; }
  const RuleNode* end() const { return parts_ + size_; }
  size_t size() const { return size_; }
  const RuleNode& operator[](size_t i) const { return parts_[i]; }

  // A member of a table: nullptr, or a node of the kind kAbsent, where there is none.
  const RuleNode* Get(std::string_view name) const;
  const RuleNode& operator[](std::string_view name) const;
  bool Has(std::string_view name) const { return Get(name) != nullptr; }

  // What the node is called in its table; "" in a list.
  std::string_view name() const { return name_; }
  RulePlace place() const { return place_; }
  RulePlace name_place() const { return name_place_; }

 private:
  friend class Unpacker;

  Kind kind_ = Kind::kAbsent;
  RulePlace place_;
  RulePlace name_place_;
  std::string_view name_;
  std::string_view text_;
  double number_ = 0;  // of a flag 0 or 1
  const RuleNode* parts_ = nullptr;
  size_t size_ = 0;
};

}  // namespace tallywire::extract
