#include "fetch/feed_element.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <utility>

#include "fetch/feed_text.h"
#include "fetch/url.h"

namespace tallywire::fetch {
namespace {

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(text)};
}

std::string Lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

struct Known {
  std::string_view uri;     // lower case; the beginning suffices
  std::string_view prefix;  // what an undeclared prefix stands for
  Vocabulary words;
};

constexpr std::array<Known, 24> kVocabularies{
    {{"http://www.w3.org/2005/atom", "atom", Vocabulary::kCore},
     {"http://purl.org/atom/", "", Vocabulary::kCore},
     {"http://purl.org/rss/1.0/modules/content/", "content", Vocabulary::kContent},
     {"http://purl.org/rss/1.0/modules/syndication/", "sy", Vocabulary::kSyndication},
     {"http://purl.org/rss/1.0/modules/", "", Vocabulary::kOther},
     {"http://purl.org/rss/", "rss", Vocabulary::kCore},
     {"http://purl.org/net/rss", "", Vocabulary::kCore},
     {"http://backend.userland.com/rss", "", Vocabulary::kCore},
     {"http://blogs.law.harvard.edu/tech/rss", "", Vocabulary::kCore},
     {"http://cyber.law.harvard.edu/rss", "", Vocabulary::kCore},
     {"http://my.netscape.com/", "", Vocabulary::kCore},
     {"http://channel.netscape.com/", "", Vocabulary::kCore},
     {"http://www.rssboard.org/rss", "", Vocabulary::kCore},
     {"http://purl.org/dc/elements/", "dc", Vocabulary::kDublinCore},
     {"http://purl.org/dc/terms/", "dcterms", Vocabulary::kDcTerms},
     {"http://www.itunes.com/", "itunes", Vocabulary::kItunes},
     {"http://example.com/dtds/podcast", "", Vocabulary::kItunes},
     {"http://search.yahoo.com/mrss", "media", Vocabulary::kMedia},
     {"http://tools.search.yahoo.com/mrss", "", Vocabulary::kMedia},
     {"https://search.yahoo.com/mrss", "", Vocabulary::kMedia},
     {"http://video.search.yahoo.com/mrss", "", Vocabulary::kMedia},
     {"http://www.w3.org/1999/xhtml", "xhtml", Vocabulary::kXhtml},
     {"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf", Vocabulary::kRdf},
     {"http://www.w3.org/2000/01/rdf-schema", "", Vocabulary::kOther}}};

Vocabulary WordsOf(std::string_view uri) {
  if (uri.empty()) return Vocabulary::kCore;
  const std::string lower = Lowered(uri);
  for (const Known& known : kVocabularies) {
    if (lower.starts_with(known.uri)) return known.words;
  }
  return Vocabulary::kOther;
}

// libxml2 leaves an undeclared prefix in the name.
std::pair<std::string_view, std::string_view> SplitName(std::string_view name) {
  const size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

bool IsBlock(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kBlocks{"p",  "div", "br", "li", "tr", "td",
                                                            "h1", "h2",  "h3", "ul", "ol", "blockquote"};
  return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

const xmlNode* NextInDocument(const xmlNode* node, const xmlNode* top, bool into) {
  if (into && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != top && node != nullptr) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

void InitialiseOnce() {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
}

}  // namespace

std::string Element::Name() const { return Lowered(SplitName(View(node_->name)).second); }

std::string Element::NamespaceUri() const {
  return node_->ns == nullptr ? std::string{} : std::string(View(node_->ns->href));
}

Vocabulary Element::Words() const {
  if (node_->ns != nullptr) {
    const auto words = WordsOf(View(node_->ns->href));
    if (words != Vocabulary::kOther) return words;
    // A format's namespace misspelt is still the format's: the root decides, unless it has a prefix.
    const xmlNode* root = xmlDocGetRootElement(node_->doc);
    return root != nullptr && root->ns == node_->ns && root->ns->prefix == nullptr ? Vocabulary::kCore : words;
  }
  const std::string prefix = Lowered(SplitName(View(node_->name)).first);
  if (prefix.empty()) return Vocabulary::kCore;
  for (const Known& known : kVocabularies) {
    if (known.prefix == prefix) return known.words;
  }
  return Vocabulary::kOther;
}

bool Element::Is(Vocabulary words, std::string_view name) const { return Name() == name && Words() == words; }

std::string Element::Attribute(std::string_view name) const {
  for (const xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next) {
    if (Lowered(SplitName(View(attribute->name)).second) != name) continue;
    std::string value;
    for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) value += View(part->content);
    return value;
  }
  return {};
}

std::string Element::Text() const {
  std::string out;
  for (const xmlNode* node = node_; node != nullptr; node = NextInDocument(node, node_, true)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) out += View(node->content);
    if (node->type == XML_ELEMENT_NODE && node != node_ && IsBlock(Element(node).Name())) out += ' ';
  }
  return out;
}

