// A feed's XML as a tree of elements, named without regard to case, prefixes and which namespace a core element is in.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

// libxml2's own names for its types.
struct _xmlDoc;   // NOLINT(bugprone-reserved-identifier)
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier)

namespace tallywire::fetch {

// Which set of words an element belongs to. All the feed formats' own namespaces, and none, are kCore.
enum class Vocabulary { kCore, kDublinCore, kDcTerms, kContent, kItunes, kMedia, kSyndication, kXhtml, kRdf, kOther };

// A view into a FeedDocument, which must outlive it.
class Element {
 public:
  Element() = default;
  explicit Element(const _xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  std::string Name() const;          // local name in lower case
  std::string NamespaceUri() const;  // as written; empty for none
  Vocabulary Words() const;
  bool Is(Vocabulary words, std::string_view name) const;
  std::string Attribute(std::string_view name) const;  // by local name in any case; empty where absent
  std::string Text() const;                            // of all descendants; block elements of HTML set apart by spaces
  bool HasChildElements() const;
  Element Parent() const;
  std::vector<Element> Children() const;
  // The last child of that name; none where there is none.
  Element Child(Vocabulary words, std::string_view name) const;
  // The base of relative links here: `base_url` changed by the xml:base attributes on the way down. Unusable ones
  // (relative without a base, other schemes than http and https) are passed over.
  std::string Base(std::string_view base_url) const;
  std::string Language() const;  // the nearest xml:lang

 private:
  const _xmlNode* node_ = nullptr;
};

class FeedDocument {
 public:
  // `text`: UTF-8 as RepairXml leaves it. Never touches the network, knows no entities and cuts at a depth of 256.
  static FeedDocument Parse(std::string_view text);

  Element Root() const;                                    // none where not even one element was found
  const std::string& Problem() const { return problem_; }  // the first fault found, with its line; or empty

  // All elements of these names (core vocabulary) in document order, those inside one another left out.
  std::vector<Element> All(std::string_view name, std::string_view other_name) const;

 private:
  struct Deleter {
    void operator()(_xmlDoc* document) const;
  };
  std::unique_ptr<_xmlDoc, Deleter> document_;
  std::string problem_;
};

}  // namespace tallywire::fetch
