#include "extract/rule_reading.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/arbitration.h"
#include "extract/figures/unit_base.h"
#include "extract/text/statements.h"
#include "model/time.h"

namespace tallywire::extract {
namespace {

// A text with everything found in it but events.
struct Found {
  std::unique_ptr<const Statements> statements;  // what is read in place of the text, where that has lists or tables
  Reading reading;
  std::vector<FigureSpan> figures;
  std::vector<DateSpan> dates;

  ReadText View() const { return {&reading, figures, dates}; }
};

Found Read(const RuleSet& rules, std::string_view text, std::unique_ptr<const Statements> statements,
           std::optional<Day> reference, std::string_view language, TextTrace* trace) {
  Found found;
  found.statements = std::move(statements);
  found.reading = ReadTokens(rules, found.statements == nullptr ? text : found.statements->text());
  found.dates = rules.dates->Find(found.reading, rules.lexicon, reference, language);
  found.figures = rules.figures->Find(found.reading, rules.lexicon, language);
  Arbitrate(found.figures, found.dates, trace == nullptr ? nullptr : &trace->overruled);
  return found;
}

IsMeasured MeasuredBy(const RuleSet& rules, std::string_view language) {
  return [&rules, language](std::string_view text) {
    const Reading reading = ReadTokens(rules, text);
    const auto figures = rules.figures->Find(reading, rules.lexicon, language);
    return figures.size() == 1 && figures[0].last == reading.tokens.size() &&
           figures[0].strength == FigureStrength::kMeasure;
  };
}

// Takes what was found in statements back to the words of the source. What stands in a repeated lead or heading is
// found there, and dropped here.
template <class Found>
bool MoveToSource(const Statements& statements, Found& found) {
  const auto span = statements.SourceOf(found.start, found.end);
  if (!span) return false;
  found.start = span->start;
  found.end = span->end;
  return true;
}

bool MoveEventToSource(const Statements& statements, std::string_view source, SharedTexts& lines, Event& event) {
  const auto line = statements.LineAt(event.start);
  if (!MoveToSource(statements, event)) return false;
  if (line) event.sentence = lines.Of(source.substr(line->start, line->end - line->start));
  return true;
}

void MoveToSource(const Statements& statements, std::string_view source, Extraction& extraction) {
  SharedTexts lines;
  std::erase_if(extraction.events, [&](Event& event) {
    return event.in == Place::kBody && !MoveEventToSource(statements, source, lines, event);
  });
  std::erase_if(extraction.figures, [&](Figure& figure) { return !MoveToSource(statements, figure); });
  std::erase_if(extraction.dates, [&](DateExpression& date) { return !MoveToSource(statements, date); });
}

void Keep(Found found, TextTrace& trace) {
  trace.statements = std::move(found.statements);
  trace.reading = std::move(found.reading);
  trace.figures = std::move(found.figures);
  trace.dates = std::move(found.dates);
}

}  // namespace

Reading ReadTokens(const RuleSet& rules, std::string_view text) {
  Reading reading;
  reading.text = text;
  reading.tokens = Tokenize(text);
  ReadWords(rules.lexicon, reading);
  rules.sentences->Split(rules.lexicon, reading);
  return reading;
}

Extraction ReadDocument(const RuleSet& rules, const Document& document, ExtractTrace* trace) {
  const auto published = ParseIsoDay(document.published);
  TextTrace* body_trace = trace == nullptr ? nullptr : &trace->body;
  TextTrace* title_trace = trace == nullptr ? nullptr : &trace->title;
  auto statements = Statements::Of(document.text, document.blocks, MeasuredBy(rules, document.language));
  Found body = Read(rules, document.text, std::move(statements), published, document.language, body_trace);
  Found title = Read(rules, document.title, nullptr, published, document.language, title_trace);
  Extraction extraction;
  rules.dates->Join(body.reading, rules.lexicon, published, document.language, body.dates);
  rules.dates->Join(title.reading, rules.lexicon, published, document.language, title.dates);
  extraction.events = rules.events->Find(body.View(), title.View(), rules.lexicon, published,
                                         trace == nullptr ? nullptr : &body_trace->events,
                                         trace == nullptr ? nullptr : &title_trace->events);
  for (Event& event : extraction.events) SetBase(rules.figures->units(), event);
  extraction.figures.reserve(body.figures.size());
  extraction.dates.reserve(body.dates.size());
  for (const FigureSpan& span : body.figures) extraction.figures.push_back(span.figure);
  for (const DateSpan& span : body.dates) extraction.dates.push_back(span.date);
  if (body.statements != nullptr) MoveToSource(*body.statements, document.text, extraction);
  if (trace != nullptr) {
    Keep(std::move(body), *body_trace);
    Keep(std::move(title), *title_trace);
  }
  return extraction;
}

}  // namespace tallywire::extract
