// When: the span of time a figure is about, and the one a change is measured from.
#include <algorithm>
#include <string>

#include "extract/events/event_draft.h"
#include "extract/events/event_period.h"
#include "extract/events/slot_statement.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

constexpr size_t kNoCell = SIZE_MAX;
constexpr double kDoubtOfDocument = 0.95;  // the period stands in another sentence

class PeriodFinder {
 public:
  PeriodFinder(const SentenceContext& context, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  // The basis alone, for a period found elsewhere.
  void RunBasis() {
    draft_.event.basis.clear();
    if (draft_.event.kind == EventKind::kChange) FindBasis();
  }

  void Run() {
    const size_t own = draft_.match.period != kAbsent ? static_cast<size_t>(draft_.match.period) : FindPeriod();
    if (own != kNoCell) {
      draft_.event.period = SpanOf(own);
      draft_.event.period_text = std::string(c_.text(cells_[own]));
      // "when net was $2 million a year ago": the year-ago quarter, where the text speaks of a quarter.
      const std::string current = Current();
      const bool earlier = YearOf(draft_.event.period) < YearOf(current);
      const Grain grain = GrainOf(current);
      const bool fine = grain == Grain::kDay || grain == Grain::kWeek || grain == Grain::kMonth;
      const bool fits = fine ? Contains(own, c_.vocabulary->year_earlier) : grain != Grain::kOther || Continues();
      if (earlier && !StartsWithDigit(draft_.event.period_text) && fits)
        draft_.event.period = Fit(draft_.event.period, current);
    }
    if (own == kNoCell && TakeSeason()) return;
    if (draft_.role == CaptureRole::kBase) return FinishBase(own);
    if (own == kNoCell) TakeOver();
    WidenToWeek();
    if (draft_.event.period.empty()) TakeDocument();
    if (draft_.event.kind == EventKind::kChange) FindBasis();
  }

 private:
  // "10 lakh tonnes last season": the season that was spoken of, or the one before it.
  bool TakeSeason() {
    if (TakeSeason(draft_.cell + 1, EndOfClause())) return true;
    return TakeSeason(StartOfClause(), draft_.cell);
  }

  // The season that the text speaks of, by the sentences before or by this one in front of the figure.
  std::string Season() const {
    std::string season = c_.focus->season;
    constexpr size_t kLength = 9;  // 2023/2024
    for (const EventCell& cell : cells_.first(draft_.cell)) {
      if (cell.kind != kDateCell) continue;
      const std::string& value = c_.date(cell).value;
      if (value.size() == kLength && value[4] == '/' && value > season) season = value;
    }
    return season;
  }

  bool TakeSeason(size_t from, size_t to) {
    for (size_t at = from; at < to && at < cells_.size(); ++at) {
      if (cells_[at].Is(WordRole::kSamePeriod) && !Current().empty()) {
        draft_.event.period = Current();
        draft_.event.period_text = std::string(c_.text(cells_[at]));
        return true;
      }
      const std::string season = Season();
      if (season.empty() || (draft_.role != CaptureRole::kBase && IsCompared(at))) continue;
      const bool last = cells_[at].Is(WordRole::kLastSeason);
      if (!last && !cells_[at].Is(WordRole::kThisSeason)) continue;
      draft_.event.period = last ? ShiftYears(season, -1) : season;
      draft_.event.period_text = std::string(c_.text(cells_[at]));
      return true;
    }
    return false;
  }

  // "more than last season": what is compared with, not what the figure is about.
  bool IsCompared(size_t at) const {
    constexpr uint64_t kCompared = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) |
                                   BitOf(WordRole::kFromward) | BitOf(WordRole::kCompare) |
                                   BitOf(WordRole::kComparing) | BitOf(WordRole::kBasisPreposition);
    return at > 0 && (cells_[at - 1].roles & kCompared) != 0;
  }

  bool TakeSeasonBasis() {
    const std::string season = Season();
    if (season.empty()) return false;
    for (size_t at = draft_.cell + 1; at < EndOfBasis(); ++at) {
      if (!cells_[at].Is(WordRole::kLastSeason) || !IsCompared(at)) continue;
      draft_.event.basis = ShiftYears(season, -1);
      return true;
    }
    return false;
  }

