// `tallywire extract`: pages or texts in, figures, dates and events out, without a database.
#include "extract/extract.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <string>

#include "cli/commands.h"
#include "cli/extract_record.h"
#include "cli/input_file.h"
#include "cli/json_output.h"
#include "cli/line_reader.h"
#include "cli/logging.h"
#include "cli/ordered_pipeline.h"
#include "cli/stop_signal.h"

namespace tallywire::cli {
namespace {

bool WriteLine(const std::string& line) {
  return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fputc('\n', stdout) != EOF &&
         std::fflush(stdout) == 0;
}

// The filter mode: reads records until the end of input, answers each in order.
ExitCode FilterRecords(const extract::Extractor& extractor, Day today, unsigned jobs) {
  std::atomic<size_t> failures{0};
  OrderedPipeline<std::string, std::string> pipeline(
      jobs,
      [&](const std::string& line) {
        RecordAnswer answer = AnswerRecord(line, extractor, today);
        if (answer.failed) ++failures;
        return std::move(answer.json);
      },
      WriteLine);
  LineReader lines(STDIN_FILENO);
  while (const auto line = lines.Next()) {
    if (line->find_first_not_of(" \t\r") == std::string::npos) continue;
    if (!pipeline.Push(*line)) break;
  }
  pipeline.Finish();
  if (StopRequested()) return StopExitCode();
  return failures == 0 ? ExitCode::kOk : ExitCode::kPartial;
}

// Plain text is what does not begin like a page: no tag, comment or doctype within its first words.
bool LooksLikeMarkup(std::string_view bytes) {
  constexpr size_t kLookAt = 1024;
  const size_t open = bytes.substr(0, kLookAt).find('<');
  if (open == std::string_view::npos || open + 1 >= bytes.size()) return false;
  const char next = bytes[open + 1];
  return next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

Result<ExtractRecord> RecordOf(const std::string& input, const ExtractOptions& options) {
  ExtractRecord record;
  record.title = options.title;
  record.published = options.published;
  record.url = options.url;
  const bool from_stdin = input == "-";
  auto bytes = from_stdin ? ReadStandardInput() : ReadInputFile(input);
  if (!bytes) return tl::unexpected(std::move(bytes).error());
  if (LooksLikeMarkup(*bytes)) {
    record.html = std::move(*bytes);
  } else {
    record.text = std::move(*bytes);
  }
  return record;
}

}  // namespace

ExitCode RunCommand(const ExtractOptions& options, const Environment& environment) {
  const auto extractor = extract::Extractor::Load(environment.global.rules);
  if (!extractor) {
    LogError(extractor.error());
    return ExitCodeOf(extractor.error().code);
  }
  const Day today = std::chrono::floor<std::chrono::days>(environment.clock->Now());
  if (options.jsonl) return FilterRecords(*extractor, today, environment.global.jobs);
  ExitCode exit_code = ExitCode::kOk;
  for (const auto& input : options.inputs) {
    const auto record = RecordOf(input, options);
    const auto result = record ? ProcessRecord(*record, *extractor, today) : tl::unexpected(record.error());
    if (!result) {
      LogError(result.error());
      exit_code = ExitCode::kPartial;
      continue;
    }
    WriteLine(ExtractedJson(JsonString(input), result->article, result->extraction));
  }
  return exit_code;
}

}  // namespace tallywire::cli
