#include "extract/events/implied_measure.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

constexpr double kDoubtOfUnit = 0.8;  // only the unit says what is measured

}  // namespace

bool TakeUnit(const MeasureFit& fit, EventDraft& draft) {
  const auto cells = fit.context().cells();
  const int measure = cells[draft.cell].measure;
  if (measure == kAbsent || (fit.kind() != UnitKind::kCount && fit.kind() != UnitKind::kPerson)) return false;
  if (!fit.Takes(measure)) return false;
  draft.measure = measure;
  draft.anchor = static_cast<int>(draft.cell);
  return true;
}

bool TakeByUnit(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const int measure = context.vocabulary->MeasureByUnit(context.figure(draft.figure).unit);
  if (measure == kAbsent || draft.event.kind == EventKind::kShare) return false;
  draft.measure = measure;
  draft.doubt *= kDoubtOfUnit;
  return true;
}

bool TakePriceByUnit(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const std::string& unit = context.figure(draft.figure).unit;
  const size_t per = unit.rfind('/');
  if (fit.kind() != UnitKind::kPerUnit || draft.event.kind != EventKind::kLevel || per == std::string::npos)
    return false;
  const int price = context.vocabulary->price_of_things;
  if (price == kAbsent || context.vocabulary->KindOf(unit.substr(per + 1)) != UnitKind::kAmount) return false;
  draft.measure = price;
  draft.doubt *= kDoubtOfUnit;
  return true;
}

bool TakePriceMovedTo(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const int price = context.vocabulary->price_of_things;
  if (draft.role != CaptureRole::kChange || price == kAbsent) return false;
  for (size_t at = draft.cell + 1; at < draft.match.last; ++at) {
    const EventCell& cell = context.cells()[at];
    if (cell.kind != kFigureCell || cell.figure == kAbsent) continue;
    const std::string& unit = context.figure(cell.figure).unit;
    const bool per_amount = context.kind_of(cell.figure) == UnitKind::kPerUnit &&
                            context.vocabulary->KindOf(unit.substr(unit.rfind('/') + 1)) == UnitKind::kAmount;
    const bool moved = fit.kind() == UnitKind::kPct || unit.starts_with(context.figure(draft.figure).unit + "/");
    if (!per_amount || !moved) return false;
    draft.measure = price;
    draft.doubt *= kDoubtOfUnit;
    return true;
  }
  return false;
}

bool TakeShares(const MeasureFit& fit, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const int move = draft.match.direction;
  const size_t first = context.sentence->dateline;
  const bool moved = fit.kind() == UnitKind::kPct && draft.event.kind == EventKind::kChange;
  if (!moved || move <= static_cast<int>(first) || draft.cell <= first || !context.before.empty()) return false;
  const EventCell& firm = cells[first];
  if (firm.subject == kAbsent || !context.names->IsCompany(firm.subject) || firm.possessive) return false;
  const size_t verb = static_cast<size_t>(move) < draft.cell ? static_cast<size_t>(move) : draft.cell;
  const auto between = cells.subspan(first + 1, verb - first - 1);
  const bool opens = between.empty() || (between.front().kind == kCommaCell && between.back().kind == kCommaCell);
  // "Acme raised its output by 3%"
  const bool object = std::any_of(
      cells.begin() + static_cast<std::ptrdiff_t>(verb), cells.begin() + static_cast<std::ptrdiff_t>(draft.cell),
      [](const EventCell& cell) { return cell.measure != kAbsent || cell.item != kAbsent; });
  const int shares = context.vocabulary->MeasureById("shares");
  if (!opens || object || shares == kAbsent || !fit.Takes(shares)) return false;
  draft.measure = shares;
  draft.subject = firm.subject;
  draft.doubt *= kDoubtOfUnit;
  return true;
}

}  // namespace tallywire::extract
