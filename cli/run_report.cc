#include "cli/run_report.h"

#include <fmt/format.h>

#include <vector>

#include "cli/number_text.h"

namespace tallywire::cli {

void RunReport::CountArticle(const store::SavedArticle& saved) {
  switch (saved.outcome) {
    case store::SaveOutcome::kNewArticle:
      ++counts.articles_new;
      break;
    case store::SaveOutcome::kNewRevision:
      ++counts.articles_changed;
      break;
    case store::SaveOutcome::kRederived:  // the page says what it said; it is read differently, or found elsewhere
    case store::SaveOutcome::kUnchanged:
      ++counts.articles_unchanged;
      break;
  }
  CountEvents(saved.events);
}

void RunReport::CountEvents(const store::EventChanges& changes) {
  counts.events_added += static_cast<int64_t>(changes.added);
  counts.events_removed += static_cast<int64_t>(changes.removed);
  counts.events_altered += static_cast<int64_t>(changes.altered);
}

std::string Counted(int64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", GroupedNumber(static_cast<double>(count)), noun, count == 1 ? "" : "s");
}

std::string IngestSummary(const RunReport& report) {
  const store::RunCounts& counts = report.counts;
  std::vector<std::string> parts;
  if (counts.feeds > 0) parts.push_back(Counted(counts.feeds, "feed"));
  if (report.feeds_unchanged > 0) parts.back() += fmt::format(" ({} unchanged)", report.feeds_unchanged);
  if (counts.recovered > 0) {
    parts.push_back(Counted(counts.recovered, "answer") + " of an interrupted run taken up from the archive");
  }
  const int64_t changes = counts.articles_new + counts.articles_changed + counts.events_added + counts.events_removed +
                          counts.events_altered;
  if (changes == 0) {
    parts.emplace_back("nothing new");
  } else {
    parts.push_back(Counted(counts.articles_new, "new article"));
    if (counts.articles_changed > 0) parts.push_back(Counted(counts.articles_changed, "changed article"));
    parts.push_back(Counted(counts.events_added, "new event"));
    if (counts.events_altered > 0) parts.push_back(fmt::format("{} altered", counts.events_altered));
    if (counts.events_removed > 0) parts.push_back(fmt::format("{} withdrawn", counts.events_removed));
  }
  if (report.pages_refused > 0) parts.push_back(Counted(report.pages_refused, "page") + " left alone");
  if (counts.failures > 0) parts.push_back(Counted(counts.failures, "failure") + " (named above)");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string ReparseSummary(const RunReport& report) {
  const store::RunCounts& counts = report.counts;
  std::string summary =
      fmt::format("{} read again: {} added, {} removed, {} altered",
                  Counted(counts.articles_new + counts.articles_changed + counts.articles_unchanged, "article"),
                  Counted(counts.events_added, "event"), counts.events_removed, counts.events_altered);
  if (counts.articles_new > 0) summary += ", " + Counted(counts.articles_new, "new article");
  if (report.pages_failed > 0) summary += fmt::format(", {} without an article", Counted(report.pages_failed, "page"));
  if (counts.failures > 0) summary += ", " + Counted(counts.failures, "failure") + " (named above)";
  return summary;
}

}  // namespace tallywire::cli