  // Whether the figure goes on with what the text spoke of: the same sentence or measure, or a company's accounts.
  bool Continues() const {
    if (!c_.before.empty() || c_.measure(draft_.measure).company) return true;
    return std::any_of(c_.focus->drafts.begin(), c_.focus->drafts.end(),
                       [&](const EventDraft& before) { return before.event.measure == draft_.event.measure; });
  }

  bool IsPeriod(size_t at) const { return cells_[at].kind == kDateCell && !SpanOf(at).empty(); }

  static bool StartsWithDigit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

  // The ISO period of the date at that cell; empty where it names none.
  std::string SpanOf(size_t at) const {
    const std::string& value = c_.date(cells_[at]).value;
    if (value.size() > 1 && value.front() == 'P') return SpanOfLength(at, value);
    if (EndsSpan(at) && at > 0 && cells_[at - 1].kind == kDateCell) {
      if (auto span = SpanUntil(c_.date(cells_[at - 1]).value, value); !span.empty()) return span;
    }
    if (EndsSpan(at + 1)) {
      if (auto span = SpanUntil(value, c_.date(cells_[at + 1]).value); !span.empty()) return span;
    }
    if (auto span = SpanBetween(at); !span.empty()) return span;
    // "brought in $12 billion through November": since the year began.
    if (EndsSpan(at) && GrainOf(value) == Grain::kMonth && !LiesAhead(at) && IsThrough(at) && !value.ends_with("-01"))
      return value.substr(0, 4) + "-01/" + value;
    if ((cells_[at].date_roles & BitOf(WordRole::kSince)) != 0 && c_.published) {
      const auto days = DaysOf(value);
      // "since the start of the year"
      const bool running = days && days->first < *c_.published && *c_.published <= days->last;
      if (running) return ToIsoDate(days->first) + "/" + ToIsoDate(*c_.published);
      if (days && days->first < *c_.published) return value + "/" + ToIsoDate(*c_.published);
    }
    constexpr size_t kDecade = 3;  // "202": events say 202X
    if (value.size() == kDecade && DaysOf(value)) return value + "X";
    return DaysOf(value) ? value : std::string{};
  }

  bool IsThrough(size_t at) const {
    const uint32_t first = cells_[at].first;
    return first > 0 && c_.vocabulary->through.contains(c_.sources->reading->TextOf(first - 1));
  }

  // "between March 4 and March 10"
  std::string SpanBetween(size_t at) const {
    const auto between = [&](size_t first) {
      return first > 0 && first + 2 < cells_.size() && cells_[first - 1].Is(WordRole::kBetween) &&
             cells_[first].kind == kDateCell && cells_[first + 1].Is(WordRole::kConjunction) &&
             cells_[first + 2].kind == kDateCell;
    };
    const size_t first = between(at) ? at : at > 1 && between(at - 2) ? at - 2 : kNoCell;
    if (first == kNoCell) return {};
    const std::string& begin = c_.date(cells_[first]).value;
    const std::string& end = c_.date(cells_[first + 2]).value;
    const auto from = DaysOf(begin);
    const auto to = DaysOf(end);
    return from && to && from->first <= to->last ? begin + "/" + end : std::string{};
  }

