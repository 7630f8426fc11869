// robots.txt by RFC 9309 (https://www.rfc-editor.org/rfc/rfc9309), with the line that decided.
//
// Beyond the RFC, and for the sake of the files people write: a missing colon and common misspellings of "disallow" are
// understood, Crawl-delay and Sitemap are read, and digits may stand in product tokens.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace tallywire::fetch {

struct RobotsVerdict {
  bool allowed = true;
  size_t line = 0;        // from 1; 0 where no line decided
  std::string line_text;  // the deciding line as written, trimmed; else the reason ("no rule matches")
};

// Immutable after construction, so threads may share it.
class RobotsTxt {
 public:
  // RFC 9309 2.5: at least 500 KiB must be parsed; what stands after that is ignored.
  static constexpr size_t kMaxBytes = size_t{500} * 1024;

  // Accepts any bytes (a robots.txt that is an HTML page simply has no rules). `bytes` after content coding.
  static RobotsTxt Parse(std::string_view bytes);
  // For a server without a usable robots.txt; `reason` is what verdicts then say.
  static RobotsTxt AllowAll(std::string reason);
  static RobotsTxt DisallowAll(std::string reason);

  // What an HTTP answer means (RFC 9309 2.3.1): 2xx is parsed, 3xx (too many redirects) and 4xx allow everything, 5xx
  // and no answer at all (status 0) disallow everything. `bytes` after content coding.
  static RobotsTxt FromResponse(int status, std::string_view bytes);

  // `agent` is the product token or a whole User-Agent value, of which the part before "/" counts. `url` is an absolute
  // URL or a path. The groups whose token equals the agent's (in any case) are taken together; where there is none,
  // those of "*". Of their rules the longest pattern that matches wins, and among equals Allow. /robots.txt itself is
  // always allowed.
  RobotsVerdict Check(std::string_view agent, std::string_view url) const;

  // The delay asked for between two requests, where the agent's groups state one that is a number of seconds.
  std::optional<std::chrono::milliseconds> CrawlDelay(std::string_view agent) const;

  const std::vector<std::string>& Sitemaps() const { return sitemaps_; }

 private:
  friend class RobotsParser;

  struct Rule {
    bool allow = false;
    std::string pattern;  // normalised; "*" matches anything, a final "$" the end
    size_t line = 0;
    std::string line_text;
  };
  struct Group {
    std::vector<std::string> agents;  // lower case; "*" for all
    std::vector<Rule> rules;
  };
  struct Delay {
    std::string agent;
    std::chrono::milliseconds delay{};
  };

  std::vector<const Group*> GroupsFor(std::string_view agent) const;

  std::vector<Group> groups_;
  std::vector<Delay> delays_;
  std::vector<std::string> sitemaps_;
  std::optional<bool> everything_;  // set where no file decides
  std::string reason_;
};

}  // namespace tallywire::fetch
