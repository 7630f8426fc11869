// Sentences without events are read once something asks what they speak of: few texts ask for all of them.
#include <algorithm>
#include <span>
#include <string_view>

#include "extract/events/focus_document.h"
#include "extract/events/focus_limits.h"
#include "extract/events/focus_topic.h"

namespace tallywire::extract {
namespace {

bool EndsDateline(std::string_view mark) { return mark.size() > 1 || mark == ";" || mark == ":" || mark == "-"; }

// Each noun that `later` leaves open is the earlier one; the home is the first one that was told.
void FillIn(const FocusNouns& earlier, FocusNouns& later) {
  if (later.subject == kAbsent) later.subject_in = earlier.subject_in;
  for (int FocusNouns::*noun :
       {&FocusNouns::subject, &FocusNouns::country, &FocusNouns::region, &FocusNouns::company,
        &FocusNouns::organisation, &FocusNouns::part, &FocusNouns::item, &FocusNouns::person, &FocusNouns::body}) {
    if (later.*noun == kAbsent) later.*noun = earlier.*noun;
  }
  if (earlier.home != kAbsent) later.home = earlier.home;
}

EventSentence& RoomForSentence() {
  thread_local EventSentence sentence;
  return sentence;
}

}  // namespace

FocusCatchUp::FocusCatchUp(const SentenceContext& context, DocumentFocus& focus)
    : context_(context), sentence_(RoomForSentence()), focus_(focus) {
  context_.sentence = &sentence_;
  context_.focus = &focus_;
}

void FocusCatchUp::Read() {
  if (left_.empty()) return;
  found_ = {};
  for (; !left_.empty(); left_.pop_back()) {
    if (Wants(context_.sources->reading->sentences[left_.back()])) Take(left_.back());
  }
  FillIn(focus_, found_);
  static_cast<FocusNouns&>(focus_) = found_;
}

bool FocusCatchUp::Wants(const Sentence& sentence) const {
  const bool subject = found_.subject == kAbsent;
  const bool country = subject || found_.country == kAbsent;
  const bool company = subject || found_.company == kAbsent;
  const bool body = subject || found_.organisation == kAbsent || found_.body == kAbsent;
  const bool person = found_.person == kAbsent;
  const bool home = focus_.home == kAbsent;
  for (const NameSpan& name : context_.names->From(sentence.first)) {
    if (name.first >= sentence.last) break;
    const SubjectKind kind = context_.names->KindOf(name.entity);
    const bool somebody = kind == SubjectKind::kName || kind == SubjectKind::kPerson;
    if (somebody ? person : kind == SubjectKind::kCompany ? company : body) return true;
    if (home && context_.names->CountryOf(name.entity) != kAbsent) return true;
  }
  const auto when = [](bool wanted, unsigned hints) { return wanted ? hints : 0U; };
  const unsigned hints = when(found_.item == kAbsent, kHintItem) | when(country, kHintPlace) |
                         when(country || found_.region == kAbsent, kHintRegion) | when(company, kHintFirm) |
                         when(body, kHintBody) | when(home, kHintAgency) | when(!focus_.limits.several, kHintLimit);
  const auto words =
      std::span(context_.sources->reading->words).subspan(sentence.first, sentence.last - sentence.first);
  const EventHints& known = context_.vocabulary->hints;
  if (std::any_of(words.begin(), words.end(), [&](uint32_t word) { return known.Has(word, hints); })) return true;
  return home && MayHaveDateline(sentence);
}

// A dateline is a country and, somewhere behind it, a dash or the like.
bool FocusCatchUp::MayHaveDateline(const Sentence& sentence) const {
  const Reading& reading = *context_.sources->reading;
  bool country = false;
  for (uint32_t at = sentence.first; at < sentence.last; ++at) {
    country = country || context_.vocabulary->hints.Has(reading.words[at], kHintPlace);
    if (country && reading.tokens[at].kind == TokenKind::kSymbol && EndsDateline(reading.TextOf(at))) return true;
  }
  return false;
}

void FocusCatchUp::Take(size_t sentence) {
  ReadCells(*context_.sources, sentence, CellUse::kFocus, sentence_);
  FocusNouns said;
  NoteNouns(context_, {}, said);
  if (!sentence_.has_figure) NoteTopic(context_, focus_);
  NoteLimits(context_, focus_);
  FillIn(said, found_);
}

}  // namespace tallywire::extract