bool Element::HasChildElements() const {
  for (const xmlNode* node = node_->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) return true;
  }
  return false;
}

Element Element::Parent() const {
  const xmlNode* parent = node_->parent;
  return parent != nullptr && parent->type == XML_ELEMENT_NODE ? Element(parent) : Element();
}

std::vector<Element> Element::Children() const {
  std::vector<Element> children;
  for (const xmlNode* node = node_->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) children.emplace_back(node);
  }
  return children;
}

Element Element::Child(Vocabulary words, std::string_view name) const {
  for (const xmlNode* node = node_->last; node != nullptr; node = node->prev) {
    if (node->type == XML_ELEMENT_NODE && Element(node).Is(words, name)) return Element(node);
  }
  return {};
}

std::string Element::Base(std::string_view base_url) const {
  std::vector<std::string> bases;
  for (Element element = *this; element; element = element.Parent()) {
    const xmlNode* node = element.node_;
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
      const bool xml = attribute->ns != nullptr && View(attribute->ns->prefix) == "xml";
      if (xml && View(attribute->name) == "base" && attribute->children != nullptr) {
        bases.emplace_back(View(attribute->children->content));
      }
    }
  }
  std::string base(base_url);
  for (auto written = bases.rbegin(); written != bases.rend(); ++written) {
    const std::string absolute = MakeAbsolute(*written, base);
    if (ParseUrl(absolute)) base = absolute;
  }
  return base;
}

std::string Element::Language() const {
  for (Element element = *this; element; element = element.Parent()) {
    for (const xmlAttr* attribute = element.node_->properties; attribute != nullptr; attribute = attribute->next) {
      const bool xml = attribute->ns != nullptr && View(attribute->ns->prefix) == "xml";
      if (xml && View(attribute->name) == "lang") {
        return attribute->children == nullptr ? std::string{} : std::string(View(attribute->children->content));
      }
    }
  }
  return {};
}

void FeedDocument::Deleter::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

FeedDocument FeedDocument::Parse(std::string_view text) {
  InitialiseOnce();
  FeedDocument out;
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(xmlNewParserCtxt(), &xmlFreeParserCtxt);
  if (!context || text.size() > static_cast<size_t>(std::numeric_limits<int>::max())) return out;
  // Without XML_PARSE_HUGE depth, text and name lengths stay limited; without NOENT and DTDLOAD nothing is expanded.
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                           XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
  out.document_.reset(
      xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", kOptions));
  if (context->lastError.code != XML_ERR_OK && context->wellFormed == 0) {
    out.problem_ = "not well-formed XML at line " + std::to_string(context->lastError.line) + ": " +
                   FoldSpace(context->lastError.message == nullptr ? "" : context->lastError.message);
  }
  return out;
}

Element FeedDocument::Root() const { return document_ ? Element(xmlDocGetRootElement(document_.get())) : Element(); }

std::vector<Element> FeedDocument::All(std::string_view name, std::string_view other_name) const {
  std::vector<Element> found;
  const xmlNode* root = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
  for (const xmlNode* node = root; node != nullptr;) {
    bool into = true;
    if (node->type == XML_ELEMENT_NODE) {
      const Element element(node);
      if (element.Is(Vocabulary::kCore, name) || element.Is(Vocabulary::kCore, other_name)) {
        found.push_back(element);
        into = false;
      }
    }
    node = NextInDocument(node, root, into);
  }
  return found;
}

}  // namespace tallywire::fetch
