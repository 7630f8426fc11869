#include "cli/ordered_pipeline.h"

#include <utility>

namespace tallywire::cli {

OrderedPipeline::OrderedPipeline(size_t jobs, Work work, Emit emit)
    : work_(std::move(work)), emit_(std::move(emit)), max_in_flight_(jobs * kInFlightPerJob) {
  for (size_t i = 0; i < jobs; ++i) workers_.emplace_back([this] { WorkLoop(); });
  emitter_ = std::thread([this] { EmitLoop(); });
}

OrderedPipeline::~OrderedPipeline() { Finish(); }

bool OrderedPipeline::Push(std::string input) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return unwanted_ || in_flight_ < max_in_flight_; });
  if (unwanted_) return false;
  ++in_flight_;
  tasks_.emplace_back([this, input = std::move(input)]() mutable { return work_(std::move(input)); });
  results_.push_back(tasks_.back().get_future());
  changed_.notify_all();
  return true;
}

void OrderedPipeline::Finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (auto& worker : workers_) worker.join();
  workers_.clear();
  if (emitter_.joinable()) emitter_.join();
}

void OrderedPipeline::WorkLoop() {
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

void OrderedPipeline::EmitLoop() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !results_.empty(); });
    if (results_.empty()) return;
    auto result = std::move(results_.front());
    results_.pop_front();
    const bool wanted = !unwanted_;
    lock.unlock();
    const std::string output = result.get();
    const bool go_on = wanted && emit_(output);
    lock.lock();
    --in_flight_;
    unwanted_ = !go_on;
    changed_.notify_all();
  }
}

}  // namespace tallywire::cli
