#include "fetch/feed_fields.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "fetch/feed_date.h"
#include "fetch/feed_text.h"
#include "fetch/url.h"

namespace tallywire::fetch {
namespace {

struct Source {
  Vocabulary words;
  std::string_view name;
};

std::string Lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool IsHtmlType(std::string_view type) { return type == "html" || type.starts_with("text/html"); }

bool IsXmlType(std::string_view type) {
  return type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml") || type == "xml";
}

// Atom 1.0 4.1.3.3: a media type that is neither text nor XML means base64.
bool IsBase64(std::string_view type, std::string_view mode) {
  if (mode == "base64") return true;
  return mode.empty() && type.find('/') != std::string_view::npos && !type.starts_with("text/") && !IsXmlType(type);
}

std::optional<Timestamp> FirstDate(const Element& parent, std::span<const Source> sources) {
  for (const Source& source : sources) {
    const Element element = parent.Child(source.words, source.name);
    if (!element) continue;
    if (const auto time = ParseFeedDate(element.Text())) return time;
  }
  return std::nullopt;
}

std::string FirstText(const Element& parent, std::span<const Source> sources, Dialect dialect) {
  for (const Source& source : sources) {
    const Element element = parent.Child(source.words, source.name);
    if (!element) continue;
    if (auto text = PlainTextOf(element, dialect); !text.empty()) return text;
  }
  return {};
}

// "editor@example.org (Jane Doe)", "Jane Doe <editor@example.org>" and "Jane Doe" all name Jane Doe.
std::string PersonName(std::string_view text) {
  std::string folded = FoldSpace(text);
  const size_t at = folded.find('@');
  if (at == std::string::npos) return folded;
  const size_t open = folded.find('(');
  const size_t close = folded.rfind(')');
  if (open != std::string::npos && close != std::string::npos && close > open + 1) {
    std::string inside = folded.substr(open + 1, close - open - 1);
    return inside.find('@') == std::string::npos ? inside : FoldSpace(folded.substr(0, open));
  }
  const size_t angle = folded.find('<');
  if (angle != std::string::npos && angle > 0) return FoldSpace(folded.substr(0, angle));
  return folded;
}

bool IsWebLink(std::string_view link) { return ParseUrl(link).has_value(); }

// "2/2003/5" and "/news/5" are meant as links, "5" and "post-5" as names.
bool LooksRelative(std::string_view id) {
  return id.find('/') != std::string_view::npos && id.find_first_of(" \t\n<>") == std::string_view::npos;
}

struct LinkChoice {
  std::string href;
  int rank = 0;  // higher is better; 0 is none
};

// Ranks one <link>. Links to the feed itself, to enclosures, to replies and the like are no answer.
LinkChoice RankLink(const Element& link, Dialect dialect) {
  const std::string rel = Lowered(link.Attribute("rel"));
  if (!rel.empty() && rel != "alternate" && !rel.ends_with("#alternate")) return {};
  const std::string href = FoldSpace(link.Attribute("href"));
  if (href.empty()) {
    const std::string text = FoldSpace(link.Text());
    if (text.empty()) return {};
    return {text, dialect == Dialect::kRss ? 4 : 1};
  }
  const std::string type = Lowered(link.Attribute("type"));
  const bool page = type.empty() || type.starts_with("text/html") || type.starts_with("application/xhtml");
  return {href, page ? 3 : 2};
}

}  // namespace

std::string PlainTextOf(const Element& element, Dialect dialect) {
  const std::string type = Lowered(FoldSpace(element.Attribute("type")));
  const std::string mode = Lowered(FoldSpace(element.Attribute("mode")));
  std::string text = element.Text();
  if (IsBase64(type, mode)) {
    const auto decoded = DecodeBase64(text);
    if (decoded && IsValidUtf8(*decoded)) return LooksLikeHtml(*decoded) ? PlainText(*decoded) : FoldSpace(*decoded);
  }
  if (element.HasChildElements()) return FoldSpace(text);
  if (dialect == Dialect::kRss || IsHtmlType(type) || LooksLikeHtml(text)) {
    // XHTML without a single element still holds text whose references the XML parser has resolved.
    return IsXmlType(type) ? FoldSpace(text) : PlainText(text);
  }
  return FoldSpace(text);
}

std::string LinkOf(const Element& parent, Dialect dialect, std::string_view base_url) {
  LinkChoice best;
  Element best_element;
  for (const Element& child : parent.Children()) {
    if (!child.Is(Vocabulary::kCore, "link")) continue;
    const LinkChoice choice = RankLink(child, dialect);
    if (choice.rank > best.rank) {
      best = choice;
      best_element = child;
    }
  }
  if (best.rank > 0) return MakeAbsolute(best.href, best_element.Base(base_url));
  const std::string href = FoldSpace(parent.Attribute("href"));  // CDF keeps its links in attributes
  return href.empty() ? std::string{} : MakeAbsolute(href, parent.Base(base_url));
}

Identifier IdentifierOf(const Element& parent, std::string_view base_url) {
  for (const std::string_view name : {"guid", "id"}) {
    const Element element = parent.Child(Vocabulary::kCore, name);
    const std::string text = element ? FoldSpace(element.Text()) : std::string{};
    if (text.empty()) continue;
    if (Lowered(FoldSpace(element.Attribute("ispermalink"))) == "false") return {text, false};
    const std::string absolute = LooksRelative(text) ? MakeAbsolute(text, element.Base(base_url)) : text;
    return {absolute.empty() ? text : absolute, IsWebLink(absolute)};
  }
  if (const std::string about = FoldSpace(parent.Attribute("about")); !about.empty()) return {about, false};
  const Element identifier = parent.Child(Vocabulary::kDublinCore, "identifier");
  return {identifier ? FoldSpace(identifier.Text()) : std::string{}, false};
}

std::string AuthorsOf(const Element& parent) {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const Element& child : parent.Children()) {
    const std::string name = child.Name();
    const Vocabulary words = child.Words();
    const bool person = (words == Vocabulary::kCore && name == "author") ||
                        (words == Vocabulary::kDublinCore && (name == "creator" || name == "author"));
    if (!person) continue;
    const Element full_name = child.Child(Vocabulary::kCore, "name");
    const Element mail = child.Child(Vocabulary::kCore, "email");
    add(full_name ? FoldSpace(full_name.Text())
                  : (mail ? FoldSpace(mail.Text()) : PersonName(PlainText(child.Text()))));
  }
  if (names.empty()) {
    if (const Element author = parent.Child(Vocabulary::kItunes, "author")) add(FoldSpace(author.Text()));
    if (const Element editor = parent.Child(Vocabulary::kCore, "managingeditor")) add(PersonName(editor.Text()));
  }
  std::string all;
  for (const std::string& name : names) all += all.empty() ? name : ", " + name;
  return all;
}

