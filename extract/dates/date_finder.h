// Expressions of time, resolved against the publication date, as TIMEX3 (ISO-TimeML) values.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dates/date_meaning.h"
#include "extract/dates/date_rules.h"
#include "extract/files/rule_files.h"
#include "extract/text/lexicon.h"
#include "extract/text/reading.h"
#include "model/event.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::extract {

// A date expression and the tokens [first, last) that say it.
struct DateSpan {
  DateExpression date;
  uint32_t first = 0;
  uint32_t last = 0;
  std::optional<DaySpan> days;  // those of start_date and end_date
  DateMeaning meaning;          // the period or distance named: what events build on
  std::string_view rule;        // id of the rule that found it, which the finder keeps
  bool opened = false;          // a span of two dates that the word in front opens: "from May to July"
};

// Const after Load; safe to share between threads.
class DateFinder {
 public:
  // Adds the words of its rule files (months, weekdays, …) to the vocabulary. kUsage with the place of a mistake.
  // Where `mistakes` is given, mistakes of rules are appended to it, and the result may be used only if there are none.
  static Result<DateFinder> Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                 std::vector<Error>* mistakes = nullptr);
  DateFinder(DateFinder&&) noexcept;
  DateFinder& operator=(DateFinder&&) noexcept;
  ~DateFinder();

  // All expressions in order, not overlapping. Without a reference day relative ones stay unresolved (PAST_REF and the
  // like).
  std::vector<DateSpan> Find(const Reading& reading, const Lexicon& lexicon, std::optional<Day> reference,
                             std::string_view language) const;

  // Joins the two ends of spans ("from May to September 2018") and gives lengths their begin ("3 days starting
  // Monday"). Events look at the ends one by one ("from 2017 to 2018" compares them), so it is a step of its own.
  void Join(const Reading& reading, const Lexicon& lexicon, std::optional<Day> reference, std::string_view language,
            std::vector<DateSpan>& dates) const;

  // The rules in force, for listing and for running their examples.
  std::span<const DateRule> rules() const;

  struct Impl;

 private:
  explicit DateFinder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace tallywire::extract
