#include "extract/rule_reading.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/arbitration.h"
#include "extract/unit_base.h"
#include "model/time.h"

namespace tallywire::extract {
namespace {

// A text with everything found in it but events.
struct Found {
  Reading reading;
  std::vector<FigureSpan> figures;
  std::vector<DateSpan> dates;

  ReadText View() const { return {&reading, figures, dates}; }
};

Found Read(const RuleSet& rules, std::string_view text, std::optional<Day> reference, std::string_view language,
           TextTrace* trace) {
  Found found;
  found.reading = ReadTokens(rules, text);
  found.dates = rules.dates->Find(found.reading, rules.lexicon, reference, language);
  found.figures = rules.figures->Find(found.reading, rules.lexicon, language);
  Arbitrate(found.figures, found.dates, trace == nullptr ? nullptr : &trace->overruled);
  return found;
}

void Keep(Found found, TextTrace& trace) {
  trace.reading = std::move(found.reading);
  trace.figures = std::move(found.figures);
  trace.dates = std::move(found.dates);
}

}  // namespace

Reading ReadTokens(const RuleSet& rules, std::string_view text) {
  Reading reading;
  reading.text = text;
  reading.tokens = Tokenize(text);
  rules.lexicon.NumberWords(text, reading.tokens, reading.words);
  rules.sentences->Split(rules.lexicon, reading);
  return reading;
}

Extraction ReadDocument(const RuleSet& rules, const Document& document, ExtractTrace* trace) {
  const auto published = ParseIsoDay(document.published);
  TextTrace* body_trace = trace == nullptr ? nullptr : &trace->body;
  TextTrace* title_trace = trace == nullptr ? nullptr : &trace->title;
  Found body = Read(rules, document.text, published, document.language, body_trace);
  Found title = Read(rules, document.title, published, document.language, title_trace);
  Extraction extraction;
  extraction.events = rules.events->Find(body.View(), title.View(), rules.lexicon, published, document.blocks,
                                         trace == nullptr ? nullptr : &body_trace->events,
                                         trace == nullptr ? nullptr : &title_trace->events);
  for (Event& event : extraction.events) SetBase(rules.figures->units(), event);
  for (const FigureSpan& span : body.figures) extraction.figures.push_back(span.figure);
  rules.dates->Join(body.reading, rules.lexicon, published, document.language, body.dates);
  for (const DateSpan& span : body.dates) extraction.dates.push_back(span.date);
  if (trace != nullptr) {
    Keep(std::move(body), *body_trace);
    Keep(std::move(title), *title_trace);
  }
  return extraction;
}

}  // namespace tallywire::extract
