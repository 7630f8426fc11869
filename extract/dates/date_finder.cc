#include "extract/dates/date_finder.h"

#include <algorithm>
#include <utility>

#include "extract/dates/date_cells.h"
#include "extract/dates/date_join.h"
#include "extract/dates/date_resolver.h"
#include "extract/dates/date_rules.h"
#include "extract/dates/date_tense.h"
#include "extract/dates/date_words.h"
#include "extract/dates/date_years.h"
#include "extract/dates/reporting_year.h"

namespace tallywire::extract {
namespace {

constexpr std::string_view kSpanCapture = "span";
constexpr size_t kManyDates = 32;  // more than most texts have

// Plurals, short names and the like stand in tables of their own: "units", "month-short", "unit-adverb".
bool IsTable(std::string_view name, std::string_view wanted) {
  if (!name.starts_with(wanted)) return false;
  name.remove_prefix(wanted.size());
  return name.empty() || name == "s" || name.front() == '-';
}

// Whether the rule speaks of years that may begin in any month.
bool NamesOwnYear(const DateRule& rule) {
  return std::any_of(rule.steps.begin(), rule.steps.end(), [](const Step& step) {
    return step.verb == StepVerb::kFiscal || step.verb == StepVerb::kFiscalFrom || step.verb == StepVerb::kYearPair;
  });
}

// The captures of one match, with the meanings of their words.
class MatchWords final : public CaughtWords {
 public:
  MatchWords(const PatternMatch& match, const std::vector<std::string>& names, const DateCells& cells,
             const DateWords& words, const TagNames& tags, const Reading& reading)
      : match_(match), names_(names), cells_(cells), words_(words), tags_(tags), reading_(reading) {}

  std::optional<CaughtWord> Find(std::string_view capture, WordKind kind) const override {
    for (size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == capture && match_.capture[i].found()) return MeaningOf(match_.capture[i], kind);
    }
    return std::nullopt;
  }

  bool Caught(std::string_view capture) const override {
    for (size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == capture && match_.capture[i].found()) return true;
    }
    return false;
  }

 private:
  std::optional<CaughtWord> MeaningOf(CellRange range, WordKind kind) const {
    const CellMeaning& meaning = cells_.meanings[range.first];
    const std::string_view wanted = kWordKindTags[static_cast<size_t>(kind)];
    for (uint32_t i = meaning.first_sense; !wanted.empty() && i < meaning.last_sense; ++i) {
      const DateWord& word = words_[cells_.senses[i]];
      if (IsTable(tags_.NameOf(word.tag), wanted)) return CaughtWord{word.number, word.code};
    }
    const bool number_will_do = kind == WordKind::kNumber || kind == WordKind::kMonth || kind == WordKind::kWeekday;
    if (!number_will_do) return std::nullopt;
    const Cell& cell = cells_.text.cell(range.first);
    if (!meaning.number && meaning.first_sense < meaning.last_sense) {
      const DateWord& word = words_[cells_.senses[meaning.first_sense]];
      return CaughtWord{word.number, word.code};
    }
    return CaughtWord{meaning.number, std::string(reading_.TextOf(cell.first, cell.first + cell.count))};
  }

  const PatternMatch& match_;
  const std::vector<std::string>& names_;
  const DateCells& cells_;
  const DateWords& words_;
  const TagNames& tags_;
  const Reading& reading_;
};

}  // namespace

struct DateFinder::Impl {
  DateWords words;
  std::optional<DateRules> rules;
  std::optional<DateTagger> tagger;
  std::optional<TenseReader> tense;
  std::optional<DateJoiner> joiner;
  std::optional<YearCalendars> years;
  TagNames tags;  // as they stood when the rules were loaded
};

