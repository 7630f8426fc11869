// Everything the program prints as JSON is written here, so that key order and number format are the same everywhere.
#pragma once

#include <string>
#include <string_view>

#include "model/article.h"
#include "model/event.h"
#include "model/feed.h"
#include "store/feed_table.h"
#include "store/query.h"

namespace tallywire::cli {

// Each function returns one object without a line end, keys in the order of the interface, null where something is
// unknown. Doubles are printed so that they read back the same, whole numbers without a decimal point. Invalid UTF-8 is
// replaced by U+FFFD. `id_json` is the record's id as JSON text ("\"a1\"", "17", "null"): an id may be of any type.
std::string ExtractedJson(std::string_view id_json, const Article& article, const Extraction& extraction);
std::string ErrorJson(std::string_view id_json, std::string_view error);
std::string FeedJson(std::string_view source, const Feed& feed);
std::string FeedErrorJson(std::string_view source, std::string_view error);

std::string FeedRecordJson(const store::FeedRecord& feed);
std::string EventRowJson(const store::EventRow& row);
std::string FactRowJson(const store::FactRow& row);

// `text` as a JSON string, quotes included.
std::string JsonString(std::string_view text);

}  // namespace tallywire::cli
