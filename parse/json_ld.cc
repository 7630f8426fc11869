#include "parse/json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "parse/plain_text.h"
#include "parse/url_reference.h"

namespace tallywire::parse {
namespace {

using Json = nlohmann::json;

constexpr size_t kMostNodes = 20000;  // of all blocks of a page; real pages stay below 2,000
constexpr size_t kMostAuthors = 50;

// Values take many times the bytes of their text: a block of brackets would fill the memory.
bool HasTooManyValues(std::string_view block) {
  constexpr std::ptrdiff_t kMostValues = 100000;
  return std::count_if(block.begin(), block.end(), [](char c) { return c == '[' || c == '{' || c == ','; }) >
         kMostValues;
}

Json ParseBlock(std::string_view block) {
  if (HasTooManyValues(block)) return Json(Json::value_t::discarded);
  Json parsed = Json::parse(block, nullptr, false, true);
  if (!parsed.is_discarded()) return parsed;
  return Json::parse(RepairJson(block), nullptr, false, true);
}

const Json* Member(const Json& node, const char* key) {
  if (!node.is_object()) return nullptr;
  const auto found = node.find(key);
  return found == node.end() ? nullptr : &*found;
}

// A string, or what stands for one: {"@value": …}, {"name": …}, {"url": …}, the first of a list, a number.
std::string RawString(const Json* value, int depth = 0) {
  constexpr int kDeepest = 4;
  if (value == nullptr || depth > kDeepest) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_number()) return value->dump();
  if (value->is_array()) return value->empty() ? std::string() : RawString(&value->front(), depth + 1);
  for (const char* key : {"@value", "name", "url", "@id"}) {
    if (const Json* inner = Member(*value, key)) return RawString(inner, depth + 1);
  }
  return {};
}

std::string Text(const Json& node, const char* key) { return PlainText(RawString(Member(node, key))); }

std::vector<std::string> TypesOf(const Json& node) {
  std::vector<std::string> types;
  const Json* type = Member(node, "@type");
  if (type == nullptr) return types;
  const auto add = [&](const Json& one) {
    if (!one.is_string()) return;
    const auto& name = one.get_ref<const std::string&>();
    types.push_back(name.substr(name.find_last_of("/:#") + 1));  // npos + 1 is 0
  };
  if (type->is_array()) {
    for (const Json& one : *type) add(one);
  } else {
    add(*type);
  }
  return types;
}

// How far a node of this type can be the page's article. By the ends of names, for schema.org has dozens of articles.
enum class Rank { kNone, kPage, kWork, kArticle };

Rank RankOf(std::string_view type) {
  for (const std::string_view end : {"Article", "Posting", "Report"}) {
    if (type.ends_with(end)) return type == "JobPosting" ? Rank::kNone : Rank::kArticle;
  }
  static constexpr std::array<std::string_view, 12> kWorks = {
      "Recipe", "Review",           "HowTo", "CreativeWork", "PodcastEpisode", "Guide", "Event",
      "Course", "LearningResource", "Book",  "TechArticle",  "MediaReview"};
  if (std::find(kWorks.begin(), kWorks.end(), type) != kWorks.end()) return Rank::kWork;
  return type.ends_with("Page") ? Rank::kPage : Rank::kNone;
}

// All nodes of all blocks: where @id leads, and which may be about the page.
class Graph {
 public:
  explicit Graph(std::span<const std::string_view> blocks) {
    for (const std::string_view block : blocks) {
      documents_.push_back(ParseBlock(block));
      if (documents_.back().is_discarded()) broken_.push_back(block);
    }
    for (const Json& document : documents_) Walk(document);
  }

  struct Candidate {
    const Json* node;
    Rank rank;
    std::string type;
  };
  const std::vector<Candidate>& candidates() const { return candidates_; }
  const std::vector<std::string_view>& broken() const { return broken_; }
  const std::string& site() const { return site_; }

  // The node itself, or the fuller one that its @id leads to.
  const Json& Resolve(const Json& node) const {
    const Json* id = Member(node, "@id");
    if (id == nullptr || !id->is_string() || Member(node, "name") != nullptr) return node;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? node : *found->second;
  }

 private:
  struct Visit {
    const Json* node;
    bool candidate;  // reached from the top by keys that keep talking about the page
  };

