// One record of `extract --jsonl`: JSON in, JSON out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/page_reader.h"
#include "extract/extract.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::cli {

// What is known about one page or text; empty strings are absent. Exactly one of path, bytes, html and text is given.
struct ExtractRecord {
  std::string path;                  // a file with raw bytes, gunzipped when it ends in .gz
  std::optional<std::string> bytes;  // a page as it came
  std::optional<std::string> html;   // the same, decoded already: UTF-8
  std::optional<std::string> text;   // taken exactly as it stands
  std::string title;
  std::string url;
  std::string published;
  std::string content_type;
};

// Parse (unless it is a text) and extract. `today` is the latest day a page can have been published. Thread-safe.
Result<ReadPage> ProcessRecord(const ExtractRecord& record, const extract::Extractor& extractor, Day today);

struct RecordAnswer {
  std::string json;  // the result or {"id": …, "error": …}
  bool failed = false;
};

// Reads one line of input and answers it. Never fails: what goes wrong is in the answer. Thread-safe.
RecordAnswer AnswerRecord(std::string_view line, const extract::Extractor& extractor, Day today);

}  // namespace tallywire::cli
