#include "parse/title.h"

#include <unicode/uchar.h>
#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "parse/code_points.h"
#include "parse/plain_text.h"
#include "parse/url_reference.h"
#include "parse/utf8.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

constexpr double kSureOverlap = 0.75;    // from here on an <h2> is the headline
constexpr size_t kLongestTitle = 1000;   // bytes
constexpr size_t kLongestHeading = 400;  // bytes; longer ones are text set in a heading's size

std::vector<std::string_view> Words(std::string_view key) {
  std::vector<std::string_view> words;
  for (size_t from = 0; from < key.size();) {
    const size_t blank = std::min(key.find(' ', from), key.size());
    if (blank > from) words.push_back(key.substr(from, blank - from));
    from = blank + 1;
  }
  return words;
}

// Share of common words of two keys: 2 x common / all, 0..1.
double Overlap(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1;
  const auto x = Words(a);
  const auto y = Words(b);
  const std::unordered_set<std::string_view> known(y.begin(), y.end());
  const auto common = std::count_if(x.begin(), x.end(), [&](std::string_view word) { return known.contains(word); });
  return 2.0 * static_cast<double>(common) / static_cast<double>(x.size() + y.size());
}

std::string Joined(std::string_view key) {
  std::string joined;
  for (const char c : key) {
    if (c != ' ') joined += c;
  }
  return joined;
}

// "news", "example" of "news.example.co.uk": the labels by which a site may be called.
std::vector<std::string> HostLabels(std::string_view host) {
  constexpr size_t kShortest = 3;
  std::vector<std::string> labels;
  for (size_t from = 0; from < host.size();) {
    const size_t dot = std::min(host.find('.', from), host.size());
    std::string label = Joined(TitleKey(host.substr(from, dot - from)));
    if (dot < host.size() && label.size() >= kShortest) labels.push_back(std::move(label));
    from = dot + 1;
  }
  return labels;
}

// What a page is told to be part of.
struct SiteNames {
  std::string key;     // of the stated name, words
  std::string joined;  // the same without blanks
  std::vector<std::string> labels;

  SiteNames(std::string_view site, std::string_view host)
      : key(TitleKey(site)), joined(Joined(key)), labels(HostLabels(host)) {}

  // The piece is a site's name, and nothing else: what may be cut off the front, where headlines begin with all kinds
  // of names.
  bool MatchWhole(std::string_view piece) const {
    const std::string one = Joined(TitleKey(piece));
    return one.size() >= 2 && (one == joined || std::find(labels.begin(), labels.end(), one) != labels.end());
  }

  // The piece is, or has in it, a site's name: what may be cut off the end.
  bool Match(std::string_view piece) const {
    const std::string words = TitleKey(piece);
    const std::string one = Joined(words);
    if (one.size() < 2) return false;
    if (one == joined) return true;
    constexpr size_t kLong = 4;  // bytes: shorter ones are parts of many words
    if (one.size() > kLong && joined.size() > kLong) {
      if (one.starts_with(joined) || (joined.starts_with(one) && 2 * one.size() >= joined.size())) return true;
    }
    constexpr size_t kMostWords = 5;
    return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
      return one == label || (one.size() >= kLong && label.find(one) != std::string::npos) ||
             (label.size() >= kLong && one.find(label) != std::string::npos && Words(words).size() <= kMostWords);
    });
  }
};

struct Cut {
  size_t at;      // where the separator's blanks begin
  size_t behind;  // where the text goes on
};

// All places where a separator with blanks around it stands; ":" and "|" need a blank behind only.
std::vector<Cut> FindCuts(std::string_view title) {
  static const std::array<bool, 256> kFirstBytes = [] {
    std::array<bool, 256> first{};
    for (const std::string& mark : WordLists::Get().title_separators)
      first[static_cast<unsigned char>(mark.front())] = true;
    return first;
  }();
  std::vector<Cut> cuts;
  for (size_t at = 1; at < title.size(); ++at) {
    if (!kFirstBytes[static_cast<unsigned char>(title[at])]) continue;
    for (const std::string& mark : WordLists::Get().title_separators) {
      if (!title.substr(at).starts_with(mark)) continue;
      const bool before = title[at - 1] == ' ';
      const size_t end = at + mark.size();
      const bool behind = end < title.size() && title[end] == ' ';
      const bool tight = mark == "|" || mark == "｜";
      if (end >= title.size() || !(tight || (behind && (before || mark == ":" || mark == "»")))) continue;
      cuts.push_back({before ? at - 1 : at, behind ? end + 1 : end});
      break;
    }
  }
  return cuts;
}

struct Heading {
  NodeId node;
  std::string text;
  std::string key;
  bool first_level;
};

