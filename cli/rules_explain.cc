// `tallywire rules explain`: why a text did or did not yield its events.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "cli/logging.h"
#include "extract/events/event_example.h"
#include "extract/explain.h"
#include "extract/extract.h"
#include "model/time.h"

namespace tallywire::cli {
namespace {

void Line(std::string_view what, std::string_view text) { std::puts(fmt::format("  {:<8}{}", what, text).c_str()); }

void PrintSpans(const char* what, const std::vector<extract::ExplainedSpan>& spans) {
  for (const auto& span : spans) Line(what, fmt::format("\"{}\": {}", span.words, span.meaning));
}

void PrintMatch(const extract::ExplainedMatch& match) {
  std::string slots;
  for (const auto& [slot, words] : match.slots) slots += fmt::format(" {}=\"{}\"", slot, words);
  Line("fired", fmt::format("{} on \"{}\":{}", match.rule, match.words, slots));
  for (const auto& figure : match.decided) Line("", fmt::format("  decides on \"{}\"", figure));
  for (const auto& [figure, rule] : match.beaten) {
    Line("", fmt::format("  \"{}\" is decided by {}, which is surer or accounts for more figures", figure, rule));
  }
}

void PrintEvent(const Event& event) {
  std::string text;
  for (const char* slot : {"kind", "measure", "activity", "item", "subject", "counterparty", "actor", "value",
                           "value_high", "unit", "bound", "direction", "basis", "period", "date", "modality", "rule"}) {
    const auto value = extract::SlotText(event, slot);
    if (value && !value->empty()) text += fmt::format("{}{}={}", text.empty() ? "" : " ", slot, *value);
  }
  Line("event", fmt::format("{} confidence={:.2f}", text, event.confidence));
}

void PrintSentence(const extract::ExplainedSentence& sentence) {
  std::puts(fmt::format("{}: {}", sentence.place == Place::kTitle ? "Title" : "Sentence", sentence.text).c_str());
  Line("tagged", sentence.tagged.empty() ? "(no figure: event rules do not look at it)" : sentence.tagged);
  PrintSpans("figure", sentence.figures);
  PrintSpans("date", sentence.dates);
  PrintSpans("dropped", sentence.overruled);
  for (const auto& match : sentence.matches) PrintMatch(match);
  if (!sentence.tagged.empty() && sentence.matches.empty()) Line("fired", "no rule");
  for (const auto& near : sentence.near) Line("nearly", fmt::format("{}: {}", near.rule, near.missing));
  for (const auto& event : sentence.events) PrintEvent(event);
  if (sentence.events.empty()) Line("event", "none");
}

}  // namespace

ExitCode RunCommand(const RulesExplainOptions& options, const Environment& environment) {
  if (!options.published.empty() && !ParseIso(options.published)) {
    LogError({ErrorCode::kUsage, "--published", "\"" + options.published + "\" is no ISO 8601 date or time", {}});
    return ExitCode::kUsage;
  }
  const auto extractor = extract::Extractor::Load(environment.global.rules);
  if (!extractor) {
    LogError(extractor.error());
    return ExitCodeOf(extractor.error().code);
  }
  const extract::Document document{options.text, options.title, options.published, {}, {}, {}};
  for (const auto& sentence : extract::Explain(extractor->rules(), document)) PrintSentence(sentence);
  return ExitCode::kOk;
}

}  // namespace tallywire::cli
