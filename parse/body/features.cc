#include "parse/body/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "parse/body/feature_sink.h"
#include "parse/body/neighbours.h"
#include "parse/body/witness.h"
#include "parse/element_kind.h"

namespace tallywire::parse {

namespace {

constexpr double kFar = 40;        // stands for "nowhere above" where levels are counted
constexpr double kNoShare = 2;     // stands for "nowhere above" where shares of the page are counted
constexpr size_t kContainers = 4;  // how many ever wider elements around a block are described

double Ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }
double Log(double value) { return std::log1p(value); }

// Log of a number of words, which few blocks have many of.
double LogOfWords(double words) {
  static const std::vector<double> kLogs = [] {
    std::vector<double> logs(1024);
    for (size_t count = 0; count < logs.size(); ++count) logs[count] = Log(static_cast<double>(count));
    return logs;
  }();
  return words < static_cast<double>(kLogs.size()) ? kLogs[static_cast<size_t>(words)] : Log(words);
}
bool Has(RoleSet roles, size_t i) { return (roles >> i & 1U) != 0; }

// A page with one paragraph, so that the names can be written by the code that writes the values.
struct NamingPage {
  Document page = ParseHtml("<p>A text.").value();
  PageText text = CutIntoBlocks(page);
  PageView view{page, text, {}};
};

// Blocks that read the same.
struct Repetition {
  int count = 0;
  int described = 0;  // so far
};

// What an element around a block has in it.
struct Container {
  NodeId element = kNoNode;
  double words = 0;
  double share = 0;
  double link_density = 0;
  double prose = 0;
  double prose_share = 0;
  double block_words = 0;
};

struct TemplateSums {
  double count = 0;
  double words = 0;
  double link_density = 0;
};

// How near above a block each role and landmark is named, and how much of the page stands below that element.
struct Above {
  std::array<float, 32> role_level;
  std::array<float, 32> role_share;
  std::array<float, static_cast<size_t>(Landmark::kCount)> landmark_level;
  std::array<float, static_cast<size_t>(Landmark::kCount)> landmark_share;
};

class Describer {
 public:
  explicit Describer(PageView& view)
      : view_(view),
        article_body_(view.hints().article_body),
        description_(view.hints().description),
        title_(Fingerprint(view.hints().title)),
        page_words_(Log(view.Total().words)),
        page_blocks_(Log(static_cast<double>(view.size()))) {
    FindRepetitions();
    FindHeadings();
    FindProse();
  }

  template <class Sink>
  void Describe(size_t i, Sink& sink) {
    DescribeText(i, sink);
    DescribeWords(i, sink);
    DescribeAncestors(i, sink);
    DescribeContainers(i, sink);
    DescribeNeighbours(i, sink);
    DescribePosition(i, sink);
    DescribeRepetition(i, sink);
    DescribeWitness(i, sink);
  }

 private:
  void FindRepetitions() {
    template_sums_.resize(view_.size());
    for (size_t i = 0; i < view_.size(); ++i) {
      repetitions_.push_back(&repetition_of_[view_.FingerprintOf(i)]);
      ++repetitions_.back()->count;
      TemplateSums& sums = template_sums_[view_.TemplateOf(i)];
      sums.count += 1;
      sums.words += view_.block(i).counts.words;
      sums.link_density += view_.LinkDensityOf(i);
    }
  }

  void FindHeadings() {
    size_t last = kNone;
    first_h1_ = kNone;
    for (size_t i = 0; i < view_.size(); ++i) {
      heading_before_.push_back(last);
      if (view_.block(i).kind == BlockKind::kHeading) last = i;
      const bool title = view_.block(i).tag == Tag::kH1 || (title_ != kEmptyPrint && view_.FingerprintOf(i) == title_);
      if (title && first_h1_ == kNone) first_h1_ = i;
    }
  }

  void FindProse() {
    const size_t count = view_.size();
    prose_before_.assign(count, kNone);
    prose_after_.assign(count, kNone);
    for (size_t i = 1; i < count; ++i) prose_before_[i] = view_.IsProse(i - 1) ? i - 1 : prose_before_[i - 1];
    for (size_t i = count; i-- > 1;) prose_after_[i - 1] = view_.IsProse(i) ? i : prose_after_[i];
  }