// Dublin Core's date says only that something happened then; it stands in for both where nothing better is given.
std::optional<Timestamp> PublishedOf(const Element& parent) {
  static constexpr std::array<Source, 8> kSources{{{Vocabulary::kCore, "published"},
                                                   {Vocabulary::kCore, "issued"},
                                                   {Vocabulary::kCore, "pubdate"},
                                                   {Vocabulary::kDcTerms, "issued"},
                                                   {Vocabulary::kDublinCore, "date"},
                                                   {Vocabulary::kCore, "created"},
                                                   {Vocabulary::kDcTerms, "created"},
                                                   {Vocabulary::kCore, "date"}}};
  return FirstDate(parent, kSources);
}

std::optional<Timestamp> UpdatedOf(const Element& parent) {
  static constexpr std::array<Source, 5> kSources{{{Vocabulary::kCore, "updated"},
                                                   {Vocabulary::kCore, "modified"},
                                                   {Vocabulary::kDcTerms, "modified"},
                                                   {Vocabulary::kCore, "lastbuilddate"},
                                                   {Vocabulary::kDublinCore, "date"}}};
  if (const auto time = FirstDate(parent, kSources)) return time;
  return ParseFeedDate(parent.Attribute("lastmod"));
}

FeedEntry ReadEntry(const Element& entry, Dialect dialect, std::string_view base_url) {
  static constexpr std::array<Source, 4> kTitles{{{Vocabulary::kCore, "title"},
                                                  {Vocabulary::kDublinCore, "title"},
                                                  {Vocabulary::kMedia, "title"},
                                                  {Vocabulary::kItunes, "title"}}};
  static constexpr std::array<Source, 10> kSummaries{{{Vocabulary::kCore, "summary"},
                                                      {Vocabulary::kCore, "description"},
                                                      {Vocabulary::kCore, "abstract"},
                                                      {Vocabulary::kDublinCore, "description"},
                                                      {Vocabulary::kItunes, "summary"},
                                                      {Vocabulary::kMedia, "description"},
                                                      {Vocabulary::kItunes, "subtitle"},
                                                      {Vocabulary::kContent, "encoded"},
                                                      {Vocabulary::kCore, "content"},
                                                      {Vocabulary::kXhtml, "body"}}};
  FeedEntry out;
  out.title = FirstText(entry, kTitles, dialect);
  out.summary = FirstText(entry, kSummaries, dialect);
  Identifier id = IdentifierOf(entry, base_url);
  out.link = LinkOf(entry, dialect, base_url);
  if (out.link.empty() && id.is_link) out.link = id.text;
  out.id = std::move(id.text);
  out.author = AuthorsOf(entry);
  out.published = PublishedOf(entry);
  out.updated = UpdatedOf(entry);
  return out;
}

}  // namespace tallywire::fetch
