// What somebody may have meant who misspelt a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::extract {

// The name that differs least from `written`, by at most a third of its letters; "" where none is so near.
std::string NearestName(std::string_view written, const std::vector<std::string>& names);

// " (perhaps 'pattern')", or "" where no name is near: to be put behind a message.
std::string Suggestion(std::string_view written, const std::vector<std::string>& names);

}  // namespace tallywire::extract
