#include "extract/events/event_finder.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/events/document_names.h"
#include "extract/events/event_builder.h"
#include "extract/events/event_cells.h"
#include "extract/events/event_rules.h"
#include "extract/events/event_vocabulary.h"
#include "extract/events/finished_event.h"
#include "extract/events/focus_document.h"
#include "extract/events/own_report.h"
#include "extract/events/period_going_on.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/text_home.h"
#include "extract/events/title_link.h"

namespace tallywire::extract {
namespace {

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

}  // namespace

struct EventFinder::Impl {
  EventVocabulary vocabulary;
  EventRules rules;
};

namespace {

// Whether one of them can make an event; spans of time never do.
bool AnyFigure(const EventVocabulary& vocabulary, std::span<const FigureSpan> figures) {
  return std::any_of(figures.begin(), figures.end(), [&](const FigureSpan& span) {
    return vocabulary.KindOf(span.figure.unit) != UnitKind::kDuration;
  });
}

// "October" of "Indonesia's October nickel exports fall"; empty where the title names no or several periods.
std::string PeriodOfTitle(std::span<const DateSpan> dates) {
  std::string period;
  for (const DateSpan& date : dates) {
    if (IsShortSpan(date.date.value) || date.date.value == period) continue;
    if (!period.empty()) return {};
    period = date.date.value;
  }
  return period;
}

// Reads one text sentence by sentence.
class TextReader {
 public:
  TextReader(const EventVocabulary& vocabulary, const EventRules& rules, const ReadText& text, const Lexicon& lexicon,
             DocumentNames& names, DocumentItems& items, std::optional<Day> published, EventTrace* trace)
      : rules_(rules), reading_(*text.reading), trace_(trace), sentence_(RoomForSentence()) {
    names.SetSpans(names.Read(reading_));
    sources_ = {text.reading, text.figures, text.dates, &names, &items, &vocabulary, &lexicon};
    context_.vocabulary = &vocabulary;
    context_.sources = &sources_;
    context_.names = &names;
    context_.published = published;
  }

  // Appends the text's events. A sentence that equals `title` is the title's and is skipped.
  void Run(Place place, std::string_view title, DocumentFocus& focus, std::vector<Event>& out) {
    FocusCatchUp catch_up(context_, focus);
    context_.focus = &focus;
    context_.catch_up = &catch_up;
    if (place == Place::kBody) NoteOwnReport(context_, focus);
    for (size_t i = 0; i < reading_.sentences.size(); ++i) {
      const Sentence& at = reading_.sentences[i];
      if (reading_.tokens[at.first].blank_before) context_.paragraph = i;
      if (!title.empty() && reading_.TextOf(at.first, at.last) == title) continue;
      std::vector<EventDraft> drafts;
      if (HoldsFigure(at)) drafts = Drafts(i, focus);
      if (drafts.empty()) {
        catch_up.Leave(i);
        continue;
      }
      for (const EventDraft& draft : drafts) out.push_back(FinishEvent(context_, draft, place, sentences_));
      UpdateFocus(context_, std::move(drafts), focus);
    }
    // What a body speaks of behind its last event matters to nothing; a title's words lead on to the body.
    if (place == Place::kTitle) catch_up.Read();
    context_.catch_up = nullptr;  // ends here
  }

 private:
  // Kept from text to text, so that its buffers grow once.
  static EventSentence& RoomForSentence() {
    thread_local EventSentence sentence;
    return sentence;
  }

  std::vector<EventDraft> Drafts(size_t sentence, DocumentFocus& focus) {
    ReadSentence(sentence);
    std::vector<EventDraft> drafts;
    if (sentence_.has_figure) {
      RankRoles(context_, rules_, roles_);
      drafts = BuildDrafts(context_, roles_);
      if (trace_ != nullptr) Trace(drafts);
    }
    NoteMentions(context_, drafts, focus);
    return drafts;
  }

  void ReadSentence(size_t number) {
    ReadCells(sources_, number, CellUse::kRules, sentence_);
    context_.sentence = &sentence_;
    context_.before = {};
  }

