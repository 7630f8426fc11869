// Events: figures tied to a measure, a subject, an item and a period, by rules over tagged sentences.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/dates/date_finder.h"
#include "extract/events/event_rules.h"
#include "extract/events/event_trace.h"
#include "extract/figures/figure_finder.h"
#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "extract/text/reading.h"
#include "model/event.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::extract {

// One text with its figures and dates; the title of an article is such a text too.
struct ReadText {
  const Reading* reading = nullptr;
  std::span<const FigureSpan> figures;
  std::span<const DateSpan> dates;
};

// Const after Load; safe to share between threads.
class EventFinder {
 public:
  // Adds the words of its rule files (measures, items, subjects, …) to the vocabulary. kUsage with the place of a
  // mistake.
  // Where `mistakes` is given, mistakes of rules are appended to it, and the result may be used only if there are none.
  static Result<EventFinder> Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                  std::vector<Error>* mistakes = nullptr);
  EventFinder(EventFinder&&) noexcept;
  EventFinder& operator=(EventFinder&&) noexcept;
  ~EventFinder();

  // The events of the body, in order, then those of the title. `title` helps to resolve what the body leaves out.
  std::vector<Event> Find(const ReadText& body, const ReadText& title, const Lexicon& lexicon,
                          std::optional<Day> published) const;

  // The same, noting how the events came about.
  std::vector<Event> Find(const ReadText& body, const ReadText& title, const Lexicon& lexicon,
                          std::optional<Day> published, EventTrace* body_trace, EventTrace* title_trace) const;

  // The rules in force, for listing and for running their examples.
  const EventRules& rules() const;

 private:
  struct Impl;
  explicit EventFinder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tallywire::extract
