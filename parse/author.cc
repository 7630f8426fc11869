#include "parse/author.h"

#include <re2/re2.h>
#include <algorithm>

#include "parse/author_names.h"
#include "parse/by_line.h"
#include "parse/month_names.h"
#include "parse/plain_text.h"
#include "parse/title.h"
#include "parse/url_reference.h"
#include "parse/white_space.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

constexpr size_t kLongestBlock = 4000;  // bytes of an element that may be an author's box
constexpr int kMostTried = 200;         // elements of a kind that are looked into: hostile pages have any number
constexpr size_t kLongestByLine = 160;  // bytes of an element's text; longer ones are biographies

const RE2& AuthorClass() {
  static const RE2 kPattern(
      [] {
        std::string pattern = "(?i)(?:^| )fn(?:$| )";  // hCard's formatted name
        for (const std::string& word : WordLists::Get().author_classes)
          pattern.append("|").append(RE2::QuoteMeta(word));
        return pattern;
      }(),
      RE2::Quiet);
  return kPattern;
}

// Lines of an element's text: names and offices often stand in blocks of their own.
std::vector<std::string> LinesOf(const Document& document, NodeId id) {
  constexpr size_t kMostText = 600;
  const std::string text = VisibleText(document, id, document[id].end, kMostText, nullptr);
  std::vector<std::string> lines;
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find('\n', from), text.size());
    std::string line = FoldWhiteSpace(std::string_view(text).substr(from, end - from));
    if (!line.empty()) lines.push_back(std::move(line));
    from = end + 1;
  }
  return lines;
}

// Collects names in the order of the sources. The site's own name and account names are kept apart: they stand where no
// source knows better. Organisations and names that the host bears are presumed: they give way to names that are
// announced as the author's, not to such as are guessed from classes and addresses.
class AuthorList {
 public:
  AuthorList(std::string_view site, std::string_view url)
      : site_key_(WithoutThe(TitleKey(site))), host_(std::string(".").append(SplitUrl(url).host).append(".")) {}

  void Add(std::string_view written) { AddAll(SplitAuthors(written)); }

  // Taken whole: "Mill & Sons" are not two. What names no author names no organisation.
  void AddOrganisation(const std::string& name) {
    if (SplitAuthors(name).empty()) return;
    const std::string key = WithoutThe(TitleKey(name));
    if (IsSeen(key)) return;
    if (key == site_key_) {
      Doubt(name);
    } else {
      Presume(name);
    }
  }

  // Whom nobody stands against: for want of a name that is announced as the author's, the presumed ones are taken.
  void Settle() {
    if (names_.empty()) names_.swap(presumed_);
  }

  void AddAll(std::vector<std::string> names) {
    for (std::string& name : names) AddName(std::move(name));
  }

  bool empty() const { return names_.empty(); }
  std::vector<std::string> Take() {
    if (!names_.empty()) return std::move(names_);
    return std::move(weak_);
  }

 private:
  static std::string WithoutThe(const std::string& key) { return key.starts_with("the ") ? key.substr(4) : key; }

  // "Mill Times" of www.milltimes.example: the site, or somebody on a site of her own.
  bool IsNamedLikeHost(const std::string& key) const {
    constexpr size_t kShortest = 5;
    std::string label = key;
    std::erase(label, ' ');
    return label.size() >= kShortest && host_.find("." + label + ".") != std::string::npos;
  }

