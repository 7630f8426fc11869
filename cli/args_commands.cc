#include "cli/args_commands.h"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

namespace tallywire::cli {
namespace {

const std::map<std::string, ExtractFormat> kExtractFormats = {
    {"auto", ExtractFormat::kAuto}, {"text", ExtractFormat::kText}, {"json", ExtractFormat::kJson}};

// A subcommand whose options land in an Options of its own, which becomes the command when it is the one named.
template <class Options>
std::pair<CLI::App*, std::shared_ptr<Options>> AddCommand(CLI::App& parent, Command& command, const char* name,
                                                          const char* description) {
  auto options = std::make_shared<Options>();
  CLI::App* app = parent.add_subcommand(name, description);
  app->fallthrough();
  app->callback([options, &command] { command = *options; });
  return {app, options};
}

void DefineExtract(CLI::App& root, Command& command) {
  auto [app, options] = AddCommand<ExtractOptions>(root, command, "extract",
                                                   "Figures, dates and events of pages or texts, without a database");
  app->add_option("input", options->inputs, "Files, URLs, or - for standard input")->type_name("FILE|URL|-");
  app->add_flag("--jsonl", options->jsonl,
                "Filter: one JSON record a line in, one result a line out, in the same order");
  app->add_option("--format", options->format, "text, json, or auto: text on a terminal, JSON lines elsewhere")
      ->transform(CLI::CheckedTransformer(kExtractFormats).description("{auto,text,json}"));
  app->add_option("--title", options->title, "Headline of a plain text");
  app->add_option("--published", options->published, "Reference time where the input gives none (ISO 8601)");
  app->add_option("--url", options->url, "Where the page was found");
}

void DefineFeeds(CLI::App& root, Command& command) {
  CLI::App* feeds = root.add_subcommand("feeds", "Feed subscriptions");
  feeds->require_subcommand(1)->fallthrough();
  auto [app, options] = AddCommand<FeedsInspectOptions>(*feeds, command, "inspect", "What a feed says");
  app->add_option("input", options->inputs, "Feeds")->type_name("FILE|URL")->required();
  app->add_option("--base", options->base, "Where a file was found, to resolve its links")->type_name("URL");
  app->add_flag("--json", options->json, "One JSON object a line");
}

}  // namespace

void DefineCommands(CLI::App& app, Command& command) {
  DefineExtract(app, command);
  DefineFeeds(app, command);
}

}  // namespace tallywire::cli
