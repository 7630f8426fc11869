// What a line of `extract --jsonl` asks for.
#pragma once

#include <string>
#include <string_view>

#include "cli/extract_record.h"
#include "model/result.h"

namespace tallywire::cli {

struct RecordLine {
  std::string id_json;  // what to answer with, "null" where the line gives none
  Result<ExtractRecord> record;
};

// Of a key that comes twice the last counts. Never fails: what is wrong with the line is in `record`. Thread-safe.
RecordLine ReadRecord(std::string_view line);

}  // namespace tallywire::cli
