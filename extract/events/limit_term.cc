#include "extract/events/limit_term.h"

#include <algorithm>
#include <optional>

#include "extract/events/event_period.h"
#include "extract/events/sentence_dates.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

constexpr auto kShortest = std::chrono::days(26);
constexpr auto kLongest = std::chrono::days(6 * 366);

class TermReader {
 public:
  explicit TermReader(const SentenceContext& context)
      : context_(context), words_(*context.vocabulary), reading_(*context.sources->reading) {}

  void Read(const Sentence& sentence) {
    for (const DateSpan& date : DatesIn(context_, sentence)) Take(sentence, date);
  }

  // "The cargoes must arrive between July 15 and November 30": that span alone.
  void ReadArrivals(const Sentence& sentence) {
    for (const DateSpan& date : DatesIn(context_, sentence)) {
      const std::string& value = date.date.value;
      const bool span = value.find('/') != std::string::npos && !IsSeason(value) && Holds(value);
      if (whole_.empty() && span && Follows(sentence, date, words_.arrivals)) whole_ = value;
    }
  }

  std::string Term() const {
    if (!whole_.empty()) return whole_;
    if (from_ != nullptr && until_ == nullptr) return YearAhead();
    if (from_ == nullptr || until_ == nullptr) return {};
    const std::string& first = from_->date.value;
    const std::string& last = until_->date.value;
    // "until June" that was read as the one before.
    const std::string span = first + "/" + (last < first ? ShiftYears(last, 1) : last);
    return Holds(span) ? span : std::string{};
  }

 private:
  void Take(const Sentence& sentence, const DateSpan& date) {
    const std::string& value = date.date.value;
    if (value.find('/') != std::string::npos) {
      if (whole_.empty() && !IsSeason(value) && GrainOf(value) == Grain::kOther && Holds(value)) whole_ = value;
      return;
    }
    // "runs for 12 months from August 31"
    if (whole_.empty() && date.date.type == "duration" && date.days && InForce(sentence, date)) {
      const std::string span = ToIsoDate(date.days->first) + "/" + ToIsoDate(date.days->last);
      if (Holds(span)) whole_ = span;
      return;
    }
    const Grain grain = GrainOf(value);
    if (grain != Grain::kDay && grain != Grain::kMonth) return;
    const bool ends = date.first > sentence.first && words_.term_ends.contains(reading_.TextOf(date.first - 1));
    if (ends || Follows(sentence, date, words_.term_closes, kReachOfVerb)) {
      if (until_ == nullptr && InForce(sentence, date)) until_ = &date;
    } else if (from_ == nullptr && InForce(sentence, date)) {
      from_ = &date;
    }
  }

  // "took effect on", "will remain in force until the end of": close in front of the date.
  bool InForce(const Sentence& sentence, const DateSpan& date) const {
    return Follows(sentence, date, words_.in_force) || Follows(sentence, date, words_.term_closes, kReachOfVerb);
  }

  static constexpr uint32_t kReachOfWord = 7;
  static constexpr uint32_t kReachOfVerb = 2;  // "closes on September 30"

  bool Follows(const Sentence& sentence, const DateSpan& date, const WordSet& words,
               uint32_t reach = kReachOfWord) const {
    for (uint32_t at = date.first; at-- > sentence.first && date.first - at <= reach;) {
      if (words.contains(reading_.TextOf(at))) return true;
    }
    return false;
  }

  // "takes effect on January 1, 2026": limits of that year.
  std::string YearAhead() const {
    const auto days = DaysOf(from_->date.value);
    if (!days || !context_.published || days->first <= *context_.published) return {};
    const std::chrono::year_month_day first(days->first);
    const bool opens = first.month() == std::chrono::January && first.day() == std::chrono::day(1);
    return opens ? from_->date.value.substr(0, 4) : std::string{};
  }

  bool Holds(const std::string& span) const {
    const auto days = DaysOf(span);
    const bool length = days && days->last - days->first >= kShortest && days->last - days->first <= kLongest;
    return length && !EndsBefore(span, context_.published);
  }

  const SentenceContext& context_;
  const EventVocabulary& words_;
  const Reading& reading_;
  std::string whole_;
  const DateSpan* from_ = nullptr;
  const DateSpan* until_ = nullptr;
};

// "They", "The changes": the sentence goes on with the limits.
bool GoesOnWithLimits(const SentenceContext& context, const Sentence& sentence) {
  const Reading& reading = *context.sources->reading;
  const std::string_view first = reading.TextOf(sentence.first);
  if (context.vocabulary->they.contains(first)) return true;
  if (!context.vocabulary->the.contains(first)) return false;
  constexpr uint32_t kReach = 3;  // "The new fishing season"
  for (uint32_t at = sentence.first + 1; at < std::min(sentence.last, sentence.first + 1 + kReach); ++at) {
    if (context.vocabulary->term_nouns.contains(reading.TextOf(at))) return true;
  }
  return false;
}

}  // namespace

std::string TermOfLimits(const SentenceContext& context, size_t sentence) {
  const Reading& reading = *context.sources->reading;
  TermReader reader(context);
  reader.Read(reading.sentences[sentence]);
  const size_t next = sentence + 1;
  if (next < reading.sentences.size() && GoesOnWithLimits(context, reading.sentences[next]))
    reader.Read(reading.sentences[next]);
  constexpr size_t kReach = 8;  // sentences
  const size_t end = std::min(reading.sentences.size(), next + kReach);
  for (size_t at = next; at < end && reader.Term().empty(); ++at) reader.ReadArrivals(reading.sentences[at]);
  return reader.Term();
}

}  // namespace tallywire::extract
