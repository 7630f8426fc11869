// A data file compiled into the program (see cmake/EmbedRules.cmake).
#pragma once

#include <span>
#include <string_view>

namespace tallywire {

struct EmbeddedFile {
  std::string_view name;  // "units.toml"
  std::string_view text;
};

}  // namespace tallywire
