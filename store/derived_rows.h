// Figures, dates and events of one revision.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/article.h"
#include "model/event.h"
#include "model/result.h"
#include "store/statement.h"

namespace tallywire::store {

// An event with the words its span covers.
struct WordedEvent {
  Event event;
  std::string figure;
};

std::string ExtractionDigest(const Extraction& extraction);

std::vector<WordedEvent> Worded(const Article& article, const Extraction& extraction);

// Spans must have been checked.
Status InsertDerived(Database& database, int64_t revision_id, const Article& article, const Extraction& extraction);
Status DeleteDerived(Database& database, int64_t revision_id);

Result<Extraction> LoadDerived(Database& database, int64_t revision_id);
Result<std::vector<WordedEvent>> LoadEvents(Database& database, int64_t revision_id);

// Columns of `events` from `kind` on, in the order that ReadEvent expects them at column `first`.
inline constexpr std::string_view kEventColumns =
    "kind, measure, activity, item, subject, counterparty, actor, value, value_high, unit, bound, direction, basis, "
    "period, "
    "date, modality, \"in\", figure, sentence, start, \"end\", rule, confidence, measure_text, item_text, "
    "subject_text, "
    "period_text, value_si, value_high_si, unit_si, body_start, body_end";
inline constexpr int kEventColumnCount = 32;
WordedEvent ReadEvent(const Statement& row, int first);

}  // namespace tallywire::store
