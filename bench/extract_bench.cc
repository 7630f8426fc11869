// How fast figures, dates and events are found in the texts of the sample pages, and how long loading the rules takes.
#include <benchmark/benchmark.h>

#include "bench/sample_articles.h"

namespace tallywire::bench {
namespace {

void LoadRules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(extract::Extractor::Load());
}
BENCHMARK(LoadRules)->Unit(benchmark::kMillisecond);

void ExtractArticles(benchmark::State& state) {
  const auto articles = SampleArticles();
  const auto extractor = extract::Extractor::Load();
  size_t bytes = 0;
  size_t events = 0;
  for (auto _ : state) {
    for (const auto& article : articles) {
      const auto extraction = extractor->Extract(DocumentOf(article));
      bytes += article.text.size();
      events += extraction.events.size();
    }
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
  state.counters["events/s"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}
BENCHMARK(ExtractArticles)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tallywire::bench

BENCHMARK_MAIN();
