#include "extract/events/period_scope.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

bool OpensClause(const PeriodScope& scope, size_t at) {
  const auto cells = scope.cells;
  return cells[at].kind == kCommaCell && at + 1 < cells.size() && cells[at + 1].Is(WordRole::kConjunction);
}

// "In 2018 the quota was 5 tons, in 2017 it was 4": behind the date begins what happened then.
bool TellsOfDate(const PeriodScope& scope, size_t date) {
  const auto cells = scope.cells;
  if (cells[date].date_roles == 0 || date + 2 >= cells.size()) return false;
  constexpr uint64_t kNouns = BitOf(WordRole::kPronoun) | BitOf(WordRole::kArticle);
  if ((cells[date + 1].roles & kNouns) == 0) return false;
  for (size_t at = date + 2; at < cells.size() && cells[at].kind != kFigureCell; ++at) {
    if (cells[at].kind == kVerbCell || cells[at].Is(WordRole::kBe)) return true;
    if (cells[at].kind != kWordCell) return false;
  }
  return false;
}

// "into home and foreign ports in 2023": adjectives of one noun.
bool JoinsModifiers(std::span<const EventCell> cells, size_t at) {
  if (at == 0 || at + 2 >= cells.size()) return false;
  const auto plain = [&](size_t k) {
    const EventCell& cell = cells[k];
    return cell.kind == kWordCell && cell.subject == kAbsent && cell.item == kAbsent && cell.measure == kAbsent &&
           !cell.Is(WordRole::kArticle) && !cell.Is(WordRole::kPronoun) && !cell.Is(WordRole::kNounPreposition);
  };
  const auto thing = [&](size_t k) { return cells[k].item != kAbsent && cells[k].kind == kWordCell; };
  // "of chilled and frozen beef", whose last two words may be one thing
  if (thing(at + 1) && plain(at - 1) && at > 1 && cells[at - 2].Is(WordRole::kNounPreposition)) return true;
  const bool noun = plain(at + 2) || thing(at + 2);
  return plain(at - 1) && plain(at + 1) && noun && at > 1 && cells[at - 2].Is(WordRole::kNounPreposition);
}

// "5 t of oil and condensate in May": two nouns that share the date behind them.
bool JoinsNouns(std::span<const EventCell> cells, size_t at) {
  constexpr size_t kReach = 6;
  constexpr uint64_t kOpens = BitOf(WordRole::kPronoun) | BitOf(WordRole::kArticle) | BitOf(WordRole::kBe) |
                              BitOf(WordRole::kFuture) | BitOf(WordRole::kUp) | BitOf(WordRole::kDown);
  for (size_t k = at + 1; k < std::min(cells.size(), at + kReach); ++k) {
    const EventCell& cell = cells[k];
    if (cell.kind == kDateCell) return k > at + 1;
    if (cell.kind != kWordCell || cell.measure != kAbsent || cell.verb != kAbsent || (cell.roles & kOpens) != 0)
      return false;
  }
  return false;
}

// "a target of 5 t and year-ago output of 4 t": a measure with a date of its own.
bool NamesOther(std::span<const EventCell> cells, size_t conjunction) {
  const size_t date = conjunction + 1;
  return date + 1 < cells.size() && cells[date].kind == kDateCell && cells[date].date_roles == 0 &&
         cells[date + 1].kind == kWordCell && cells[date + 1].measure != kAbsent;
}

// "exported 5 t of ore, measured by its content, in 2024": behind what stands between commas the clause goes on. The
// cell of the date; that of the comma where there is none.
size_t BehindInsertion(const PeriodScope& scope, size_t comma) {
  constexpr size_t kLongest = 6;
  const auto cells = scope.cells;
  for (size_t k = comma + 1; k < std::min(cells.size(), comma + kLongest); ++k) {
    const EventCell& cell = cells[k];
    if (cell.kind == kCommaCell) {
      // "between" may stand in front of the date.
      const size_t next = k + 1 < cells.size() && cells[k + 1].Is(WordRole::kNounPreposition) ? k + 2 : k + 1;
      const bool date = k > comma + 1 && scope.is_date(next) && (cells[next].date_roles != 0 || next > k + 1);
      return date && !TellsOfDate(scope, next) ? next : comma;
    }
    if (cell.kind == kFigureCell || cell.kind == kBarrierCell || cell.kind == kDateCell ||
        cell.Is(WordRole::kConjunction))
      return comma;
  }
  return comma;
}

