#include "extract/figure_finder.h"

#include <utility>

namespace tallywire::extract {

struct FigureFinder::Impl {};

FigureFinder::FigureFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FigureFinder::FigureFinder(FigureFinder&&) noexcept = default;
FigureFinder& FigureFinder::operator=(FigureFinder&&) noexcept = default;
FigureFinder::~FigureFinder() = default;

Result<FigureFinder> FigureFinder::Load(std::span<const RuleFile> /*files*/, TagNames& /*tags*/, Lexicon& /*lexicon*/) {
  return FigureFinder(std::make_unique<Impl>());
}

std::vector<FigureSpan> FigureFinder::Find(const Reading& /*reading*/, const Lexicon& /*lexicon*/) const { return {}; }

}  // namespace tallywire::extract
