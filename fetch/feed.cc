#include "fetch/feed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "fetch/feed_charset.h"
#include "fetch/feed_element.h"
#include "fetch/feed_fields.h"
#include "fetch/feed_repair.h"
#include "fetch/feed_text.h"

namespace tallywire::fetch {
namespace {

struct Format {
  std::string name;
  Dialect dialect = Dialect::kRss;
};

std::string RssVersion(const Element& root) {
  const std::string version = FoldSpace(root.Attribute("version"));
  if (version.empty()) return "rss";
  return version.starts_with('2') ? "rss2.0" : "rss" + version.substr(0, 8);
}

// RSS 0.90 and 1.0 share the root; the namespace of the elements tells them apart, wherever it is first used.
std::string RdfVersion(const Element& root) {
  for (const Element& child : root.Children()) {
    if (child.NamespaceUri().find("/rdf/simple/0.9") != std::string::npos) return "rss0.90";
  }
  return "rss1.0";
}

std::string AtomVersion(const Element& root) {
  if (root.NamespaceUri().find("purl.org/atom") == std::string::npos &&
      (!root.NamespaceUri().empty() || root.Attribute("version").empty())) {
    return "atom1.0";
  }
  const std::string version = FoldSpace(root.Attribute("version")).substr(0, 8);
  return "atom" + (version.empty() ? "0.3" : version);
}

std::optional<Format> FormatOf(const Element& root) {
  const std::string name = root.Name();
  if (name == "rss") return Format{RssVersion(root), Dialect::kRss};
  if (name == "rdf") return Format{RdfVersion(root), Dialect::kRss};
  if (name == "feed" || name == "entry") return Format{AtomVersion(root), Dialect::kAtom};
  if (name == "channel") return Format{root.Child(Vocabulary::kCore, "item") ? "cdf" : "rss", Dialect::kRss};
  return std::nullopt;
}

tl::unexpected<Error> NoFeed(std::string_view base_url, std::string what) {
  return Fail(ErrorCode::kBadInput, std::string(base_url), std::move(what),
              "Give the address of an RSS or Atom feed; a site's page often names it in a <link rel=\"alternate\">");
}

std::string_view WhatInstead(const Element& root) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOthers{
      {{"html", "this is an HTML page, not a feed"},
       {"opml", "this is an OPML list of feeds, not a feed"},
       {"urlset", "this is a sitemap, not a feed"},
       {"sitemapindex", "this is a sitemap index, not a feed"},
       {"svg", "this is an SVG image, not a feed"}}};
  const std::string name = root.Name();
  for (const auto& [other, what] : kOthers) {
    if (name == other) return what;
  }
  return {};
}

std::optional<int> Number(std::string_view text) {
  const std::string folded = FoldSpace(text);
  int value = 0;
  const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), value);
  if (error != std::errc{}) return std::nullopt;
  return value;
}

// <ttl>, or the syndication module's period and frequency.
std::optional<int> TtlOf(const Element& channel) {
  constexpr int kYear = 366 * 24 * 60;
  if (const Element ttl = channel.Child(Vocabulary::kCore, "ttl")) {
    const auto minutes = Number(ttl.Text());
    if (minutes && *minutes > 0) return std::min(*minutes, kYear);
  }
  const Element period = channel.Child(Vocabulary::kSyndication, "updateperiod");
  if (!period) return std::nullopt;
  static constexpr std::array<std::pair<std::string_view, int>, 5> kPeriods{
      {{"hourly", 60}, {"daily", 24 * 60}, {"weekly", 7 * 24 * 60}, {"monthly", 30 * 24 * 60}, {"yearly", kYear}}};
  const Element frequency = channel.Child(Vocabulary::kSyndication, "updatefrequency");
  const int times = std::max(1, frequency ? Number(frequency.Text()).value_or(1) : 1);
  for (const auto& [name, minutes] : kPeriods) {
    if (FoldSpace(period.Text()) == name) return std::max(1, minutes / times);
  }
  return std::nullopt;
}

std::string LanguageOf(const Element& channel) {
  for (const auto words : {Vocabulary::kCore, Vocabulary::kDublinCore}) {
    if (const Element language = channel.Child(words, "language")) {
      if (auto text = FoldSpace(language.Text()); !text.empty()) return text;
    }
  }
  return channel.Language();
}

void ReadChannel(const Element& channel, Dialect dialect, std::string_view base_url, Feed& feed) {
  for (const auto words : {Vocabulary::kCore, Vocabulary::kDublinCore}) {
    const Element title = channel.Child(words, "title");
    if (title && feed.title.empty()) feed.title = PlainTextOf(title, dialect);
  }
  feed.link = LinkOf(channel, dialect, base_url);
  if (feed.link.empty()) {
    if (auto id = IdentifierOf(channel, base_url); id.is_link) feed.link = std::move(id.text);
  }
  feed.language = LanguageOf(channel);
  feed.updated = UpdatedOf(channel);
  if (!feed.updated) feed.updated = PublishedOf(channel);
  feed.ttl_minutes = TtlOf(channel);
}

}  // namespace

Result<Feed> ParseFeed(std::string_view bytes, std::string_view base_url, std::string_view content_type) {
  DecodedFeed decoded = DecodeFeed(bytes, content_type);
  RepairedXml repaired = RepairXml(decoded.text);
  const size_t first = decoded.text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return NoFeed(base_url, "the document is empty");
  if (decoded.text[first] == '{' || decoded.text[first] == '[')
    return NoFeed(base_url, "this is JSON, not a feed in XML");

  const FeedDocument document = FeedDocument::Parse(repaired.text);
  const Element root = document.Root();
  if (!root) return NoFeed(base_url, "this is no XML document");
  if (const auto other = WhatInstead(root); !other.empty()) return NoFeed(base_url, std::string(other));
  const auto format = FormatOf(root);
  const auto entries = document.All("item", "entry");
  if (!format && entries.empty()) {
    return NoFeed(base_url, "this is XML, but no feed: its root is <" + root.Name().substr(0, 60) + ">");
  }

  Feed feed;
  feed.warnings = std::move(decoded.warnings);
  std::move(repaired.warnings.begin(), repaired.warnings.end(), std::back_inserter(feed.warnings));
  if (!document.Problem().empty()) feed.warnings.push_back(document.Problem());
  if (!format) feed.warnings.push_back("the root <" + root.Name().substr(0, 60) + "> is not that of a feed");

  const Dialect dialect = format ? format->dialect : Dialect::kRss;
  feed.format = format ? format->name : "rss";
  const auto channels = dialect == Dialect::kAtom ? std::vector<Element>{root} : document.All("channel", "channel");
  if (!channels.empty()) ReadChannel(channels.front(), dialect, base_url, feed);
  for (const Element& entry : entries) feed.entries.push_back(ReadEntry(entry, dialect, base_url));
  return feed;
}

}  // namespace tallywire::fetch