  // "12 months from March 1" ends a day before the next March; "the nine months" of company results run from the
  // beginning of the year to the end of the quarter the text speaks of.
  std::string SpanOfLength(size_t at, const std::string& length) const {
    if (EndsSpan(at + 1)) return SpanUntil(length, c_.date(cells_[at + 1]).value);
    const auto months = MonthsOf(length);
    if (!months) return {};
    // "the first eight months" has its days already.
    const DateExpression& date = c_.date(cells_[at]);
    const auto first = ParseIsoDay(date.start_date);
    const bool named = first && c_.published && !date.end_date.empty() && *first < *c_.published;
    if (named && std::chrono::year_month_day(*first).day() == std::chrono::day(1) && IsOrdinal(at))
      return SpanFrom(*first, *months);
    if (at + 1 < cells_.size() && cells_[at + 1].kind == kDateCell && StartsSpan(at + 1)) {
      const auto days = DaysOf(c_.date(cells_[at + 1]).value);
      if (days) return SpanFrom(days->first, *months);
    }
    std::string current = Current();
    const auto days = DaysOf(current);
    // "in the nine months" that were spoken of
    if (days && GrainOf(current) == Grain::kOther && SpanFrom(days->first, *months) == current) return current;
    for (const auto& [measure, period] : c_.focus->periods) {
      const auto spoken = DaysOf(period);
      if (spoken && GrainOf(period) == Grain::kOther && SpanFrom(spoken->first, *months) == period) return period;
    }
    if (GrainOf(current) != Grain::kQuarter || !days || *months <= 3) return {};
    const auto end = std::chrono::year_month_day(days->last);
    if (static_cast<int>(static_cast<unsigned>(end.month())) != *months) return {};
    return SpanFrom(Day(end.year() / std::chrono::January / 1), *months);
  }

  // "the first two months" rather than "two months".
  bool IsOrdinal(size_t at) const {
    for (const std::string& word : c_.vocabulary->span_ordinals) {
      if (c_.text(cells_[at]).find(word) != std::string_view::npos) return true;
    }
    return false;
  }

  bool EndsSpan(size_t at) const {
    return at < cells_.size() && cells_[at].kind == kDateCell &&
           (cells_[at].date_roles & BitOf(WordRole::kEnding)) != 0;
  }

  bool StartsSpan(size_t at) const {
    return (cells_[at].date_roles & (BitOf(WordRole::kFromward) | BitOf(WordRole::kDatePreposition))) != 0;
  }

  // A date beside "said" or "announced" tells when it was said; a day or week beside a quota when it was decided.
  bool IsAnnouncement(size_t at) const {
    const Grain grain = GrainOf(c_.date(cells_[at]).value);
    const bool fine = grain == Grain::kDay || grain == Grain::kWeek;
    if (!fine || LiesAhead(at)) return false;
    if (c_.measure(draft_.measure).set && cells_[at].date_roles == 0) return true;
    constexpr uint64_t kSaying = BitOf(WordRole::kReport) | BitOf(WordRole::kDecided);
    const auto reports = [&](size_t k) { return k < cells_.size() && (cells_[k].roles & kSaying) != 0; };
    if (reports(at + 1) || (at > 0 && reports(at - 1)) || (at > 1 && reports(at - 2))) return true;
    return c_.measure(draft_.measure).set;
  }

  bool IsBasis(size_t at) const {
    const uint64_t roles = cells_[at].date_roles;
    if (LiesAhead(at)) return false;  // "raised from October": since then, not from it
    if (at > 0 && cells_[at - 1].Is(WordRole::kComparing)) return true;
    if ((roles & BitOf(WordRole::kFromward)) != 0 || IsComparedBehind(at)) return true;
    return (roles & BitOf(WordRole::kBasisPreposition)) != 0 && (roles & BitOf(WordRole::kDatePreposition)) == 0;
  }