  template <class Sink>
  void DescribeText(size_t i, Sink& sink) const {
    const TextBlock& block = view_.block(i);
    const TextCounts& counts = block.counts;
    const double characters = counts.characters;
    sink.Add("words", counts.words);
    sink.Add("link_density", view_.LinkDensityOf(i));
    sink.Add("links", block.links);
    sink.Add("emphasis", Ratio(block.emphasis_characters, characters));
    sink.Add("stops", counts.stops);
    sink.Add("ends_with_stop", counts.ends_with_stop ? 1 : 0);
    sink.Add("ends_with_colon", counts.ends_with_colon ? 1 : 0);
    sink.Add("commas", Ratio(counts.commas, counts.words));
    sink.Add("capitalised", Ratio(counts.capitalised, counts.words));
    sink.Add("capitals", Ratio(counts.capitals, characters));
    sink.Add("digits", Ratio(counts.digits, characters));
    sink.Add("letters", Ratio(counts.letters, characters));
    sink.Add("word_length", Ratio(characters, counts.words));
    sink.Add("sentence_length", Ratio(counts.words, counts.stops + 1.0));
    sink.Add("cells", block.cells);
    sink.Add("kind", static_cast<double>(block.kind));
    sink.Add("is_p", block.tag == Tag::kP ? 1 : 0);
    sink.Add("is_div", block.tag == Tag::kDiv ? 1 : 0);
    sink.Add("is_li", block.tag == Tag::kLi ? 1 : 0);
    sink.Add("heading_level", HeadingLevel(block.tag));
    const auto first = static_cast<unsigned char>(view_.TextOf(i).front());
    sink.Add("starts_lower", first >= 'a' && first <= 'z' ? 1 : 0);
    sink.Add("starts_digit", first >= '0' && first <= '9' ? 1 : 0);
    sink.Add("starts_letter", (first | 0x20U) >= 'a' && (first | 0x20U) <= 'z' ? 1 : 0);
  }

  static double HeadingLevel(Tag tag) {
    return IsHeading(tag) ? static_cast<double>(tag) - static_cast<double>(Tag::kH1) + 1 : 0;
  }

  template <class Sink>
  void DescribeWords(size_t i, Sink& sink) const {
    const std::vector<std::string>& roles = Vocabulary::Get().phrase_roles();
    for (size_t role = 0; role < roles.size(); ++role) {
      sink.Add("phrase", roles[role], Has(view_.PhrasesOf(i), role) ? 1 : 0);
    }
    const std::string_view text = view_.TextOf(i);
    sink.Add("has_copyright", text.find("©") != std::string_view::npos ? 1 : 0);
    sink.Add("has_at", text.find('@') != std::string_view::npos ? 1 : 0);
    sink.Add("has_address", text.find("http") != std::string_view::npos ? 1 : 0);
    const bool bars = text.find(" | ") != std::string_view::npos || text.find(" • ") != std::string_view::npos ||
                      text.find(" · ") != std::string_view::npos;
    sink.Add("has_bars", bars ? 1 : 0);
  }

  const Above& AboveOf(NodeId parent) {
    if (parent == above_parent_) return above_;
    above_parent_ = parent;
    above_.role_level.fill(static_cast<float>(kFar));
    above_.role_share.fill(static_cast<float>(kNoShare));
    above_.landmark_level.fill(static_cast<float>(kFar));
    above_.landmark_share.fill(static_cast<float>(kNoShare));
    float level = 1;
    for (NodeId id = parent; id != kNoNode; id = view_.page()[id].parent, ++level) {
      const RoleSet roles = view_.RolesOf(id);
      const uint32_t landmarks = view_.LandmarksOf(id);
      if (roles == 0 && landmarks == 0) continue;
      const auto share = static_cast<float>(Ratio(view_.Sum(view_.StretchOf(id)).words, view_.Total().words));
      Note(roles, level, share, above_.role_level, above_.role_share);
      Note(landmarks, level, share, above_.landmark_level, above_.landmark_share);
    }
    return above_;
  }

  template <size_t kSize>
  static void Note(uint32_t bits, float level, float share, std::array<float, kSize>& levels,
                   std::array<float, kSize>& shares) {
    for (size_t bit = 0; bit < kSize && bits >> bit != 0; ++bit) {
      if ((bits >> bit & 1U) == 0 || levels[bit] < static_cast<float>(kFar)) continue;
      levels[bit] = level;
      shares[bit] = share;
    }
  }

