#include "parse/author.h"

#include <re2/re2.h>
#include <algorithm>

#include "parse/author_names.h"
#include "parse/month_names.h"
#include "parse/plain_text.h"
#include "parse/title.h"
#include "parse/white_space.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

constexpr size_t kLongestByLine = 160;  // bytes of an element's text; longer ones are biographies

const RE2& AuthorClass() {
  static const RE2 kPattern(
      [] {
        std::string pattern = "(?i)(?:^|[^a-z])(?:";
        bool first = true;
        for (const std::string& word : WordLists::Get().author_classes) {
          if (!first) pattern += '|';
          first = false;
          pattern += RE2::QuoteMeta(word);
        }
        return pattern + ")";
      }(),
      RE2::Quiet);
  return kPattern;
}

class AuthorList {
 public:
  explicit AuthorList(std::string_view site) : site_key_(TitleKey(site)) {}

  void Add(std::string_view written) {
    for (std::string& name : SplitAuthors(written)) AddName(std::move(name));
  }
  bool empty() const { return names_.empty(); }
  // Names of people; where there are none, the organisation that signs.
  std::vector<std::string> Take() {
    return names_.empty() && !site_.empty() ? std::vector<std::string>{site_} : std::move(names_);
  }
  bool has_site() const { return !site_.empty(); }

 private:
  void AddName(std::string name) {
    std::string key = TitleKey(name);
    if (key.empty()) return;
    if (key == site_key_) {
      if (site_.empty()) site_ = std::move(name);
      return;
    }
    if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return;
    keys_.push_back(std::move(key));
    names_.push_back(std::move(name));
  }

  std::string site_key_;
  std::string site_;
  std::vector<std::string> names_;
  std::vector<std::string> keys_;
};

void FromMetas(const PageIndex& index, AuthorList& authors) {
  for (const std::string& name : WordLists::Get().meta_author) {
    for (const std::string_view content : index.All(name)) authors.Add(PlainText(content));
    if (!authors.empty()) return;
  }
  // What Yoast and others tell Twitter: label "Written by", data "Jane Doe".
  for (const MetaTag& label : index.metas) {
    if (!label.name.starts_with("twitter:label")) continue;
    const std::string folded = FoldWord(label.content);
    const auto& prefixes = WordLists::Get().author_prefixes;
    if (std::find(prefixes.begin(), prefixes.end(), folded) == prefixes.end()) continue;
    for (const std::string_view data : index.All("twitter:data" + label.name.substr(13))) authors.Add(PlainText(data));
  }
}

void FromMicrodata(const PageIndex& index, AuthorList& authors) {
  const Document& document = *index.document;
  for (const NodeId id : index.props) {
    const std::string_view prop = document.Attr(id, "itemprop");
    if (prop != "author" && prop != "creator") continue;
    if (IsForeign(document, id, index.headline)) continue;
    std::string name;
    for (const NodeId inner : index.props) {
      if (inner <= id || !document.Contains(id, inner) || document.Attr(inner, "itemprop") != "name") continue;
      name = document.Text(inner);
      break;
    }
    if (name.empty()) name = document.Text(id);
    if (name.size() <= kLongestByLine) authors.Add(name);
  }
}

void FromLinks(const PageIndex& index, AuthorList& authors) {
  for (const NodeId id : index.author_links) {
    if (IsForeign(*index.document, id, index.headline)) continue;
    const std::string text = index.document->Text(id);
    if (text.size() <= kLongestByLine) authors.Add(text);
    if (!authors.empty()) return;
  }
}

void FromHints(const PageIndex& index, AuthorList& authors) {
  const Document& document = *index.document;
  for (NodeId id = 0; id < document.size(); ++id) {
    if (document[id].attribute_count == 0 || document.IsText(id)) continue;
    const std::string_view names = document.Attr(id, "class");
    const std::string_view own = document.Attr(id, "id");
    if (!(RE2::PartialMatch(names, AuthorClass()) || RE2::PartialMatch(own, AuthorClass()))) continue;
    const std::string text = document.Text(id);
    if (text.empty() || text.size() > kLongestByLine || IsForeign(document, id, index.headline)) continue;
    authors.Add(text);
    if (!authors.empty()) return;
  }
}

}  // namespace

std::vector<std::string> ChooseAuthors(const PageIndex& index, std::string_view site) {
  AuthorList authors(site);
  for (const std::string& name : index.json_ld.authors) authors.Add(name);
  if (authors.empty()) FromMetas(index, authors);
  if (authors.empty()) FromMicrodata(index, authors);
  if (authors.empty()) FromLinks(index, authors);
  if (authors.empty()) FromHints(index, authors);
  return authors.Take();
}

}  // namespace tallywire::parse