  bool HoldsFigure(const Sentence& sentence) {
    const auto& figures = sources_.figures;
    while (figure_ < figures.size() && figures[figure_].first < sentence.first) ++figure_;
    size_t end = figure_;
    while (end < figures.size() && figures[end].first < sentence.last) ++end;
    return AnyFigure(*context_.vocabulary, figures.subspan(figure_, end - figure_));
  }

  void Trace(const std::vector<EventDraft>& drafts) {
    SentenceTrace& traced = trace_->emplace_back();
    traced.sentence = sentence_;
    rules_.patterns->FindAll(sentence_.tagged, traced.matches);
    traced.deciders.resize(sentence_.cells.size());
    for (auto role = roles_.rbegin(); role != roles_.rend(); ++role) traced.deciders[role->cell] = role->rule;
    for (const EventDraft& draft : drafts) traced.deciders[draft.cell] = draft.match.rule;
  }

  const EventRules& rules_;
  const Reading& reading_;
  EventTrace* trace_;
  CellSources sources_;
  SentenceContext context_;
  EventSentence& sentence_;
  FigureRoles roles_;  // of the sentence
  SharedTexts sentences_;
  size_t figure_ = 0;  // the first one that is not behind us
};

}  // namespace

EventFinder::EventFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EventFinder::EventFinder(EventFinder&&) noexcept = default;
EventFinder& EventFinder::operator=(EventFinder&&) noexcept = default;
EventFinder::~EventFinder() = default;

Result<EventFinder> EventFinder::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                      std::vector<Error>* mistakes) {
  auto vocabulary = LoadEventVocabulary(files, tags, lexicon);
  if (!vocabulary) return tl::unexpected(vocabulary.error());
  auto rules = LoadEventRules(files, tags, lexicon, *vocabulary, mistakes);
  if (!rules) return tl::unexpected(rules.error());
  vocabulary->hints = EventHints(*vocabulary, lexicon);
  vocabulary->phrases = PhraseTable(*vocabulary, lexicon);
  return EventFinder(std::make_unique<Impl>(Impl{std::move(*vocabulary), std::move(*rules)}));
}

const EventRules& EventFinder::rules() const { return impl_->rules; }

std::vector<Event> EventFinder::Find(const ReadText& body, const ReadText& title, const Lexicon& lexicon,
                                     std::optional<Day> published) const {
  return Find(body, title, lexicon, published, nullptr, nullptr);
}

std::vector<Event> EventFinder::Find(const ReadText& body, const ReadText& title, const Lexicon& lexicon,
                                     std::optional<Day> published, EventTrace* body_trace,
                                     EventTrace* title_trace) const {
  std::vector<Event> title_events;
  std::vector<Event> events;
  DocumentFocus focus;
  DocumentNames names(impl_->vocabulary);
  DocumentItems items(impl_->vocabulary);
  const bool body_tells = AnyFigure(impl_->vocabulary, body.figures);
  if (!body_tells && !AnyFigure(impl_->vocabulary, title.figures)) return {};
  std::vector<const Reading*> readings;
  if (title.reading != nullptr) readings.push_back(title.reading);
  readings.push_back(body.reading);
  PlacesOfText places = FindPlaces(impl_->vocabulary, readings, body.figures, lexicon);
  names.SetHome(places.main, std::move(places.told));
  const std::string_view title_text = title.reading != nullptr ? Trim(title.reading->text) : std::string_view{};
  if (title.reading != nullptr && !title_text.empty()) {
    TextReader(impl_->vocabulary, impl_->rules, title, lexicon, names, items, published, title_trace)
        .Run(Place::kTitle, {}, focus, title_events);
    focus.drafts.clear();
    focus.title_period = PeriodOfTitle(title.dates);
    focus.limits.sentence = SpokenLimits::kNoSentence;
    focus.period.clear();
    focus.periods.clear();
    focus.basis.clear();
    focus.items.EndTitle();
    focus.subjects.EndTitle();
  }
  if (body_tells) {
    focus.main_country = places.main;
    TextReader(impl_->vocabulary, impl_->rules, body, lexicon, names, items, published, body_trace)
        .Run(Place::kBody, title_text, focus, events);
  }
  LinkTitle(events, title_events);
  events.insert(events.end(), std::make_move_iterator(title_events.begin()),
                std::make_move_iterator(title_events.end()));
  return events;
}

}  // namespace tallywire::extract