  template <class Sink>
  void DescribeAncestors(size_t i, Sink& sink) {
    const NodeId element = view_.block(i).element;
    const Above& above = AboveOf(view_.page()[element].parent);
    const RoleSet own = view_.RolesOf(element);
    const uint32_t own_landmarks = view_.LandmarksOf(element);
    sink.Add("depth", view_.page()[element].depth);
    const std::vector<std::string>& roles = Vocabulary::Get().class_roles();
    for (size_t role = 0; role < roles.size(); ++role) {
      sink.Add("level", roles[role], Has(own, role) ? 0.0 : static_cast<double>(above.role_level[role]));
      sink.Add("share", roles[role], Has(own, role) ? 0.0 : static_cast<double>(above.role_share[role]));
    }
    for (size_t k = 0; k < static_cast<size_t>(Landmark::kCount); ++k) {
      const std::string_view name = Sink::kNaming ? LandmarkName(static_cast<Landmark>(k)) : std::string_view{};
      sink.Add("level_in", name, Has(own_landmarks, k) ? 0.0 : static_cast<double>(above.landmark_level[k]));
      sink.Add("share_in", name, Has(own_landmarks, k) ? 0.0 : static_cast<double>(above.landmark_share[k]));
    }
  }

  template <class Sink>
  void DescribeContainers(size_t i, Sink& sink) {
    constexpr std::array<std::string_view, kContainers> kNames = {"around1", "around2", "around3", "around4"};
    NodeId element = view_.block(i).element;
    for (size_t k = 0; k < kContainers; ++k) {
      const NodeId wider = element == kNoNode ? kNoNode : view_.WiderThan(element);
      if (wider != kNoNode) element = wider;
      Container& around = containers_[k];
      if (around.element != element) around = ContainerOf(element);  // else as for the block before
      const std::string_view name = kNames[k];
      sink.Add(name, "words", around.words);
      sink.Add(name, "share", around.share);
      sink.Add(name, "link_density", around.link_density);
      sink.Add(name, "prose", around.prose);
      sink.Add(name, "prose_share", around.prose_share);
      sink.Add(name, "block_words", around.block_words);
    }
  }

  Container ContainerOf(NodeId element) const {
    const Sums sums = view_.Sum(view_.StretchOf(element));
    const Sums& page = view_.Total();
    return {element,
            Log(sums.words),
            Ratio(sums.words, page.words),
            sums.LinkDensity(),
            Ratio(sums.prose_words, sums.words),
            Ratio(sums.prose_words, page.prose_words),
            Log(Ratio(sums.words, sums.blocks))};
  }

  template <class Sink>
  void DescribeNeighbours(size_t i, Sink& sink) const {
    for (const Neighbour& neighbour : kNeighbours) {
      const std::string_view name = neighbour.name;
      const auto other = neighbour.Of(i, view_.size());
      const bool exists = other.has_value();
      const size_t j = other.value_or(i);
      sink.Add(name, "words", exists ? view_.block(j).counts.words : -1.0);
      sink.Add(name, "link_density", exists ? view_.LinkDensityOf(j) : -1);
      sink.Add(name, "prose", exists && view_.IsProse(j) ? 1 : 0);
      sink.Add(name, "kind", exists ? static_cast<double>(view_.block(j).kind) : -1);
      const bool sibling = exists && Parent(j) == Parent(i);
      sink.Add(name, "sibling", sibling ? 1 : 0);
    }
  }

  NodeId Parent(size_t i) const { return view_.page()[view_.block(i).element].parent; }

  template <class Sink>
  void DescribePosition(size_t i, Sink& sink) const {
    const double blocks = static_cast<double>(view_.size());
    const auto position = static_cast<double>(i);
    const Sums before = view_.Sum({0, i});
    sink.Add("page", "words", page_words_);
    sink.Add("page", "blocks", page_blocks_);
    sink.Add("page", "prose", Ratio(view_.Total().prose_words, view_.Total().words));
    sink.Add("page", "link_density", view_.Total().LinkDensity());
    sink.Add("place", "blocks", Ratio(position, blocks));
    sink.Add("place", "words", Ratio(before.words, view_.Total().words));
    sink.Add("place", "prose", Ratio(before.prose_words, view_.Total().prose_words));
    sink.Add("place", "after_h1", first_h1_ == kNone ? -1000 : position - static_cast<double>(first_h1_));
    sink.Add("place", "prose_before", Distance(i, prose_before_[i]));
    sink.Add("place", "prose_after", Distance(i, prose_after_[i]));
    const size_t from = i < 5 ? 0 : i - 5;
    const size_t to = std::min(view_.size(), i + 6);
    sink.Add("window", "words_before", LogOfWords(view_.Sum({from, i}).words));
    sink.Add("window", "words_after", LogOfWords(view_.Sum({i + 1, to}).words));
    sink.Add("window", "prose_before", LogOfWords(view_.Sum({from, i}).prose_words));
    sink.Add("window", "prose_after", LogOfWords(view_.Sum({i + 1, to}).prose_words));
    sink.Add("window", "links_before", view_.Sum({from, i}).LinkDensity());
    sink.Add("window", "links_after", view_.Sum({i + 1, to}).LinkDensity());
    DescribeHeading(i, sink);
  }

