// Fits the weights: rules/body_model.txt (a block by itself) and rules/body_context_model.txt (a block among the
// verdicts on the others).
//
//   tallywire_fit_body FOLDER [--write parse/rules] [--folds 5] [--trees N] [--show N] …
//
// FOLDER holds gold.json and html/ as gold_page.h says. First the pages are dealt into folds by host, and each fold is
// judged by models that have seen nothing of it, neither in the first forest nor in the verdicts that the second one
// learns from: what is printed is true of pages from sites that the models do not know. Then, with --write, models are
// fitted to all pages.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <numeric>

#include "parse/body/body.h"
#include "parse/body/body_model.h"
#include "parse/body/context.h"
#include "parse/body/features.h"
#include "parse/charset.h"
#include "parse/dom.h"
#include "parse/fit/boosting.h"
#include "parse/fit/gold_page.h"
#include "parse/fit/number_survival.h"
#include "parse/fit/snippets.h"
#include "parse/metadata.h"

namespace tallywire::parse::fit {

namespace {

struct Settings {
  std::string folder;
  std::string write;
  unsigned folds = 5;
  BoostingOptions first;
  BoostingOptions second;
  int show = 0;
};

// A page made ready: everything but the gold text's words points into the others.
struct Sample {
  GoldPage gold;
  DecodedText decoded;
  std::unique_ptr<Document> page;
  Article metadata;
  BodyWitness witness;
  PageText text;
  std::unique_ptr<PageView> view;
  std::vector<uint64_t> gold_words;
  std::vector<float> target;
  size_t first_row = 0;
  unsigned fold = 0;
  bool shortened = false;  // see Shorten: fitted to, not measured
};

unsigned FoldOf(std::string_view url, unsigned folds) {
  const size_t scheme = url.find("//");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 2);
  const std::string_view name = url.substr(0, url.find('/'));
  return static_cast<unsigned>(Fingerprint(name) % folds);
}

std::unique_ptr<Sample> Prepare(GoldPage gold, unsigned folds) {
  auto sample = std::make_unique<Sample>();
  sample->gold = std::move(gold);
  sample->decoded = DecodePage(sample->gold.html, "");
  Result<Document> page = ParseHtml(sample->decoded.utf8);
  if (!page.has_value()) throw std::runtime_error(page.error().ToText());
  sample->page = std::make_unique<Document>(std::move(*page));
  const Page address = {sample->gold.html, sample->gold.url, ""};
  sample->witness = ReadMetadata(*sample->page, address, {}, sample->metadata);
  sample->text = CutIntoBlocks(*sample->page);
  const BodyHints hints = {sample->metadata.title, sample->witness.article_body, sample->metadata.description};
  sample->view = std::make_unique<PageView>(*sample->page, sample->text, hints);
  sample->gold_words = Words(sample->gold.body);
  std::vector<std::vector<uint64_t>> blocks;
  for (size_t i = 0; i < sample->view->size(); ++i) blocks.push_back(Words(sample->view->TextOf(i)));
  sample->target = AlignBlocks(blocks, sample->gold_words);
  sample->fold = FoldOf(sample->gold.url, folds);
  return sample;
}

// Leaves of the article its beginning and its last two blocks. Pages with known texts tend to be long reads, news is
// short: the same page with a short article teaches the forests not to rely on length.
void Shorten(Sample& sample) {
  std::vector<size_t> kept;
  for (size_t i = 0; i < sample.target.size(); ++i) {
    if (sample.target[i] >= 0.5F) kept.push_back(i);
  }
  const size_t wanted = 50 + Fingerprint(sample.gold.id) / 7 % 250;  // words
  std::vector<bool> drop(sample.target.size(), false);
  size_t words = 0;
  for (size_t k = 0; k < kept.size(); ++k) {
    drop[kept[k]] = words >= wanted && k + 2 < kept.size();
    if (!drop[kept[k]]) words += sample.view->block(kept[k]).counts.words;
  }
  std::vector<TextBlock> blocks;
  std::vector<float> target;
  for (size_t i = 0; i < drop.size(); ++i) {
    if (drop[i]) continue;
    blocks.push_back(sample.text.blocks[i]);
    target.push_back(sample.target[i]);
  }
  sample.text.blocks = std::move(blocks);
  sample.target = std::move(target);
  sample.gold_words.resize(std::min(sample.gold_words.size(), words));
  const BodyHints hints = sample.view->hints();
  sample.view = std::make_unique<PageView>(*sample.page, sample.text, hints);
  sample.shortened = true;
}

// All blocks of all pages as rows.
struct Rows {
  size_t columns = 0;
  std::vector<float> values;
  std::vector<float> target;
  std::vector<float> weight;
  std::vector<unsigned> fold;
};

// A page counts as much as any other; within it blocks count by their words, small ones by a little more.
void AddRows(Sample& sample, Rows& rows) {
  FeatureTable table(sample.view->size(), BlockFeatureNames().size());
  DescribeBlocks(*sample.view, table);
  sample.first_row = rows.target.size();
  rows.columns = table.columns();
  rows.values.insert(rows.values.end(), table.values().begin(), table.values().end());
  const double scale = 200.0 / (static_cast<double>(sample.gold_words.size()) + 100);
  for (size_t i = 0; i < sample.view->size(); ++i) {
    rows.target.push_back(sample.target[i]);
    rows.weight.push_back(static_cast<float>(scale * (sample.view->block(i).counts.words + 4.0) / 20));
    rows.fold.push_back(sample.fold);
  }
}

std::vector<uint32_t> RowsOf(const Rows& rows, const std::function<bool(unsigned fold)>& wanted) {
  std::vector<uint32_t> use;
  for (uint32_t i = 0; i < rows.fold.size(); ++i) {
    if (wanted(rows.fold[i])) use.push_back(i);
  }
  return use;
}

// Fits to the rows of the folds that are `seen`, and writes the verdicts on those of the others.
Forest FitAndJudge(const Rows& rows, const BinnedTable& table, const BoostingOptions& options,
                   const std::function<bool(unsigned fold)>& seen, std::vector<float>& verdicts) {
  Forest forest = Boost(table, RowsOf(rows, seen), rows.target, rows.weight, options);
  for (const uint32_t i : RowsOf(rows, std::not_fn(seen))) {
    const auto row = std::span(rows.values).subspan(i * rows.columns, rows.columns);
    verdicts[i] = static_cast<float>(Probability(forest.LogOdds(row)));
  }
  return forest;
}

// Runs `work` for 0 … count - 1, two at a time.
void ForEach(unsigned count, const std::function<void(unsigned)>& work) {
  std::vector<std::future<void>> running;
  for (unsigned i = 0; i < count; ++i) {
    if (i >= 2) running[i - 2].get();
    running.push_back(std::async(std::launch::async, work, i));
  }
  for (auto& task : running) {
    if (task.valid()) task.get();
  }
}

using Samples = std::vector<std::unique_ptr<Sample>>;

// The rows with the columns that tell of the first forest's verdicts.
Rows AddContext(const Samples& samples, const Rows& rows, const std::vector<float>& first) {
  Rows wider = rows;
  wider.values.clear();
  wider.columns = AllFeatureNames().size();
  for (const auto& sample : samples) {
    const auto from = first.begin() + static_cast<std::ptrdiff_t>(sample->first_row);
    const std::vector<float> verdicts(from, from + static_cast<std::ptrdiff_t>(sample->view->size()));
    FeatureTable table(verdicts.size(), wider.columns);
    for (size_t i = 0; i < verdicts.size(); ++i) {
      const auto own = std::span(rows.values).subspan((sample->first_row + i) * rows.columns, rows.columns);
      std::copy(own.begin(), own.end(), table.MutableRow(i).begin());
    }
    DescribeContext(*sample->view, verdicts, table);
    wider.values.insert(wider.values.end(), table.values().begin(), table.values().end());
  }
  return wider;
}

// First forests, each fitted without two folds (which may be the same), as verdicts on the rows of those two.
class FirstVerdicts {
 public:
  FirstVerdicts(const Rows& rows, const Settings& settings) : rows_(rows) {
    std::vector<std::pair<unsigned, unsigned>> pairs;
    for (unsigned a = 0; a < settings.folds; ++a) {
      for (unsigned b = a; b < settings.folds; ++b) pairs.emplace_back(a, b);
    }
    for (const auto& pair : pairs) verdicts_[pair].resize(rows.target.size());
    const BinnedTable table(rows.values, rows.columns);
    ForEach(static_cast<unsigned>(pairs.size()), [&](unsigned i) {
      const auto [a, b] = pairs[i];
      const auto seen = [a = a, b = b](unsigned fold) { return fold != a && fold != b; };
      FitAndJudge(rows, table, settings.first, seen, verdicts_.at(pairs[i]));
    });
  }

