// What a feed says, independent of its format.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/time.h"

namespace tallywire {

struct FeedEntry {
  std::string id;     // guid or atom:id; empty where the feed gives none
  std::string link;   // absolute
  std::string title;  // plain text
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  std::string author;
  std::string summary;
};

struct Feed {
  std::string format;  // "rss2.0", "rss1.0", "rss0.91", "atom1.0", …
  std::string title;
  std::string link;  // absolute
  std::string language;
  std::optional<Timestamp> updated;
  std::optional<int> ttl_minutes;
  std::vector<FeedEntry> entries;
  std::vector<std::string> warnings;  // what was broken, one sentence each
};

}  // namespace tallywire
