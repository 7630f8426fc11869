#include "extract/events/own_report.h"

#include <algorithm>

#include "extract/events/period_going_on.h"
#include "extract/events/sentence_dates.h"

namespace tallywire::extract {
namespace {

constexpr size_t kLead = 3;  // sentences that may announce it

class OwnReport {
 public:
  OwnReport(const SentenceContext& context, const Sentence& sentence)
      : c_(context), reading_(*context.sources->reading), sentence_(sentence) {}

  // The firm that the sentence opens with, where it announces results; kAbsent where it does not.
  int Announcer() const {
    const uint32_t verb = Next(sentence_.first, c_.vocabulary->announces);
    if (verb >= sentence_.last || Next(verb + 1, c_.vocabulary->results) >= sentence_.last) return kAbsent;
    for (const NameSpan& name : c_.names->From(sentence_.first)) {
      if (name.first >= verb) break;
      const SubjectKind kind = c_.names->KindOf(name.entity);
      if (kind == SubjectKind::kCompany || kind == SubjectKind::kName) return name.entity;
    }
    return kAbsent;
  }

  // The first quarter, half or year that the sentence names.
  std::string Period() const {
    for (const DateSpan& date : DatesIn(c_, sentence_)) {
      if (!IsShortSpan(date.date.value)) return date.date.value;
    }
    return {};
  }

 private:
  uint32_t Next(uint32_t at, const WordSet& words) const {
    while (at < sentence_.last && !words.contains(reading_.TextOf(at))) ++at;
    return at;
  }

  const SentenceContext& c_;
  const Reading& reading_;
  const Sentence& sentence_;
};

}  // namespace

void NoteOwnReport(const SentenceContext& context, DocumentFocus& focus) {
  const auto& sentences = context.sources->reading->sentences;
  for (size_t i = 0; i < std::min(sentences.size(), kLead); ++i) {
    const OwnReport report(context, sentences[i]);
    const int firm = report.Announcer();
    if (firm == kAbsent) continue;
    focus.accounts_of = firm;
    focus.accounts_period = report.Period();
    focus.own_report = true;
    return;
  }
}

}  // namespace tallywire::extract
