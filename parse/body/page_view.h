// A page's blocks with what scoring asks of them again and again: sums over any stretch of blocks, the stretch that an
// element covers, the roles its names speak of.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/body/text_block.h"
#include "parse/body/vocabulary.h"
#include "parse/dom.h"

namespace tallywire::parse {

// What the metadata say about the text.
struct BodyHints {
  std::string_view title;         // the headline; empty where unknown
  std::string_view article_body;  // JSON-LD articleBody; empty where there is none
  std::string_view description;   // og:description and the like
};

// What elements say about their contents by tag, role attribute or microdata.
enum class Landmark : uint8_t {
  kArticle,
  kSection,
  kMain,
  kNav,
  kAside,
  kHeader,
  kFooter,
  kForm,
  kTable,
  kList,
  kFigure,
  kCaption,
  kQuote,
  kDetails,
  kAddress,
  kLink,
  kArticleBody,
  kCount
};
std::string_view LandmarkName(Landmark landmark);

// [first, last) of the page's blocks.
struct Stretch {
  size_t first = 0;
  size_t last = 0;
  size_t size() const { return last - first; }
};

struct Sums {
  double words = 0;
  double characters = 0;
  double link_characters = 0;
  double prose_words = 0;  // in blocks that look like running text
  double blocks = 0;

  double LinkDensity() const { return characters > 0 ? link_characters / characters : 0; }
};

// References `page`, `text` and `hints`, which must outlive it.
class PageView {
 public:
  PageView(const Document& page, const PageText& text, const BodyHints& hints);

  const Document& page() const { return page_; }
  const BodyHints& hints() const { return hints_; }
  size_t size() const { return text_.blocks.size(); }
  const TextBlock& block(size_t i) const { return text_.blocks[i]; }
  std::string_view TextOf(size_t i) const { return text_.TextOf(text_.blocks[i]); }

  // The block is long enough, sentence-like and not made of links.
  bool IsProse(size_t i) const { return prose_[i]; }
  double LinkDensityOf(size_t i) const;
  RoleSet PhrasesOf(size_t i) const { return phrases_[i]; }
  // Of the block's letters and digits, case folded: equal for blocks that read the same.
  uint64_t FingerprintOf(size_t i) const { return fingerprints_[i]; }
  // A number below size(), equal for blocks whose element and the two above it have the same tags and classes: they
  // repeat one template.
  size_t TemplateOf(size_t i) const { return templates_[i]; }

  Sums Sum(Stretch stretch) const;
  const Sums& Total() const { return total_; }
  Stretch StretchOf(NodeId element) const { return {blocks_before_[element], blocks_before_[page_[element].end]}; }
  // The nearest element above `element` that covers more blocks than it does; kNoNode above <body>.
  NodeId WiderThan(NodeId element) const { return wider_[element]; }

  RoleSet RolesOf(NodeId element);       // of class and id, by Vocabulary::class_roles
  uint32_t LandmarksOf(NodeId element);  // bit per Landmark

 private:
  const Document& page_;
  const PageText& text_;
  BodyHints hints_;
  const Vocabulary& vocabulary_;
  std::vector<bool> prose_;
  std::vector<RoleSet> phrases_;
  std::vector<uint64_t> fingerprints_;
  std::vector<size_t> templates_;
  std::vector<Sums> prefix_;  // of the blocks before i
  Sums total_;
  struct Named {
    RoleSet roles = 0;
    uint32_t landmarks = 0;
    bool known = false;
    bool has_print = false;
    uint64_t class_print = 0;
  };
  void FindStretches();
  void FindTemplates();
  uint64_t HashOfTemplate(NodeId element);
  const Named& NamedOf(NodeId element);
  // By node: what is asked of the elements above a block is asked again for the next.
  std::vector<uint32_t> blocks_before_;  // that begin before the node
  std::vector<NodeId> wider_;
  std::vector<Named> named_;
};

// 64 bits of FNV-1a over the letters and digits of a text, ASCII case folded.
uint64_t Fingerprint(std::string_view text);

}  // namespace tallywire::parse