  // "below the corresponding batch of the previous year", "less than in the same months of 2023"
  bool IsComparedBehind(size_t at) const {
    if (at < draft_.cell + 3) return false;
    // "higher than the settlement in May"
    const bool than =
        cells_[draft_.cell + 1].Is(WordRole::kComparing) && cells_[draft_.cell + 2].Is(WordRole::kArticle);
    const auto between = cells_.subspan(draft_.cell + 1, at - draft_.cell - 1);
    const bool same = std::any_of(between.begin(), between.end(),
                                  [](const EventCell& cell) { return cell.Is(WordRole::kSamePeriod); });
    if (!than && !same && !Precedes(at) && !Contains(at, c_.vocabulary->year_earlier)) return false;
    constexpr uint64_t kCompared =
        BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) | BitOf(WordRole::kComparing);
    for (size_t k = draft_.cell + 1; k < at; ++k) {
      if (cells_[k].kind == kFigureCell || cells_[k].kind == kCommaCell || cells_[k].kind == kBarrierCell) return false;
    }
    return (cells_[draft_.cell + 1].roles & kCompared) != 0;
  }

  bool LiesAhead(size_t at) const {
    const auto days = DaysOf(c_.date(cells_[at]).value);
    return days && c_.published && days->first > *c_.published;
  }

  // "on 2005 levels", "over 2018": a basis where it lies before what the figure is about.
  bool IsWeakBasis(size_t at) const {
    const Grain grain = GrainOf(c_.date(cells_[at]).value);
    const bool coarse = grain != Grain::kDay && grain != Grain::kWeek && grain != Grain::kNone;
    const bool marked = (cells_[at].date_roles & BitOf(WordRole::kBasisPreposition)) != 0;
    return coarse && marked && !IsBasis(at) && !LiesAhead(at);
  }

  bool Usable(size_t at) const {
    if (!IsPeriod(at) || IsAnnouncement(at) || IsOfReport(at) || IsRecord(at) || IsContractMonth(at)) return false;
    if (draft_.role == CaptureRole::kBase) return true;
    return !IsBasis(at) && (draft_.event.kind != EventKind::kChange || !IsWeakBasis(at));
  }

  // "in its August report": when it was said.
  bool IsOfReport(size_t at) const {
    if (at == 0 || !cells_[at - 1].Is(WordRole::kOwnPronoun)) return false;
    constexpr size_t kReach = 5;
    for (size_t k = at + 1; k < std::min(cells_.size(), at + kReach); ++k) {
      if (cells_[k].kind == kFigureCell || cells_[k].kind == kCommaCell) return false;
      if (c_.vocabulary->reports.contains(c_.text(cells_[k]))) return true;
    }
    return false;
  }

  // "March soybeans lost 12 cents": the month of delivery, not of the trade.
  bool IsContractMonth(size_t at) const {
    if (!c_.measure(draft_.measure).Is(MeasureTrait::kPrice)) return false;
    const bool month = GrainOf(c_.date(cells_[at]).value) == Grain::kMonth && cells_[at].date_roles == 0;
    const bool names = at + 1 < cells_.size() && (cells_[at + 1].item != kAbsent || cells_[at + 1].measure != kAbsent);
    const Grain grain = GrainOf(c_.date(cells_[at]).value);
    const bool coarse = grain == Grain::kYear || grain == Grain::kQuarter || grain == Grain::kHalf;
    return (LiesAhead(at) && !coarse) || (month && names);
  }

  // "the biggest fall since 2008": how long it has not been so.
  bool IsRecord(size_t at) const {
    if ((cells_[at].date_roles & BitOf(WordRole::kSince)) == 0) return false;
    for (size_t k = at, steps = 0; k-- > 0 && steps < 8; ++steps) {
      if (cells_[k].Is(WordRole::kRecordWord)) return true;
      if (cells_[k].kind == kFigureCell || cells_[k].kind == kDateCell) return false;
    }
    return false;
  }

  size_t Find(size_t from, size_t to) const {
    for (size_t at = from; at < to && at < cells_.size(); ++at) {
      if (Usable(at)) return at;
    }
    return kNoCell;
  }

  // A clause ends where a conjunction or comma brings a new verb, or at a barrier.
  size_t EndOfClause() const {
    size_t at = draft_.cell + 1;
    // "6.2 million 60-kg bags": one amount
    if (at < cells_.size() && cells_[at].kind == kFigureCell) ++at;
    for (; at < cells_.size(); ++at) {
      const EventCell& cell = cells_[at];
      if (cell.kind == kFigureCell || cell.kind == kBarrierCell) return at;
      if (cell.Is(WordRole::kConjunction) && at > draft_.cell + 1) return at;
      if (cell.kind == kCommaCell && (at + 1 >= cells_.size() || cells_[at + 1].kind != kDateCell)) return at;
    }
    return at;
  }

  size_t StartOfClause() const {
    const size_t from = std::min(
        {draft_.cell, draft_.phrase && !draft_.inherited ? draft_.phrase->first : draft_.cell, draft_.match.first});
    size_t at = from;
    while (at > 0 && cells_[at - 1].kind != kFigureCell && cells_[at - 1].kind != kBarrierCell && !NewClause(at - 1))
      --at;
    return at;
  }

  bool NewClause(size_t at) const {
    return cells_[at].kind == kCommaCell && at + 1 < cells_.size() && cells_[at + 1].Is(WordRole::kConjunction);
  }

  size_t FindPeriod() const {
    if (const size_t at = FindOfStatement(); at != kNoCell) return at;
    const size_t end = EndOfClause();
    // An old level's date stands behind it ("from 5 t in 1986").
    if (const size_t at = Find(draft_.cell + 1, end); at != kNoCell) return at;
    if (draft_.role == CaptureRole::kBase) return FindForBase();
    if (draft_.phrase && !draft_.inherited) {
      for (const int cell : {draft_.phrase->period, draft_.phrase->other_date}) {
        if (cell != kAbsent && Usable(static_cast<size_t>(cell))) return static_cast<size_t>(cell);
      }
    }
    if (const size_t at = FindBeforeWhen(); at != kNoCell) return at;
    const size_t start = StartOfClause();
    for (size_t at = draft_.cell; at-- > start;) {
      if (Usable(at) && !IsWeakBasis(at)) return WithLength(at);
    }
    if (!draft_.inherited && !cells_.empty()) {
      // A date that opens the sentence holds for all its clauses.
      for (size_t at = 0; at < std::min<size_t>(3, cells_.size()); ++at) {
        if (Usable(at)) return at;
      }
    }
    return kNoCell;
  }

  // "| 2024 quota: 120,000 t": what the figure's column is headed by, else its label or the lead.
  size_t FindOfStatement() const {
    const int at =
        FindInStatement(*c_.sentence, draft_.cell, [](const EventCell& cell) { return cell.kind == kDateCell; });
    return at == kAbsent ? kNoCell : static_cast<size_t>(at);
  }

  // "in the first eight months of 2024": the eight months.
  size_t WithLength(size_t at) const {
    if (at == 0 || cells_[at - 1].kind != kDateCell || !StartsSpan(at)) return at;
    const std::string& length = c_.date(cells_[at - 1]).value;
    const bool months = MonthsOf(length).has_value();
    return months && !SpanOfLength(at - 1, length).empty() ? at - 1 : at;
  }

  // "up 5% from 2019, when exports fell a tenth": the date that the clause tells of, whatever it is to the other one.
  size_t FindBeforeWhen() const {
    size_t at = draft_.cell;
    while (at > 0 && cells_[at - 1].kind != kFigureCell && cells_[at - 1].kind != kBarrierCell) --at;
    if (at == 0 || !cells_[--at].Is(WordRole::kWhen)) return kNoCell;
    if (at > 0 && cells_[at - 1].kind == kCommaCell) --at;
    if (at == 0 || cells_[at - 1].kind != kDateCell) return kNoCell;
    return IsPeriod(at - 1) && !IsAnnouncement(at - 1) ? at - 1 : kNoCell;
  }

  size_t FindForBase() const {
    for (size_t at = draft_.cell; at-- > draft_.match.first;) {
      if (cells_[at].kind == kCommaCell) break;
      if (IsPeriod(at)) return at;
      // "to 5 t this year from 4 t": what stands in front of "from" is the other one's.
      constexpr uint64_t kTies = BitOf(WordRole::kFromward) | BitOf(WordRole::kCompare);
      if (cells_[at].kind == kFigureCell || (cells_[at].roles & kTies) != 0) break;
    }
    if (draft_.phrase && !draft_.inherited && draft_.phrase->period != kAbsent)
      return static_cast<size_t>(draft_.phrase->period);
    return kNoCell;
  }

  // The period of the newest level or change in this sentence.
  std::string Current() const {
    for (size_t i = c_.before.size(); i-- > 0;) {
      if (c_.before[i].role != CaptureRole::kBase && !c_.before[i].event.period.empty())
        return c_.before[i].event.period;
    }
    return c_.focus->period;
  }

  // "Brent finished at $65, which left the benchmark 4% lower": said by a verb, then by a noun.
  bool IsSamePrice(const EventDraft& before) const {
    return c_.measure(before.measure).Is(MeasureTrait::kPrice) && c_.measure(draft_.measure).Is(MeasureTrait::kPrice) &&
           before.event.item == draft_.event.item;
  }

  void TakeOver() {
    for (size_t i = c_.before.size(); i-- > 0;) {
      const EventDraft& before = c_.before[i];
      const bool same = before.measure == draft_.measure || IsSamePrice(before);
      if (before.role == CaptureRole::kBase || !same) continue;
      draft_.event.period = before.event.period;
      draft_.event.period_text = before.event.period_text;
      return;
    }
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (!measure.Is(MeasureTrait::kPrice) && !measure.standing && TakeOfSentence()) return;
    if (draft_.event.kind == EventKind::kShare) return;
    for (const EventDraft& before : c_.focus->drafts) {
      const bool same = before.measure == draft_.measure || before.event.measure == measure.name;
      const bool accounts = c_.names != nullptr && draft_.subject != kAbsent && before.subject == draft_.subject &&
                            c_.names->IsCompany(draft_.subject);
      if (before.role == CaptureRole::kBase || measure.Is(MeasureTrait::kPrice)) continue;
      if (!same && !accounts) continue;
      draft_.event.period = before.event.period;
      return;
    }
    TakeOfMeasure(measure);
  }

  // Prices without a day are those of the day of the news; what the text speaks of throughout (a season, a year) holds
  // for figures of the same owner or thing.
  void TakeDocument() {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (measure.Is(MeasureTrait::kPrice) && !measure.set) return TakeTradingDay();
    if (measure.standing) return;
    const Grain grain = GrainOf(c_.focus->period);
    if (draft_.event.kind == EventKind::kShare || IsShortSpan(c_.focus->period)) return;
    // A company's figures are of the quarter that its report is about.
    const bool report = grain == Grain::kQuarter && draft_.subject != kAbsent && c_.names->IsCompany(draft_.subject);
    if (draft_.role == CaptureRole::kBase || !(report || SharesFocus())) return;
    draft_.event.period = c_.focus->period;
    draft_.doubt *= kDoubtOfDocument;
  }

  // Days and weeks, which hold for the figure they stand with.
  static bool IsShortSpan(std::string_view period) {
    constexpr auto kShortest = std::chrono::days(26);
    const auto days = DaysOf(period);
    return !days || days->last - days->first < kShortest;
  }

  bool SharesFocus() const {
    return std::any_of(c_.focus->drafts.begin(), c_.focus->drafts.end(), [&](const EventDraft& before) {
      const bool same =
          before.event.item == draft_.event.item || before.event.item.empty() || draft_.event.item.empty();
      return before.event.subject == draft_.event.subject && same;
    });
  }

  // "shedding 2.2%, which left it 3.8% lower on the week": the week of the day spoken of.
  void WidenToWeek() {
    const auto days = DaysOf(draft_.event.period);
    if (!days || GrainOf(draft_.event.period) != Grain::kDay) return;
    for (size_t at = draft_.cell + 1; at < NextFigure(); ++at) {
      if (cells_[at].Is(WordRole::kWholeWeek)) draft_.event.period = IsoWeekOf(days->first);
    }
  }

  void TakeTradingDay() {
    bool any = false;
    // "slipped to $72, extending its loss this year": what is said behind the clause is of something else.
    const size_t end = EndOfClause();
    for (size_t at = 0; at < end; ++at) any = any || (IsPeriod(at) && !IsContractMonth(at));
    const bool moved = draft_.match.direction != kAbsent || draft_.event.kind == EventKind::kChange;
    const bool traded = c_.measure(draft_.measure).traded;
    if (any || !(moved || traded) || !c_.published) return;
    const bool week = std::any_of(cells_.begin() + static_cast<std::ptrdiff_t>(draft_.cell), cells_.end(),
                                  [](const EventCell& cell) { return cell.Is(WordRole::kWholeWeek); });
    draft_.event.period = week ? IsoWeekOf(*c_.published) : ToIsoDate(*c_.published);
    draft_.assumed_day = true;
    draft_.doubt *= kDoubtOfDocument;
  }

  // "Output rose 5% in May while sales fell 2%": the month holds for both.
  bool TakeOfSentence() {
    for (size_t i = c_.before.size(); i-- > 0;) {
      const EventDraft& before = c_.before[i];
      const Grain grain = GrainOf(before.event.period);
      const bool fine = grain == Grain::kDay || grain == Grain::kWeek || grain == Grain::kNone;
      if (before.role == CaptureRole::kBase || fine || before.event.period_text.empty()) continue;
      draft_.event.period = before.event.period;
      return true;
    }
    return false;
  }

  // The text spoke of that measure before and has named no other period since. Prices move daily, targets are told
  // apart by their own years.
  void TakeOfMeasure(const MeasureEntry& measure) {
    if (measure.Is(MeasureTrait::kPrice) || measure.standing) return;
    for (const auto& [name, period] : c_.focus->periods) {
      if (name == measure.name && !IsShortSpan(period)) draft_.event.period = period;
    }
    if (measure.Is(MeasureTrait::kLimit) && draft_.event.period.empty() && draft_.role != CaptureRole::kBase)
      draft_.event.period = c_.focus->limits_for;
  }

  // "a year earlier" beside a quarter or month means that quarter or month of the year before.
  std::string Fit(const std::string& value, const std::string& current) const {
    const Grain grain = GrainOf(value);
    const auto year = YearOf(value);
    const auto now = YearOf(current);
    if (!year || !now || grain != Grain::kYear || GrainOf(current) == Grain::kYear || GrainOf(current) == Grain::kNone)
      return value;
    return ShiftYears(current, *year - *now);
  }

  // A season named for "a year earlier" where the figure is of a day: that day a year ago.
  bool HoldsYearAgo(const std::string& value) const {
    if (GrainOf(draft_.event.period) != Grain::kDay || GrainOf(value) == Grain::kDay) return false;
    const auto days = DaysOf(ShiftYears(draft_.event.period, -1));
    const auto whole = DaysOf(value);
    return days && whole && whole->first <= days->first && days->last <= whole->last;
  }

  // "a year earlier" said of more than a day: the day a year before the news stands for the whole period then.
  bool IsYearAgo(size_t at) const {
    const std::string& value = c_.date(cells_[at]).value;
    const Grain grain = GrainOf(draft_.event.period);
    const bool longer = grain != Grain::kNone && grain != Grain::kDay && grain != Grain::kWeek;
    const bool days = GrainOf(value) == Grain::kDay || GrainOf(value) == Grain::kWeek;
    const bool digits = std::any_of(c_.text(cells_[at]).begin(), c_.text(cells_[at]).end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    return longer && days && !digits && c_.published && YearOf(value) < YearOf(ToIsoDate(*c_.published));
  }

  // No date, or a day or month beside a longer period.
  bool IsShort(size_t own) const {
    if (own == kNoCell) return true;
    const Grain grain = GrainOf(c_.date(cells_[own]).value);
    const Grain longer = GrainOf(c_.before.back().event.period);
    const bool fine = grain == Grain::kDay || grain == Grain::kWeek || grain == Grain::kMonth;
    return fine && (longer == Grain::kYear || longer == Grain::kOther || longer == Grain::kQuarter);
  }

  void FinishBase(size_t own) {
    const std::string current = Current();
    // "raised its forecast to 5 t from 4 t in April": of the same period; April is when it was said.
    if (RevisesForecast(c_, draft_) && !c_.before.empty() && IsShort(own)) {
      draft_.event.period = c_.before.back().event.period;
      draft_.event.period_text.clear();
      return;
    }
    if (own != kNoCell) {
      draft_.event.period = Fit(draft_.event.period, current);
      // "to 200 yuan from 2,000 yuan a year earlier": a year before the level in front.
      const bool price = c_.measure(draft_.measure).Is(MeasureTrait::kPrice) && !c_.before.empty();
      if (price && Contains(own, c_.vocabulary->year_earlier) && GrainOf(c_.before.back().event.period) == Grain::kDay)
        draft_.event.period = ShiftYears(c_.before.back().event.period, -1);
      return;
    }
    for (const EventDraft& before : c_.before) {
      if (!before.event.basis.empty()) draft_.event.period = before.event.basis;
    }
    if (draft_.event.period.empty() && !c_.focus->basis.empty() && current == c_.focus->period)
      draft_.event.period = c_.focus->basis;
  }

  std::string BasisByWords(size_t from, size_t to) const {
    const std::string& period = draft_.event.period;
    if (period.empty()) return {};
    for (const EventCell& cell : cells_.subspan(from, std::max(from, to) - from)) {
      if (cell.Is(WordRole::kYearOnYear)) return ShiftYears(period, -1);
      const bool before =
          cell.Is(WordRole::kQuarterOnQuarter) || cell.Is(WordRole::kMonthOnMonth) || cell.Is(WordRole::kWeekOnWeek);
      if (before) return PeriodBefore(period).value_or("");
    }
    return {};
  }

  void FindBasis() {
    if (draft_.match.basis != kAbsent) {
      draft_.event.basis = c_.date(cells_[static_cast<size_t>(draft_.match.basis)]).value;
      return;
    }
    // The figure's own words first, then those in front of it, then what stands behind further figures.
    const size_t next = NextFigure();
    if (TakeBasis(draft_.cell + 1, next) || TakeSeasonBasis() || TakeBasis(StartOfClause(), draft_.cell)) return;
    draft_.event.basis = BasisByWords(draft_.cell + 1, next);
    if (draft_.event.basis.empty() && !TakeBasis(next, EndOfBasis()))
      draft_.event.basis = BasisByWords(0, cells_.size());
  }

  size_t NextFigure() const {
    size_t at = draft_.cell + 1;
    while (at < cells_.size() && cells_[at].kind != kFigureCell && cells_[at].kind != kBarrierCell) ++at;
    return at;
  }

  bool TakeBasis(size_t from, size_t to) {
    for (size_t at = from; at < to; ++at) {
      const bool marked = cells_[at].kind == kDateCell && (IsBasis(at) || IsWeakBasis(at));
      if (!marked || !IsPeriod(at)) continue;
      const std::string& value = c_.date(cells_[at]).value;
      if (value == draft_.event.period) continue;
      draft_.event.basis = BasisOf(at);
      if (draft_.event.basis.empty()) draft_.event.basis = value;
      constexpr size_t kDecade = 3;  // "a decade ago": no year is meant
      if (draft_.event.basis.size() == kDecade) draft_.event.basis.clear();
      return true;
    }
    return false;
  }

  std::string BasisOf(size_t at) const {
    const std::string& value = c_.date(cells_[at]).value;
    const std::string& period = draft_.event.period;
    if (IsYearAgo(at) || HoldsYearAgo(value) || Contains(at, c_.vocabulary->year_earlier))
      return ShiftYears(period, -1);
    // "from the month before": in front of the one the figure is about, whatever was spoken of in between.
    const bool year_ago = value == ShiftYears(period, -1);
    if (!year_ago && GrainOf(value) == GrainOf(period) && Precedes(at)) return PeriodBefore(period).value_or(value);
    return Fit(value, period);
  }

  bool Precedes(size_t at) const { return Contains(at, c_.vocabulary->preceding); }

  bool Contains(size_t at, const std::vector<std::string>& words) const {
    const std::string_view text = c_.text(cells_[at]);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
  }

  // A basis may stand behind further figures of the same statement.
  size_t EndOfBasis() const {
    size_t at = draft_.cell + 1;
    while (at < cells_.size() && cells_[at].kind != kBarrierCell) ++at;
    return at;
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

void ResolvePeriod(const SentenceContext& context, EventDraft& draft) { PeriodFinder(context, draft).Run(); }

void ResolveBasis(const SentenceContext& context, EventDraft& draft) { PeriodFinder(context, draft).RunBasis(); }

}  // namespace tallywire::extract
