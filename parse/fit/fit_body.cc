// Fits the weights of rules/body_model.txt.
//
//   tallywire_fit_body FOLDER [--write parse/rules/body_model.txt] [--folds 4] [--trees N] [--show N] …
//
// FOLDER holds gold.json and html/ as gold_page.h says. First the pages are dealt into folds by host, and each fold is
// judged by a model fitted to the others: the figures printed are of pages that the model has not seen. Then, with
// --write, a model is fitted to all of them.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <future>
#include <nlohmann/json.hpp>
#include <numeric>

#include "parse/body/body.h"
#include "parse/body/body_model.h"
#include "parse/body/features.h"
#include "parse/charset.h"
#include "parse/dom.h"
#include "parse/fit/boosting.h"
#include "parse/fit/gold_page.h"

namespace tallywire::parse::fit {

namespace {

struct Settings {
  std::string folder;
  std::string write;
  unsigned folds = 4;
  BoostingOptions boosting;
  int show = 0;
};

// A page made ready: everything but the gold text's words points into the others.
struct Sample {
  GoldPage gold;
  DecodedText decoded;
  std::unique_ptr<Document> page;
  std::string title;
  std::string article_body;
  std::string description;
  PageText text;
  std::unique_ptr<PageView> view;
  std::vector<uint64_t> gold_words;
  std::vector<float> target;
  size_t first_row = 0;
  unsigned fold = 0;
};

std::string FindArticleBody(const nlohmann::json& json, int depth) {
  if (depth > 6) return {};
  if (json.is_object()) {
    const auto body = json.find("articleBody");
    if (body != json.end() && body->is_string()) return body->get<std::string>();
  }
  std::string longest;
  if (json.is_structured()) {
    for (const auto& item : json) {
      std::string found = FindArticleBody(item, depth + 1);
      if (found.size() > longest.size()) longest = std::move(found);
    }
  }
  return longest;
}

void ReadHints(Sample& sample) {
  const Document& page = *sample.page;
  for (NodeId id = 0; id < page.size(); ++id) {
    if (page[id].tag != Tag::kMeta) continue;
    const std::string_view property = page.Attr(id, "property");
    if (property == "og:title") sample.title = page.Attr(id, "content");
    if (property == "og:description") sample.description = page.Attr(id, "content");
  }
  const NodeId h1 = page.Find(Tag::kH1);
  if (h1 != kNoNode) sample.title = page.Text(h1);
  for (const std::string_view json : page.json_ld()) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    std::string body = FindArticleBody(parsed, 0);
    if (body.size() > sample.article_body.size()) sample.article_body = std::move(body);
  }
}

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
  ReadHints(*sample);
  sample->text = CutIntoBlocks(*sample->page);
  sample->view = std::make_unique<PageView>(*sample->page, sample->text,
                                            BodyHints{sample->title, sample->article_body, sample->description});
  sample->gold_words = Words(sample->gold.body);
  std::vector<std::vector<uint64_t>> blocks;
  for (size_t i = 0; i < sample->view->size(); ++i) blocks.push_back(Words(sample->view->TextOf(i)));
  sample->target = AlignBlocks(blocks, sample->gold_words);
  sample->fold = FoldOf(sample->gold.url, folds);
  return sample;
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
  const FeatureTable table = DescribeBlocks(*sample.view);
  sample.first_row = rows.target.size();
  rows.columns = std::max(rows.columns, table.columns);
  rows.values.insert(rows.values.end(), table.values.begin(), table.values.end());
  const double scale = 200.0 / (static_cast<double>(sample.gold_words.size()) + 100);
  for (size_t i = 0; i < sample.view->size(); ++i) {
    rows.target.push_back(sample.target[i]);
    rows.weight.push_back(static_cast<float>(scale * (sample.view->block(i).counts.words + 4.0) / 20));
    rows.fold.push_back(sample.fold);
  }
}

std::vector<uint32_t> RowsOutside(const Rows& rows, unsigned fold) {
  std::vector<uint32_t> use;
  for (uint32_t i = 0; i < rows.fold.size(); ++i) {
    if (rows.fold[i] != fold) use.push_back(i);
  }
  return use;
}

// For each row the verdict of a forest that was fitted to the other folds.
std::vector<float> CrossJudge(const Rows& rows, const BoostingOptions& options, unsigned folds) {
  const BinnedTable table(rows.values, rows.columns);
  std::vector<float> verdicts(rows.target.size());
  const auto judge = [&](unsigned fold) {
    const Forest forest = Boost(table, RowsOutside(rows, fold), rows.target, rows.weight, options);
    for (size_t i = 0; i < verdicts.size(); ++i) {
      if (rows.fold[i] != fold) continue;
      verdicts[i] = static_cast<float>(
          Probability(forest.LogOdds(std::span(rows.values).subspan(i * rows.columns, rows.columns))));
    }
  };
  std::vector<std::future<void>> running;
  for (unsigned fold = 0; fold < folds; ++fold) {
    if (running.size() >= 2) {
      running.front().get();
      running.erase(running.begin());
    }
    running.push_back(std::async(std::launch::async, judge, fold));
  }
  for (auto& task : running) task.get();
  return verdicts;
}

