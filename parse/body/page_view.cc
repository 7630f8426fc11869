#include "parse/body/page_view.h"

#include <unordered_map>

#include "parse/body/word_bytes.h"

namespace tallywire::parse {

namespace {

constexpr uint32_t Bit(Landmark landmark) { return 1U << static_cast<unsigned>(landmark); }

uint32_t LandmarkOfTag(Tag tag) {
  switch (tag) {
    case Tag::kArticle:
      return Bit(Landmark::kArticle);
    case Tag::kSection:
      return Bit(Landmark::kSection);
    case Tag::kMain:
      return Bit(Landmark::kMain);
    case Tag::kNav:
    case Tag::kMenu:
      return Bit(Landmark::kNav);
    case Tag::kAside:
      return Bit(Landmark::kAside);
    case Tag::kHeader:
      return Bit(Landmark::kHeader);
    case Tag::kFooter:
      return Bit(Landmark::kFooter);
    case Tag::kForm:
    case Tag::kFieldset:
    case Tag::kLabel:
      return Bit(Landmark::kForm);
    case Tag::kTable:
      return Bit(Landmark::kTable);
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kDl:
      return Bit(Landmark::kList);
    case Tag::kFigure:
      return Bit(Landmark::kFigure);
    case Tag::kFigcaption:
    case Tag::kCaption:
      return Bit(Landmark::kCaption);
    case Tag::kBlockquote:
      return Bit(Landmark::kQuote);
    case Tag::kDetails:
      return Bit(Landmark::kDetails);
    case Tag::kAddress:
      return Bit(Landmark::kAddress);
    case Tag::kA:
      return Bit(Landmark::kLink);
    default:
      return 0;
  }
}

uint32_t LandmarkOfRole(std::string_view role) {
  if (role == "main") return Bit(Landmark::kMain);
  if (role == "article") return Bit(Landmark::kArticle);
  if (role == "navigation" || role == "menu" || role == "menubar") return Bit(Landmark::kNav);
  if (role == "complementary" || role == "note") return Bit(Landmark::kAside);
  if (role == "contentinfo") return Bit(Landmark::kFooter);
  if (role == "banner") return Bit(Landmark::kHeader);
  if (role == "search" || role == "form" || role == "dialog" || role == "alert") return Bit(Landmark::kForm);
  return 0;
}

// Running text: a sentence's length, at least one sentence's end, few links.
bool LooksLikeProse(const TextBlock& block) {
  const TextCounts& counts = block.counts;
  return counts.words >= 12 && counts.stops >= 1 && block.link_characters * 3 < counts.characters;
}

uint64_t Combine(uint64_t a, uint64_t b) { return (a ^ b) * 1099511628211U; }

}  // namespace

std::string_view LandmarkName(Landmark landmark) {
  constexpr std::array<std::string_view, static_cast<size_t>(Landmark::kCount)> kNames = {
      "article", "section", "main",    "nav",   "aside",   "header",  "footer", "form",        "table",
      "list",    "figure",  "caption", "quote", "details", "address", "link",   "article_body"};
  return kNames[static_cast<size_t>(landmark)];
}

uint64_t Fingerprint(std::string_view text) {
  uint64_t hash = 14695981039346656037U;
  for (const char c : text) {
    const uint8_t byte = kWordBytes[static_cast<unsigned char>(c)];
    if (byte != 0) hash = (hash ^ byte) * 1099511628211U;
  }
  return hash;
}

uint64_t PageView::HashOfTemplate(NodeId element) {
  uint64_t hash = 14695981039346656037U;
  for (int level = 0; level < 3 && element != kNoNode; ++level, element = page_[element].parent) {
    Named& named = named_[element];
    if (!named.has_print) named.class_print = Fingerprint(page_.Attr(element, "class"));
    named.has_print = true;
    hash = Combine(hash, static_cast<uint64_t>(page_[element].tag));
    hash = Combine(hash, named.class_print);
  }
  return hash;
}

void PageView::FindTemplates() {
  std::unordered_map<uint64_t, size_t> numbers;
  templates_.reserve(text_.blocks.size());
  for (const TextBlock& block : text_.blocks) {
    templates_.push_back(numbers.emplace(HashOfTemplate(block.element), numbers.size()).first->second);
  }
}

PageView::PageView(const Document& page, const PageText& text, const BodyHints& hints)
    : page_(page), text_(text), hints_(hints), vocabulary_(Vocabulary::Get()) {
  const size_t count = text.blocks.size();
  prose_.reserve(count);
  prefix_.reserve(count + 1);
  for (const TextBlock& block : text.blocks) {
    prefix_.push_back(total_);
    prose_.push_back(LooksLikeProse(block));
    phrases_.push_back(block.counts.words <= 60 ? vocabulary_.RolesOfText(text.TextOf(block)) : 0);
    fingerprints_.push_back(Fingerprint(text.TextOf(block)));
    total_.words += block.counts.words;
    total_.characters += block.counts.characters;
    total_.link_characters += block.link_characters;
    total_.prose_words += prose_.back() ? block.counts.words : 0;
    total_.blocks += 1;
  }
  prefix_.push_back(total_);
  named_.resize(page.size());
  FindTemplates();
  FindStretches();
}

double PageView::LinkDensityOf(size_t i) const {
  const TextBlock& block = text_.blocks[i];
  return block.counts.characters > 0 ? static_cast<double>(block.link_characters) / block.counts.characters : 0;
}

Sums PageView::Sum(Stretch stretch) const {
  const Sums& from = prefix_[stretch.first];
  const Sums& to = prefix_[stretch.last];
  return {to.words - from.words, to.characters - from.characters, to.link_characters - from.link_characters,
          to.prose_words - from.prose_words, to.blocks - from.blocks};
}

// Parents stand before their children, so one pass settles who is wider than whom.
void PageView::FindStretches() {
  const auto count = static_cast<NodeId>(page_.size());
  blocks_before_.resize(size_t{count} + 1);
  uint32_t block = 0;
  for (NodeId id = 0; id <= count; ++id) {
    while (block < text_.blocks.size() && text_.blocks[block].first_text < id) ++block;
    blocks_before_[id] = block;
  }
  wider_.resize(count, kNoNode);
  for (NodeId id = 1; id < count; ++id) {
    const NodeId parent = page_[id].parent;
    wider_[id] = StretchOf(parent).size() > StretchOf(id).size() ? parent : wider_[parent];
  }
}

const PageView::Named& PageView::NamedOf(NodeId element) {
  Named& named = named_[element];
  if (named.known) return named;
  named.known = true;
  const Tag tag = page_[element].tag;
  named.landmarks = LandmarkOfTag(tag);
  for (const Attribute& attribute : page_.Attributes(element)) {
    // The names on <body> and <html> tell what kind of page it is, not what its text is.
    const bool names = attribute.name == "class" || attribute.name == "id";
    if (names && tag != Tag::kBody && tag != Tag::kHtml) named.roles |= vocabulary_.RolesOfNames(attribute.value);
    if (attribute.name == "role") named.landmarks |= LandmarkOfRole(attribute.value);
    if (attribute.name == "itemprop" && attribute.value.find("articleBody") != std::string_view::npos) {
      named.landmarks |= Bit(Landmark::kArticleBody);
    }
  }
  return named;
}

RoleSet PageView::RolesOf(NodeId element) { return NamedOf(element).roles; }
uint32_t PageView::LandmarksOf(NodeId element) { return NamedOf(element).landmarks; }

}  // namespace tallywire::parse
