// How well the text of pages is read, and what becomes of the numbers in it.
//
//   tallywire_measure_text FOLDER [--show N]
//
// FOLDER holds gold.json and html/ as gold_page.h says. The program's own model is used: on the pages it was fitted to
// the figures flatter it, so use pages of your own or believe tallywire_fit_body.
//
// A number is a run of digits with single separators inside: 5, 2.5, 1,000, 9:30, 2024/25, 1/2. It survives where the
// same run stands in the extracted text as often as in the gold text: glued cells, lost points and dropped exponents
// count as losses, as do passages that were not taken at all. A number that begins a line and has a point or bracket
// behind it numbers a list: a browser draws it, the page does not hold it. The figures are given with and without them.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "parse/fit/gold_page.h"
#include "parse/parse.h"

namespace tallywire::parse::fit {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Whether [start, end) is the number of a list's item.
bool IsOrdinal(std::string_view text, size_t start, size_t end) {
  const bool begins_line = start == 0 || text[start - 1] == '\n';
  const bool mark = end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && text[end + 1] == ' ';
  return begins_line && mark;
}

std::map<std::string, int, std::less<>> Numbers(std::string_view text, bool ordinals) {
  std::map<std::string, int, std::less<>> numbers;
  for (size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i])) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    while (end < text.size()) {
      const bool separator = std::string_view(".,:/'").find(text[end]) != std::string_view::npos;
      if (IsDigit(text[end])) {
        ++end;
      } else if (separator && end + 1 < text.size() && IsDigit(text[end + 1])) {
        end += 2;
      } else {
        break;
      }
    }
    if (ordinals || !IsOrdinal(text, i, end)) ++numbers[std::string(text.substr(i, end - i))];
    i = end;
  }
  return numbers;
}

struct Tally {
  double gold = 0;
  double found = 0;
  double both = 0;

  void Add(const Tally& other) {
    gold += other.gold;
    found += other.found;
    both += other.both;
  }
  double Survival() const { return gold > 0 ? both / gold : 1; }
  double Truth() const { return found > 0 ? both / found : 1; }
};

Tally CompareNumbers(std::string_view text, std::string_view gold, bool ordinals) {
  const auto found = Numbers(text, ordinals);
  Tally tally;
  for (const auto& [number, count] : found) tally.found += count;
  for (const auto& [number, count] : Numbers(gold, ordinals)) {
    tally.gold += count;
    const auto same = found.find(number);
    if (same != found.end()) tally.both += std::min(count, same->second);
  }
  return tally;
}

void Measure(const std::string& folder, int show) {
  Overlap words;
  Tally all;
  Tally unordered;  // without the numbers of list items
  double survival = 0;
  double truth = 0;
  double pages = 0;
  std::vector<std::pair<double, std::string>> worst;
  for (const GoldPage& gold : LoadGoldPages(folder)) {
    const Result<Article> article = ParseArticle({gold.html, gold.url, ""});
    const std::string text = article.has_value() ? article->text : std::string();
    const Overlap overlap = CompareWords(Words(text), Words(gold.body));
    const Tally tally = CompareNumbers(text, gold.body, /*ordinals=*/true);
    unordered.Add(CompareNumbers(text, gold.body, /*ordinals=*/false));
    words.precision += overlap.precision;
    words.recall += overlap.recall;
    words.f1 += overlap.f1;
    all.Add(tally);
    survival += tally.Survival();
    truth += tally.Truth();
    ++pages;
    worst.emplace_back(tally.gold - tally.both,
                       fmt::format("{} of {} numbers lost, {} not in the gold text: {} {}", tally.gold - tally.both,
                                   tally.gold, tally.found - tally.both, gold.id, gold.url));
  }
  fmt::print("{} pages\n", pages);
  fmt::print("words             F1 {:.4f}  precision {:.4f}  recall {:.4f}\n", words.f1 / pages,
             words.precision / pages, words.recall / pages);
  fmt::print("numbers           intact {:.4f}  true {:.4f}  ({} in the gold texts, {} extracted)\n", all.Survival(),
             all.Truth(), all.gold, all.found);
  fmt::print("  but of lists    intact {:.4f}  true {:.4f}  ({}, {})\n", unordered.Survival(), unordered.Truth(),
             unordered.gold, unordered.found);
  fmt::print("numbers, by page  intact {:.4f}  true {:.4f}\n", survival / pages, truth / pages);
  std::sort(worst.rbegin(), worst.rend());
  for (int i = 0; i < show && static_cast<size_t>(i) < worst.size(); ++i) {
    fmt::print("    {}\n", worst[static_cast<size_t>(i)].second);
  }
}

}  // namespace

}  // namespace tallywire::parse::fit

// NOLINTNEXTLINE(bugprone-exception-escape): what is caught below is what can go wrong with the data
int main(int argc, char** argv) {
  std::string folder;
  int show = 0;
  CLI::App app("Measures the text of pages, and the numbers in it, against known texts");
  app.add_option("folder", folder, "gold.json and html/")->required();
  app.add_option("--show", show, "name the pages that lose most numbers");
  CLI11_PARSE(app, argc, argv);
  try {
    tallywire::parse::fit::Measure(folder, show);
  } catch (const std::exception& error) {
    fmt::print(stderr, "measure_text: {}\n", error.what());
    return 1;
  }
  return 0;
}