namespace {

// One text on its way to its dates.
class Search {
 public:
  Search(const DateFinder::Impl& impl, const Reading& reading, const Lexicon& lexicon, std::optional<Day> reference,
         std::string_view language)
      : impl_(impl),
        reading_(reading),
        lexicon_(lexicon),
        reference_(reference),
        language_(language),
        day_first_(impl.words.WritesDayFirst(language)),
        cells_(Room().cells),
        starts_(Room().starts) {}

  std::vector<DateSpan> Run() {
    spans_.reserve(kManyDates);
    const auto& sentences = reading_.sentences;
    for (size_t i = 0; i < sentences.size(); ++i) {
      Sentence sentence = sentences[i];
      // One more at a time, so that a text of nothing but "5. A" stays linear.
      if (i + 1 < sentences.size() && EndsInOrdinal(sentence)) sentence.last = sentences[++i].last;
      if (!impl_.tagger->HasSign(reading_, sentence)) continue;
      impl_.tagger->Tag(reading_, lexicon_, sentence, language_, cells_);
      sentence_ = sentence;
      InSentence();
    }
    ApplyReportingYear(reference_, spans_);
    return std::move(spans_);
  }

 private:
  // What is kept from text to text, so that its buffers grow once.
  struct Buffers {
    DateCells cells;
    PatternFilter::Starts starts;
  };
  static Buffers& Room() {
    thread_local Buffers room;
    return room;
  }

  // "5." is an ordinal where the day comes first ("am 5. März"): no sentence ends there.
  bool EndsInOrdinal(const Sentence& sentence) const {
    return day_first_ && sentence.last >= sentence.first + 2 && reading_.TextOf(sentence.last - 1) == "." &&
           reading_.tokens[sentence.last - 2].kind == TokenKind::kDigits;
  }

  void InSentence() {
    context_end_ = 0;
    impl_.rules->patterns().FindStarts(cells_.text, starts_);
    for (size_t at = 0; at < cells_.text.size();) {
      if (!cells_.IsTagged(at) || !impl_.rules->patterns().LongestAt(cells_.text, starts_, at, match_)) {
        ++at;
        continue;
      }
      PreferLonger();
      at = std::max(at + 1, Take());
    }
  }

  // A rule that asks for a word before its expression ("in" + "May") must not hide a longer expression there ("May 5").
  void PreferLonger() {
    const size_t begin = SpanOf(match_).first;
    if (begin == match_.whole.first || !impl_.rules->patterns().LongestAt(cells_.text, starts_, begin, other_)) return;
    const size_t end = SpanOf(match_).last;
    const size_t other_end = SpanOf(other_).last;
    // A rule that saw as far knows why it ends before.
    if (other_end > end && match_.whole.last >= other_.whole.last) return;
    const bool more_context = other_end == end && other_.whole.last > match_.whole.last;
    if (other_end > end || more_context) std::swap(match_, other_);
  }

