#include "cli/marked_text.h"

#include <algorithm>
#include <vector>

#include "cli/terminal.h"

namespace tallywire::cli {
namespace {

constexpr std::string_view kReset = "\033[0m";

struct Style {
  std::string_view color;
  std::string_view open;
  std::string_view close;
};
constexpr Style kFigure{"\033[33m", "[", "]"};
constexpr Style kDate{"\033[36m", "{", "}"};
constexpr Style kEvent{"\033[1;32m", "[", "]"};

struct Mark {
  size_t start = 0;
  size_t end = 0;
  const Style* style = nullptr;
  std::string numbers;  // of the events, "#2,3"
};

// One mark for each figure that events of `place` speak of.
std::vector<Mark> EventMarks(const Extraction& extraction, Place place) {
  std::vector<Mark> marks;
  for (size_t i = 0; i < extraction.events.size(); ++i) {
    const Event& event = extraction.events[i];
    if (event.in != place) continue;
    const auto same = [&](const Mark& mark) { return mark.start == event.start && mark.end == event.end; };
    const auto found = std::find_if(marks.begin(), marks.end(), same);
    const std::string number = std::to_string(i + 1);
    if (found != marks.end()) {
      found->numbers += "," + number;
    } else {
      marks.push_back({event.start, event.end, &kEvent, "#" + number});
    }
  }
  return marks;
}

// Earlier marks win over later ones that overlap them.
void AddWhereFree(std::vector<Mark>& marks, Mark mark) {
  const auto overlaps = [&](const Mark& other) { return mark.start < other.end && other.start < mark.end; };
  if (mark.start < mark.end && std::none_of(marks.begin(), marks.end(), overlaps)) marks.push_back(std::move(mark));
}

std::string Apply(std::string_view text, std::vector<Mark> marks, bool color) {
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.start < b.start; });
  std::string marked;
  size_t done = 0;
  for (const auto& mark : marks) {
    if (mark.start < done || mark.end > text.size()) continue;
    marked += Printable(text.substr(done, mark.start - done));
    marked += color ? mark.style->color : mark.style->open;
    marked += Printable(text.substr(mark.start, mark.end - mark.start));
    marked += color ? std::string_view{} : mark.style->close;
    marked += mark.numbers;
    marked += color ? kReset : std::string_view{};
    done = mark.end;
  }
  return marked += Printable(text.substr(done));
}

}  // namespace

std::string MarkText(std::string_view text, const Extraction& extraction, bool color) {
  std::vector<Mark> marks;
  for (auto& mark : EventMarks(extraction, Place::kBody)) AddWhereFree(marks, std::move(mark));
  for (const auto& figure : extraction.figures) AddWhereFree(marks, {figure.start, figure.end, &kFigure, {}});
  for (const auto& date : extraction.dates) AddWhereFree(marks, {date.start, date.end, &kDate, {}});
  return Apply(text, std::move(marks), color);
}

std::string MarkTitle(std::string_view title, const Extraction& extraction, bool color) {
  return Apply(title, EventMarks(extraction, Place::kTitle), color);
}

std::string WrapText(std::string_view text, size_t width) {
  std::string wrapped;
  size_t column = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    const size_t word_width = DisplayWidth(word);
    if (column > 0 && column + word_width > width) {
      while (!wrapped.empty() && wrapped.back() == ' ') wrapped.pop_back();
      wrapped += '\n';
      column = 0;
    }
    wrapped += word;
    column += word_width;
    if (end == text.size()) break;
    const bool line_end = text[end] == '\n';
    if (line_end || column > 0) wrapped += text[end];
    column = line_end ? 0 : column + 1;
    text.remove_prefix(end + 1);
  }
  return wrapped;
}

}  // namespace tallywire::cli
