#include "fetch/host_queues.h"

#include <algorithm>

namespace tallywire::fetch {

HostQueues::Host& HostQueues::HostOf(const std::string& name) {
  const auto [it, added] = hosts_.try_emplace(name);
  if (added) {
    it->second.delay = default_delay_;
    it->second.turn = next_turn_++;
  }
  return it->second;
}

void HostQueues::Reschedule(const std::string& name, Host& host) {
  if (host.slot) schedule_.erase({*host.slot, name});
  host.slot.reset();
  if (host.busy || host.items.empty()) return;
  const Item& first = host.items.front();
  const Time due = std::max(first.not_before, first.urgent ? Time{} : host.free_at);
  host.slot = {due, host.turn};
  schedule_.insert({*host.slot, name});
}

void HostQueues::PushBack(const std::string& host, Item item) {
  Host& queue = HostOf(host);
  queue.items.push_back(item);
  ++waiting_;
  Reschedule(host, queue);
}

void HostQueues::PushFront(const std::string& host, Item item) {
  Host& queue = HostOf(host);
  queue.items.push_front(item);
  ++waiting_;
  Reschedule(host, queue);
}

std::optional<HostQueues::Ready> HostQueues::Pop(Time now) {
  if (schedule_.empty() || schedule_.begin()->first.first > now) return std::nullopt;
  const std::string name = schedule_.begin()->second;
  Host& host = HostOf(name);
  const Ready ready{name, host.items.front().ticket};
  host.items.pop_front();
  --waiting_;
  host.busy = true;
  host.turn = next_turn_++;
  Reschedule(name, host);
  return ready;
}

void HostQueues::Answered(const std::string& host, Time now) {
  Host& queue = HostOf(host);
  queue.busy = false;
  queue.free_at = now + queue.delay;
  Reschedule(host, queue);
}

void HostQueues::Unused(const std::string& host) {
  Host& queue = HostOf(host);
  queue.busy = false;
  Reschedule(host, queue);
}

void HostQueues::SetDelay(const std::string& host, std::chrono::milliseconds delay) {
  Host& queue = HostOf(host);
  queue.free_at += delay - queue.delay;
  queue.delay = delay;
  Reschedule(host, queue);
}

std::optional<HostQueues::Time> HostQueues::NextDue() const {
  if (schedule_.empty()) return std::nullopt;
  return schedule_.begin()->first.first;
}

}  // namespace tallywire::fetch
