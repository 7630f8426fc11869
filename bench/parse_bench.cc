// The parse stage over a folder of pages, stage by stage, with bare gumbo beside it in the same run.
//
//   TALLYWIRE_BENCH_PAGES=FOLDER build/bench/bench/parse_bench
//
// FOLDER holds pages as *.html or *.html.gz; without it the sample site's are taken. One iteration is all pages once,
// on one thread, in memory. bytes_per_second counts the pages' own bytes in every stage, items_per_second pages.
//
// AgainstGumbo gives the figure that counts: the processor time of the whole stage as a share of bare gumbo's, page by
// page in turn, so that both meet the same state of the machine.
#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "bench/sample_pages.h"
#include "parse/body/body.h"
#include "parse/charset.h"
#include "parse/dom.h"
#include "parse/parse.h"
#include "parse/reducer.h"
#include "parse/tag_scan.h"

namespace {

using namespace tallywire;

// The page without its script elements.
std::string WithoutScripts(std::string_view page) {
  constexpr std::string_view kOpen = "<script";
  std::string out;
  size_t at = 0;
  while (true) {
    const size_t open = page.find(kOpen, at);
    out += page.substr(at, open - at);
    if (open == std::string_view::npos) return out;
    at = parse::EndOfScript(page, parse::EndOfTag(page, open + kOpen.size()));
    if (at < page.size()) at = parse::EndOfTag(page, at + kOpen.size() + 1);
  }
}

const std::vector<std::string>& Pages() {
  static const std::vector<std::string> pages = bench::SamplePages();
  return pages;
}

const std::vector<std::string>& PagesWithoutScripts() {
  static const std::vector<std::string> pages = [] {
    std::vector<std::string> shorter;
    for (const std::string& page : Pages()) shorter.push_back(WithoutScripts(page));
    return shorter;
  }();
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

// Gumbo as a program would use it that knows of its error records: with malloc, and without them.
void ParseWithBareGumbo(const std::string& page) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, page.data(), page.size());
  benchmark::DoNotOptimize(output);
  gumbo_destroy_output(&options, output);
}

void ParseWhole(const std::string& page) {
  const auto article = parse::ParseArticle({page, "https://news.example/story", ""});
  benchmark::DoNotOptimize(article.has_value());
}

void BareGumbo(benchmark::State& state) { OverPages(state, ParseWithBareGumbo); }
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

void WholeStage(benchmark::State& state) { OverPages(state, ParseWhole); }
BENCHMARK(WholeStage)->Unit(benchmark::kMillisecond);

double ThreadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void AgainstGumbo(benchmark::State& state, const std::vector<std::string>& pages) {
  double gumbo = 0;
  double ours = 0;
  ParseWhole(pages.front());  // the rules and the model load once
  for (auto _ : state) {
    for (const std::string& page : pages) {
      const double start = ThreadSeconds();
      ParseWithBareGumbo(page);
      const double middle = ThreadSeconds();
      ParseWhole(page);
      gumbo += middle - start;
      ours += ThreadSeconds() - middle;
    }
  }
  const double count = static_cast<double>(pages.size()) * static_cast<double>(state.iterations());
  state.counters["gumbo_ms_per_page"] = gumbo * 1000 / count;
  state.counters["parse_ms_per_page"] = ours * 1000 / count;
  state.counters["ratio"] = ours / gumbo;
}
BENCHMARK_CAPTURE(AgainstGumbo, raw_pages, Pages())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(AgainstGumbo, without_scripts, PagesWithoutScripts())->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
