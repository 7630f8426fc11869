#include "extract/arbitration.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

enum class Verdict { kBoth, kFigure, kDate };

struct Ruling {
  Verdict verdict = Verdict::kBoth;
  std::string_view reason;
};

bool Overlap(const FigureSpan& f, const DateSpan& d) { return f.first < d.last && d.first < f.last; }

bool IsSpanOfTime(const DateSpan& d) { return !d.date.value.empty() && d.date.value.front() == 'P'; }

Ruling Judge(const FigureSpan& f, const DateSpan& d) {
  const bool inside = f.first <= d.first && d.last <= f.last;
  const bool longer = inside && d.last - d.first < f.last - f.first;
  if (IsSpanOfTime(d) || d.date.type == "set" || d.date.type == "duration") {
    // "15 years" is both; the year of "$3,500 a year" and the day of "barrels a day" are parts of the unit.
    if (f.strength >= FigureStrength::kCount) return {};
    return {Verdict::kDate, "the number is part of a span of time"};
  }
  if (f.strength == FigureStrength::kTime) return {};
  if (f.strength == FigureStrength::kMeasure) {
    if (longer) return {Verdict::kFigure, "the words are a measured figure"};
    return d.first <= f.first && f.last <= d.last ? Ruling{Verdict::kDate, "the number is part of a date"} : Ruling{};
  }
  if (longer && (d.last - d.first == 1 || !f.one_number)) return {Verdict::kFigure, "a longer figure covers the words"};
  return {Verdict::kDate, "the number is part of a date"};
}

}  // namespace

void Arbitrate(std::vector<FigureSpan>& figures, std::vector<DateSpan>& dates, std::vector<Overruled>* losers) {
  std::vector<bool> lost_figures(figures.size());
  std::vector<bool> lost_dates(dates.size());
  // "Between 1982 and 1992": both ends of a bare range are dates, so it is none of figures.
  const auto both_ends = [&](const FigureSpan& f, size_t k) {
    if (f.strength != FigureStrength::kBare || f.one_number) return false;
    const auto inside = [&](size_t i) {
      return i < dates.size() && f.first <= dates[i].first && dates[i].last == f.last;
    };
    return inside(k + 1) || (k > 0 && inside(k) && dates[k - 1].first >= f.first);
  };
  const auto lose = [losers](uint32_t first, uint32_t last, bool figure, std::string_view reason) {
    if (losers != nullptr) losers->push_back({first, last, figure, reason});
  };
  size_t from = 0;
  for (size_t i = 0; i < figures.size(); ++i) {
    while (from < dates.size() && dates[from].last <= figures[i].first) ++from;
    for (size_t k = from; k < dates.size() && dates[k].first < figures[i].last && !lost_figures[i]; ++k) {
      if (lost_dates[k] || !Overlap(figures[i], dates[k])) continue;
      const Ruling ruling = both_ends(figures[i], k) ? Ruling{Verdict::kDate, "both ends of the range are dates"}
                                                     : Judge(figures[i], dates[k]);
      if (ruling.verdict == Verdict::kFigure) {
        lost_dates[k] = true;
        lose(dates[k].first, dates[k].last, false, ruling.reason);
      } else if (ruling.verdict == Verdict::kDate) {
        lost_figures[i] = true;
        lose(figures[i].first, figures[i].last, true, ruling.reason);
      }
    }
  }
  const auto keep = [](auto& spans, const std::vector<bool>& lost) {
    size_t to = 0;
    for (size_t i = 0; i < spans.size(); ++i) {
      if (!lost[i]) {
        if (to != i) spans[to] = std::move(spans[i]);
        ++to;
      }
    }
    spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(to), spans.end());
  };
  keep(figures, lost_figures);
  keep(dates, lost_dates);
}

}  // namespace tallywire::extract
