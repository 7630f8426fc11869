// Hostile pages up to the size limit: how long each takes and how much memory, in a process of its own.
//
//   build/bench/bench/hostile_bench [SIZE_IN_KIB [NAME]]
//
// Prints the pages that took longer than 2 s of processor time or more than 20 times their size, the slowest and the
// hungriest, and ends with status 1 if there was any of the former.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "parse/parse.h"
#include "tests/support/hostile_pages.h"

namespace {

using namespace tallywire;

constexpr double kMostSeconds = 2;
constexpr double kMostTimesItsSize = 20;
constexpr unsigned kPatience = 60;  // seconds, then the page is given up

struct Outcome {
  double seconds = 0;
  double times_its_size = 0;
  bool ended = false;
  char error[80] = {};
};

struct Row {
  std::string name;
  Outcome outcome;
  bool Failed() const {
    return !outcome.ended || outcome.seconds > kMostSeconds || outcome.times_its_size > kMostTimesItsSize;
  }
};

// A value of /proc/self/status, in KiB.
double StatusKib(const std::string& key) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key)) return std::atof(line.c_str() + key.size());
  }
  return 0;
}

double CpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void WarmUp() {
  const auto article = parse::ParseArticle({"<h1>Title</h1><p>Some text of 6 May 2024.", "https://news.example/a", ""});
  if (!article.has_value()) std::abort();
}

Outcome Measure(const std::string& page) {
  Outcome outcome;
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak starts again from here
  const double before = StatusKib("VmRSS:");
  const double start = CpuSeconds();
  const auto article = parse::ParseArticle({page, "https://news.example/a", ""});
  outcome.seconds = CpuSeconds() - start;
  outcome.times_its_size = (StatusKib("VmHWM:") - before) * 1024 / static_cast<double>(page.size());
  if (!article.has_value()) std::snprintf(outcome.error, sizeof outcome.error, "%s", article.error().what.c_str());
  outcome.ended = true;
  return outcome;
}

// In a child, so that each page starts from the same memory, and one that crashes is one that failed.
Outcome InChild(const test::HostilePage& page, size_t bytes) {
  int channel[2];
  if (pipe(channel) != 0) std::abort();
  const pid_t child = fork();
  if (child == 0) {
    alarm(kPatience);
    const Outcome outcome = Measure(page.make(bytes));
    _exit(write(channel[1], &outcome, sizeof outcome) == sizeof outcome ? 0 : 1);
  }
  close(channel[1]);
  Outcome outcome;
  if (read(channel[0], &outcome, sizeof outcome) != sizeof outcome) outcome = {};
  close(channel[0]);
  waitpid(child, nullptr, 0);
  return outcome;
}

void Print(const Row& row) {
  if (!row.outcome.ended) {
    std::printf("%-32s crashed, or took more than %u s\n", row.name.c_str(), kPatience);
  } else {
    std::printf("%-32s %6.2f s %6.1f x its size  %s\n", row.name.c_str(), row.outcome.seconds,
                row.outcome.times_its_size, row.outcome.error);
  }
}

template <class Key>
void PrintLargest(const char* title, std::vector<Row>& rows, const Key& key) {
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) > key(b); });
  std::printf("\n%s\n", title);
  for (size_t i = 0; i < std::min<size_t>(8, rows.size()); ++i) Print(rows[i]);
}

}  // namespace

int main(int argc, char** argv) {
  const size_t bytes = static_cast<size_t>(argc > 1 ? std::atoi(argv[1]) : 16000) * 1024;
  WarmUp();
  std::vector<Row> rows;
  for (const test::HostilePage& page : test::HostilePages()) {
    if (argc > 2 && page.name != argv[2]) continue;
    rows.push_back({page.name, InChild(page, bytes)});
  }
  const auto failed = std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.Failed(); });
  std::printf("%zu pages of %zu KiB, %td over the limits\n", rows.size(), bytes / 1024, failed);
  for (const Row& row : rows) {
    if (row.Failed()) Print(row);
  }
  PrintLargest("slowest", rows, [](const Row& row) { return row.outcome.seconds; });
  PrintLargest("hungriest", rows, [](const Row& row) { return row.outcome.times_its_size; });
  return failed == 0 ? 0 : 1;
}
