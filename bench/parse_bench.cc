// The parse stage over a folder of pages, stage by stage, with bare gumbo beside it in the same run.
//
//   TALLYWIRE_BENCH_PAGES=FOLDER build/bench/bench/parse_bench
//
// FOLDER holds pages as *.html; without it the sample site's are taken. One iteration is all pages once,
// on one thread, in memory. bytes_per_second counts the pages' own bytes in every stage, items_per_second pages.
#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <string>
#include <vector>

#include "bench/sample_pages.h"
#include "parse/body/body.h"
#include "parse/charset.h"
#include "parse/dom.h"
#include "parse/parse.h"
#include "parse/reducer.h"

namespace {

using namespace tallywire;

const std::vector<std::string>& Pages() {
  static const std::vector<std::string> pages = bench::SamplePages();
  return pages;
}

template <class Stage>
void OverPages(benchmark::State& state, const Stage& stage) {
  size_t bytes = 0;
  for (const std::string& page : Pages()) bytes += page.size();
  for (auto _ : state) {
    for (const std::string& page : Pages()) stage(page);
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes) * static_cast<int64_t>(state.iterations()));
  state.SetItemsProcessed(static_cast<int64_t>(Pages().size()) * static_cast<int64_t>(state.iterations()));
}

void BareGumbo(benchmark::State& state) {
  OverPages(state, [](const std::string& page) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    benchmark::DoNotOptimize(output);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  });
}
BENCHMARK(BareGumbo)->Unit(benchmark::kMillisecond);

void Decode(benchmark::State& state) {
  OverPages(state, [](const std::string& page) {
    const parse::DecodedText text = parse::DecodePage(page, "");
    benchmark::DoNotOptimize(text.utf8.data());
  });
}
BENCHMARK(Decode)->Unit(benchmark::kMillisecond);

void Reduce(benchmark::State& state) {
  OverPages(state, [](const std::string& page) {
    const parse::ReducedPage reduced = parse::ReducePage(page);
    benchmark::DoNotOptimize(reduced.html.data());
  });
}
BENCHMARK(Reduce)->Unit(benchmark::kMillisecond);

void ReduceAndBuildTree(benchmark::State& state) {
  OverPages(state, [](const std::string& page) {
    const auto document = parse::ParseHtml(page);
    benchmark::DoNotOptimize(document->size());
  });
}
BENCHMARK(ReduceAndBuildTree)->Unit(benchmark::kMillisecond);

void TreeAndBody(benchmark::State& state) {
  OverPages(state, [](const std::string& page) {
    const auto document = parse::ParseHtml(page);
    const parse::Body body = parse::FindBody(*document, {});
    benchmark::DoNotOptimize(body.text.data());
  });
}
BENCHMARK(TreeAndBody)->Unit(benchmark::kMillisecond);

void WholeStage(benchmark::State& state) {
  OverPages(state, [](const std::string& page) {
    const auto article = parse::ParseArticle({page, "https://news.example/story", ""});
    benchmark::DoNotOptimize(article.has_value());
  });
}
BENCHMARK(WholeStage)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