// The heading is set in a link to the start page: the site's name or its logo, on whatever page it stands.
bool LeadsToStart(const PageIndex& index, NodeId heading) {
  const Document& document = *index.document;
  const UrlParts page = SplitUrl(index.url);
  if (page.path.size() <= 1) return false;  // this is the start page, or nobody knows
  NodeId link = document[heading].parent;
  for (NodeId id = heading + 1; id < document[heading].end && document[link].tag != Tag::kA; ++id) {
    if (document[id].tag == Tag::kA) link = id;
  }
  if (document[link].tag != Tag::kA) return false;
  const std::string target = ResolveUrl(document.Attr(link, "href"), index.url);
  const UrlParts parts = SplitUrl(target);
  return parts.host == page.host && parts.path.size() <= 1 && target.find('?') == std::string::npos;
}

std::vector<Heading> ReadHeadings(const PageIndex& index) {
  constexpr size_t kMostHeadings = 12;
  std::vector<Heading> headings;
  for (const NodeId id : index.headings) {
    if (headings.size() >= kMostHeadings) break;
    const bool first_level = (*index.document)[id].tag == Tag::kH1;
    if (!IsShort(*index.document, id, 2 * kLongestHeading)) continue;
    std::string text = index.document->Text(id);
    if (text.empty() || text.size() > kLongestHeading) continue;
    if (LeadsToStart(index, id)) continue;
    if (!first_level && IsForeign(*index.document, id, kNoNode)) continue;  // "12 replies to <the headline>"
    std::string key = TitleKey(text);
    if (!key.empty()) headings.push_back({id, std::move(text), std::move(key), first_level});
  }
  return headings;
}

std::string Strip(std::string_view title, const SiteNames& site) {
  constexpr int kMostPieces = 4;
  for (int n = 0; n < kMostPieces; ++n) {
    const std::vector<Cut> cuts = FindCuts(title);
    // The longest tail first, then the shortest head.
    const auto tail =
        std::find_if(cuts.begin(), cuts.end(), [&](const Cut& c) { return site.Match(title.substr(c.behind)); });
    if (tail != cuts.end()) {
      title = title.substr(0, tail->at);
      continue;
    }
    const auto head =
        std::find_if(cuts.begin(), cuts.end(), [&](const Cut& c) { return site.MatchWhole(title.substr(0, c.at)); });
    if (head == cuts.end()) break;
    title = title.substr(head->behind);
  }
  return std::string(title);
}

std::string SiteOf(const PageIndex& index) {
  static const std::vector<std::string> kSiteNames = {"og:site_name"};
  std::string site = PlainText(index.First(kSiteNames));
  if (site.empty()) site = index.json_ld.site;
  if (site.empty()) site = index.json_ld.publisher;
  if (site.empty()) site = PlainText(index.First(WordLists::Get().meta_site));
  return site;
}

}  // namespace

std::string TitleKey(std::string_view title) {
  std::string key;
  constexpr size_t kLongest = 4000;
  title = title.substr(0, kLongest);
  for (size_t i = 0; i < title.size();) {
    const auto c = static_cast<UChar32>(NextCodePoint(title, i));
    if (c == '\'' || c == 0x2019) continue;  // "don't" and "dont", whatever the apostrophe
    if (!(u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0)) {
      if (!key.empty() && key.back() != ' ') key += ' ';
      continue;
    }
    AppendUtf8(key, static_cast<uint32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::string StripSiteName(std::string_view title, std::string_view site, std::string_view host) {
  return Strip(title, SiteNames(site, host));
}

ChosenTitle ChooseTitle(const PageIndex& index) {
  ChosenTitle chosen;
  chosen.site = SiteOf(index);
  const SiteNames site(chosen.site, SplitUrl(index.url).host);
  std::vector<std::string> named;  // titles that data and meta elements give, the most trusted first
  const auto add = [&](std::string text) {
    if (text.size() > kLongestTitle) return;
    text = Strip(text, site);
    if (!text.empty()) named.push_back(std::move(text));
  };
  if (index.json_ld.is_article) add(index.json_ld.headline);
  for (const std::string& name : WordLists::Get().meta_title) {
    for (const std::string_view content : index.All(name)) add(PlainText(content));
  }
  add(index.page_title);
  const std::vector<Heading> headings = ReadHeadings(index);
  double best = -1;
  const Heading* heading = nullptr;
  for (const Heading& candidate : headings) {
    if (site.MatchWhole(candidate.text) && headings.size() > 1) continue;
    double score = 0;
    for (const std::string& name : named) score = std::max(score, Overlap(candidate.key, TitleKey(name)));
    if (!candidate.first_level) score = score < kSureOverlap ? 0 : score - 0.3;
    if (score > best + 1e-9) {
      best = score;
      heading = &candidate;
    }
  }
  const auto first_level =
      std::count_if(headings.begin(), headings.end(), [](const Heading& h) { return h.first_level; });
  if (heading != nullptr && best < 0.5 && !(first_level == 1 && heading->first_level)) heading = nullptr;
  if (heading != nullptr) {
    chosen.heading = heading->node;
    chosen.title = Strip(heading->text.find('<') == std::string::npos ? PlainText(heading->text) : heading->text, site);
  } else if (!named.empty()) {
    chosen.title = named.front();
  } else if (!headings.empty()) {
    chosen.heading = headings.front().node;
    chosen.title = headings.front().text;
  }
  return chosen;
}

}  // namespace tallywire::parse