  void Walk(const Json& document) {
    std::vector<Visit> stack = {{&document, true}};
    while (!stack.empty() && seen_ < kMostNodes) {
      const Visit visit = stack.back();
      stack.pop_back();
      ++seen_;
      if (visit.node->is_array()) {
        for (auto it = visit.node->rbegin(); it != visit.node->rend(); ++it) {
          if (it->is_structured()) stack.push_back({&*it, visit.candidate});
        }
      } else if (visit.node->is_object()) {
        Add(visit);
        for (const auto& [key, value] : visit.node->items()) {
          if (!value.is_structured()) continue;
          const bool stays = key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage";
          stack.push_back({&value, visit.candidate && stays});
        }
      }
    }
  }

  void Add(const Visit& visit) {
    const Json& node = *visit.node;
    if (const Json* id = Member(node, "@id"); id != nullptr && id->is_string() && Member(node, "name") != nullptr) {
      by_id_.emplace(id->get<std::string>(), &node);
    }
    Candidate best{&node, Rank::kNone, {}};
    for (std::string& type : TypesOf(node)) {
      if (type == "WebSite" && site_.empty()) site_ = Text(node, "name");
      const Rank rank = RankOf(type);
      if (rank > best.rank) {
        best.rank = rank;
        best.type = std::move(type);
      }
    }
    if (visit.candidate && best.rank != Rank::kNone) candidates_.push_back(std::move(best));
  }

  std::vector<Json> documents_;
  std::vector<std::string_view> broken_;
  std::unordered_map<std::string, const Json*> by_id_;
  std::vector<Candidate> candidates_;
  std::string site_;
  size_t seen_ = 0;
};

bool IsAbout(const Json& node, std::string_view page_url) {
  if (page_url.empty()) return false;
  for (const char* key : {"url", "mainEntityOfPage", "@id"}) {
    const Json* value = Member(node, key);
    if (value != nullptr && value->is_object())
      value = Member(*value, "@id") != nullptr ? Member(*value, "@id") : Member(*value, "url");
    if (value != nullptr && value->is_string() && IsSamePage(value->get_ref<const std::string&>(), page_url))
      return true;
  }
  return false;
}

bool IsOrganisation(const Json& node) {
  const std::vector<std::string> types = TypesOf(node);
  return std::any_of(types.begin(), types.end(),
                     [](std::string_view type) { return type.ends_with("Organization") || type == "Corporation"; });
}

void AddAuthors(const Graph& graph, const Json& value, JsonLdArticle& article) {
  std::vector<std::string>& authors = article.authors;
  if (value.is_array()) {
    for (const Json& one : value) {
      if (!one.is_array()) AddAuthors(graph, one, article);
    }
    return;
  }
  if (authors.size() + article.organisations.size() >= kMostAuthors) return;
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    authors.push_back(PlainText(text));
    return;
  }
  if (!value.is_object()) return;
  const Json& person = graph.Resolve(value);
  const Json* name = Member(person, "name");
  if (IsOrganisation(person)) {
    article.organisations.push_back(PlainText(RawString(name)));
  } else if (name != nullptr && name->is_array()) {
    for (const Json& one : *name) {
      if (one.is_string()) authors.push_back(PlainText(one.get_ref<const std::string&>()));
    }
  } else if (name != nullptr) {
    authors.push_back(PlainText(RawString(name)));
  } else if (Member(person, "givenName") != nullptr) {
    authors.push_back(
        PlainText(RawString(Member(person, "givenName")) + ' ' + RawString(Member(person, "familyName"))));
  }
}

void AddKeywords(const Json& value, std::vector<std::string>& keywords) {
  if (value.is_array()) {
    for (const Json& one : value) {
      if (std::string word = PlainText(RawString(&one)); !word.empty()) keywords.push_back(std::move(word));
    }
    return;
  }
  const std::string all = PlainText(RawString(&value));
  for (size_t from = 0; from < all.size();) {
    const size_t comma = std::min(all.find_first_of(",;", from), all.size());
    if (std::string word = PlainText(std::string_view(all).substr(from, comma - from)); !word.empty())
      keywords.push_back(std::move(word));
    from = comma + 1;
  }
}

std::optional<bool> ReadBool(const Json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  std::string text = RawString(value);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  if (text.ends_with("true")) return true;
  if (text.ends_with("false")) return false;
  return std::nullopt;
}

std::string ImageOf(const Json& node) {
  for (const char* key : {"image", "thumbnailUrl", "primaryImageOfPage"}) {
    const Json* image = Member(node, key);
    if (image != nullptr && image->is_array() && !image->empty()) image = &image->front();
    if (image == nullptr) continue;
    for (const char* inner : {"url", "contentUrl"}) {
      if (const Json* url = Member(*image, inner)) return RawString(url);
    }
    if (image->is_string()) return image->get<std::string>();
  }
  return {};
}

