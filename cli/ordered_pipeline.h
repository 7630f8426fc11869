// Work spread over threads whose results come out in the order in which the inputs went in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tallywire::cli {

// Input -> work (in `jobs` threads) -> emit (in one thread, in order, as soon as the next result is there). At most
// kInFlightPerJob inputs a thread are held at a time, so that memory is bounded however long the input is.
class OrderedPipeline {
 public:
  using Work = std::function<std::string(std::string input)>;   // called from several threads; must not throw
  using Emit = std::function<bool(const std::string& output)>;  // false: nobody wants more

  OrderedPipeline(size_t jobs, Work work, Emit emit);
  ~OrderedPipeline();  // finishes
  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  // Blocks while too much is in flight. False once emit has said that nobody wants more.
  bool Push(std::string input);
  // Waits until everything pushed has been emitted. Nothing may be pushed afterwards.
  void Finish();

 private:
  static constexpr size_t kInFlightPerJob = 4;

  void WorkLoop();
  void EmitLoop();

  const Work work_;
  const Emit emit_;
  const size_t max_in_flight_;

  std::mutex mutex_;
  std::condition_variable changed_;
  // Guarded by mutex_.
  std::deque<std::packaged_task<std::string()>> tasks_;
  std::deque<std::future<std::string>> results_;
  size_t in_flight_ = 0;
  bool closed_ = false;    // no more input
  bool unwanted_ = false;  // emit returned false

  std::vector<std::thread> workers_;
  std::thread emitter_;
};

}  // namespace tallywire::cli
