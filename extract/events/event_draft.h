// An event in the making, and what is known of the document while its sentences are read in order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/events/event_cells.h"
#include "extract/events/event_roles.h"
#include "extract/events/slot_measure.h"
#include "extract/events/topic.h"
#include "model/event.h"
#include "model/time.h"

namespace tallywire::extract {

struct EventDraft {
  Event event;
  size_t cell = 0;  // the figure's cell
  int figure = kAbsent;
  CaptureRole role = CaptureRole::kLevel;
  FigureRole match;
  int measure = kAbsent;                // entry of the vocabulary
  std::optional<MeasurePhrase> phrase;  // none where a verb or an item stands for the measure
  int anchor = kAbsent;                 // the cell of the measure, verb or priced item
  int item = kAbsent;                   // entry
  int subject = kAbsent;                // entity
  bool inherited = false;               // measure taken over from the figure before
  bool carried = false;                 // measure taken over from an earlier sentence
  bool destination = false;             // the other side is told by who took the goods
  bool received = false;                // the subject is who a limit was handed to
  bool joint = false;                   // the subject is the first one of several
  bool from_now = false;                // the period begins with the news: "until May 31"
  bool assumed_day = false;             // the period is the day of the news, for want of another
  double doubt = 1.0;                   // factor on the rule's confidence
};

// What was spoken of last.
struct FocusNouns {
  int subject = kAbsent;  // entity that the text is speaking of
  size_t subject_in = 0;  // the sentence that spoke of it
  int country = kAbsent;  // the last country or region, company and body that was spoken of
  int home = kAbsent;     // the country of the dateline or an agency, where the text speaks of no other
  int region = kAbsent;   // the last one that is no country: "the bloc"
  int part = kAbsent;     // the last one that is a part of a country: "the province"
  int company = kAbsent;
  int organisation = kAbsent;
  int item = kAbsent;    // entry
  int person = kAbsent;  // last person and last body that was named
  int body = kAbsent;
};

// What quotas and the like the text spoke of, with or without a figure.
struct SpokenLimits {
  std::string period;                 // "2024" of "fishing opportunities for 2024": the first one
  std::string term;                   // "2024-06-01/2024-11-30": between which days they hold, where the text tells it
  std::string announced;              // "2024" of "also announced limits for 2024.", in a sentence without a figure,
  size_t announced_in = kNoSentence;  // and which one it was
  std::string activity;               // "export" of "export quotas"; empty where the text speaks of several
  bool several = false;
  bool spoken = false;
  int item = kAbsent;             // entry: what the last one with a figure was for
  size_t sentence = kNoSentence;  // the last one that named any

  static constexpr size_t kNoSentence = SIZE_MAX;
};

// A unit in which the text has told levels.
struct ToldUnit {
  std::string unit;  // without "a year"
  double last = 0;   // figure in it
  double largest = 0;
  double largest_si = 0;  // the same in base units
  int measure = kAbsent;  // of the last one
  std::string item;       // of the last one
};

// What earlier sentences left behind.
struct DocumentFocus : FocusNouns {
  SpokenLimits limits;
  Topic items;                        // entries
  Topic subjects;                     // entities
  std::vector<std::string> speakers;  // actors of earlier sentences, the last one at the end
  std::vector<EventDraft> drafts;     // of the last sentence that had events
  size_t drafts_sentence = 0;
  int main_country = kAbsent;   // the one that most in the whole text tells of
  int accounts_of = kAbsent;    // the firm whose profit, revenue or the like the text told first,
  std::string accounts_period;  // and of when
  bool own_report = false;      // the text is that firm's own
  struct MeasurePeriod {
    std::string measure;  // its name
    std::string period;
    int subject = kAbsent;
  };
  std::vector<ToldUnit> told;          // the last one first
  std::vector<MeasurePeriod> periods;  // the last one of each measure
  std::string months_season;           // the season whose months the text told first, those months,
  std::string season_months;           // "2022-10/2023-09"
  int season_item = kAbsent;           // what grows in them
  std::string season;                  // "2023/2024": the last one that was named, unless it lies behind the one known
  std::string period;                  // of the last level or change that had one
  std::string from_now;                // of a limit or duty that holds from the day of the news on
  std::string title_period;            // the one month or longer that the title names
  std::vector<std::string> spans;      // of several months, as they were named: "2025-01/2025-08"
  std::string month_of_rates;          // the latest one that a rate a day was told of
  std::string week;                    // the last one told by its days: "2025-03-15/2025-03-21",
  int week_of = kAbsent;               // and whose figure it was told of
  std::string basis;                   // the earlier one that `period` was compared with
};

class FocusCatchUp;
struct Speaker;

// Everything slots are resolved from; one for each text.
struct SentenceContext {
  const EventVocabulary* vocabulary = nullptr;
  const CellSources* sources = nullptr;
  const DocumentNames* names = nullptr;
  const EventSentence* sentence = nullptr;
  const DocumentFocus* focus = nullptr;
  FocusCatchUp* catch_up = nullptr;  // to be read before the nouns of the focus are
  std::optional<Day> published;
  size_t paragraph = 0;                // the sentence that begins this one's paragraph
  std::span<const EventDraft> before;  // drafts of this sentence so far
  const EventDraft* alike = nullptr;   // what a figure that only a last resort catches goes on with
  // What MeasureOfBareSentence found, and for which sentence: every figure of a long one may ask.
  mutable std::pair<size_t, int> bare_measure{SIZE_MAX, kAbsent};

