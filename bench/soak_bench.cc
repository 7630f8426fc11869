// Parses page after page and prints how much memory the process holds: it must stay flat.
//
//   TALLYWIRE_BENCH_PAGES=FOLDER build/bench/bench/soak_bench [PAGES]
//
// 100,000 pages unless told otherwise. Status 1 if the second half added more than 2 % to the memory of the first.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "bench/sample_pages.h"
#include "parse/parse.h"
#include "tests/support/heap_count.h"

namespace {

// A value of /proc/self/status, in KiB.
double ResidentKib() {
  const std::string key = "VmRSS:";
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key)) return std::atof(line.c_str() + key.size());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tallywire;
  const std::vector<std::string> pages = bench::SamplePages();
  const size_t count = argc > 1 ? static_cast<size_t>(std::atol(argv[1])) : 100000;
  const size_t step = std::max<size_t>(count / 20, 1);
  double half_way = 0;
  size_t refused = 0;
  const test::HeapWatch heap;
  size_t allocations = 0;
  for (size_t i = 1; i <= count; ++i) {
    if (!parse::ParseArticle({pages[i % pages.size()], "https://news.example/a", ""}).has_value()) ++refused;
    if (i == count / 2) half_way = ResidentKib();
    if (i % step != 0) continue;
    const size_t so_far = heap.Count().allocations;
    std::printf("%8zu pages  %8.1f MiB resident  %6zu allocations a page\n", i, ResidentKib() / 1024,
                (so_far - allocations) / step);
    std::fflush(stdout);
    allocations = so_far;
  }
  const double end = ResidentKib();
  std::printf("%zu refused, %+.2f %% in the second half\n", refused, 100 * (end - half_way) / half_way);
  return end > half_way * 1.02 ? 1 : 0;
}