  // The cells of the expression itself, without the context that the pattern asks for.
  CellRange SpanOf(const PatternMatch& match) const {
    const auto& names = impl_.rules->patterns().CaptureNames(match.pattern);
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] == kSpanCapture && match.capture[i].found()) return match.capture[i];
    }
    return match.whole;
  }

  // Makes a date of the match; returns the cell to go on with.
  size_t Take() {
    const DateRule& rule = impl_.rules->RuleOf(match_.pattern);
    const MatchWords caught(match_, impl_.rules->patterns().CaptureNames(match_.pattern), cells_, impl_.words,
                            impl_.tags, reading_);
    const CellRange span = SpanOf(match_);
    if (rule.steps.empty()) return span.last;
    DateContext context{reference_, impl_.tense->Of(reading_, cells_, span), &mentions_, day_first_, {}, {}};
    if (NamesOwnYear(rule)) {
      const YearCalendars::Place place{reading_, lexicon_, language_, cells_.text.cell(span.first).first, sentence_};
      context.fiscal = impl_.years->Fiscal(place, years_);
      context.season = impl_.years->Season(place, years_);
    }
    const bool future = context.tense == Tense::kFuture && !rule.future_steps.empty();
    auto resolved = ResolveDate(future ? rule.future_steps : rule.steps, caught, context);
    if (!resolved || resolved->value.empty()) return span.last;
    const size_t context_end = resolved->spoken_of ? match_.whole.last : 0;
    Keep(rule, future ? rule.future_type : rule.type, span, std::move(*resolved));
    context_end_ = std::max(context_end_, context_end);
    return span.last;
  }

  void Keep(const DateRule& rule, const std::string& type, CellRange span, ResolvedDate resolved) {
    const Cell& last = cells_.text.cell(span.last - 1);
    DateSpan out;
    out.first = cells_.text.cell(span.first).first;
    out.last = last.first + last.count;
    out.date.start = reading_.tokens[out.first].start;
    out.date.end = reading_.tokens[out.last - 1].end;
    out.date.type = type;
    out.date.value = std::move(resolved.value);
    if (const auto& period = resolved.meaning.period) {
      const DaySpan meant = resolved.days.value_or(period->days);
      out.days = meant;
      out.date.start_date = ToIsoDate(meant.first);
      out.date.end_date = ToIsoDate(meant.last);
      // Comparisons do not change what is spoken of, nor does "the past two years".
      const bool own = resolved.meaning.relation == PeriodRelation::kNone;
      // In "the first two months of 1987" it is not the year that is spoken of.
      const bool context = span.first < context_end_;
      if (own && !context && (type == "date" || resolved.spoken_of)) mentions_.Note(*period);
    }
    out.rule = rule.id;
    out.meaning = std::move(resolved.meaning);
    spans_.push_back(std::move(out));
  }

  const DateFinder::Impl& impl_;
  const Reading& reading_;
  const Lexicon& lexicon_;
  const std::optional<Day> reference_;
  const std::string_view language_;
  const bool day_first_;
  Sentence sentence_;
  YearCalendars::Memory years_;
  DateCells& cells_;
  PatternFilter::Starts& starts_;
  PatternMatch match_;
  PatternMatch other_;
  size_t context_end_ = 0;  // cells before it were context of a length found
  Mentions mentions_;
  std::vector<DateSpan> spans_;
};

}  // namespace

DateFinder::DateFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DateFinder::DateFinder(DateFinder&&) noexcept = default;
DateFinder& DateFinder::operator=(DateFinder&&) noexcept = default;
DateFinder::~DateFinder() = default;

Result<DateFinder> DateFinder::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon,
                                    std::vector<Error>* mistakes) {
  auto impl = std::make_unique<Impl>();
  const NumberTags known(tags);
  if (auto status = impl->words.Load(files, tags, lexicon); !status) {
    return tl::unexpected(status.error());
  }
  impl->tense.emplace(tags, impl->words);
  impl->joiner.emplace(tags, impl->words);
  impl->years.emplace(tags, impl->words);
  auto rules = DateRules::Load(files, tags, lexicon, mistakes);
  if (!rules) return tl::unexpected(rules.error());
  impl->rules.emplace(std::move(*rules));
  impl->tagger.emplace(impl->words, tags, lexicon);
  impl->tags = tags;
  return DateFinder(std::move(impl));
}

std::span<const DateRule> DateFinder::rules() const { return impl_->rules->rules(); }

std::vector<DateSpan> DateFinder::Find(const Reading& reading, const Lexicon& lexicon, std::optional<Day> reference,
                                       std::string_view language) const {
  const std::string_view primary = language.substr(0, language.find('-'));
  return Search(*impl_, reading, lexicon, reference, primary).Run();
}

void DateFinder::Join(const Reading& reading, const Lexicon& lexicon, std::optional<Day> reference,
                      std::string_view language, std::vector<DateSpan>& dates) const {
  const std::string_view primary = language.substr(0, language.find('-'));
  impl_->joiner->Join({reading, lexicon, primary, reference}, dates);
}

}  // namespace tallywire::extract