  std::span<const EventCell> cells() const { return sentence->cells; }
  const Figure& figure(int index) const { return sources->figures[static_cast<size_t>(index)].figure; }
  const DateExpression& date(const EventCell& cell) const {
    return sources->dates[static_cast<size_t>(cell.date)].date;
  }
  // Whether the sentence begins a paragraph.
  bool opens_paragraph() const {
    return sentence->first == 0 || sources->reading->tokens[sentence->first].blank_before;
  }
  // Whether a paragraph begins behind that sentence, in this one at the latest.
  bool opens_paragraph_since(size_t number) const { return paragraph > number || sentence->first == 0; }
  std::string_view text(const EventCell& cell) const { return sources->reading->TextOf(cell.first, cell.last()); }
  const ItemEntry& item(int entry) const { return sources->items->At(entry); }
  bool is_kind_of(int item, int whole) const { return sources->items->IsKindOf(item, whole); }
  const MeasureEntry& measure(int entry) const { return vocabulary->measures[static_cast<size_t>(entry)]; }
  bool is_part(int figure_index) const { return sources->figures[static_cast<size_t>(figure_index)].part; }
  UnitKind kind_of(int figure_index) const {
    return is_part(figure_index) ? UnitKind::kPct : vocabulary->KindOf(figure(figure_index).unit);
  }
};

// Each fills its slots of the draft; call in this order. ResolveMeasure returns false where the figure makes no event.
bool ResolveMeasure(const SentenceContext& context, EventDraft& draft);
void ResolveItem(const SentenceContext& context, EventDraft& draft);
void ResolveSubject(const SentenceContext& context, EventDraft& draft);
void ResolveActivity(const SentenceContext& context, EventDraft& draft);
// What the limit whose measure stands at that cell is for: "export" of "export quota"; empty where it is not said.
std::string ActivityOfLimit(const SentenceContext& context, size_t cell);
void ResolvePeriod(const SentenceContext& context, EventDraft& draft);
// Whether the sentence speaks of a forecast in front of the figure: "cut its forecast for exports to".
bool RevisesForecast(const SentenceContext& context, const EventDraft& draft);
// The period that a change is measured from, where its own period was found later.
void ResolveBasis(const SentenceContext& context, EventDraft& draft);
void ResolveModality(const SentenceContext& context, EventDraft& draft);
void ResolveSource(const SentenceContext& context, const Speaker& speaker, EventDraft& draft);

// "5 t a year": whether the figure is so much each year, month or day.
bool IsYearly(const SentenceContext& context, size_t figure_cell);

// Whether the subject at that cell can own figures: no source of the news, not inside a prepositional phrase.
bool CanBeSubject(const SentenceContext& context, size_t cell);

// Reads what sentences without events speak of, once a later sentence has an event and asks. What such a sentence says
// depends on itself alone, so that they are read from the last one back, and only as far as something is still unknown.
class FocusCatchUp {
 public:
  // Of the text that the context's sources tell.
  FocusCatchUp(const SentenceContext& context, DocumentFocus& focus);

  // Leaves a sentence until Read. They must come in order.
  void Leave(size_t sentence) { left_.push_back(sentence); }
  // Notes what the sentences left speak of.
  void Read();

 private:
  bool Wants(const Sentence& sentence) const;
  bool MayHaveDateline(const Sentence& sentence) const;
  void Take(size_t sentence);

  SentenceContext context_;
  EventSentence& sentence_;  // kept from text to text, so that its buffers grow once
  DocumentFocus& focus_;
  FocusNouns found_;
  std::vector<size_t> left_;
};

}  // namespace tallywire::extract