  // Of forests that have seen neither the row's own fold nor the fold `hidden`.
  std::vector<float> Without(unsigned hidden) const {
    std::vector<float> verdicts;
    for (size_t i = 0; i < rows_.fold.size(); ++i) {
      verdicts.push_back(verdicts_.at(std::minmax(rows_.fold[i], hidden))[i]);
    }
    return verdicts;
  }

  // Of forests that have seen all but the row's own fold.
  std::vector<float> WithoutOwn() const {
    std::vector<float> verdicts;
    for (size_t i = 0; i < rows_.fold.size(); ++i) {
      verdicts.push_back(verdicts_.at({rows_.fold[i], rows_.fold[i]})[i]);
    }
    return verdicts;
  }

 private:
  const Rows& rows_;
  std::map<std::pair<unsigned, unsigned>, std::vector<float>> verdicts_;
};

// The verdicts of second forests, each on the fold that neither it nor the first forests before it have seen.
std::vector<float> SecondVerdicts(const Samples& samples, const Rows& rows, const FirstVerdicts& first,
                                  const Settings& settings) {
  std::vector<float> verdicts(rows.target.size());
  ForEach(settings.folds, [&](unsigned fold) {
    const Rows wider = AddContext(samples, rows, first.Without(fold));
    std::vector<float> own(verdicts.size());
    FitAndJudge(
        wider, BinnedTable(wider.values, wider.columns), settings.second,
        [fold](unsigned other) { return other != fold; }, own);
    for (size_t i = 0; i < own.size(); ++i) {
      if (rows.fold[i] == fold) verdicts[i] = own[i];
    }
  });
  return verdicts;
}

void WriteModel(const std::string& path, const Forest& forest) {
  std::ofstream(path) << "# Written by parse/fit/fit_body.cc; the form is told in parse/body/body_model.cc.\n"
                      << ToText(forest);
}

void FitAndWrite(const Samples& samples, const Rows& rows, const std::vector<float>& first, const Settings& settings) {
  std::vector<float> none(rows.target.size());
  const auto all = [](unsigned) { return true; };
  const BinnedTable table(rows.values, rows.columns);
  WriteModel(settings.write + "/body_model.txt", FitAndJudge(rows, table, settings.first, all, none));
  const Rows wider = AddContext(samples, rows, first);
  const BinnedTable wider_table(wider.values, wider.columns);
  WriteModel(settings.write + "/body_context_model.txt", FitAndJudge(wider, wider_table, settings.second, all, none));
}

std::span<const float> VerdictsOf(const Sample& sample, const std::vector<float>& verdicts) {
  return std::span(verdicts).subspan(sample.first_row, sample.view->size());
}

struct Score {
  Overlap words;
  NumberTally numbers;  // but those of lists
  size_t must = 0;
  size_t must_not = 0;  // that stayed out
};

Score ScoreChoice(const Sample& sample, const std::vector<bool>& keep) {
  std::string text;
  for (size_t i = 0; i < keep.size(); ++i) {
    if (keep[i]) text.append(sample.view->TextOf(i)).append("\n\n");
  }
  Score score;
  score.words = CompareWords(Words(text), sample.gold_words);
  score.numbers = CompareNumbers(text, sample.gold.body, /*ordinals=*/false);
  const std::string flat = Flat(text);
  for (const std::string& snippet : sample.gold.must) score.must += flat.find(Flat(snippet)) != std::string::npos;
  for (const std::string& snippet : sample.gold.must_not)
    score.must_not += flat.find(Flat(snippet)) == std::string::npos;
  return score;
}

template <class Choose>
void Report(std::string_view name, const Samples& samples, const Choose& choose, int show) {
  Score total;
  size_t must = 0;
  size_t must_not = 0;
  std::vector<std::pair<double, std::string>> rows;
  double pages = 0;
  for (const auto& sample : samples) {
    if (sample->shortened) continue;
    ++pages;
    const Score score = ScoreChoice(*sample, choose(*sample));
    total.words.precision += score.words.precision;
    total.words.recall += score.words.recall;
    total.words.f1 += score.words.f1;
    total.numbers.Add(score.numbers);
    total.must += score.must;
    total.must_not += score.must_not;
    must += sample->gold.must.size();
    must_not += sample->gold.must_not.size();
    rows.emplace_back(score.words.f1, fmt::format("{:.3f} {:.3f} {:.3f} {} {}", score.words.f1, score.words.precision,
                                                  score.words.recall, sample->gold.id, sample->gold.url));
  }
  fmt::print("{:<22} F1 {:.4f}  P {:.4f}  R {:.4f}  must {:.4f}  must_not {:.4f}  numbers {:.4f}  {:.4f}\n", name,
             total.words.f1 / pages, total.words.precision / pages, total.words.recall / pages,
             static_cast<double>(total.must) / static_cast<double>(must),
             static_cast<double>(total.must_not) / static_cast<double>(must_not), total.numbers.Survival(),
             total.numbers.Truth());
  std::sort(rows.begin(), rows.end());
  for (int i = 0; i < show && static_cast<size_t>(i) < rows.size(); ++i) {
    fmt::print("    {}\n", rows[static_cast<size_t>(i)].second);
  }
  std::fflush(stdout);
}

std::vector<bool> ByTarget(const Sample& sample) {
  std::vector<bool> keep;
  for (const float target : sample.target) keep.push_back(target >= 0.5F);
  return keep;
}

void Run(const Settings& settings) {
  Samples samples;
  Rows rows;
  for (GoldPage& gold : LoadGoldPages(settings.folder)) {
    if (Fingerprint(gold.id) / 3 % 2 == 0) {  // every second page also as a short one
      samples.push_back(Prepare(gold, settings.folds));
      Shorten(*samples.back());
      AddRows(*samples.back(), rows);
    }
    samples.push_back(Prepare(std::move(gold), settings.folds));
    AddRows(*samples.back(), rows);
  }
  fmt::print("{} pages with the shortened ones, {} blocks, {} features\n", samples.size(), rows.target.size(),
             rows.columns);
  Report("best possible", samples, ByTarget, 0);
  const auto report = [&](std::string_view name, const std::vector<float>& verdicts, int show) {
    const auto choose = [&verdicts](const Sample& sample) {
      const auto own = VerdictsOf(sample, verdicts);
      return ChooseBlocks(*sample.view, {own.begin(), own.end()});
    };
    Report(name, samples, choose, show);
  };
  const FirstVerdicts first(rows, settings);
  const std::vector<float> alone = first.WithoutOwn();
  const std::vector<float> among = SecondVerdicts(samples, rows, first, settings);
  std::vector<float> both;
  for (size_t i = 0; i < alone.size(); ++i) both.push_back(Blend(alone[i], among[i]));
  report("unknown sites, first", alone, 0);
  report("unknown sites, second", among, 0);
  report("unknown sites, both", both, settings.show);
  if (!settings.write.empty()) FitAndWrite(samples, rows, alone, settings);
}

}  // namespace

}  // namespace tallywire::parse::fit

