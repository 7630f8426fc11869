#include "parse/metadata.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "parse/author.h"
#include "parse/language.h"
#include "parse/page_index.h"
#include "parse/plain_text.h"
#include "parse/publication_date.h"
#include "parse/title.h"
#include "parse/url_reference.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

// A tag that is older than the others (Blogspot gives "en" where og:locale gives "en_GB") is refined by them.
std::string DeclaredLanguage(const PageIndex& index) {
  std::string tag = NormalizeLanguageTag(index.html_lang);
  for (const std::string& name : WordLists::Get().meta_language) {
    for (const std::string_view content : index.All(name)) {
      const std::string other = NormalizeLanguageTag(content);
      if (tag.empty() || (tag.size() == 2 && other.starts_with(tag + "-"))) tag = other;
    }
  }
  if (tag.empty()) tag = NormalizeLanguageTag(index.json_ld.language);
  return tag;
}

void AddTag(std::string tag, std::vector<std::string>& tags) {
  constexpr size_t kMostTags = 50;
  constexpr size_t kLongestTag = 100;  // bytes
  if (tag.empty() || tag.size() > kLongestTag || tags.size() >= kMostTags) return;
  if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
}

std::vector<std::string> ChooseTags(const PageIndex& index) {
  std::vector<std::string> tags;
  for (const std::string& keyword : index.json_ld.keywords) AddTag(keyword, tags);
  for (const std::string& name : WordLists::Get().meta_tags) {
    if (!tags.empty()) break;
    for (const std::string_view content : index.All(name)) {
      const std::string list = PlainText(content);
      for (size_t from = 0; from <= list.size();) {
        const size_t comma = std::min(list.find_first_of(",;", from), list.size());
        AddTag(PlainText(std::string_view(list).substr(from, comma - from)), tags);
        from = comma + 1;
      }
    }
  }
  return tags;
}

std::string FirstOf(const std::string& preferred, const PageIndex& index, const std::vector<std::string>& names) {
  return preferred.empty() ? PlainText(index.First(names)) : preferred;
}

std::string CanonicalUrl(const PageIndex& index, std::string_view base) {
  static const std::vector<std::string> kOwnUrl = {"og:url"};
  for (const std::string_view own : {index.canonical, index.First(kOwnUrl), std::string_view(index.json_ld.url)}) {
    if (own.empty()) continue;
    if (std::string url = ResolveUrl(own, base); !url.empty()) return url;
  }
  return std::string(base.substr(0, base.find('#')));
}

}  // namespace

BodyWitness ReadMetadata(const Document& document, const Page& page, const ParseOptions& options, Article& article) {
  const WordLists& lists = WordLists::Get();
  PageIndex index = IndexPage(document, page.url);
  ChosenTitle title = ChooseTitle(index);
  index.headline = title.heading;
  article.title = std::move(title.title);
  article.site = std::move(title.site);
  article.authors = ChooseAuthors(index, article.site);
  article.language = DeclaredLanguage(index);
  ChosenDates dates = ChooseDates(index, page.bytes, article.language, options.latest_date);
  article.published = std::move(dates.published);
  article.published_from = std::move(dates.published_from);
  article.modified = std::move(dates.modified);
  article.section = FirstOf(index.json_ld.section, index, lists.meta_section);
  article.tags = ChooseTags(index);
  article.canonical_url = CanonicalUrl(index, index.url);
  article.description = PlainText(index.First(lists.meta_description));
  if (article.description.empty()) article.description = index.json_ld.description;
  article.image = ResolveUrl(FirstOf(index.json_ld.image, index, lists.meta_image), index.url);
  article.paywalled = index.json_ld.accessible_for_free == false;
  return {std::move(index.json_ld.article_body)};
}

}  // namespace tallywire::parse
