// Who may be asked when: one queue a host, one request at a time, a pause after each. Knows no network and no clock of
// its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace tallywire::fetch {

class HostQueues {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit HostQueues(std::chrono::milliseconds default_delay) : default_delay_(default_delay) {}

  struct Item {
    std::uint64_t ticket = 0;
    Time not_before{};    // a wait of its own (a retry)
    bool urgent = false;  // does not wait for the host's pause (a redirect's next hop)
  };

  void PushBack(const std::string& host, Item item);
  void PushFront(const std::string& host, Item item);

  struct Ready {
    std::string host;
    std::uint64_t ticket = 0;
  };
  // The item that has been due longest, of a host that is not busy; the host is busy from now on.
  std::optional<Ready> Pop(Time now);

  // The host is free again: after an answer at `now`, with its pause, or without having been asked at all.
  void Answered(const std::string& host, Time now);
  void Unused(const std::string& host);

  void SetDelay(const std::string& host, std::chrono::milliseconds delay);

  // When Pop will next have something, as far as is known now; nullopt where nothing waits at a free host.
  std::optional<Time> NextDue() const;

  bool Empty() const { return waiting_ == 0; }

 private:
  struct Host {
    std::deque<Item> items;
    std::chrono::milliseconds delay{};
    Time free_at{};
    bool busy = false;
    std::optional<std::pair<Time, std::uint64_t>> slot;  // its place in schedule_
    std::uint64_t turn = 0;                              // hosts that are due at the same time take turns
  };

  Host& HostOf(const std::string& name);
  void Reschedule(const std::string& name, Host& host);

  std::chrono::milliseconds default_delay_;
  std::unordered_map<std::string, Host> hosts_;
  std::set<std::pair<std::pair<Time, std::uint64_t>, std::string>> schedule_;  // free hosts with items, by due time
  std::uint64_t next_turn_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace tallywire::fetch
