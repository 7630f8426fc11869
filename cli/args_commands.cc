#include "cli/args_commands.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "cli/args_choice.h"

namespace tallywire::cli {
namespace {

const CLI::Validator kNumber(
    [](std::string& text) {
      double value = 0;
      return CLI::detail::lexical_cast(text, value) ? std::string{} : "\"" + text + "\" is no number";
    },
    "");
const CLI::Validator kCount(
    [](std::string& text) {
      const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
      return digits ? std::string{} : "\"" + text + "\" is no whole number from 0 on";
    },
    "");

// A subcommand whose options land in an Options of its own, which becomes the command when it is the one named.
template <class Options>
std::pair<CLI::App*, std::shared_ptr<Options>> AddCommand(CLI::App& parent, Command& command, const char* name,
                                                          const char* description, const char* examples) {
  auto options = std::make_shared<Options>();
  CLI::App* app = parent.add_subcommand(name, description);
  app->fallthrough();
  app->footer(examples);
  app->callback([options, &command] { command = *options; });
  return {app, options};
}

void DefineIngest(CLI::App& root, Command& command) {
  auto [app, options] =
      AddCommand<IngestOptions>(root, command, "ingest", "Fetch, archive, read and store: one scheduled run",
                                "Without arguments the feeds that are due are visited, and their new articles.\n\n"
                                "Examples:\n"
                                "  tallywire ingest\n"
                                "  tallywire ingest https://news.example/rss.xml\n"
                                "  tallywire --config loopback.toml ingest http://127.0.0.1:8080/story.html");
  app->add_option("target", options->targets, "Feeds (id or URL), or any URLs: articles, or feeds to subscribe to")
      ->type_name("FEED|URL");
}

void DefineReparse(CLI::App& root, Command& command) {
  auto [app, options] = AddCommand<ReparseOptions>(
      root, command, "reparse", "Read archived responses again, with the parser and rules of today",
      "Says how many events were added, removed and altered. Without arguments: the own archive.\n\n"
      "Examples:\n"
      "  tallywire reparse\n"
      "  tallywire --rules my-rules reparse --stale\n"
      "  tallywire reparse --since 7d --url 'https://news.example/*'\n"
      "  tallywire --data elsewhere reparse CC-NEWS-20240901.warc.gz pages/");
  app->add_option("input", options->inputs, "WARC files, folders of them or of pages, or pages; none: the own archive")
      ->type_name("WARC|DIR|FILE");
  app->add_option("--since", options->since, "Only what was fetched then or later (ISO 8601, or 7d, 12h back from now)")
      ->type_name("TIME");
  app->add_option("--until", options->until, "Only what was fetched before")->type_name("TIME");
  app->add_option("--url", options->url_glob, "Only addresses that match: * ? [...]")->type_name("GLOB");
  app->add_option("--feed", options->feed, "Only what this feed named (id or URL)")->type_name("FEED");
  app->add_flag("--all", options->all, "The own archive besides the files named");
  app->add_flag("--stale", options->stale, "Only what was read with other rules than today's");
}

void DefineQueryFilters(CLI::App& app, QueryOptions& options) {
  app.add_option("--measure", options.measure, "quota, output, exports, price, gdp, inflation, ...")->type_name("NAME");
  app.add_option("--item", options.item, "The commodity or thing: sugar, crude oil, ...")->type_name("NAME");
  app.add_option("--subject", options.subject, "Whose figure it is: China, OPEC+, ...")->type_name("NAME");
  app.add_option("--kind", options.kind, "level, change or share")
      ->type_name("KIND")
      ->check(CLI::IsMember({"level", "change", "share"}));
  app.add_option("--unit", options.unit, "%, t, bbl/d, USD/t, ...")->type_name("UNIT");
  app.add_option("--min", options.min, "Smallest value; beside --unit in that unit, for all that convert to it")
      ->type_name("N")
      ->check(kNumber);
  app.add_option("--max", options.max, "Largest value, likewise")->type_name("N")->check(kNumber);
  app.add_option("--period", options.period, "About a time that shares a day with this: 2024, 2024-Q3, 2024-05")
      ->type_name("PERIOD");
  app.add_option("--from", options.from, "Published then or later (ISO 8601, or 7d, 12h back from now)")
      ->type_name("TIME");
  app.add_option("--to", options.to, "Published then or earlier")->type_name("TIME");
  app.add_option("--site", options.site, "The site's name, host or domain")->type_name("SITE");
  app.add_option("--text", options.text, "Words of the sentence or title: words, \"phrases\", beginnings*, OR")
      ->type_name("WORDS");
}

void DefineQuery(CLI::App& root, Command& command) {
  auto [app, options] = AddCommand<QueryOptions>(
      root, command, "query", "List events, or facts: the same figure across articles",
      "An option given several times lets any of its values pass.\n\n"
      "Examples:\n"
      "  tallywire query --measure quota --period 2024\n"
      "  tallywire query --subject China --subject India --item sugar --format csv\n"
      "  tallywire query --facts --kind change --unit % --min 10\n"
      "  tallywire query --text '\"rare earths\" OR cobalt' --from 30d --sort -value --limit 20");
  DefineQueryFilters(*app, *options);
  app->add_option("--sort", options->sort,
                  "published, seen, period, value, confidence, measure, item, subject or article; - before it: "
                  "descending, + ascending")
      ->type_name("KEY");
  app->add_option("--limit", options->limit, "At most so many rows")->type_name("N")->check(kCount);
  app->add_flag("--facts", options->facts, "One row for each distinct statement, with how many articles make it");
  app->add_option("--format", options->format, "table, json, jsonl or csv")
      ->transform(OneOf<QueryFormat>({{"table", QueryFormat::kTable},
                                      {"json", QueryFormat::kJson},
                                      {"jsonl", QueryFormat::kJsonl},
                                      {"csv", QueryFormat::kCsv}}));
}

void DefineShow(CLI::App& root, Command& command) {
  auto [app, options] =
      AddCommand<ShowOptions>(root, command, "show", "An article with its figures, dates and events marked in place",
                              "Examples:\n"
                              "  tallywire show 12\n"
                              "  tallywire show https://news.example/2024/quotas.html\n"
                              "  tallywire --color always show 12 | less -R");
  app->add_option("article", options->article, "Its id, its URL, or the beginning of its URL")->required();
}

void DefineExtract(CLI::App& root, Command& command) {
  auto [app, options] = AddCommand<ExtractOptions>(
      root, command, "extract", "Figures, dates and events of pages or texts, without a database",
      "docs/extract.md describes the records that --jsonl reads and writes.\n\n"
      "Examples:\n"
      "  tallywire extract page.html\n"
      "  tallywire extract --published 2024-02-06 notes.txt\n"
      "  tallywire extract --format json https://news.example/story.html\n"
      "  tallywire extract --explain page.html\n"
      "  tallywire extract --jsonl < records.jsonl > results.jsonl");
  app->add_option("input", options->inputs, "Files, URLs, or - for standard input")->type_name("FILE|URL|-");
  app->add_flag("--jsonl", options->jsonl,
                "Filter: one JSON record a line in, one result a line out, in the same order");
  app->add_flag("--explain", options->explain, "Which blocks of the page were taken for the article's text, and why");
  app->add_option("--format", options->format, "text, json, or auto: text on a terminal, JSON lines elsewhere")
      ->transform(OneOf<ExtractFormat>(
          {{"auto", ExtractFormat::kAuto}, {"text", ExtractFormat::kText}, {"json", ExtractFormat::kJson}}));
  app->add_option("--title", options->title, "Headline, where the input gives none");
  app->add_option("--published", options->published, "Reference time, where the input gives none (ISO 8601)")
      ->type_name("TIME");
  app->add_option("--url", options->url, "Where the page was found")->type_name("URL");
}

void DefineFeeds(CLI::App& root, Command& command) {
  CLI::App* feeds = root.add_subcommand("feeds", "Feed subscriptions");
  feeds->require_subcommand(0, 1)->fallthrough();
  feeds->footer(
      "Examples:\n"
      "  tallywire feeds inspect https://news.example/rss.xml\n"
      "  tallywire feeds add https://news.example/rss.xml\n"
      "  tallywire feeds list\n"
      "  tallywire feeds remove 3");

  auto [add, add_options] = AddCommand<FeedsAddOptions>(*feeds, command, "add", "Subscribe to feeds",
                                                        "Examples:\n"
                                                        "  tallywire feeds add https://news.example/rss.xml");
  add->add_option("url", add_options->urls, "Addresses of RSS or Atom feeds")->type_name("URL")->required();

  auto [list, list_options] =
      AddCommand<FeedsListOptions>(*feeds, command, "list", "The subscriptions and how they fare",
                                   "Examples:\n"
                                   "  tallywire feeds list\n"
                                   "  tallywire feeds list --json");
  list->add_flag("--json", list_options->json, "One JSON object a line");

  auto [remove, remove_options] =
      AddCommand<FeedsRemoveOptions>(*feeds, command, "remove", "End subscriptions; articles stay",
                                     "Examples:\n"
                                     "  tallywire feeds remove 3\n"
                                     "  tallywire feeds remove https://news.example/rss.xml");
  remove->add_option("feed", remove_options->feeds, "Ids or URLs")->type_name("FEED")->required();

  auto [inspect, inspect_options] =
      AddCommand<FeedsInspectOptions>(*feeds, command, "inspect", "What a feed says, without subscribing to it",
                                      "Examples:\n"
                                      "  tallywire feeds inspect https://news.example/rss.xml\n"
                                      "  tallywire feeds inspect --json --base https://news.example/rss.xml saved.xml");
  inspect->add_option("input", inspect_options->inputs, "Feeds")->type_name("FILE|URL")->required();
  inspect->add_option("--base", inspect_options->base, "Where a file was found, to resolve its links")
      ->type_name("URL");
  inspect->add_flag("--json", inspect_options->json, "One JSON object a line");
}

void DefineRulesTrials(CLI::App& rules, Command& command) {
  auto [check, check_options] = AddCommand<RulesCheckOptions>(
      rules, command, "check", "Point at every mistake in your rules: file, line and column",
      "Without a folder that of --rules is checked, else the built-in rules. Exit status 2 where there are "
      "mistakes.\n"
      "Notes point at words that stand for something else too, and at built-in examples that your rules change.\n\n"
      "Examples:\n"
      "  tallywire rules check my-rules\n"
      "  tallywire --rules my-rules rules check");
  check->add_option("folder", check_options->folder, "Folder of your rules")->type_name("DIR");
  auto [test, test_options] = AddCommand<RulesTestOptions>(
      rules, command, "test", "Read the examples beside the rules and compare with what they promise",
      "Built-in examples are read too, with your rules in force. Exit status 1 where one fails.\n\n"
      "Examples:\n"
      "  tallywire rules test\n"
      "  tallywire rules test my-rules");
  test->add_option("folder", test_options->folder, "Folder of your rules")->type_name("DIR");
}

void DefineRules(CLI::App& root, Command& command) {
  CLI::App* rules = root.add_subcommand("rules", "The rules of extraction");
  rules->require_subcommand(0, 1)->fallthrough();
  rules->footer(
      "Examples:\n"
      "  tallywire rules list items measures\n"
      "  tallywire rules check my-rules\n"
      "  tallywire rules test my-rules\n"
      "  tallywire --rules my-rules rules explain 'Cobalt exports fell 5% in May.' --published 2024-06-11\n\n"
      "docs/rules.md shows how to write rules.");
  auto [list, list_options] =
      AddCommand<RulesListOptions>(*rules, command, "list", "The rules in force, vocabularies included",
                                   "Examples:\n"
                                   "  tallywire rules list\n"
                                   "  tallywire rules list events measures\n"
                                   "  tallywire --rules my-rules rules list --json");
  list->add_option("kind", list_options->kinds, "Only these: events, dates, measures, items, units, ...")
      ->type_name("KIND");
  list->add_flag("--json", list_options->json, "One JSON object a line");
  DefineRulesTrials(*rules, command);
  auto [explain, explain_options] = AddCommand<RulesExplainOptions>(
      *rules, command, "explain", "Why a text did or did not yield events",
      "Shows the sentence as rules see it, figures and dates with those that gave way, the rules that\n"
      "fired, those that nearly did and what was missing, and the events.\n\n"
      "Examples:\n"
      "  tallywire rules explain 'Cobalt exports fell 5% in May.' --published 2024-06-11\n"
      "  tallywire --rules my-rules rules explain 'They fell 5%.' --title 'Cobalt exports drop'");
  explain->add_option("text", explain_options->text, "One or more sentences")->type_name("TEXT")->required();
  explain->add_option("--published", explain_options->published, "When it was published (ISO 8601)")->type_name("DATE");
  explain->add_option("--title", explain_options->title, "The headline above it")->type_name("TEXT");
}

}  // namespace

void DefineCommands(CLI::App& app, Command& command) {
  DefineIngest(app, command);
  DefineReparse(app, command);
  DefineQuery(app, command);
  DefineShow(app, command);
  DefineExtract(app, command);
  DefineFeeds(app, command);
  DefineRules(app, command);
}

}  // namespace tallywire::cli
