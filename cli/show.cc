// `tallywire show`: an article with its figures, dates and events marked in place.
#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "cli/article_view.h"
#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/terminal.h"
#include "cli/workspace.h"

namespace tallywire::cli {

ExitCode RunCommand(const ShowOptions& options, const Environment& environment) {
  auto store = OpenStoreForReading(environment);
  if (!store) {
    LogError(store.error());
    return ExitCodeOf(store.error().code);
  }
  const auto record = store->Articles().Load(options.article);
  if (!record) {
    LogError(record.error());
    return ExitCodeOf(record.error().code);
  }
  const bool color = UseColor(environment.global.color);
  const std::string view =
      ArticleView(record->article, record->extraction, OutputWidth(), color) + RevisionList(record->revisions, color);
  std::fputs(view.c_str(), stdout);
  return ExitCode::kOk;
}

}  // namespace tallywire::cli
