#include "model/http.h"

#include <algorithm>

namespace tallywire {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string_view FindHeader(const std::vector<Header>& headers, std::string_view name) {
  const auto same = [name](const Header& h) {
    return std::equal(h.name.begin(), h.name.end(), name.begin(), name.end(),
                      [](char a, char b) { return Lower(a) == Lower(b); });
  };
  const auto found = std::find_if(headers.begin(), headers.end(), same);
  return found == headers.end() ? std::string_view{} : std::string_view{found->value};
}

}  // namespace tallywire
