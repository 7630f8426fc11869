#include "fetch/host_queues.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tallywire::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Time = HostQueues::Time;

HostQueues::Item Item(std::uint64_t ticket, Time not_before = {}, bool urgent = false) {
  return {.ticket = ticket, .not_before = not_before, .urgent = urgent};
}

const Time kStart = Time{} + seconds{1000};

TEST(HostQueues, AHostIsAskedOneThingAtATimeInOrder) {
  HostQueues queues(milliseconds{0});
  queues.PushBack("a", Item(1));
  queues.PushBack("a", Item(2));
  EXPECT_EQ(queues.Pop(kStart)->ticket, 1U);
  EXPECT_FALSE(queues.Pop(kStart).has_value());
  EXPECT_FALSE(queues.NextDue().has_value());
  queues.Answered("a", kStart);
  EXPECT_EQ(queues.Pop(kStart)->ticket, 2U);
  EXPECT_TRUE(queues.Empty());
}

TEST(HostQueues, ThePauseRunsFromTheEndOfAnAnswer) {
  HostQueues queues(seconds{2});
  queues.PushBack("a", Item(1));
  queues.PushBack("a", Item(2));
  queues.Pop(kStart);
  queues.Answered("a", kStart + seconds{5});
  EXPECT_FALSE(queues.Pop(kStart + seconds{6}).has_value());
  EXPECT_EQ(queues.NextDue(), kStart + seconds{7});
  EXPECT_EQ(queues.Pop(kStart + seconds{7})->ticket, 2U);
}

TEST(HostQueues, HostsDoNotWaitForOneAnother) {
  HostQueues queues(seconds{2});
  queues.PushBack("a", Item(1));
  queues.PushBack("b", Item(2));
  EXPECT_EQ(queues.Pop(kStart)->ticket, 1U);
  EXPECT_EQ(queues.Pop(kStart)->ticket, 2U);
}

TEST(HostQueues, HostsTakeTurns) {
  HostQueues queues(milliseconds{0});
  for (const std::uint64_t i : {1U, 2U}) queues.PushBack("a", Item(i));
  for (const std::uint64_t i : {3U, 4U}) queues.PushBack("b", Item(i));
  std::vector<std::uint64_t> order;
  while (const auto ready = queues.Pop(kStart)) {
    order.push_back(ready->ticket);
    queues.Unused(ready->host);
  }
  EXPECT_EQ(order, (std::vector<std::uint64_t>{1, 3, 2, 4}));
}

TEST(HostQueues, UrgentItemsSkipThePauseAndRetriesHaveTheirOwn) {
  HostQueues queues(seconds{2});
  queues.PushBack("a", Item(1));
  queues.Pop(kStart);
  queues.Answered("a", kStart);
  queues.PushFront("a", Item(2, {}, true));
  EXPECT_EQ(queues.Pop(kStart)->ticket, 2U);
  queues.Answered("a", kStart);
  queues.PushFront("a", Item(3, kStart + seconds{9}));
  EXPECT_EQ(queues.NextDue(), kStart + seconds{9});
}

TEST(HostQueues, ALongerDelayCountsAtOnce) {
  HostQueues queues(seconds{2});
  queues.PushBack("a", Item(1));
  queues.PushBack("a", Item(2));
  queues.Pop(kStart);
  queues.Answered("a", kStart);
  queues.SetDelay("a", seconds{10});
  EXPECT_EQ(queues.NextDue(), kStart + seconds{10});
}

TEST(HostQueues, AHostThatWasNotAskedAfterAllHasNoPause) {
  HostQueues queues(seconds{2});
  queues.PushBack("a", Item(1));
  queues.PushBack("a", Item(2));
  queues.Pop(kStart);
  queues.Unused("a");
  EXPECT_EQ(queues.Pop(kStart)->ticket, 2U);
}

}  // namespace
}  // namespace tallywire::fetch
