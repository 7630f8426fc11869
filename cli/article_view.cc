#include "cli/article_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/event_table.h"
#include "cli/marked_text.h"
#include "cli/number_text.h"
#include "cli/table.h"
#include "cli/terminal.h"

namespace tallywire::cli {
namespace {

constexpr size_t kReadingWidth = 100;  // longer lines are hard to read, however wide the terminal

std::string Bold(std::string_view text, bool color) {
  return color ? fmt::format("\033[1m{}\033[0m", text) : std::string(text);
}

// "By Ann Lee · Example News · 2024-02-06 · https://…", as far as it is known.
std::string Byline(const Article& article) {
  std::vector<std::string> parts;
  if (!article.authors.empty()) parts.push_back(fmt::format("By {}", fmt::join(article.authors, ", ")));
  const std::string& url = article.canonical_url.empty() ? article.url : article.canonical_url;
  for (const std::string* part : {&article.site, &article.published, &url}) {
    if (!part->empty()) parts.push_back(*part);
  }
  return Printable(fmt::format("{}", fmt::join(parts, " · ")));
}

std::string EventList(const std::vector<Event>& events, size_t width, bool color) {
  const std::vector<Column> columns = {{"#", 2, true},
                                       {"Kind", 6},
                                       {"Subject", 8},
                                       {"Measure", 14},
                                       {"Figure", 24, true},
                                       {"Period", 7},
                                       {"From", 7},
                                       {"Modality", 8, false, true},
                                       {"Said by", 7, false, true},
                                       {"Sure", 4, true}};
  std::vector<std::vector<std::string>> rows;
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    rows.push_back({std::to_string(i + 1), std::string(ToText(event.kind)), event.subject, MeasureText(event),
                    FigureText(event), event.period, event.basis,
                    event.modality == Modality::kActual ? "" : std::string(ToText(event.modality)), event.actor,
                    fmt::format("{:.2f}", event.confidence)});
  }
  return FormatTable(columns, rows, width, color);
}

}  // namespace

std::string ArticleView(const Article& article, const Extraction& extraction, size_t width, bool color) {
  const size_t text_width = std::min(width, kReadingWidth);
  std::string view;
  if (!article.title.empty()) {
    view += Bold(WrapText(MarkTitle(article.title, extraction, color), text_width), color) + "\n";
  }
  if (const std::string byline = Byline(article); !byline.empty()) view += byline + "\n";
  view += "\n" + WrapText(MarkText(article.text, extraction, color), text_width);
  if (!view.ends_with('\n')) view += '\n';
  view += '\n';
  if (extraction.events.empty()) return view + "No events.\n";
  return view + EventList(extraction.events, width, color);
}

std::string RevisionList(const std::vector<store::RevisionSummary>& revisions, bool color) {
  if (revisions.size() < 2) return {};
  std::string list = "\n" + Bold("Revisions", color) + "\n";
  for (const auto& revision : revisions) {
    list += fmt::format("{}  {}  {} events{}\n", ToIso(revision.time), Printable(revision.title), revision.events,
                        revision.current ? "  (current)" : "");
  }
  return list;
}

}  // namespace tallywire::cli
