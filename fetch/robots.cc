#include "fetch/robots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <span>
#include <utility>

#include "fetch/url.h"
#include "fetch/url_host.h"

namespace tallywire::fetch {
namespace {

std::string_view Trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n\v\f";
  const size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string Lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool IsTokenChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// RFC 9309 2.2.1: "ExampleBot/1.2 (info)" names the product ExampleBot. "*" stays, also with something behind it.
std::string ProductToken(std::string_view value) {
  if (value.starts_with('*') && (value.size() == 1 || !IsTokenChar(value[1]))) return "*";
  const auto end = std::find_if_not(value.begin(), value.end(), IsTokenChar);
  return Lowered(value.substr(0, static_cast<size_t>(end - value.begin())));
}

enum class Key { kUserAgent, kAllow, kDisallow, kCrawlDelay, kSitemap, kOther };

Key KeyOf(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Key>, 15> kKeys{{{"user-agent", Key::kUserAgent},
                                                                           {"useragent", Key::kUserAgent},
                                                                           {"user agent", Key::kUserAgent},
                                                                           {"allow", Key::kAllow},
                                                                           {"disallow", Key::kDisallow},
                                                                           {"dissallow", Key::kDisallow},
                                                                           {"dissalow", Key::kDisallow},
                                                                           {"disalow", Key::kDisallow},
                                                                           {"diasllow", Key::kDisallow},
                                                                           {"disallaw", Key::kDisallow},
                                                                           {"crawl-delay", Key::kCrawlDelay},
                                                                           {"crawldelay", Key::kCrawlDelay},
                                                                           {"crawl delay", Key::kCrawlDelay},
                                                                           {"sitemap", Key::kSitemap},
                                                                           {"site-map", Key::kSitemap}}};
  const std::string lower = Lowered(name);
  for (const auto& [spelling, key] : kKeys) {
    if (lower == spelling) return key;
  }
  return Key::kOther;
}

// RFC 9309 2.2.2: octets outside US-ASCII are compared percent-encoded, escaped unreserved ones plain, the remaining
// escapes in one case. "*" and "$" that are no specials (in a URL; "$" inside a pattern) count as %2A and %24.
class PathNormaliser {
 public:
  explicit PathNormaliser(bool is_pattern) : is_pattern_(is_pattern) {}

  std::string Normalise(std::string_view text) {
    out_.clear();
    for (size_t i = 0; i < text.size(); ++i) {
      const int high = text[i] == '%' && i + 2 < text.size() ? HexValue(text[i + 1]) : -1;
      const int low = high >= 0 ? HexValue(text[i + 2]) : -1;
      if (low >= 0) {
        AppendEscaped(static_cast<unsigned char>(high * 16 + low));
        i += 2;
      } else {
        AppendPlain(text[i], i + 1 == text.size());
      }
    }
    return out_;
  }

 private:
  void Escape(unsigned char octet) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out_ += '%';
    out_ += digits[octet >> 4U];
    out_ += digits[octet & 0xFU];
  }

  void AppendEscaped(unsigned char octet) {
    const char c = static_cast<char>(octet);
    if (IsTokenChar(c) || c == '.' || c == '~') {
      out_ += c;
    } else {
      Escape(octet);
    }
  }

  void AppendPlain(char c, bool last) {
    const auto octet = static_cast<unsigned char>(c);
    const bool special = is_pattern_ && (c == '*' || (c == '$' && last));
    if (octet >= 0x7F || octet <= 0x20 || ((c == '*' || c == '$') && !special)) {
      Escape(octet);
    } else {
      out_ += c;
    }
  }

  bool is_pattern_;
  std::string out_;
};

// Both normalised. The pieces between the stars are searched left to right, each as early as possible: linear in
// pieces x path, without backtracking, since only the last piece can be tied to the end.
bool Matches(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  bool first = true;
  size_t at = 0;
  while (true) {
    const size_t star = pattern.find('*');
    const auto piece = pattern.substr(0, star);
    const bool last = star == std::string_view::npos;
    if (last && to_end) {
      const bool ends = path.size() >= at + piece.size() && path.ends_with(piece);
      return ends && (!first || path.size() == piece.size());
    }
    const size_t found = first ? (path.starts_with(piece) ? 0 : std::string_view::npos) : path.find(piece, at);
    if (found == std::string_view::npos) return false;
    if (last) return true;
    at = found + piece.size();
    pattern.remove_prefix(star + 1);
    first = false;
  }
}

std::string PathOf(std::string_view url) {
  if (const auto parsed = ParseUrl(url)) return parsed->Target();
  const auto path = url.substr(0, url.find('#'));
  return path.starts_with('/') ? std::string(path) : std::string("/").append(path);
}

std::optional<std::chrono::milliseconds> ParseDelay(std::string_view value) {
  // strtod would take hex, infinities and exponents; people write "10" and "0.5".
  const std::string number(value.substr(0, std::min(value.find_first_not_of("0123456789."), value.size())));
  if (number.empty() || number.size() > 12) return std::nullopt;
  const double seconds = std::strtod(number.c_str(), nullptr);
  return std::chrono::milliseconds{std::lround(seconds * 1000.0)};
}

}  // namespace

// Fills a RobotsTxt line by line.
class RobotsParser {
 public:
  explicit RobotsParser(RobotsTxt& out) : out_(out) {}

