#include "extract/figures/figure_finder.h"

#include <utility>

#include "extract/figures/figure_bound.h"
#include "extract/figures/figure_candidate.h"
#include "extract/figures/figure_range.h"
#include "extract/figures/figure_reject.h"
#include "extract/figures/figure_scanner.h"
#include "extract/figures/figure_share.h"
#include "extract/figures/unit_base.h"

namespace tallywire::extract {

struct FigureFinder::Impl {
  NumberWords numbers;
  UnitTable units;
  FigureWords words;

  FigureSpan Finish(const FigureContext& context, const Candidate& c) const;
};

namespace {

FigureStrength StrengthOf(const UnitTable& table, const Candidate& c) {
  if (c.unit.found()) {
    return table.units[c.unit.unit].kind == UnitClass::kTime ? FigureStrength::kTime : FigureStrength::kMeasure;
  }
  if (c.noun.found() || c.age || c.number.times) return FigureStrength::kCount;
  return FigureStrength::kBare;
}

void NameUnit(const FigureContext& context, const Candidate& c, Figure& figure) {
  const auto known = [&](std::string_view symbol) {
    figure.unit = symbol;
    const uint32_t unit = context.table.Find(symbol);
    figure.unit_name = unit < context.table.units.size() ? context.table.units[unit].name : std::string(symbol);
  };
  if (c.unit.found()) {
    figure.unit = context.units.SymbolOf(c.unit);
    figure.unit_name = context.units.NameOf(c.unit);
  } else if (c.noun.found()) {
    figure.unit = c.noun.head + context.units.RateSymbol(c.unit);
    figure.unit_name = c.noun.phrase + context.units.RateName(c.unit);
  } else if (c.age) {
    known("year of age");
  } else if (c.number.times) {
    known("times");
  }
}

}  // namespace

FigureSpan FigureFinder::Impl::Finish(const FigureContext& context, const Candidate& c) const {
  FigureSpan span;
  span.first = c.bound_first;
  span.last = c.bound_last;
  span.strength = StrengthOf(units, c);
  span.one_number = !c.high.has_value();
  span.part = c.number.fraction && !c.unit.found() && !c.noun.found() && c.value > 0 && c.value < 1;
  // "the first nine months" is a date, not a count of months.
  const bool of_date = c.bound_first > 0 && context.view.Has(c.bound_first - 1, numbers.calendar);
  if (span.strength == FigureStrength::kTime && of_date) span.strength = FigureStrength::kBare;
  Figure& figure = span.figure;
  figure.start = context.view.token(span.first).start;
  figure.end = context.view.token(span.last - 1).end;
  figure.value = c.value;
  figure.value_high = c.high;
  figure.bound = c.bound;
  figure.direction = c.direction;
  NameUnit(context, c, figure);
  SetBase(units, figure);
  return span;
}

FigureFinder::FigureFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FigureFinder::FigureFinder(FigureFinder&&) noexcept = default;
FigureFinder& FigureFinder::operator=(FigureFinder&&) noexcept = default;
FigureFinder::~FigureFinder() = default;

const UnitTable& FigureFinder::units() const { return impl_->units; }

Result<FigureFinder> FigureFinder::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon) {
  auto impl = std::make_unique<Impl>();
  Status status = impl->numbers.Load(files, tags, lexicon);
  if (status) status = impl->units.Load(files, tags, lexicon);
  if (status) status = impl->words.Load(files, tags, lexicon);
  if (!status) return tl::unexpected(status.error());
  return FigureFinder(std::move(impl));
}

std::vector<FigureSpan> FigureFinder::Find(const Reading& reading, const Lexicon& lexicon,
                                           std::string_view language) const {
  const PhraseView view(reading, lexicon);
  const UnitReader units(impl_->units, view);
  NumberStyle style = impl_->numbers.StyleOf(language);
  style.space_groups = GroupsBySpaces(view);
  const FigureContext context{impl_->numbers, impl_->units, impl_->words, view, units, style};
  std::vector<Candidate> candidates = ScanFigures(context);
  JoinRanges(context, candidates);
  for (Candidate& candidate : candidates) candidate.dropped = candidate.dropped || IsYear(context, candidate);
  ShareUnits(context, candidates);
  BindFigures(context, candidates);
  std::vector<FigureSpan> figures;
  figures.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    if (!candidate.dropped) figures.push_back(impl_->Finish(context, candidate));
  }
  return figures;
}

}  // namespace tallywire::extract
