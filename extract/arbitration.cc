#include "extract/arbitration.h"

#include <algorithm>

namespace tallywire::extract {

void Arbitrate(std::vector<FigureSpan>& figures, std::vector<DateSpan>& dates) {
  const auto inside_a_date = [&dates](const FigureSpan& f) {
    return std::any_of(dates.begin(), dates.end(),
                       [&f](const DateSpan& d) { return f.first < d.last && d.first < f.last; });
  };
  figures.erase(std::remove_if(figures.begin(), figures.end(), inside_a_date), figures.end());
}

}  // namespace tallywire::extract