// NOLINTNEXTLINE(bugprone-exception-escape): what is caught below is what can go wrong with the data
int main(int argc, char** argv) {
  tallywire::parse::fit::Settings settings;
  CLI::App app("Fits the weights of the article finder to pages with known texts");
  app.add_option("folder", settings.folder, "gold.json and html/")->required();
  app.add_option("--write", settings.write, "folder of rules: write there the models fitted to all pages");
  app.add_option("--folds", settings.folds, "parts for cross-validation")->check(CLI::Range(2, 20));
  app.add_option("--show", settings.show, "name the worst pages");
  const auto add_boosting = [&app](const std::string& which, tallywire::parse::fit::BoostingOptions& options) {
    app.add_option("--" + which + "trees", options.trees, "trees of the forest");
    app.add_option("--" + which + "depth", options.depth, "depth of each tree")
        ->check(CLI::Range(1, tallywire::parse::Forest::kMaxDepth));
    app.add_option("--" + which + "rate", options.rate, "shrinkage of each tree");
    app.add_option("--" + which + "leaf", options.smallest_leaf, "smallest leaf, in summed row weight");
    app.add_option("--" + which + "rows", options.rows, "share of the rows that a tree sees");
    app.add_option("--" + which + "columns", options.columns, "share of the columns that a tree sees");
    app.add_option("--" + which + "smoothing", options.smoothing, "L2 on the leaves' values");
  };
  add_boosting("", settings.first);
  add_boosting("second-", settings.second);
  CLI11_PARSE(app, argc, argv);
  try {
    tallywire::parse::fit::Run(settings);
  } catch (const std::exception& error) {
    fmt::print(stderr, "fit_body: {}\n", error.what());
    return 1;
  }
  return 0;
}
