// Makes one expression of two that belong together: "from May to September 2018", "10/1-11/7", "3 days from Monday".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/dates/date_finder.h"
#include "extract/dates/date_words.h"
#include "extract/text/lexicon.h"
#include "extract/text/reading.h"
#include "model/time.h"

namespace tallywire::extract {

// What the joiner reads beside the dates.
struct JoinText {
  const Reading& reading;
  const Lexicon& lexicon;
  std::string_view language;
  std::optional<Day> reference;
};

// Reads the tables "span-open", "span-joint", "length-joint", "joint-filler", "moving" and "determiner". Const; safe to
// share between threads.
class DateJoiner {
 public:
  DateJoiner(TagNames& tags, const DateWords& words);

  // `dates` in order; pairs become one.
  void Join(const JoinText& text, std::vector<DateSpan>& dates) const;

 private:
  // The code of the first word of [first, last) in a table, where all behind it are fillers ("to the"); else "". A
  // comma may stand in front where the table is that of lengths.
  std::string_view CodeOf(const JoinText& text, uint32_t first, uint32_t last, Tag table) const;
  std::string_view CodeOfWord(const JoinText& text, uint32_t token, Tag table) const;
  // The word of the table right before the token.
  std::string_view CodeBefore(const JoinText& text, uint32_t token, Tag table) const;
  bool IsMoved(const JoinText& text, uint32_t opener) const;
  bool MayJoin(const JoinText& text, const DateSpan& from, const DateSpan& to, std::string_view open,
               std::string_view joint) const;
  bool JoinSpan(const JoinText& text, DateSpan& from, const DateSpan& to) const;
  // "16 days from May 5" becomes one date; "3 days starting May 5" stays two expressions, the length gets its days.
  bool JoinLength(const JoinText& text, DateSpan& length, const DateSpan& day) const;
  bool OpensSpan(const JoinText& text, const std::vector<DateSpan>& dates, size_t at) const;

  const DateWords& words_;
  Tag open_;
  Tag joint_;
  Tag length_joint_;
  Tag filler_;
  Tag moving_;
  Tag determiner_;
};

}  // namespace tallywire::extract
