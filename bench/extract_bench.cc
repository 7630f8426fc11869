// How fast figures, dates and events are found in the texts of the sample pages, against one plain pass of a regular
// expression over the same texts; how long loading the rules takes; and whether cost stays linear without full stops.
#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <string>
#include <string_view>

#include "bench/sample_articles.h"

namespace tallywire::bench {
namespace {

void LoadRules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(extract::Extractor::Load());
}
BENCHMARK(LoadRules)->Unit(benchmark::kMillisecond);

// The yardstick: what any program that looks for per cents has to pay.
void PlainPass(benchmark::State& state) {
  const auto articles = SampleArticles();
  const re2::RE2 pattern(R"(\d+(?:\.\d+)?\s?(?:%|per ?cent))");
  size_t bytes = 0;
  size_t found = 0;
  for (auto _ : state) {
    for (const auto& article : articles) {
      re2::StringPiece rest(article.text);
      while (re2::RE2::FindAndConsume(&rest, pattern)) ++found;
      bytes += article.text.size();
    }
  }
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}
BENCHMARK(PlainPass)->Unit(benchmark::kMillisecond);

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

// `words` again and again, as many bytes as the benchmark's argument says.
void ExtractRepeated(benchmark::State& state, std::string_view words) {
  const auto extractor = extract::Extractor::Load();
  const auto size = static_cast<size_t>(state.range(0));
  std::string text;
  while (text.size() < size) text += words;
  extract::Document document;
  document.text = text;
  document.published = "2024-03-05";
  for (auto _ : state) benchmark::DoNotOptimize(extractor->Extract(document));
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) * static_cast<int64_t>(state.iterations()));
}

constexpr int64_t kMegabyte = 1 << 20;

void ExtractProse(benchmark::State& state) {
  ExtractRepeated(state, "The mill sent 12 tonnes of tea to Kent in May. It rose by 3 percent while others fell. ");
}
BENCHMARK(ExtractProse)->Arg(kMegabyte)->Arg(10 * kMegabyte)->Unit(benchmark::kMillisecond);

void ExtractOneSentence(benchmark::State& state) {
  ExtractRepeated(state, "the mill sent 12 tonnes of tea to Kent in May and it rose by 3 percent while others fell ");
}
BENCHMARK(ExtractOneSentence)->Arg(kMegabyte)->Arg(10 * kMegabyte)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tallywire::bench

BENCHMARK_MAIN();
