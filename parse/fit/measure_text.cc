// How well the text of pages is read, and what becomes of the numbers in it.
//
//   tallywire_measure_text FOLDER [--show N]
//
// FOLDER holds gold.json and html/ as gold_page.h says. The program's own model is used: on the pages it was fitted to
// the figures flatter it, so use pages of your own or believe tallywire_fit_body.
//
// What counts as a number is told in number_survival.h; the figures are given with and without the numbers of lists.
// Passages that must be kept are also looked for in all that the page shows: what is not there no extractor can keep.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "parse/body/text_block.h"
#include "parse/charset.h"
#include "parse/dom.h"
#include "parse/fit/gold_page.h"
#include "parse/fit/number_survival.h"
#include "parse/fit/snippets.h"
#include "parse/parse.h"

namespace tallywire::parse::fit {

namespace {

// How many passages stand in a text to the letter, and how many with quotation marks and dashes alike.
struct Passages {
  double all = 0;
  double verbatim = 0;
  double typed = 0;

  void Look(const std::vector<std::string>& passages, std::string_view text) {
    const std::string flat = Flat(text);
    const std::string flat_typed = FlatTyped(text);
    for (const std::string& passage : passages) {
      ++all;
      if (flat.find(Flat(passage)) != std::string::npos) ++verbatim;
      if (flat_typed.find(FlatTyped(passage)) != std::string::npos) ++typed;
    }
  }
  std::string ToText() const {
    return fmt::format("{:.4f}  marks alike {:.4f}", verbatim / std::max(all, 1.0), typed / std::max(all, 1.0));
  }
};

// All that a reader of the page can see: more no choice among its blocks can keep.
std::string WholePage(const GoldPage& gold) {
  const Result<Document> page = ParseHtml(DecodePage(gold.html, "").utf8);
  return page.has_value() ? CutIntoBlocks(*page).text : std::string();
}

void Measure(const std::string& folder, int show) {
  Overlap words;
  NumberTally all;
  NumberTally unordered;  // without the numbers of list items
  Passages must;
  Passages must_not;
  Passages must_on_page;
  double survival = 0;
  double truth = 0;
  double pages = 0;
  std::vector<std::pair<double, std::string>> worst;
  for (const GoldPage& gold : LoadGoldPages(folder)) {
    const Result<Article> article = ParseArticle({gold.html, gold.url, ""});
    const std::string text = article.has_value() ? article->text : std::string();
    const Overlap overlap = CompareWords(Words(text), Words(gold.body));
    const NumberTally tally = CompareNumbers(text, gold.body, /*ordinals=*/true);
    unordered.Add(CompareNumbers(text, gold.body, /*ordinals=*/false));
    must.Look(gold.must, text);
    must_not.Look(gold.must_not, text);
    must_on_page.Look(gold.must, WholePage(gold));
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
  fmt::print("must              kept {}  ({} passages)\n", must.ToText(), must.all);
  fmt::print("  of whole pages  kept {}\n", must_on_page.ToText());
  fmt::print("must not          kept {}  ({} passages)\n", must_not.ToText(), must_not.all);
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
