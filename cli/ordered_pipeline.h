// Work spread over threads whose results come out in the order in which the inputs went in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tallywire::cli {

// Input -> work (in `jobs` threads) -> emit (in one thread, in order, as soon as the next result is there). At most
// kInFlightPerJob inputs a thread are held at a time, so that memory is bounded however many there are.
template <class Input, class Output>
class OrderedPipeline {
 public:
  using Work = std::function<Output(Input)>;  // called from several threads; must not throw
  using Emit = std::function<bool(Output)>;   // called from one thread; false: nobody wants more

  OrderedPipeline(size_t jobs, Work work, Emit emit)
      : work_(std::move(work)), emit_(std::move(emit)), max_in_flight_(jobs * kInFlightPerJob) {
    for (size_t i = 0; i < jobs; ++i) workers_.emplace_back([this] { WorkLoop(); });
    emitter_ = std::thread([this] { EmitLoop(); });
  }
  ~OrderedPipeline() { Finish(); }
  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  // Blocks while too much is in flight. False once emit has said that nobody wants more.
  bool Push(Input input) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return unwanted_ || in_flight_ < max_in_flight_; });
    if (unwanted_) return false;
    ++in_flight_;
    tasks_.emplace_back([this, input = std::move(input)]() mutable { return work_(std::move(input)); });
    results_.push_back(tasks_.back().get_future());
    changed_.notify_all();
    return true;
  }

  // Waits until everything pushed has been emitted. Nothing may be pushed afterwards.
  void Finish() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    for (auto& worker : workers_) worker.join();
    workers_.clear();
    if (emitter_.joinable()) emitter_.join();
  }

 private:
  // Enough that no worker waits for a slow neighbour, few enough that pages in flight take some tens of megabytes.
  static constexpr size_t kInFlightPerJob = 4;

  void WorkLoop() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      auto task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }
  }

  void EmitLoop() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return closed_ || !results_.empty(); });
      if (results_.empty()) return;
      auto result = std::move(results_.front());
      results_.pop_front();
      const bool wanted = !unwanted_;
      lock.unlock();
      Output output = result.get();
      const bool go_on = wanted && emit_(std::move(output));
      lock.lock();
      --in_flight_;
      unwanted_ = !go_on;
      changed_.notify_all();
    }
  }

  // Constant after construction.
  const Work work_;
  const Emit emit_;
  const size_t max_in_flight_;

  std::mutex mutex_;
  std::condition_variable changed_;
  // Guarded by mutex_.
  std::deque<std::packaged_task<Output()>> tasks_;
  std::deque<std::future<Output>> results_;
  size_t in_flight_ = 0;
  bool closed_ = false;    // no more input
  bool unwanted_ = false;  // emit returned false

  std::vector<std::thread> workers_;
  std::thread emitter_;
};

}  // namespace tallywire::cli
