#include "extract/events/limit_term.h"

#include <algorithm>
#include <optional>

#include "extract/events/event_period.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

constexpr auto kShortest = std::chrono::days(26);
constexpr auto kLongest = std::chrono::days(3 * 366);

class TermReader {
 public:
  explicit TermReader(const SentenceContext& context)
      : context_(context), words_(*context.vocabulary), reading_(*context.sources->reading) {}

  void Read(const Sentence& sentence) {
    const auto& dates = context_.sources->dates;
    auto date = std::lower_bound(dates.begin(), dates.end(), sentence.first,
                                 [](const DateSpan& span, uint32_t token) { return span.first < token; });
    for (; date != dates.end() && date->first < sentence.last; ++date) Take(sentence, *date);
  }

  std::string Term() const {
    if (!whole_.empty()) return whole_;
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
    const Grain grain = GrainOf(value);
    if (grain != Grain::kDay && grain != Grain::kMonth) return;
    const bool ends = date.first > sentence.first && words_.term_ends.contains(reading_.TextOf(date.first - 1));
    if (ends) {
      if (until_ == nullptr && InForce(sentence, date)) until_ = &date;
    } else if (from_ == nullptr && InForce(sentence, date)) {
      from_ = &date;
    }
  }

  // "took effect on", "will remain in force until the end of": close in front of the date.
  bool InForce(const Sentence& sentence, const DateSpan& date) const {
    constexpr uint32_t kReach = 7;
    for (uint32_t at = date.first; at-- > sentence.first && date.first - at <= kReach;) {
      if (words_.in_force.contains(reading_.TextOf(at))) return true;
    }
    return false;
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

}  // namespace

std::string TermOfLimits(const SentenceContext& context, size_t sentence) {
  const Reading& reading = *context.sources->reading;
  TermReader reader(context);
  reader.Read(reading.sentences[sentence]);
  const size_t next = sentence + 1;
  if (next < reading.sentences.size() &&
      context.vocabulary->they.contains(reading.TextOf(reading.sentences[next].first)))
    reader.Read(reading.sentences[next]);
  return reader.Term();
}

}  // namespace tallywire::extract