  void Parse(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty()) {
      ++line_;
      const size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
      Line(bytes.substr(0, end));
      bytes.remove_prefix(end);
      if (bytes.starts_with("\r\n")) {
        bytes.remove_prefix(2);
      } else if (!bytes.empty()) {
        bytes.remove_prefix(1);
      }
    }
  }

 private:
  void Line(std::string_view raw) {
    const auto line = Trim(raw.substr(0, raw.find('#')));
    if (line.empty()) return;
    size_t split = line.find(':');
    // Some write "Disallow /path"; taken only where exactly two words stand there, as in "two words of prose" it is
    // not.
    if (split == std::string_view::npos) {
      split = line.find_first_of(" \t");
      if (split == std::string_view::npos) return;
      if (Trim(line.substr(split)).find_first_of(" \t") != std::string_view::npos) return;
    }
    const auto value = Trim(line.substr(split + 1));
    Record(KeyOf(Trim(line.substr(0, split))), value, Trim(raw));
  }

  void Record(Key key, std::string_view value, std::string_view text) {
    switch (key) {
      case Key::kUserAgent:
        UserAgent(value);
        break;
      case Key::kAllow:
      case Key::kDisallow:
        Rule(key == Key::kAllow, value, text);
        break;
      case Key::kCrawlDelay:
        if (const auto delay = ParseDelay(value); delay && !out_.groups_.empty()) {
          for (const auto& agent : out_.groups_.back().agents) out_.delays_.push_back({agent, *delay});
        }
        break;
      case Key::kSitemap:
        if (!value.empty()) out_.sitemaps_.emplace_back(value);
        break;
      case Key::kOther:
        break;  // RFC 9309 2.2.4: other records do not interfere, not even between two user-agent lines
    }
  }

  void UserAgent(std::string_view value) {
    if (!in_agents_) out_.groups_.emplace_back();
    in_agents_ = true;
    out_.groups_.back().agents.push_back(ProductToken(value));
  }

  void Rule(bool allow, std::string_view value, std::string_view text) {
    in_agents_ = false;
    if (out_.groups_.empty() || value.empty()) return;  // an empty pattern matches nothing
    out_.groups_.back().rules.push_back({allow, PathNormaliser(true).Normalise(value), line_, std::string(text)});
  }

  RobotsTxt& out_;
  size_t line_ = 0;
  bool in_agents_ = false;  // the last group is still collecting its user-agent lines
};

RobotsTxt RobotsTxt::Parse(std::string_view bytes) {
  RobotsTxt robots;
  RobotsParser(robots).Parse(bytes.substr(0, kMaxBytes));
  return robots;
}

RobotsTxt RobotsTxt::AllowAll(std::string reason) {
  RobotsTxt robots;
  robots.everything_ = true;
  robots.reason_ = std::move(reason);
  return robots;
}

RobotsTxt RobotsTxt::DisallowAll(std::string reason) {
  RobotsTxt robots;
  robots.everything_ = false;
  robots.reason_ = std::move(reason);
  return robots;
}

RobotsTxt RobotsTxt::FromResponse(int status, std::string_view bytes) {
  if (status >= 200 && status < 300) return Parse(bytes);
  const std::string answer = "robots.txt answered HTTP " + std::to_string(status);
  if (status >= 300 && status < 400) return AllowAll(answer + " without end, which allows everything");
  if (status >= 400 && status < 500) return AllowAll(answer + ", which allows everything");
  if (status == 0) return DisallowAll("robots.txt could not be read, which forbids everything");
  return DisallowAll(answer + ", which forbids everything");
}

std::vector<const RobotsTxt::Group*> RobotsTxt::GroupsFor(std::string_view agent) const {
  const std::string token = Lowered(Trim(agent.substr(0, agent.find('/'))));
  for (const std::string& wanted : {token, std::string("*")}) {
    std::vector<const Group*> found;
    for (const Group& group : groups_) {
      if (std::find(group.agents.begin(), group.agents.end(), wanted) != group.agents.end()) found.push_back(&group);
    }
    if (!found.empty()) return found;
  }
  return {};
}

RobotsVerdict RobotsTxt::Check(std::string_view agent, std::string_view url) const {
  if (everything_) return {*everything_, 0, reason_};
  const std::string path = PathNormaliser(false).Normalise(PathOf(url));
  if (path == "/robots.txt") return {true, 0, "robots.txt itself may always be read"};
  const Rule* best = nullptr;
  for (const Group* group : GroupsFor(agent)) {
    for (const Rule& rule : group->rules) {
      const bool better = best == nullptr || rule.pattern.size() > best->pattern.size() ||
                          (rule.pattern.size() == best->pattern.size() && rule.allow && !best->allow);
      if (better && Matches(rule.pattern, path)) best = &rule;
    }
  }
  if (best == nullptr) return {true, 0, "no rule matches"};
  return {best->allow, best->line, best->line_text};
}

std::optional<std::chrono::milliseconds> RobotsTxt::CrawlDelay(std::string_view agent) const {
  const std::string token = Lowered(Trim(agent.substr(0, agent.find('/'))));
  const auto named = [&](std::string_view wanted) {
    return std::find_if(delays_.begin(), delays_.end(), [&](const Delay& d) { return d.agent == wanted; });
  };
  auto found = named(token);
  // A group of its own without a delay does not inherit that of "*".
  const bool own_group = std::any_of(groups_.begin(), groups_.end(), [&](const Group& group) {
    return std::find(group.agents.begin(), group.agents.end(), token) != group.agents.end();
  });
  if (found == delays_.end() && !own_group) found = named("*");
  if (found == delays_.end()) return std::nullopt;
  return found->delay;
}

}  // namespace tallywire::fetch
