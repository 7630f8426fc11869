// The events a person read out of an article, as tests/golden/events/*.json states them, and how they are compared with
// those the program finds. The form is that of docs/extract.md's events, except that
//   `figure` and `context` say where the figure stands (the context occurs once in the text, the figure once in it),
//   a slot may hold a list: any of its values is right (null stands for "not said").
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/event.h"

namespace tallywire::extract {

struct GoldenArticle {
  std::string title;
  std::string published;
  std::string text;
  std::vector<nlohmann::json> events;
};

// Reads NAME.txt (`Title:` and `Published:` lines, a blank line, the text) and NAME.json.
GoldenArticle ReadGoldenArticle(const std::filesystem::path& folder, const std::string& name);

// One line for each event that is missing, too many, or differs in a slot; empty when all slots of all events are
// right. Events of the title are left out: they repeat those of the text.
std::string Differences(const GoldenArticle& article, const std::vector<Event>& found);

}  // namespace tallywire::extract
