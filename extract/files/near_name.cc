#include "extract/files/near_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace tallywire::extract {
namespace {

// How many letters must be put in, taken out or replaced.
size_t Distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i + 1);
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string NearestName(std::string_view written, const std::vector<std::string>& names) {
  constexpr size_t kLongest = 64;
  std::string nearest;
  size_t least = written.size() / 3 + 1;
  if (written.size() > kLongest) return nearest;
  for (const std::string& name : names) {
    if (name.size() > kLongest) continue;
    const size_t distance = Distance(written, name);
    if (distance >= least) continue;
    least = distance;
    nearest = name;
  }
  return nearest;
}

std::string Suggestion(std::string_view written, const std::vector<std::string>& names) {
  const std::string nearest = NearestName(written, names);
  return nearest.empty() ? nearest : fmt::format(" (perhaps '{}')", nearest);
}

}  // namespace tallywire::extract
