#include "extract/date_finder.h"

#include <utility>

namespace tallywire::extract {

struct DateFinder::Impl {};

DateFinder::DateFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DateFinder::DateFinder(DateFinder&&) noexcept = default;
DateFinder& DateFinder::operator=(DateFinder&&) noexcept = default;
DateFinder::~DateFinder() = default;

Result<DateFinder> DateFinder::Load(std::span<const RuleFile> /*files*/, TagNames& /*tags*/, Lexicon& /*lexicon*/) {
  return DateFinder(std::make_unique<Impl>());
}

std::vector<DateSpan> DateFinder::Find(const Reading& /*reading*/, const Lexicon& /*lexicon*/,
                                       std::optional<Day> /*reference*/, std::string_view /*language*/) const {
  return {};
}

}  // namespace tallywire::extract
