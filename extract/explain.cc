#include "extract/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "extract/events/event_rules.h"
#include "extract/events/near_rules.h"
#include "extract/extract_trace.h"
#include "extract/rule_reading.h"

namespace tallywire::extract {
namespace {

constexpr size_t kMostNear = 8;  // a reader will not look at more

std::string MeaningOf(const Figure& figure) {
  std::string text = figure.bound == Bound::kExact ? "" : std::string(ToText(figure.bound)) + " ";
  text += fmt::format("{:.12g}", figure.value);
  if (figure.value_high) text += fmt::format(" to {:.12g}", *figure.value_high);
  if (!figure.unit.empty()) text += " " + figure.unit;
  if (figure.direction != Direction::kNone) text += ", " + std::string(ToText(figure.direction));
  return text;
}

// One sentence of a text on its way to its explanation.
class SentenceReader {
 public:
  SentenceReader(const RuleSet& rules, const TextTrace& trace, const Sentence& sentence)
      : rules_(rules), trace_(trace), sentence_(sentence) {}

  ExplainedSentence Run(Place place, std::span<const Event> events) {
    out_.place = place;
    out_.text = Words(sentence_.first, sentence_.last);
    for (const FigureSpan& span : trace_.figures) {
      if (Inside(span.first)) out_.figures.push_back({Words(span.first, span.last), MeaningOf(span.figure)});
    }
    for (const DateSpan& span : trace_.dates) {
      if (!Inside(span.first)) continue;
      out_.dates.push_back({Words(span.first, span.last), fmt::format("{} (rule {})", span.date.value, span.rule)});
    }
    for (const Overruled& loser : trace_.overruled) {
      if (!Inside(loser.first)) continue;
      out_.overruled.push_back(
          {Words(loser.first, loser.last), fmt::format("no {}: {}", loser.figure ? "figure" : "date", loser.reason)});
    }
    for (const SentenceTrace& traced : trace_.events) {
      if (traced.sentence.first == sentence_.first) ReadTrace(traced);
    }
    const SourceSpan source = SourceOfSentence();
    for (const Event& event : events) {
      if (event.in == place && event.start >= source.start && event.start < source.end) out_.events.push_back(event);
    }
    return std::move(out_);
  }

 private:
  bool Inside(uint32_t token) const { return token >= sentence_.first && token < sentence_.last; }

  SourceSpan SourceOfSentence() const {
    const SourceSpan span = {trace_.reading.tokens[sentence_.first].start,
                             trace_.reading.tokens[sentence_.last - 1].end};
    if (trace_.statements == nullptr) return span;
    const auto line = trace_.statements->LineAt(span.start);
    return line ? *line : trace_.statements->SourceOf(span.start, span.end).value_or(SourceSpan{});
  }

  std::string Words(uint32_t first, uint32_t last) const { return std::string(trace_.reading.TextOf(first, last)); }

  static std::string Words(const SentenceReader& reader, const EventSentence& sentence, CellRange range) {
    return reader.Words(sentence.cells[range.first].first, sentence.cells[range.last - 1].last());
  }

  // [Steel: item] [exports: measure] [rose: up]! by [5%: figure, pct]: the tags that rules can ask for; a gap does not
  // skip what has "!" behind it.
  std::string Tagged(const EventSentence& sentence) const {
    std::string text;
    for (size_t i = 0; i < sentence.cells.size(); ++i) {
      const EventCell& cell = sentence.cells[i];
      std::string tags;
      for (const Tag tag : sentence.tagged.tags(i)) {
        const std::string_view name = rules_.tags.NameOf(tag);
        if (!name.starts_with('=')) tags.append(tags.empty() ? "" : ", ").append(name);
      }
      const std::string words = Words(cell.first, cell.last());
      if (!text.empty()) text += ' ';
      text += tags.empty() ? words : fmt::format("[{}: {}]", words, tags);
      if (std::string_view(kGapCells).find(cell.kind) == std::string_view::npos) text += '!';
    }
    return text;
  }

  void ReadTrace(const SentenceTrace& traced) {
    out_.tagged = Tagged(traced.sentence);
    for (const PatternMatch& match : traced.matches) out_.matches.push_back(MatchOf(traced, match));
    for (const NearRule& near : FindNearRules(rules_.events->rules(), traced.sentence.tagged, rules_.tags)) {
      if (out_.near.size() == kMostNear) break;
      out_.near.push_back({near.rule->id, near.missing});
    }
  }

  ExplainedMatch MatchOf(const SentenceTrace& traced, const PatternMatch& match) const {
    const EventRules& rules = rules_.events->rules();
    const EventRule& rule = rules.rules[match.pattern];
    const auto& names = rules.patterns->CaptureNames(match.pattern);
    ExplainedMatch out{rule.id, Words(*this, traced.sentence, match.whole), {}, {}, {}};
    for (size_t i = 0; i < match.capture.size(); ++i) {
      if (!match.capture[i].found()) continue;
      const std::string words = Words(*this, traced.sentence, match.capture[i]);
      out.slots.emplace_back(names[i], words);
      if (rule.captures[i] > CaptureRole::kSkip) continue;
      const EventRule* decider = traced.deciders[match.capture[i].first];
      if (decider == &rule) {
        out.decided.push_back(words);
      } else if (decider != nullptr) {
        out.beaten.emplace_back(words, decider->id);
      }
    }
    return out;
  }

  const RuleSet& rules_;
  const TextTrace& trace_;
  const Sentence& sentence_;
  ExplainedSentence out_;
};

}  // namespace

std::vector<ExplainedSentence> Explain(const RuleSet& rules, const Document& document) {
  ExtractTrace trace;
  const Extraction extraction = ReadDocument(rules, document, &trace);
  std::vector<ExplainedSentence> out;
  for (const auto& [place, text] : {std::pair(Place::kTitle, &trace.title), std::pair(Place::kBody, &trace.body)}) {
    for (const Sentence& sentence : text->reading.sentences) {
      out.push_back(SentenceReader(rules, *text, sentence).Run(place, extraction.events));
    }
  }
  return out;
}

}  // namespace tallywire::extract