  static double Distance(size_t i, size_t j) {
    if (j == kNone) return kFar;
    return std::min(kFar, std::abs(static_cast<double>(i) - static_cast<double>(j)));
  }

  // The heading that the block stands under.
  template <class Sink>
  void DescribeHeading(size_t i, Sink& sink) const {
    const size_t heading = heading_before_[i];
    const bool exists = heading != kNone;
    sink.Add("heading", "distance", Distance(i, heading));
    sink.Add("heading", "words", exists ? view_.block(heading).counts.words : 0);
    sink.Add("heading", "level", exists ? HeadingLevel(view_.block(heading).tag) : 0);
    sink.Add("heading", "link_density", exists ? view_.LinkDensityOf(heading) : -1);
    sink.Add("heading", "prose_since", exists ? LogOfWords(view_.Sum({heading, i}).prose_words) : -1);
    sink.Add("heading", "parent", exists && Parent(heading) == Parent(i) ? 1 : 0);
    const RoleSet phrases = exists ? view_.PhrasesOf(heading) : 0;
    const std::vector<std::string>& roles = Vocabulary::Get().phrase_roles();
    for (size_t role = 0; role < roles.size(); ++role) sink.Add("heading", roles[role], Has(phrases, role) ? 1 : 0);
  }

  template <class Sink>
  void DescribeRepetition(size_t i, Sink& sink) {
    sink.Add("repeats", repetitions_[i]->count);
    sink.Add("repeats_before", repetitions_[i]->described++);
    const TemplateSums& sums = template_sums_[view_.TemplateOf(i)];
    sink.Add("template", "count", sums.count);
    sink.Add("template", "share", Ratio(sums.words, view_.Total().words));
    sink.Add("template", "block_words", Ratio(sums.words, sums.count));
    sink.Add("template", "link_density", Ratio(sums.link_density, sums.count));
  }

  template <class Sink>
  void DescribeWitness(size_t i, Sink& sink) {
    const bool asked = !article_body_.empty() || !description_.empty();
    if (asked) FindShingles(view_.TextOf(i), shingles_);
    sink.Add("witness", "body", article_body_.empty() ? -1 : article_body_.Overlap(shingles_));
    sink.Add("witness", "description", description_.empty() ? -1 : description_.Overlap(shingles_));
    sink.Add("witness", "title", title_ != kEmptyPrint && view_.FingerprintOf(i) == title_ ? 1 : 0);
  }

  static constexpr size_t kNone = SIZE_MAX;
  static constexpr uint64_t kEmptyPrint = 14695981039346656037U;  // of a text without letters

  PageView& view_;
  Witness article_body_;
  Witness description_;
  uint64_t title_;
  double page_words_;
  double page_blocks_;
  size_t first_h1_ = kNone;
  std::vector<Repetition*> repetitions_;  // of each block
  std::unordered_map<uint64_t, Repetition> repetition_of_;
  std::vector<TemplateSums> template_sums_;        // by PageView::TemplateOf
  std::array<Container, kContainers> containers_;  // around the block that was described last
  std::vector<uint64_t> shingles_;                 // of the block that is being described
  std::vector<size_t> heading_before_;
  std::vector<size_t> prose_before_;
  std::vector<size_t> prose_after_;
  NodeId above_parent_ = kNoNode;
  Above above_{};
};

}  // namespace

void DescribeBlocks(PageView& view, FeatureTable& table) {
  Describer describer(view);
  for (size_t i = 0; i < view.size(); ++i) {
    ValueSink sink(table.MutableRow(i).data());
    describer.Describe(i, sink);
  }
}

const std::vector<std::string>& BlockFeatureNames() {
  static const std::vector<std::string> kNames = [] {
    NamingPage naming;
    std::vector<std::string> names;
    NameSink sink(names);
    Describer(naming.view).Describe(0, sink);
    return names;
  }();
  return kNames;
}

}  // namespace tallywire::parse
