#include "parse/kept_attributes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "parse/reducer.h"
#include "parse/tag_scan.h"

namespace tallywire::parse {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool HasDigit(std::string_view text) { return std::any_of(text.begin(), text.end(), IsDigit); }

// When an attribute's value decides whether it stays.
enum class Condition : uint8_t {
  kAlways,
  kHides,     // a style that hides the element
  kMaybeDate  // short, with a digit
};

struct KeptAttribute {
  std::string_view name;
  Condition condition = Condition::kAlways;
};

constexpr std::array kKeptAttributes = {
    KeptAttribute{"id"},
    KeptAttribute{"rel"},
    KeptAttribute{"name"},
    KeptAttribute{"type"},
    KeptAttribute{"href"},
    KeptAttribute{"lang"},
    KeptAttribute{"role"},
    KeptAttribute{"open"},
    KeptAttribute{"class"},
    KeptAttribute{"style", Condition::kHides},
    KeptAttribute{"title", Condition::kMaybeDate},
    KeptAttribute{"hidden"},
    KeptAttribute{"content"},
    KeptAttribute{"charset"},
    KeptAttribute{"pubdate"},
    KeptAttribute{"property"},
    KeptAttribute{"itemprop"},
    KeptAttribute{"itemtype"},
    KeptAttribute{"datetime"},
    KeptAttribute{"encoding"},
    KeptAttribute{"itemscope"},
    KeptAttribute{"data-date", Condition::kMaybeDate},
    KeptAttribute{"data-time", Condition::kMaybeDate},
    KeptAttribute{"aria-label", Condition::kMaybeDate},
    KeptAttribute{"http-equiv"},
    KeptAttribute{"data-utime", Condition::kMaybeDate},
    KeptAttribute{"aria-hidden"},
    KeptAttribute{"data-datetime", Condition::kMaybeDate},
    KeptAttribute{"data-timestamp", Condition::kMaybeDate},
};
constexpr size_t kLongestKept = 14;

// Where the names of each length begin in the table, which is sorted by length.
constexpr std::array<size_t, kLongestKept + 2> kByLength = [] {
  std::array<size_t, kLongestKept + 2> starts{};
  for (size_t length = 0; length < starts.size(); ++length) {
    while (starts[length] < kKeptAttributes.size() && kKeptAttributes[starts[length]].name.size() < length) {
      ++starts[length];
    }
  }
  return starts;
}();

bool Fulfils(Condition condition, std::string_view value) {
  switch (condition) {
    case Condition::kAlways:
      return true;
    case Condition::kHides:
      return ContainsLower(value, "none") || ContainsLower(value, "hidden");
    case Condition::kMaybeDate:
      return value.size() <= 80 && HasDigit(value);
  }
  return true;
}

}  // namespace

int IndexOfKeptAttribute(std::string_view name) {
  if (name.size() > kLongestKept) return kNotKept;
  for (size_t i = kByLength[name.size()]; i < kByLength[name.size() + 1]; ++i) {
    if (EqualsLower(name, kKeptAttributes[i].name)) return static_cast<int>(i);
  }
  return kNotKept;
}

std::string_view NameOfKeptAttribute(int index) { return kKeptAttributes[static_cast<size_t>(index)].name; }

bool StaysWithValue(int index, std::string_view value) {
  return Fulfils(kKeptAttributes[static_cast<size_t>(index)].condition, value);
}

bool AlwaysKeepsAttribute(std::string_view name) {
  const int index = IndexOfKeptAttribute(name);
  return index != kNotKept && kKeptAttributes[static_cast<size_t>(index)].condition == Condition::kAlways;
}

}  // namespace tallywire::parse