std::span<const float> VerdictsOf(const Sample& sample, const std::vector<float>& verdicts) {
  return std::span(verdicts).subspan(sample.first_row, sample.view->size());
}

std::string Flat(std::string_view text) {
  std::string flat;
  for (char c : text) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    if (c == ' ' && flat.ends_with(' ')) continue;
    flat += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return flat;
}

struct Score {
  Overlap words;
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
  const std::string flat = Flat(text);
  for (const std::string& snippet : sample.gold.must) score.must += flat.find(Flat(snippet)) != std::string::npos;
  for (const std::string& snippet : sample.gold.must_not)
    score.must_not += flat.find(Flat(snippet)) == std::string::npos;
  return score;
}

template <class Choose>
void Report(std::string_view name, const std::vector<std::unique_ptr<Sample>>& samples, const Choose& choose,
            int show) {
  Score total;
  size_t must = 0;
  size_t must_not = 0;
  std::vector<std::pair<double, std::string>> rows;
  for (const auto& sample : samples) {
    const Score score = ScoreChoice(*sample, choose(*sample));
    total.words.precision += score.words.precision;
    total.words.recall += score.words.recall;
    total.words.f1 += score.words.f1;
    total.must += score.must;
    total.must_not += score.must_not;
    must += sample->gold.must.size();
    must_not += sample->gold.must_not.size();
    rows.emplace_back(score.words.f1, fmt::format("{:.3f} {:.3f} {:.3f} {} {}", score.words.f1, score.words.precision,
                                                  score.words.recall, sample->gold.id, sample->gold.url));
  }
  const auto pages = static_cast<double>(samples.size());
  fmt::print("{:<22} F1 {:.4f}  P {:.4f}  R {:.4f}  must {:.4f}  must_not {:.4f}\n", name, total.words.f1 / pages,
             total.words.precision / pages, total.words.recall / pages,
             static_cast<double>(total.must) / static_cast<double>(must),
             static_cast<double>(total.must_not) / static_cast<double>(must_not));
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
  std::vector<std::unique_ptr<Sample>> samples;
  Rows rows;
  for (GoldPage& gold : LoadGoldPages(settings.folder)) {
    samples.push_back(Prepare(std::move(gold), settings.folds));
    AddRows(*samples.back(), rows);
  }
  fmt::print("{} pages, {} blocks, {} features\n", samples.size(), rows.target.size(), rows.columns);
  Report("best possible", samples, ByTarget, 0);
  if (settings.folds > 1) {
    const std::vector<float> verdicts = CrossJudge(rows, settings.boosting, settings.folds);
    const auto choose = [&verdicts](const Sample& sample) {
      const auto own = VerdictsOf(sample, verdicts);
      return ChooseBlocks(*sample.view, {own.begin(), own.end()});
    };
    Report("pages not seen", samples, choose, settings.show);
  }
  if (settings.write.empty()) return;
  const BinnedTable table(rows.values, rows.columns);
  const Forest model = Boost(table, RowsOutside(rows, settings.folds), rows.target, rows.weight, settings.boosting);
  std::ofstream(settings.write) << "# Written by parse/fit/fit_body.cc; the form is told in parse/body/body_model.cc.\n"
                                << ToText(model);
}

}  // namespace

}  // namespace tallywire::parse::fit

// NOLINTNEXTLINE(bugprone-exception-escape): what is caught below is what can go wrong with the data
int main(int argc, char** argv) {
  tallywire::parse::fit::Settings settings;
  CLI::App app("Fits the weights of the article finder to pages with known texts");
  app.add_option("folder", settings.folder, "gold.json and html/")->required();
  app.add_option("--write", settings.write, "write the model fitted to all pages");
  app.add_option("--folds", settings.folds, "parts for cross-validation");
  app.add_option("--trees", settings.boosting.trees, "trees of the forest");
  app.add_option("--depth", settings.boosting.depth, "depth of each tree");
  app.add_option("--rate", settings.boosting.rate, "shrinkage of each tree");
  app.add_option("--leaf", settings.boosting.smallest_leaf, "smallest leaf, in summed row weight");
  app.add_option("--columns", settings.boosting.columns, "share of the columns that a tree sees");
  app.add_option("--smoothing", settings.boosting.smoothing, "L2 on the leaves' values");
  CLI11_PARSE(app, argc, argv);
  try {
    tallywire::parse::fit::Run(settings);
  } catch (const std::exception& error) {
    fmt::print(stderr, "fit_body: {}\n", error.what());
    return 1;
  }
  return 0;
}
