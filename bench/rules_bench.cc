// What rules cost: loading them, and the whole stage with a thousand rules of a user's own beside the built-in ones.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bench/sample_articles.h"
#include "tests/support/temp_folder.h"

namespace tallywire::bench {
namespace {

constexpr size_t kOwnRules = 1000;

// Words that the sample articles themselves use, from the most common one on: rules of any trade have such words.
std::vector<std::string> WordsOfSamples() {
  std::map<std::string, size_t> counts;
  std::string word;
  for (const auto& article : SampleArticles()) {
    for (const char c : article.text + " ") {
      if (std::islower(static_cast<unsigned char>(c)) != 0) {
        word += c;
      } else {
        if (word.size() > 4) ++counts[word];
        word.clear();
      }
    }
  }
  std::vector<std::pair<size_t, std::string>> ordered;
  for (const auto& [text, count] : counts) ordered.emplace_back(count, text);
  std::sort(ordered.rbegin(), ordered.rend());
  std::vector<std::string> words;
  for (const auto& [count, text] : ordered) words.push_back(text);
  return words;
}

// A folder with rules of the shapes that trades write: a word or two of their own, and a slot or two.
class OwnRules {
 public:
  OwnRules() {
    const std::vector<std::string> words = WordsOfSamples();
    std::ofstream file(folder_ / "events.toml");
    for (size_t i = 0; i < kOwnRules; ++i) {
      const std::string& one = words[i * 7 % words.size()];
      const std::string& other = words[(i * 11 + 5) % words.size()];
      file << "[[rule]]\nid = \"own-" << i << "\"\npattern = \"" << Pattern(i, one, other) << "\"\nconfidence = 0.5\n"
           << "example = \"A figure.\"\nevents = []\n";
    }
  }

  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  static std::string Pattern(size_t i, const std::string& one, const std::string& other) {
    switch (i % 5) {
      case 0:
        return "{measure} ~4 " + one + " ~3 {level:figure}";
      case 1:
        return one + " ~4 {change:figure} ~3 {dir:up|down}";
      case 2:
        return "{level:figure} (of {item})? ~3 " + one + "|" + other;
      case 3:
        return "{dir:up|down} ~5 " + one + " ~3 {change:pct}";
      default:
        return "{item} ~3 <be> " + one + " at|to ~2 {level:perunit}";
    }
  }

  testing::TempFolder folder_;
};

void LoadBuiltInRules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(extract::Extractor::Load());
}
BENCHMARK(LoadBuiltInRules)->Unit(benchmark::kMillisecond);

void Extract(benchmark::State& state, const std::filesystem::path& folder) {
  const auto articles = SampleArticles();
  const auto extractor = extract::Extractor::Load(folder);
  if (!extractor) return state.SkipWithError(extractor.error().ToText().c_str());
  size_t bytes = 0;
  for (auto _ : state) {
    for (const auto& article : articles) {
      benchmark::DoNotOptimize(extractor->Extract(DocumentOf(article)));
      bytes += article.text.size();
    }
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}

void ExtractWithBuiltInRules(benchmark::State& state) { Extract(state, {}); }
BENCHMARK(ExtractWithBuiltInRules)->Unit(benchmark::kMillisecond);

void ExtractWithThousandRules(benchmark::State& state) {
  const OwnRules own;
  Extract(state, own.path());
}
BENCHMARK(ExtractWithThousandRules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tallywire::bench

BENCHMARK_MAIN();