void FillEmpty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// Takes from the node what is not yet known.
void Take(const Graph& graph, const Json& node, JsonLdArticle& article) {
  FillEmpty(article.published, Text(node, "datePublished"));
  FillEmpty(article.created, Text(node, "dateCreated"));
  FillEmpty(article.created, Text(node, "uploadDate"));
  FillEmpty(article.modified, Text(node, "dateModified"));
  FillEmpty(article.url, RawString(Member(node, "url")));
  FillEmpty(article.section, Text(node, "articleSection"));
  FillEmpty(article.description, Text(node, "description"));
  FillEmpty(article.image, ImageOf(node));
  FillEmpty(article.language, RawString(Member(node, "inLanguage")));
  if (const Json* publisher = Member(node, "publisher"); publisher != nullptr && publisher->is_object()) {
    FillEmpty(article.publisher, Text(graph.Resolve(*publisher), "name"));
  }
  if (article.authors.empty()) {
    for (const char* key : {"author", "creator"}) {
      const Json* author = Member(node, key);
      if (author != nullptr && article.authors.empty()) AddAuthors(graph, *author, article);
    }
  }
  if (const Json* keywords = Member(node, "keywords"); keywords != nullptr && article.keywords.empty()) {
    AddKeywords(*keywords, article.keywords);
  }
  if (!article.accessible_for_free) article.accessible_for_free = ReadBool(Member(node, "isAccessibleForFree"));
}

// The value of the first `"key": "value"` in text that no JSON parser reads.
std::string SalvageField(std::string_view block, std::string_view key) {
  std::string quoted = "\"";
  quoted.append(key).append("\"");
  size_t at = block.find(quoted);
  if (at == std::string_view::npos) return {};
  at = block.find_first_not_of(" \t\r\n:", at + quoted.size());
  if (at == std::string_view::npos || block[at] != '"') return {};
  size_t end = at + 1;
  while (end < block.size() && block[end] != '"') end += block[end] == '\\' ? size_t{2} : size_t{1};
  if (end >= block.size()) return {};
  const Json value = Json::parse(block.substr(at, end + 1 - at), nullptr, false);
  return value.is_string() ? PlainText(value.get_ref<const std::string&>())
                           : PlainText(block.substr(at + 1, end - at - 1));
}

void Salvage(std::string_view block, JsonLdArticle& article) {
  FillEmpty(article.published, SalvageField(block, "datePublished"));
  FillEmpty(article.modified, SalvageField(block, "dateModified"));
  FillEmpty(article.headline, SalvageField(block, "headline"));
  const size_t author = block.find("\"author\"");
  if (author != std::string_view::npos && article.authors.empty()) {
    constexpr size_t kAuthorSpan = 400;  // the name stands soon behind, or it is another thing's
    if (std::string name = SalvageField(block.substr(author, kAuthorSpan), "name"); !name.empty())
      article.authors.push_back(name);
  }
}

}  // namespace

JsonLdArticle ReadJsonLd(std::span<const std::string_view> blocks, std::string_view page_url) {
  JsonLdArticle article;
  if (blocks.empty()) return article;
  const Graph graph(blocks);
  // The best first: type, then being about this address, then order in the page.
  std::vector<std::pair<int, const Graph::Candidate*>> scored;
  scored.reserve(graph.candidates().size());
  for (const Graph::Candidate& candidate : graph.candidates()) {
    scored.emplace_back(static_cast<int>(candidate.rank) * 2 + (IsAbout(*candidate.node, page_url) ? 1 : 0),
                        &candidate);
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [points, candidate] : scored) {
    if (article.type.empty()) {
      article.type = candidate->type;
      article.is_article = candidate->rank == Rank::kArticle;
      article.headline = Text(*candidate->node, "headline");
      if (candidate->rank != Rank::kPage) FillEmpty(article.headline, Text(*candidate->node, "name"));
      article.article_body = Text(*candidate->node, "articleBody");
    } else if (candidate->rank == Rank::kArticle && article.is_article) {
      continue;  // another article: a teaser, or the same in another block
    }
    Take(graph, *candidate->node, article);
  }
  for (const std::string_view block : graph.broken()) Salvage(block, article);
  article.site = graph.site();
  return article;
}

}  // namespace tallywire::parse
