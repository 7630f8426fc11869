#include "extract/dates/date_join.h"

#include <algorithm>
#include <utility>

#include "extract/dates/calendar.h"

namespace tallywire::extract {
namespace {

using std::chrono::days;

// How far before "from" a verb may stand that moves a date ("postponed the vote from May 5 to May 7").
constexpr uint32_t kReachOfMoving = 4;

bool IsNow(const DateSpan& date) { return date.date.value == "PRESENT_REF"; }

bool SameGrain(const DateSpan& a, const DateSpan& b) {
  return a.meaning.period && b.meaning.period && a.meaning.period->grain == b.meaning.period->grain;
}

// A year, month or day that is named in full.
bool IsAbsolute(const DateSpan& date) { return date.meaning.period && !date.meaning.relative; }

// … and with its year.
bool IsWhole(const DateSpan& date) { return IsAbsolute(date) && !date.meaning.cycle; }

// The days of an expression that comes round again, `count` rounds later.
DaySpan Later(const DateSpan& date, int count) {
  const PeriodGrain cycle = *date.meaning.cycle;
  if (date.meaning.period->days == *date.days) {
    if (const auto moved = Shift(*date.meaning.period, count, cycle)) return moved->days;
  }
  const auto first = ShiftDay(date.days->first, count, cycle);
  const auto last = ShiftDay(date.days->last, count, cycle);
  return first && last ? DaySpan{*first, *last} : *date.days;
}

// Rounds between two days, rounded down: a few too many or too few are mended one by one.
int Rounds(Day from, Day to, PeriodGrain cycle) {
  const auto length = cycle == PeriodGrain::kWeek ? 7 : cycle == PeriodGrain::kMonth ? 31 : 366;
  return static_cast<int>((to - from).count() / length);
}

// The latest round of `date` that begins no later than `day`.
DaySpan LatestBefore(const DateSpan& date, Day day) {
  int count = Rounds(date.days->first, day, *date.meaning.cycle);
  while (Later(date, count).first > day) --count;
  while (Later(date, count + 1).first <= day && Later(date, count + 1).first > Later(date, count).first) ++count;
  return Later(date, count);
}

// The earliest round of `date` that ends no earlier than `day`.
DaySpan EarliestAfter(const DateSpan& date, Day day) {
  int count = Rounds(date.days->last, day, *date.meaning.cycle);
  while (Later(date, count).last >= day && Later(date, count - 1).last < Later(date, count).last) --count;
  return Later(date, count + 1);
}

bool IsJustOver(const DaySpan& span, Day reference) {
  constexpr days kTwoMonths{61};
  return span.last < reference && reference - span.last <= kTwoMonths;
}

bool IsLongOver(const DaySpan& span, Day reference) {
  constexpr days kHalfYear{183};
  return reference - span.last > kHalfYear;
}

// "Between mid-April and mid-August": a middle where a span begins or ends is a day, not the third of a month.
Day EdgeOf(const DateSpan& date, Day day) {
  if (date.meaning.part != "mid" || !date.meaning.period || date.meaning.period->grain != PeriodGrain::kMonth)
    return day;
  constexpr std::chrono::day kMiddle{15};
  const std::chrono::year_month_day whole(day);
  return Day(whole.year() / whole.month() / kMiddle);
}

// From the first day of one to the last of the other; what comes round is moved so that the ends are in order.
std::optional<DaySpan> Between(const DateSpan& from, const DateSpan& to, std::optional<Day> reference) {
  if (IsNow(from)) {
    if (!reference || !to.days || to.days->last <= *reference) return std::nullopt;
    return DaySpan{*reference, to.days->last};
  }
  if (IsNow(to)) {
    if (!reference || *reference <= from.days->first) return std::nullopt;
    return DaySpan{from.days->first, *reference};
  }
  DaySpan begin = *from.days;
  DaySpan end = *to.days;
  const bool both = from.meaning.cycle && to.meaning.cycle;
  // One that has begun, or that is not over yet, is the last one rather than the next; but the one that runs now is
  // meant where the last has been over for longer than texts do without a year.
  const bool begun = reference &&
                     (begin.first <= *reference || end.last >= *reference || IsJustOver(end, *reference)) &&
                     !IsLongOver(end, *reference);
  if (from.meaning.cycle && (!to.meaning.cycle || (begin.first > end.last && begun))) {
    begin = LatestBefore(from, end.first);
  } else if (to.meaning.cycle && (!both || begin.first > end.last)) {
    end = EarliestAfter(to, begin.first);
  }
  const DaySpan span{EdgeOf(from, begin.first), EdgeOf(to, end.last)};
  if (span.last < span.first) return std::nullopt;
  return span;
}

}  // namespace

DateJoiner::DateJoiner(TagNames& tags, const DateWords& words)
    : words_(words),
      open_(tags.Add("span-open")),
      joint_(tags.Add("span-joint")),
      length_joint_(tags.Add("length-joint")),
      filler_(tags.Add("joint-filler")),
      moving_(tags.Add("moving")),
      determiner_(tags.Add("determiner")) {}

std::string_view DateJoiner::CodeOfWord(const JoinText& text, uint32_t token, Tag table) const {
  thread_local std::vector<uint32_t> senses;
  words_.LongestAt(text.reading, text.lexicon, token, token + 1, text.language, senses);
  for (const uint32_t sense : senses) {
    if (words_[sense].tag == table) return words_[sense].code;
  }
  return {};
}

std::string_view DateJoiner::CodeOf(const JoinText& text, uint32_t first, uint32_t last, Tag table) const {
  constexpr uint32_t kLongest = 3;
  if (first >= last || last - first > kLongest) return {};
  // "the October-to-March crop"
  const auto& tokens = text.reading.tokens;
  const bool hyphens = last - first == kLongest && text.reading.TextOf(first) == "-" &&
                       text.reading.TextOf(last - 1) == "-" && !tokens[first].space_before &&
                       !tokens[last].space_before;
  if (hyphens) return CodeOfWord(text, first + 1, table);
  // A comma may stand in front: "3 days, from Monday".
  const bool comma = table == length_joint_ && last - first > 1 && text.reading.TextOf(first) == ",";
  const uint32_t word = comma ? first + 1 : first;
  for (uint32_t at = word + 1; at < last; ++at) {
    if (CodeOfWord(text, at, filler_).empty()) return {};
  }
  return CodeOfWord(text, word, table);
}

std::string_view DateJoiner::CodeBefore(const JoinText& text, uint32_t token, Tag table) const {
  return token == 0 ? std::string_view() : CodeOfWord(text, token - 1, table);
}

bool DateJoiner::IsMoved(const JoinText& text, uint32_t opener) const {
  const uint32_t from = opener > kReachOfMoving ? opener - kReachOfMoving : 0;
  for (uint32_t at = opener; at > from; --at) {
    if (!CodeBefore(text, at, moving_).empty()) return true;
  }
  return false;
}

bool DateJoiner::MayJoin(const JoinText& text, const DateSpan& from, const DateSpan& to, std::string_view open,
                         std::string_view joint) const {
  if (joint == "and") return open == "between";
  if (open == "between") return true;
  if (open == "from") return !IsMoved(text, from.first - 1);
  if (joint == "through" || joint == "until") return SameGrain(from, to) || (IsWhole(from) && IsWhole(to));
  const auto& tokens = text.reading.tokens;
  const bool glued = !tokens[from.last].space_before && !tokens[to.first].space_before;
  const bool rows = from.meaning.cycle && from.meaning.cycle == to.meaning.cycle;
  if ((joint == "dash" || joint == "to") && glued) return SameGrain(from, to);
  if (joint == "dash" && rows) return SameGrain(from, to);
  if (joint == "to" && rows && !IsMoved(text, from.first)) return SameGrain(from, to);
  return IsAbsolute(from) && SameGrain(from, to);
}

bool DateJoiner::JoinSpan(const JoinText& text, DateSpan& from, const DateSpan& to) const {
  if (from.date.type != "date" || to.date.type != "date") return false;
  if ((!from.days && !IsNow(from)) || (!to.days && !IsNow(to))) return false;
  const std::string_view joint = CodeOf(text, from.last, to.first, joint_);
  if (joint.empty()) return false;
  if (joint == "dash" && to.first > from.last + 1) return false;  // "Feb 9 - From February 15 to June 30"
  const std::string_view open = CodeBefore(text, from.first, open_);
  if (!MayJoin(text, from, to, open, joint)) return false;
  const auto whole = Between(from, to, text.reference);
  if (!whole) return false;
  DaySpan meant = *whole;
  // "Till the ninth", "between the first and the ninth": the last day is where it ends, as today is where the past
  // does. "To" and "through" include it.
  const bool to_a_day = IsNow(to) || to.meaning.period->grain == PeriodGrain::kDay;
  const bool to_today = text.reference == meant.last && !to.meaning.cycle;
  if (to_a_day && (joint == "until" || open == "between" || to_today) && meant.last > meant.first) {
    meant.last -= days{1};
  }
  const CalendarPeriod period = RangeOf(whole->first, whole->last);
  from.last = to.last;
  from.date.end = to.date.end;
  from.date.value = IsoOf(period);
  from.date.start_date = ToIsoDate(meant.first);
  from.date.end_date = ToIsoDate(meant.last);
  from.days = meant;
  from.opened = open == "from" && joint != "dash";
  const bool relative = from.meaning.relative || to.meaning.relative;
  from.meaning = {};
  from.meaning.period = period;
  from.meaning.relative = relative;
  return true;
}

bool DateJoiner::JoinLength(const JoinText& text, DateSpan& length, const DateSpan& day) const {
  if (length.date.type != "duration" || length.meaning.count.value_or(0) < 1 || !day.meaning.period ||
      day.date.type != "date")
    return false;
  const std::string_view joint = CodeOf(text, length.last, day.first, length_joint_);
  if (joint.empty()) return false;
  const Day first = day.days->first;
  const auto end = ShiftDay(first, *length.meaning.count, length.meaning.unit);
  if (!end) return false;
  const bool comma = text.reading.TextOf(length.last) == ",";
  // "The 12 months from May 5" last, "12 months from May 5" is a day.
  const bool determined = !CodeOfWord(text, length.first, determiner_).empty();
  const bool lasts = joint == "begin" || comma || determined || CodeBefore(text, length.first, open_) == "for";
  length.days = lasts ? DaySpan{first, *end - days{1}} : DaySpan{*end, *end};
  length.date.start_date = ToIsoDate(length.days->first);
  length.date.end_date = ToIsoDate(length.days->last);
  if (lasts) return false;
  length.last = day.last;
  length.date.end = day.date.end;
  length.date.type = "date";
  length.date.value = length.date.start_date;
  length.meaning = {};
  length.meaning.period = PeriodAround(*end, PeriodGrain::kDay);
  length.meaning.relative = day.meaning.relative;
  return true;
}

// "the three months from 1 January to 31 March": no day that is three months from the first one.
bool DateJoiner::OpensSpan(const JoinText& text, const std::vector<DateSpan>& dates, size_t at) const {
  if (at + 1 >= dates.size() || CodeOf(text, dates[at].last, dates[at + 1].first, joint_).empty()) return false;
  DateSpan span = dates[at];
  return JoinSpan(text, span, dates[at + 1]);
}

void DateJoiner::Join(const JoinText& text, std::vector<DateSpan>& dates) const {
  size_t kept = 0;
  bool joined = false;  // the last one kept is a pair already
  for (size_t i = 0; i < dates.size(); ++i) {
    DateSpan* before = kept > 0 && !joined ? &dates[kept - 1] : nullptr;
    joined = before != nullptr &&
             (JoinSpan(text, *before, dates[i]) || (!OpensSpan(text, dates, i) && JoinLength(text, *before, dates[i])));
    if (joined) continue;
    if (kept != i) dates[kept] = std::move(dates[i]);
    ++kept;
  }
  dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(kept), dates.end());
}

}  // namespace tallywire::extract
