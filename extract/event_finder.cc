#include "extract/event_finder.h"

#include <utility>

namespace tallywire::extract {

struct EventFinder::Impl {};

EventFinder::EventFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EventFinder::EventFinder(EventFinder&&) noexcept = default;
EventFinder& EventFinder::operator=(EventFinder&&) noexcept = default;
EventFinder::~EventFinder() = default;

Result<EventFinder> EventFinder::Load(std::span<const RuleFile> /*files*/, TagNames& /*tags*/, Lexicon& /*lexicon*/) {
  return EventFinder(std::make_unique<Impl>());
}

std::vector<Event> EventFinder::Find(const ReadText& /*body*/, const ReadText& /*title*/, const Lexicon& /*lexicon*/,
                                     std::optional<Day> /*published*/, std::span<const Block> /*blocks*/) const {
  return {};
}

}  // namespace tallywire::extract