  bool IsSeen(const std::string& key) {
    constexpr size_t kMostNames = 100;  // seen, good or not
    if (keys_.size() >= kMostNames) return true;
    if (key.empty() || std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return true;
    keys_.push_back(key);
    return false;
  }

  void Doubt(std::string name) {
    if (weak_.empty()) weak_.push_back(std::move(name));
  }

  void Presume(std::string name) {
    if (presumed_.empty()) presumed_.push_back(std::move(name));
  }

  void AddName(std::string name) {
    const std::string key = WithoutThe(TitleKey(name));
    if (IsSeen(key)) return;
    if (key == site_key_ || LooksLikeAccount(name)) {
      Doubt(std::move(name));
      return;
    }
    if (IsNamedLikeHost(key)) {
      Presume(std::move(name));
      return;
    }
    // "Jane Doe Daily Herald" from a line that has both: the site's name is cut off.
    if (site_key_.size() > 3 && key.size() > site_key_.size() + 4 && key.ends_with(site_key_) &&
        key[key.size() - site_key_.size() - 1] == ' ') {
      const size_t words = 1 + static_cast<size_t>(std::count(site_key_.begin(), site_key_.end(), ' '));
      for (size_t n = 0; n < words && name.find(' ') != std::string::npos; ++n) name.resize(name.rfind(' '));
    }
    names_.push_back(std::move(name));
  }

  std::string site_key_;
  std::string host_;  // with a full stop at either end
  std::vector<std::string> names_;
  std::vector<std::string> presumed_;
  std::vector<std::string> weak_;
  std::vector<std::string> keys_;
};

bool IsCitation(std::string_view meta_name) {
  return meta_name.starts_with("citation_") || meta_name.starts_with("dc");
}

void FromMetas(const PageIndex& index, AuthorList& authors) {
  for (const std::string& name : WordLists::Get().meta_author) {
    for (const std::string_view content : index.All(name)) {
      const std::string plain = PlainText(content);
      authors.Add(IsCitation(name) ? TurnCitationName(plain) : plain);
    }
    if (!authors.empty()) return;
  }
  // What Yoast and others tell Twitter: label "Written by", data "Jane Doe".
  for (const MetaTag& label : index.metas) {
    if (!label.name.starts_with("twitter:label")) continue;
    if (!WordLists::Get().by_line_prefixes.contains(FoldWord(label.content))) continue;
    const std::string data_name = std::string("twitter:data").append(label.name, 13);
    for (const std::string_view data : index.All(data_name)) authors.Add(PlainText(data));
  }
}

void FromMicrodata(const PageIndex& index, AuthorList& authors) {
  const Document& document = *index.document;
  int tried = 0;
  for (const NodeId id : index.props) {
    const std::string_view prop = document.Attr(id, "itemprop");
    if ((prop != "author" && prop != "creator") || IsForeign(document, id, index.headline)) continue;
    if (!IsShort(document, id, kLongestBlock) || ++tried > kMostTried) continue;
    std::string name;
    for (NodeId inner = id + 1; inner < document[id].end && name.empty(); ++inner) {
      if (document[inner].attribute_count == 0 || document.Attr(inner, "itemprop") != "name") continue;
      name = document.Attr(inner, "content");
      if (name.empty()) name = document.Text(inner);
    }
    if (name.empty()) name = document.Text(id);
    if (name.size() <= kLongestByLine) authors.Add(name);
  }
}

// The names in an element's lines: the first line that has any, for what follows is office and biography.
std::vector<std::string> NamesIn(const Document& document, NodeId id) {
  for (const std::string& line : LinesOf(document, id)) {
    if (line.size() > kLongestByLine) return {};
    std::vector<std::string> names = SplitAuthors(line);
    std::erase_if(names, [](const std::string& name) { return !LooksLikeName(name); });
    if (!names.empty()) return names;
  }
  return {};
}

void FromLinks(const PageIndex& index, AuthorList& authors) {
  for (const NodeId id : index.author_links) {
    if (IsForeign(*index.document, id, index.headline)) continue;
    authors.AddAll(NamesIn(*index.document, id));
    if (!authors.empty()) return;
  }
}

// Links to authors' pages, from the headline on.
void FromAddresses(const PageIndex& index, AuthorList& authors) {
  const Document& document = *index.document;
  const std::vector<std::string>& parts = WordLists::Get().author_links;
  int tried = 0;
  for (NodeId id = index.headline == kNoNode ? 0 : index.headline; id < document.size(); ++id) {
    if (document[id].tag != Tag::kA) continue;
    const std::string_view address = document.Attr(id, "href");
    const bool leads = std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
      const size_t at = address.find(part);
      return at != std::string_view::npos && at + part.size() < address.size();
    });
    if (!leads || IsForeign(document, id, index.headline)) continue;
    if (++tried > kMostTried) return;
    authors.AddAll(NamesIn(document, id));
    if (!authors.empty()) return;
  }
}

void FromHints(const PageIndex& index, NodeId first, NodeId last, AuthorList& authors) {
  const Document& document = *index.document;
  int tried = 0;
  for (NodeId id = first; id < last; ++id) {
    if (document[id].attribute_count == 0 || document.IsText(id)) continue;
    const std::string_view names = document.Attr(id, "class");
    const std::string_view own = document.Attr(id, "id");
    const auto speaks_of_authors = [](std::string_view name) {
      return !name.empty() && RE2::PartialMatch(name, AuthorClass());
    };
    if (!speaks_of_authors(names) && !speaks_of_authors(own)) continue;
    if (IsForeign(document, id, index.headline)) continue;
    if (++tried > kMostTried) return;
    authors.AddAll(NamesIn(document, id));
    if (!authors.empty()) return;
  }
}

}  // namespace

std::vector<std::string> ChooseAuthors(const PageIndex& index, std::string_view site) {
  AuthorList authors(site, index.url);
  for (const std::string& name : index.json_ld.authors) authors.Add(name);
  authors.Settle();  // who is stated as a person may well have a site of her own
  for (const std::string& name : index.json_ld.organisations) authors.AddOrganisation(name);
  if (authors.empty()) FromMetas(index, authors);
  if (authors.empty()) FromMicrodata(index, authors);
  if (authors.empty()) FromLinks(index, authors);
  if (authors.empty()) authors.AddAll(FindByLine(index));
  authors.Settle();
  const auto size = static_cast<NodeId>(index.document->size());
  const NodeId headline = index.headline == kNoNode ? 0 : index.headline;
  if (authors.empty()) FromHints(index, headline, size, authors);
  if (authors.empty()) FromAddresses(index, authors);
  if (authors.empty()) FromHints(index, 0, headline, authors);
  return authors.Take();
}

}  // namespace tallywire::parse