// Whether the figure is of the firm whose year the text tells: of one named where it does, or of any where none is.
bool IsTheFirm(const PeriodScope& scope) {
  if (scope.draft.subject == kAbsent) return true;
  const DocumentNames& names = *scope.c.names;
  const auto& dates = scope.c.sources->dates;
  const auto telling = std::find_if(dates.begin(), dates.end(),
                                    [](const DateSpan& date) { return date.meaning.reporting_begins.has_value(); });
  if (!names.IsCompany(scope.draft.subject) || telling == dates.end()) return false;
  const Reading& reading = *scope.c.sources->reading;
  const Sentence& sentence = reading.sentences[reading.SentenceOf(telling->first)];
  // "October" is no firm.
  const auto is_date = [&](uint32_t token) {
    return std::any_of(dates.begin(), dates.end(),
                       [&](const DateSpan& date) { return date.first <= token && token < date.last; });
  };
  bool named = false;
  for (const NameSpan& name : names.From(sentence.first)) {
    if (name.first >= sentence.last) break;
    if (name.entity == scope.draft.subject) return true;
    named = named || (name.entity >= 0 && !IsPlace(names.KindOf(name.entity)) && !is_date(name.first));
  }
  return !named;
}

}  // namespace

bool PeriodScope::is_written_in_digits() const {
  const std::string& text = draft.event.period_text;
  return std::any_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool PeriodScope::follows(size_t cell, const WordSet& words) const {
  const uint32_t first = cells[cell].first;
  return first > c.sentence->first && words.contains(c.sources->reading->TextOf(first - 1));
}

bool PeriodScope::says(size_t cell, const std::vector<std::string>& words) const {
  const std::string_view text = c.text(cells[cell]);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

std::string PeriodScope::PeriodAt(size_t cell) const {
  const DateSpan& span = c.sources->dates[static_cast<size_t>(cells[cell].date)];
  const DateExpression& date = span.date;
  if (span.meaning.of_firm && !IsTheFirm(*this)) return date.value;
  const Grain grain = GrainOf(date.value);
  if (grain != Grain::kQuarter && grain != Grain::kHalf && grain != Grain::kYear) return date.value;
  const int months = grain == Grain::kQuarter ? 3 : grain == Grain::kHalf ? 6 : 12;
  const auto first = ParseIsoDay(date.start_date);
  const auto last = ParseIsoDay(date.end_date);
  const auto calendar = DaysOf(date.value);
  if (!first || !last || !calendar || calendar->first == *first) return date.value;
  std::string period = SpanFrom(*first, months);
  const auto days = DaysOf(period);
  return days && days->last == *last ? period : date.value;
}

namespace {

// "advised a catch of 5 t after a survey early this year found", "ahead of 5 t before it cut output in May": behind
// "after" begins what happened then, if a verb of its own follows.
bool OpensTime(const PeriodScope& scope, size_t at) {
  constexpr size_t kReach = 8;
  const auto cells = scope.cells;
  if (!scope.c.vocabulary->after.contains(scope.c.text(cells[at]))) return false;
  for (size_t k = at + 1; k < std::min(cells.size(), at + kReach); ++k) {
    const EventCell& cell = cells[k];
    if (cell.kind == kFigureCell || cell.kind == kCommaCell || cell.kind == kBarrierCell) return false;
    constexpr uint64_t kVerbs = BitOf(WordRole::kReport) | BitOf(WordRole::kHave) | BitOf(WordRole::kBe) |
                                BitOf(WordRole::kUp) | BitOf(WordRole::kDown);
    if (k > at + 1 && (cell.kind == kVerbCell || cell.verb != kAbsent || (cell.roles & kVerbs) != 0) &&
        cell.measure == kAbsent)
      return true;
  }
  return false;
}

// "reached 5 t (up 4%) in May": where the clause goes on.
size_t BehindParentheses(const PeriodScope& scope, size_t at) {
  constexpr size_t kLongest = 6;  // cells
  if (at >= scope.cells.size() || scope.c.text(scope.cells[at]) != "(") return at;
  for (size_t k = at + 1; k < std::min(scope.cells.size(), at + kLongest); ++k) {
    if (scope.c.text(scope.cells[k]) == ")") return k + 1;
  }
  return at;
}

// "exported 5 t of rice for $3 million in May": behind the sum, where it ends in front of a date; `at` elsewhere.
size_t BehindPrice(const PeriodScope& scope, size_t at) {
  constexpr size_t kReach = 6;  // cells
  const auto cells = scope.cells;
  const auto is_money = [&](int figure) {
    const UnitKind kind = scope.c.kind_of(figure);
    return kind == UnitKind::kMoney || kind == UnitKind::kPerUnit;
  };
  if (is_money(scope.draft.figure)) return at;
  const auto is_tie = [&](size_t cell) { return scope.c.vocabulary->price_ties.contains(scope.c.text(cells[cell])); };
  size_t sum = at;
  while (sum + 1 < std::min(cells.size(), at + kReach) && (cells[sum].kind == kWordCell || is_tie(sum))) ++sum;
  if (sum + 1 >= cells.size() || sum == at || cells[sum].kind != kFigureCell || !scope.is_date(sum + 1)) return at;
  const bool priced = is_tie(sum - 1);
  return priced && is_money(cells[sum].figure) ? sum + 1 : at;
}

}  // namespace

size_t PeriodScope::BehindFigure() const { return BehindParentheses(*this, draft.cell + 1); }

size_t PeriodScope::EndOfClause() const {
  size_t at = BehindFigure();
  // "6.2 million 60-kg bags": one amount
  if (at < cells.size() && cells[at].kind == kFigureCell) ++at;
  // "The first ceiling, 42 bcm, was imposed for 2014": an apposition ends no clause.
  const bool apposed = draft.cell > 0 && cells[draft.cell - 1].kind == kCommaCell && at < cells.size() &&
                       cells[at].kind == kCommaCell && at + 1 < cells.size() && cells[at + 1].kind == kVerbCell;
  if (apposed) ++at;
  at = BehindPrice(*this, at);
  for (; at < cells.size(); ++at) {
    const EventCell& cell = cells[at];
    if (cell.kind == kFigureCell || cell.kind == kBarrierCell || OpensTime(*this, at)) return at;
    if (cell.Is(WordRole::kConjunction) && NamesOther(cells, at)) return at;
    if (cell.Is(WordRole::kConjunction) && at > draft.cell + 1 && !JoinsModifiers(cells, at) && !JoinsNouns(cells, at))
      return at;
    if (cell.kind != kCommaCell || (is_date(at + 1) && !TellsOfDate(*this, at + 1))) continue;
    const size_t behind = BehindInsertion(*this, at);
    if (behind == at) return at;
    at = behind;
  }
  return at;
}

size_t PeriodScope::StartOfClause() const {
  size_t at =
      std::min({draft.cell, draft.phrase && !draft.inherited ? draft.phrase->first : draft.cell, draft.match.first});
  while (at > 0 && cells[at - 1].kind != kFigureCell && cells[at - 1].kind != kBarrierCell &&
         !OpensClause(*this, at - 1))
    --at;
  return at;
}

size_t PeriodScope::NextFigure() const {
  size_t at = draft.cell + 1;
  while (at < cells.size() && cells[at].kind != kFigureCell && cells[at].kind != kBarrierCell) ++at;
  return at;
}

size_t PeriodScope::EndOfStatement() const {
  size_t at = draft.cell + 1;
  while (at < cells.size() && cells[at].kind != kBarrierCell) ++at;
  return at;
}

std::string PeriodScope::Current() const {
  for (size_t i = c.before.size(); i-- > 0;) {
    if (c.before[i].role != CaptureRole::kBase && !c.before[i].event.period.empty()) return c.before[i].event.period;
  }
  return c.focus->period;
}

Aside AsideInFront(const PeriodScope& scope, size_t start) {
  const auto cells = scope.cells;
  const bool relative = start > 1 && cells[start - 1].kind == kBarrierCell && cells[start - 2].kind == kCommaCell &&
                        scope.c.vocabulary->relatives.contains(scope.c.text(cells[start - 1]));
  if (!relative) return {};
  for (size_t at = start; at < scope.draft.cell; ++at) {
    if (cells[at].kind == kCommaCell) return {start - 1, at};
  }
  return {};
}

}  // namespace tallywire::extract
