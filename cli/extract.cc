// `tallywire extract`: pages or texts in, figures, dates and events out, without a database.
#include "extract/extract.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/article_view.h"
#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/extract_record.h"
#include "cli/fetch_once.h"
#include "cli/input_file.h"
#include "cli/json_output.h"
#include "cli/line_reader.h"
#include "cli/logging.h"
#include "cli/ordered_pipeline.h"
#include "cli/stop_signal.h"
#include "cli/terminal.h"

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

// What `input` names, with what the options say about it.
Result<ExtractRecord> RecordOf(const std::string& input, const ExtractOptions& options,
                               const Environment& environment) {
  ExtractRecord record;
  record.title = options.title;
  record.published = options.published;
  record.url = options.url;
  if (IsWebAddress(input)) {
    auto document = FetchDocument(input, environment);
    if (!document) return tl::unexpected(std::move(document).error());
    record.bytes = std::move(document->bytes);
    record.content_type = std::move(document->content_type);
    record.url = std::move(document->final_url);
    return record;
  }
  auto bytes = input == "-" ? ReadStandardInput() : ReadInputFile(input);
  if (!bytes) return tl::unexpected(std::move(bytes).error());
  (LooksLikeMarkup(*bytes) ? record.bytes : record.text) = std::move(*bytes);
  return record;
}

// Prints what every input says. One that cannot be read is named, and the rest is done.
ExitCode ExtractInputs(const ExtractOptions& options, const extract::Extractor& extractor, Day today,
                       const Environment& environment) {
  const bool as_text =
      options.format == ExtractFormat::kText || (options.format == ExtractFormat::kAuto && OutputIsTerminal());
  const bool color = UseColor(environment.global.color);
  ExitCode exit_code = ExitCode::kOk;
  for (const auto& input : options.inputs) {
    if (StopRequested()) return StopExitCode();
    const auto record = RecordOf(input, options, environment);
    if (options.explain && record) {
      const auto explained = ExplainPage(*record, today, options.format == ExtractFormat::kJson, OutputWidth());
      if (!explained) {
        LogError(explained.error());
        exit_code = ExitCode::kPartial;
      } else {
        std::fputs(explained->c_str(), stdout);
      }
      continue;
    }
    const auto result = record ? ProcessRecord(*record, extractor, today) : tl::unexpected(record.error());
    if (!result) {
      LogError(result.error());
      exit_code = ExitCode::kPartial;
    } else if (as_text) {
      std::fputs(ArticleView(result->article, result->extraction, OutputWidth(), color).c_str(), stdout);
    } else {
      WriteLine(ExtractedJson(JsonString(input), result->article, result->extraction));
    }
  }
  return exit_code;
}

Status CheckOptions(const ExtractOptions& options) {
  if (options.jsonl && !options.inputs.empty()) {
    return Fail(ErrorCode::kUsage, "--jsonl", "reads its records from standard input",
                "Put the files into records: {\"id\": \"1\", \"path\": \"page.html\"}");
  }
  if (!options.jsonl && options.inputs.empty()) {
    return Fail(ErrorCode::kUsage, "extract", "there is no input",
                "Name files or URLs, - for standard input, or --jsonl");
  }
  if (options.jsonl && options.explain) {
    return Fail(ErrorCode::kUsage, "--explain", "does not go with --jsonl", "Name the files instead");
  }
  if (!options.published.empty() && !ParseIso(options.published)) {
    return Fail(ErrorCode::kUsage, "--published", "\"" + options.published + "\" is no ISO 8601 date or time");
  }
  return {};
}

}  // namespace

ExitCode RunCommand(const ExtractOptions& options, const Environment& environment) {
  if (auto status = CheckOptions(options); !status) {
    LogError(status.error());
    return ExitCodeOf(status.error().code);
  }
  // Not taken apart, since the program ends behind this: that would be 3 % of the run for one sentence.
  static const Result<extract::Extractor>* kept = nullptr;
  kept = std::make_unique<Result<extract::Extractor>>(extract::Extractor::Load(environment.global.rules)).release();
  const auto& extractor = *kept;
  if (!extractor) {
    LogError(extractor.error());
    return ExitCodeOf(extractor.error().code);
  }
  const Day today = std::chrono::floor<std::chrono::days>(environment.clock->Now());
  return options.jsonl ? FilterRecords(*extractor, today, environment.global.jobs)
                       : ExtractInputs(options, *extractor, today, environment);
}

}  // namespace tallywire::cli
