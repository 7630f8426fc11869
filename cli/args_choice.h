// Options that take one of a few words.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tallywire::cli {

// Turns the word into its value; the message about any other word names the words there are, in the order given.
template <class Value>
CLI::Validator OneOf(std::vector<std::pair<std::string, Value>> choices) {
  std::string words;
  for (const auto& choice : choices) words += (words.empty() ? "{" : ",") + choice.first;
  words += "}";
  return {[choices = std::move(choices), words](std::string& text) -> std::string {
            const auto same = [&text](const auto& choice) { return choice.first == text; };
            const auto choice = std::find_if(choices.begin(), choices.end(), same);
            if (choice == choices.end()) return text + " not in " + words;
            text = std::to_string(static_cast<int>(choice->second));
            return {};
          },
          words,
          {}};
}

}  // namespace tallywire::cli
