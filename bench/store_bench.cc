// How fast articles with their figures, dates and events are saved, and events found again.
#include <benchmark/benchmark.h>

#include <optional>
#include <stdexcept>
#include <string>

#include "bench/sample_articles.h"
#include "store/store.h"
#include "tests/support/temp_folder.h"

namespace tallywire::bench {
namespace {

constexpr int64_t kRevisionsSaved = 50;  // of each sample article, under addresses of their own

struct Derived {
  Article article;
  Extraction extraction;
};

std::vector<Derived> SampleDerived() {
  const auto extractor = extract::Extractor::Load();
  std::vector<Derived> derived;
  for (auto& article : SampleArticles()) {
    auto extraction = extractor->Extract(DocumentOf(article));
    derived.push_back({std::move(article), std::move(extraction)});
  }
  return derived;
}

// A database in a folder of its own, gone with it.
class TemporaryStore {
 public:
  TemporaryStore() {
    auto opened = store::Store::Open(folder_ / "tallywire.db", store::OpenMode::kReadWrite);
    if (!opened) throw std::runtime_error(opened.error().ToText());
    store_.emplace(*std::move(opened));
  }

  store::Store& operator*() { return *store_; }

 private:
  testing::TempFolder folder_;
  std::optional<store::Store> store_;
};

// Saves `derived` as article number `number`, in the caller's transaction. Returns its events.
size_t SaveOne(store::Store& store, Derived derived, int64_t number) {
  derived.article.url = derived.article.canonical_url = "http://sample.example/" + std::to_string(number);
  store::CaptureRecord capture;
  capture.url = capture.final_url = derived.article.url;
  capture.status = 200;
  capture.location = {"sample.warc.gz", 0, static_cast<uint64_t>(number), 1, "sha1:SAMPLE"};
  const auto id = store.Captures().Save(capture);
  if (!id) throw std::runtime_error(id.error().ToText());
  const auto saved = store.Articles().Save(*id, derived.article, derived.extraction, "bench");
  if (!saved) throw std::runtime_error(saved.error().ToText());
  return derived.extraction.events.size();
}

// One transaction, and so one sync to the disk, an article: as ingest saves.
void SaveArticles(benchmark::State& state) {
  const auto derived = SampleDerived();
  TemporaryStore store;
  int64_t number = 0;
  size_t events = 0;
  for (auto _ : state) {
    for (const auto& one : derived) {
      auto transaction = (*store).Begin();
      events += SaveOne(*store, one, ++number);
      if (!transaction->Commit()) throw std::runtime_error("commit failed");
    }
  }
  state.SetItemsProcessed(number);
  state.counters["events/s"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}
BENCHMARK(SaveArticles)->Unit(benchmark::kMillisecond);

void QueryEvents(benchmark::State& state) {
  const auto derived = SampleDerived();
  TemporaryStore store;
  auto transaction = (*store).Begin();
  int64_t number = 0;
  for (int64_t i = 0; i < kRevisionsSaved; ++i) {
    for (const auto& one : derived) SaveOne(*store, one, ++number);
  }
  if (!transaction->Commit()) throw std::runtime_error("commit failed");
  store::EventFilter filter;
  filter.measure = {"quota"};
  filter.limit = 100;
  for (auto _ : state) benchmark::DoNotOptimize((*store).Query().Events(filter));
}
BENCHMARK(QueryEvents)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tallywire::bench

BENCHMARK_MAIN();
