// Questions to the database: events, and facts (the same figure across articles).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/event.h"
#include "model/period.h"
#include "model/result.h"
#include "model/time.h"
#include "model/unit.h"
#include "store/statement.h"

namespace tallywire::store {

// A whole day, as the page wrote it, or a point in time.
using TimeBound = std::variant<Day, Timestamp>;

enum class SortKey { kPublished, kSeen, kPeriod, kValue, kConfidence, kMeasure, kItem, kSubject, kArticle };

struct Sort {
  SortKey key = SortKey::kPublished;
  bool descending = true;
};

// "published", "seen", "period", "value", "confidence", "measure", "item", "subject", "article"; a leading "-" or "+"
// says descending or ascending (times, confidence and value descend by default, the others ascend). kUsage names the
// keys.
Result<Sort> ParseSort(std::string_view text);
const std::vector<std::string_view>& SortKeyNames();

enum class TextScope {
  kEvent,    // the event's sentence or the article's title
  kArticle,  // anywhere in the article
};

// All that are set must hold; within one list any may. Words are compared without regard to ASCII case, units exactly.
// Only current revisions are asked.
struct EventFilter {
  std::vector<std::string> measure;
  std::vector<std::string> item;
  std::vector<std::string> subject;
  std::vector<std::string> counterparty;
  std::vector<std::string> kind;
  std::vector<std::string> unit;
  // The base of each of `unit`, in the same order. Where it is given, min and max, which are in these units, ask for
  // all units with that base: 132,000 and more t finds 132 kt too. Empty: `unit` exactly.
  std::vector<BaseUnit> base;
  std::optional<double> min;  // of a range, the upper end counts for min and the lower for max
  std::optional<double> max;
  std::string period;             // ISO period: events whose period shares a day with it
  std::optional<TimeBound> from;  // publication; where a page gives none, the time it was fetched. Inclusive
  std::optional<TimeBound> to;    // inclusive
  std::vector<std::string> site;  // the site's name, its host, or a domain above the host
  std::string text;               // words, "phrases", beginnings*, OR between; all words must occur
  TextScope text_scope = TextScope::kEvent;
  std::optional<int64_t> article_id;
  std::optional<Sort> sort;
  std::optional<size_t> limit;
  size_t offset = 0;
};

struct EventRow {
  int64_t id = 0;
  int64_t article_id = 0;
  int64_t revision_id = 0;
  Event event;
  std::string figure;     // the figure's words
  std::string published;  // the article's, as the page gives it
  Timestamp seen;         // when this revision was first fetched
  std::string site;
  std::string host;
  std::string url;
  std::string title;
};

struct FactRow {
  EventKind kind = EventKind::kLevel;
  std::string measure;
  std::string activity;
  std::string item;
  std::string subject;
  std::string period;
  double value = 0;
  std::string unit;
  int64_t articles = 0;
  int64_t sites = 0;
  std::string first_seen;  // ISO, publication (else fetch) of the first and the last article to say so
  std::string last_seen;
  bool conflict = false;  // an article that speaks of the same thing gives another value, and not this one
};

class EventQuery {
 public:
  explicit EventQuery(Database& database) : database_(&database) {}

  // kUsage for a period, kind or text that cannot be understood.
  Result<std::vector<EventRow>> Events(const EventFilter& filter);
  // How many there are, whatever `limit` and `offset` say.
  Result<int64_t> CountEvents(const EventFilter& filter);
  // Facts that at least one event matching the filter states; counts and conflicts are over all articles. Sorted by
  // number of articles, then last seen, unless the filter says otherwise (kConfidence and kArticle do not apply).
  Result<std::vector<FactRow>> Facts(const EventFilter& filter);

 private:
  Database* database_;
};

}  // namespace tallywire::store
