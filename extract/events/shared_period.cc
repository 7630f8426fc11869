#include "extract/events/shared_period.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/events/event_period.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

class PeriodSharer {
 public:
  PeriodSharer(SentenceContext& context, std::vector<EventDraft>& drafts) : c_(context), drafts_(drafts) {}

  // "dropped $97 million to $233 million in May": change and level are about one period, wherever it stands.
  void Run() {
    for (size_t i = 0; i + 1 < drafts_.size(); ++i) {
      EventDraft& draft = drafts_[i];
      const EventDraft& next = drafts_[i + 1];
      TakeBasisOfNext(draft, next);
      TakePeriodOfNext(draft, next);
      TakePeriodOfJoined(draft, next);
      TakePeriodOfRevised(draft, next);
      TakePeriodOfTarget(draft, next);
      TakeDateAhead(draft, drafts_[i + 1]);
      TakeTimeBehindBase(draft, next);
      WidenToYear(draft, next);
      ShareOfMove(i);
    }
    for (size_t i = drafts_.size(); i-- > 1;) {
      TakePeriodOfList(drafts_[i - 1], drafts_[i]);
      TakePeriodOfAccounts(drafts_[i - 1], drafts_[i]);
      ShareOfMove(i - 1);
    }
  }

 private:
  // "fell 5% to 3 tons in May": a change and the level it led to.
  void ShareOfMove(size_t i) {
    EventDraft& draft = drafts_[i];
    const EventDraft& next = drafts_[i + 1];
    const bool together = draft.match.rule == next.match.rule && draft.match.first == next.match.first;
    if (!together || draft.role != CaptureRole::kChange || next.role != CaptureRole::kLevel) return;
    TakeBasisOfBase(draft, i);
    TakePriceOfNext(draft, next);
    // "will cut output by 5 t to 90 t": the one is as much meant as the other.
    if (draft.event.modality == Modality::kPlanned && next.event.modality == Modality::kForecast)
      drafts_[i + 1].event.modality = Modality::kPlanned;
    // "The curbs, imposed in 2023, cut exports by 5% to 3 tons in 2024": the date behind is theirs.
    const auto between = c_.cells().subspan(draft.cell, next.cell - draft.cell);
    const bool dated =
        std::any_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.kind == kDateCell; });
    if ((dated && !draft.event.period_text.empty()) || next.event.period_text.empty()) return;
    if (IsYearly(c_, draft.cell)) return;  // "grows by 2% a year, to 5 t in 2027"
    TakePeriod(next, draft);
    c_.before = std::span(drafts_).first(i);
    ResolveBasis(c_, draft);
  }

  // "The auction went down 8.8% to an average of $3,136 a tonne": what moved is a price, whatever was spoken of.
  void TakePriceOfNext(EventDraft& draft, const EventDraft& next) const {
    const bool price =
        c_.measure(next.measure).Is(MeasureTrait::kPrice) && c_.kind_of(next.figure) == UnitKind::kPerUnit;
    if (!price || c_.kind_of(draft.figure) != UnitKind::kPct || c_.measure(draft.measure).Is(MeasureTrait::kPrice))
      return;
    draft.measure = next.measure;
    draft.subject = next.subject;
    for (std::string Event::*slot : {&Event::measure, &Event::subject, &Event::activity, &Event::measure_text,
                                     &Event::period, &Event::period_text})
      draft.event.*slot = next.event.*slot;
  }

  static void TakePeriod(const EventDraft& from, EventDraft& draft) {
    draft.event.period = from.event.period;
    draft.event.period_text = from.event.period_text;
  }

  // "a bigger fishery this summer after the limit was set at 38 t, up from 18 t in 2024": what is compared with a
  // year's limit is one of a year as well.
  void WidenToYear(EventDraft& draft, const EventDraft& next) const {
    const std::string& base = next.event.period;
    const bool compared = next.role == CaptureRole::kBase && draft.role == CaptureRole::kLevel &&
                          c_.measure(draft.measure).Is(MeasureTrait::kLimit) && GrainOf(base) == Grain::kYear;
    const std::string_view period = draft.event.period;
    constexpr size_t kSeason = 7;  // "2025-SU"
    if (!compared || period.size() != kSeason || period[5] < 'A' || period.starts_with(base)) return;
    if (GrainOf(period) == Grain::kOther) draft.event.period.resize(4);
  }

  // "cut its forecast to 4 t from 5 t for 2025": both are of that year.
  void TakePeriodOfRevised(EventDraft& draft, const EventDraft& next) const {
    const bool revised = draft.role == CaptureRole::kLevel && next.role == CaptureRole::kBase &&
                         draft.measure == next.measure && RevisesForecast(c_, next);
    if (!revised || !draft.event.period_text.empty() || next.event.period_text.empty()) return;
    if (EndsBefore(next.event.period, c_.published)) return;
    TakePeriod(next, draft);
  }

  // "may not exceed 5 t, as opposed to a target of 9 t for 2022-23": what falls short of a target is of its time.
  void TakePeriodOfTarget(EventDraft& draft, const EventDraft& next) const {
    const bool levels = draft.event.kind == EventKind::kLevel && next.event.kind == EventKind::kLevel;
    const bool target =
        c_.measure(next.measure).set && !c_.measure(draft.measure).set && !next.event.period_text.empty();
    if (!levels || !target || !draft.event.period.empty() || draft.event.unit != next.event.unit) return;
    const auto between = c_.cells().subspan(draft.cell + 1, next.cell - draft.cell - 1);
    const bool compared =
        std::any_of(between.begin(), between.end(), [](const EventCell& cell) { return cell.Is(WordRole::kCompare); });
    if (compared) TakePeriod(next, draft);
  }

  // "earned $9 million, or 61 cents a share, on sales of $412 million in the year ended June 30": all of that year.
  void TakePeriodOfAccounts(EventDraft& draft, const EventDraft& next) const {
    const bool accounts = c_.measure(draft.measure).company && draft.role != CaptureRole::kBase;
    if (!accounts || !draft.event.period_text.empty() || next.event.period_text.empty()) return;
    const bool restated = draft.cell == next.cell;
    const auto between = c_.cells().subspan(draft.cell, std::max(next.cell, draft.cell) - draft.cell);
    const bool upon = std::any_of(between.begin(), between.end(), [](const EventCell& cell) {
      return cell.Is(WordRole::kUpon) && !cell.Is(WordRole::kCompare);
    });
    if (restated || upon) TakePeriod(next, draft);
  }

  // "will rise to $10 from $9 on February 1": no old level is one of a time to come.
  void TakeDateAhead(EventDraft& draft, EventDraft& base) const {
    const bool pair = draft.role == CaptureRole::kLevel && base.role == CaptureRole::kBase &&
                      draft.match.first == base.match.first && draft.measure == base.measure;
    if (!pair || !draft.event.period.empty() || !BeginsAfter(base.event.period, c_.published)) return;
    TakePeriod(base, draft);
    base.event.period.clear();
    base.event.period_text.clear();
  }

  // "held 35% of the market, down from 38% the year before": of the year behind that one. "The target rises to 9.9
  // million bpd from 9.7 million in August": rates a day are set for the month behind.
  void TakeTimeBehindBase(EventDraft& draft, const EventDraft& base) const {
    const bool pair = draft.role != CaptureRole::kBase && base.role == CaptureRole::kBase &&
                      draft.measure == base.measure && draft.event.kind == base.event.kind;
    if (!pair || !draft.event.period.empty()) return;
    const Grain grain = GrainOf(base.event.period);
    const auto days = DaysOf(base.event.period);
    constexpr size_t kMonth = 7;
    if (grain == Grain::kMonth && days && c_.measure(draft.measure).set && draft.event.kind == EventKind::kLevel &&
        c_.kind_of(draft.figure) == UnitKind::kRate)
      draft.event.period = ToIsoDate(days->last + std::chrono::days(1)).substr(0, kMonth);
    if (grain != Grain::kYear) return;
    const auto says = [&](const std::string& word) { return base.event.period_text.find(word) != std::string::npos; };
    const auto& words = c_.vocabulary->year_earlier;
    if (std::any_of(words.begin(), words.end(), says)) draft.event.period = ShiftYears(base.event.period, 1);
  }

  // "Output doubled and exports fell 3% in 2023": a year that stands behind both clauses.
  void TakePeriodOfJoined(EventDraft& draft, const EventDraft& next) const {
    // "produced 1.7 billion pounds of copper and 1.9 million ounces of gold in 2024"
    const bool goods = !draft.event.item.empty() && !next.event.item.empty() && draft.event.item != next.event.item;
    // "CMOC 6,000 tons and Glencore 3,000 tons for the fourth quarter", "Peru sold 5 t of tin and Chile 3 t last year"
    const bool owners = !draft.event.subject.empty() && !next.event.subject.empty() &&
                        draft.event.subject != next.event.subject &&
                        (c_.measure(draft.measure).set || next.match.role == CaptureRole::kSame);
    const bool alike = draft.event.kind == next.event.kind && draft.role != CaptureRole::kBase &&
                       next.role != CaptureRole::kBase && (draft.measure != next.measure || goods || owners);
    if (!alike || !draft.event.period_text.empty() || next.event.period_text.empty()) return;
    const auto cells = c_.cells();
    const auto between = cells.subspan(draft.cell + 1, next.cell - draft.cell - 1);
    const bool apart = std::any_of(between.begin(), between.end(), [](const EventCell& cell) {
      return cell.kind == kCommaCell || cell.kind == kBarrierCell || cell.kind == kDateCell;
    });
    const size_t article = between.size() > 1 && between[between.size() - 2].Is(WordRole::kArticle) ? 1 : 0;
    const bool named = owners && between.size() > 1 + article && between.back().subject != kAbsent &&
                       between[between.size() - 2 - article].Is(WordRole::kConjunction);
    const bool joined = !between.empty() && (between.front().Is(WordRole::kConjunction) || named ||
                                             (goods && between.back().Is(WordRole::kConjunction)));
    // "of gold" may stand in front of the date.
    size_t date = next.cell + 1;
    for (const size_t end = date + 2; goods && date < std::min(cells.size(), end) && cells[date].kind == kWordCell;)
      ++date;
    const bool behind = date < cells.size() && cells[date].kind == kDateCell;
    if (apart || !joined || !behind) return;
    TakePeriod(next, draft);
  }

  // "5 t of tin, 4 t of zinc and 3 t of lead in 2022", "5% in volume and 8% in value last month", "grew 5% to $9 and
  // imports fell 8% to $7 in May": a date behind the last one of a row holds for all of it.
  void TakePeriodOfList(EventDraft& draft, const EventDraft& next) const {
    const bool told = draft.role != CaptureRole::kBase && next.role != CaptureRole::kBase &&
                      !next.event.period_text.empty() && draft.event.period_text.empty();
    if (!told || next.cell <= draft.cell) return;
    const bool alike =
        draft.event.kind == next.event.kind && c_.measure(draft.measure).set == c_.measure(next.measure).set;
    const auto cells = c_.cells();
    const auto between = cells.subspan(draft.cell + 1, next.cell - draft.cell - 1);
    // "a net profit of $5 million on revenue of $9 million last year"
    constexpr size_t kAccount = 3;  // cells: "on revenue of"
    const bool accounts = c_.measure(draft.measure).company && c_.measure(next.measure).company &&
                          between.size() == kAccount && between.front().Is(WordRole::kUpon);
    const bool row = accounts || (alike && IsRow(between));
    const bool own = next.phrase && !next.inherited;
    if (!row && !(own && draft.event.period.empty() && IsJoinedClause(between))) return;
    if (!StandsBehind(next)) return;
    TakePeriod(next, draft);
    if (draft.event.kind != EventKind::kChange) return;
    c_.before = std::span(drafts_).first(static_cast<size_t>(&draft - drafts_.data()));
    ResolveBasis(c_, draft);
  }

  // "of tin, ", "in Peru and": whose and of what the next figure of a row is, no more.
  static bool IsRow(std::span<const EventCell> between) {
    const auto ties = [](const EventCell& cell) { return cell.kind == kCommaCell || cell.Is(WordRole::kConjunction); };
    bool tied = false;
    for (size_t at = 0; at < between.size(); ++at) {
      const EventCell& cell = between[at];
      tied = tied || ties(cell);
      // "from Peru", but not "from 5 t"
      const bool origin = cell.Is(WordRole::kFromward) && at + 1 < between.size() &&
                          (between[at + 1].subject != kAbsent || between[at + 1].Is(WordRole::kArticle));
      const bool compares = cell.Is(WordRole::kCompare) || (cell.Is(WordRole::kFromward) && !origin);
      const bool preposition = cell.kind == kPrepositionCell || cell.Is(WordRole::kNounPreposition);
      const bool named = cell.kind == kWordCell && (cell.subject != kAbsent || cell.item != kAbsent ||
                                                    cell.measure != kAbsent || cell.Is(WordRole::kArticle));
      if (!ties(cell) && !named && !(preposition && !compares)) return false;
    }
    return tied;
  }

  // "and imports fell": a clause of the same form.
  static bool IsJoinedClause(std::span<const EventCell> between) {
    constexpr size_t kLongest = 6;
    if (between.empty() || between.size() > kLongest || !between.front().Is(WordRole::kConjunction)) return false;
    return std::none_of(between.begin(), between.end(), [](const EventCell& cell) {
      return cell.kind == kCommaCell || cell.kind == kBarrierCell || cell.kind == kDateCell ||
             cell.kind == kFigureCell || cell.Is(WordRole::kFuture);
    });
  }

  // Whether the figure's own period stands behind it.
  bool StandsBehind(const EventDraft& draft) const {
    const auto cells = c_.cells();
    for (size_t at = draft.cell + 1; at < cells.size() && cells[at].kind != kBarrierCell; ++at) {
      if (cells[at].kind == kDateCell && c_.text(cells[at]) == draft.event.period_text) return true;
    }
    return false;
  }

  // "exported 3 tons of salmon worth $2 million last year"
  void TakePeriodOfNext(EventDraft& draft, const EventDraft& next) const {
    const bool levels = draft.role == CaptureRole::kLevel && next.role == CaptureRole::kLevel;
    if (!levels || draft.measure != next.measure || !draft.event.period.empty() || next.event.period_text.empty())
      return;
    const bool units = c_.kind_of(draft.figure) != c_.kind_of(next.figure);
    const auto between = c_.cells().subspan(draft.cell, next.cell - draft.cell);
    const bool apart = std::any_of(between.begin(), between.end(), [](const EventCell& cell) {
      constexpr uint64_t kTies = BitOf(WordRole::kConjunction) | BitOf(WordRole::kFromward) | BitOf(WordRole::kCompare);
      return cell.kind == kCommaCell || cell.kind == kBarrierCell || (cell.roles & kTies) != 0;
    });
    if (!units || apart) return;
    TakePeriod(next, draft);
  }

  // "to 3 tons, down 7% from 4 tons a year ago"
  void TakeBasisOfNext(EventDraft& change, const EventDraft& base) const {
    const bool follows = change.role == CaptureRole::kChange && base.role == CaptureRole::kBase;
    if (!follows || change.measure != base.measure || !change.event.basis.empty() || base.event.period_text.empty())
      return;
    if (base.event.period != change.event.period) change.event.basis = base.event.period;
  }

  // "fell 5% to 3 tons from 4 tons in 2022"
  void TakeBasisOfBase(EventDraft& change, size_t at) {
    for (size_t k = at + 1; k < drafts_.size(); ++k) {
      const EventDraft& base = drafts_[k];
      if (base.match.rule != change.match.rule || base.match.first != change.match.first) return;
      if (base.role == CaptureRole::kBase && change.event.basis.empty() && base.event.period != change.event.period)
        change.event.basis = base.event.period;
    }
  }

  SentenceContext& c_;
  std::vector<EventDraft>& drafts_;
};

}  // namespace

void SharePeriods(SentenceContext& context, std::vector<EventDraft>& drafts) { PeriodSharer(context, drafts).Run(); }

}  // namespace tallywire::extract
