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
    return FirmBefore(verb);
  }

  // 'Acme plc ("Acme" or the "Company")': the firm that the sentence gives that name; kAbsent where there is none.
  int Defined() const {
    constexpr uint32_t kReach = 10;  // tokens behind the parenthesis
    for (uint32_t open = sentence_.first + 1; open < sentence_.last; ++open) {
      if (reading_.TextOf(open) != "(") continue;
      uint32_t at = open + 1;
      while (at < std::min(sentence_.last, open + kReach) && !IsOwnName(at) && reading_.TextOf(at) != ")") ++at;
      if (at < sentence_.last && IsOwnName(at)) return FirmBefore(open);
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
  // "the Company", with or without quotation marks between.
  bool IsOwnName(uint32_t at) const {
    constexpr uint32_t kFarthest = 2;
    if (!c_.vocabulary->own_names.contains(reading_.TextOf(at))) return false;
    for (uint32_t back = 1; back <= kFarthest && at >= sentence_.first + back; ++back) {
      if (c_.vocabulary->the.contains(reading_.TextOf(at - back))) return true;
    }
    return false;
  }

  // The first company that the sentence names in front of that token, else the first name that may be one: "LIMA - Acme
  // S.A. announced".
  int FirmBefore(uint32_t end) const {
    int first = kAbsent;
    for (const NameSpan& name : c_.names->From(sentence_.first)) {
      if (name.first >= end) break;
      const SubjectKind kind = c_.names->KindOf(name.entity);
      if (kind == SubjectKind::kCompany) return name.entity;
      if (kind == SubjectKind::kName && first == kAbsent) first = name.entity;
    }
    return first;
  }

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
    const int announcer = report.Announcer();
    const int firm = announcer != kAbsent ? announcer : report.Defined();
    if (firm == kAbsent) continue;
    focus.accounts_of = firm;
    focus.accounts_period = report.Period();
    focus.own_report = true;
    return;
  }
}

}  // namespace tallywire::extract
