#include "extract/rule_trial.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/dates/date_rules.h"
#include "extract/events/event_example.h"
#include "extract/events/event_rules.h"
#include "extract/extract_trace.h"
#include "extract/rule_reading.h"
#include "model/time.h"

namespace tallywire::extract {
namespace {

std::vector<DateSpan> DatesOf(const RuleSet& rules, const DateExample& example) {
  const Reading reading = ReadTokens(rules, example.text);
  return rules.dates->Find(reading, rules.lexicon, ParseIsoDay(example.published), "en");
}

// "words=value" of the date with these words, or of all dates where none has them.
std::string Shown(const std::vector<DateSpan>& spans, const DateExample& example) {
  std::string all;
  for (const DateSpan& span : spans) {
    const auto words = std::string_view(example.text).substr(span.date.start, span.date.end - span.date.start);
    std::string found = std::string(words) + "=" + span.date.value;
    if (!example.words.empty() && words == example.words) return found;
    all += (all.empty() ? "" : " / ") + found;
  }
  return all;
}

std::string Joined(const std::set<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

void TryDateRule(const RuleSet& rules, const DateRule& rule, TrialReport& report) {
  const size_t failed_before = report.failures.size();
  std::set<std::string> finders;
  for (const DateExample& example : rule.examples) {
    ++report.examples;
    const auto spans = DatesOf(rules, example);
    for (const DateSpan& span : spans) finders.emplace(span.rule);
    const std::string expected = example.words.empty() ? "" : example.words + "=" + example.value;
    const std::string got = Shown(spans, example);
    if (got == expected) continue;
    report.failures.push_back(
        {rule.id, example.where, example.text, expected.empty() ? "no date" : expected, got.empty() ? "no date" : got});
  }
  if (rule.type == "none" || finders.contains(rule.id) || report.failures.size() > failed_before) return;
  report.failures.push_back({rule.id, rule.examples.front().where, rule.examples.front().text,
                             "the rule to find a date in one of its examples",
                             finders.empty() ? "no date" : "others found: " + Joined(finders)});
}

// The rules that decided on a figure.
void NoteDeciders(const TextTrace& trace, std::set<std::string>& ids) {
  for (const SentenceTrace& sentence : trace.events) {
    for (const EventRule* rule : sentence.deciders) {
      if (rule != nullptr) ids.insert(rule->id);
    }
  }
}

void TryEventRule(const RuleSet& rules, const EventRule& rule, TrialReport& report) {
  const size_t failed_before = report.failures.size();
  std::set<std::string> deciders;
  for (const EventExample& example : rule.examples) {
    ++report.examples;
    ExtractTrace trace;
    const Document document{example.text, example.title, example.published, {}, {}, {}};
    const Extraction extraction = ReadDocument(rules, document, &trace);
    NoteDeciders(trace.title, deciders);
    NoteDeciders(trace.body, deciders);
    if (auto difference = Compare(example, extraction.events)) {
      report.failures.push_back(
          {rule.id, example.where, example.text, std::move(difference->expected), std::move(difference->got)});
    }
  }
  if (deciders.contains(rule.id) || report.failures.size() > failed_before) return;
  report.failures.push_back({rule.id, rule.examples.front().where, rule.examples.front().text,
                             "the rule to decide on a figure in one of its examples",
                             deciders.empty() ? "no rule decided" : "others decided: " + Joined(deciders)});
}

}  // namespace

TrialReport RunExamples(const RuleSet& rules) {
  TrialReport report;
  for (const DateRule& rule : rules.dates->rules()) TryDateRule(rules, rule, report);
  for (const EventRule& rule : rules.events->rules().rules) TryEventRule(rules, rule, report);
  report.rules = rules.dates->rules().size() + rules.events->rules().rules.size();
  return report;
}

}  // namespace tallywire::extract
