#include "extract/text/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>

#include "extract/text/eight_bytes.h"

namespace tallywire::extract {
namespace {

std::vector<std::string> Alternatives(std::string_view group) {
  std::vector<std::string> parts;
  size_t from = 0;
  for (size_t bar = group.find('|'); bar != std::string_view::npos; bar = group.find('|', from)) {
    parts.emplace_back(group.substr(from, bar - from));
    from = bar + 1;
  }
  parts.emplace_back(group.substr(from));
  if (parts.size() == 1) parts.insert(parts.begin(), "");
  return parts;
}

}  // namespace

std::vector<std::string> ExpandForms(std::string_view form) {
  std::vector<std::string> forms{""};
  while (!form.empty()) {
    const size_t open = form.find('(');
    const size_t close = form.find(')', open == std::string_view::npos ? 0 : open);
    const bool group = open != std::string_view::npos && close != std::string_view::npos;
    for (std::string& f : forms) f += form.substr(0, group ? open : form.size());
    if (!group) break;
    const auto parts = Alternatives(form.substr(open + 1, close - open - 1));
    std::vector<std::string> next;
    for (const std::string& f : forms) {
      for (const std::string& part : parts) next.push_back(f + part);
    }
    if (next.size() > kMostForms) next.resize(kMostForms);
    forms = std::move(next);
    form.remove_prefix(close + 1);
  }
  return forms;
}

void Lexicon::Add(std::string_view phrase, Tag tag, uint32_t entry) {
  Sense sense{tag, entry, false};
  if (phrase.size() > 1 && phrase.front() == '=') {
    sense.exact = true;
    phrase.remove_prefix(1);
  }
  if (phrase.find('(') == std::string_view::npos) return AddOne(phrase, sense);
  for (const std::string& form : ExpandForms(phrase)) AddOne(form, sense);
}

size_t Lexicon::SlotOf(uint32_t node, uint32_t word) const {
  constexpr unsigned kHalf = 32;
  const size_t mask = edges_.size() - 1;
  size_t at = static_cast<size_t>(HashOf(node, word) >> kHalf) & mask;
  while (edges_[at].word != kNoWord && (edges_[at].from != node || edges_[at].word != word)) at = (at + 1) & mask;
  return at;
}

void Lexicon::Reserve(size_t words, size_t edges) {
  words_.Reserve(words);
  marks_.reserve(words);
  begins_.reserve(words);
  begin_tags_.reserve(words);
  ends_.reserve(words);
  if (const size_t slots = std::bit_ceil(2 * edges); slots > edges_.size()) ResizeEdges(slots);
}

void Lexicon::ResizeEdges(size_t slots) {
  std::vector<Edge> old(slots);
  std::swap(old, edges_);
  for (const Edge& edge : old) {
    if (edge.word != kNoWord) edges_[SlotOf(edge.from, edge.word)] = edge;
  }
}

uint32_t Lexicon::Extend(uint32_t node, uint32_t word) {
  if (const uint32_t known = Next(node, word); known != kRoot) return known;
  const auto added = static_cast<uint32_t>(nodes_.size());
  nodes_.emplace_back();
  if (node == kRoot) {
    if (begins_.size() <= word) begins_.resize(word + 1);
    begins_[word].node = added;
    return added;
  }
  if (2 * (edge_count_ + 1) > edges_.size()) ResizeEdges(2 * edges_.size());
  nodes_[node].inner = true;
  edges_[SlotOf(node, word)] = {node, word, added};
  const uint32_t bit = BitOfEdge(HashOf(node, word));
  has_edge_[bit / 64] |= uint64_t{1} << bit % 64;
  ++edge_count_;
  return added;
}

void Lexicon::AddOne(std::string_view phrase, Sense sense) {
  uint32_t node = kRoot;
  uint32_t first = kNoWord;
  uint32_t last = kNoWord;
  Tokenize(phrase, tokens_);
  for (const Token& token : tokens_) {
    FoldCase(TextOf(token, phrase), folded_);
    const uint32_t word = NumberFor(folded_);
    if (node == kRoot) first = word;
    last = word;
    node = Extend(node, word);
  }
  if (node == kRoot) return;
  if (begin_tags_.size() <= first) begin_tags_.resize(first + size_t{1});
  begin_tags_[first] |= BitOf(sense.tag);
  if (ends_.size() <= last) ends_.resize(last + size_t{1});
  ends_[last] |= BitOf(sense.tag);
  if (nodes_[node].phrase == kNoPhrase) {
    nodes_[node].phrase = static_cast<uint32_t>(phrases_.size());
    phrases_.emplace_back();
  }
  begins_[first].top = nodes_[begins_[first].node];
  Phrase& known = phrases_[nodes_[node].phrase];
  const auto same = [&](const Sense& s) {
    return s.tag == sense.tag && s.entry == sense.entry && s.exact == sense.exact &&
           (!s.exact || spellings_[s.spelling] == phrase);
  };
  const auto senses = SensesOf(nodes_[node].phrase);
  if (std::any_of(senses.begin(), senses.end(), same)) return;
  if (sense.exact) {
    sense.spelling = static_cast<uint32_t>(spellings_.size());
    spellings_.emplace_back(phrase);
  }
  AddSense(known, sense);
}

uint32_t Lexicon::NumberFor(std::string_view folded) {
  const uint32_t word = words_.Add(folded);
  if (marks_.size() <= word) marks_.resize(word + size_t{1});
  return word;
}

uint32_t Lexicon::AddWord(std::string_view text) {
  Tokenize(text, tokens_);
  if (tokens_.empty()) return kNoWord;
  FoldCase(TextOf(tokens_.front(), text), folded_);
  return NumberFor(folded_);
}

std::vector<Lexicon::Edge> Lexicon::Parents() const {
  std::vector<Edge> parents(nodes_.size());
  for (uint32_t word = 0; word < begins_.size(); ++word) {
    const uint32_t node = begins_[word].node;
    parents[node] = {kRoot, word, node};
  }
  for (const Edge& edge : edges_) {
    if (edge.word != kNoWord) parents[edge.to] = edge;
  }
  return parents;
}

void Lexicon::AddSense(Phrase& phrase, const Sense& sense) {
  if (phrase.count == phrase.room) {
    const auto moved = static_cast<uint32_t>(senses_.size());
    phrase.room = std::max(1U, 2 * phrase.room);
    senses_.resize(senses_.size() + phrase.room);
    std::copy_n(senses_.begin() + phrase.first, phrase.count, senses_.begin() + moved);
    phrase.first = moved;
  }
  senses_[phrase.first + phrase.count++] = sense;
}

namespace {

// A short word in lower case, as one number or two.
struct FoldedWord {
  uint64_t first = 0;
  uint64_t last = 0;  // of a word of more than eight bytes
  size_t size = 0;    // 0 for words that are longer, or of other letters than those of ASCII
};

FoldedWord FoldShort(std::string_view text, const Token& token) {
  constexpr size_t kEight = WordTable::kEight;
  const char* word = text.data() + token.start;
  const size_t size = token.end - token.start;
  if (token.start + kEight > text.size() || size > 2 * kEight) return {};
  const uint64_t first = FirstBytes(LoadEight(word), size);
  const uint64_t last = size <= kEight ? 0 : LoadEight(word + size - kEight);
  if (((first | last) & kHighBits) != 0) return {};
  return {LowerAscii(first), LowerAscii(last), size};
}

}  // namespace

void Lexicon::NumberWords(std::string_view text, std::span<const Token> tokens, std::vector<uint32_t>& out) const {
  // A row of words is folded before the first of them is looked up: by then its slot has come from memory.
  constexpr size_t kRow = 32;
  std::array<FoldedWord, kRow> row;
  out.resize(tokens.size());
  std::string folded;
  for (size_t begin = 0; begin < tokens.size(); begin += kRow) {
    const size_t count = std::min(kRow, tokens.size() - begin);
    for (size_t i = 0; i < count; ++i) {
      row[i] = FoldShort(text, tokens[begin + i]);
      words_.Prefetch(row[i].first, row[i].last, row[i].size);
    }
    for (size_t i = 0; i < count; ++i) {
      const auto& [first, last, size] = row[i];
      if (size == 0) {
        FoldCase(extract::TextOf(tokens[begin + i], text), folded);
        out[begin + i] = words_.Find(folded);
      } else {
        out[begin + i] = size <= WordTable::kEight ? words_.FindShort(first) : words_.FindLong(first, last, size);
      }
    }
  }
}

bool Lexicon::SpelledAs(uint32_t phrase, std::string_view words) const {
  const auto senses = SensesOf(phrase);
  return std::any_of(senses.begin(), senses.end(),
                     [&](const Sense& sense) { return sense.exact && spellings_[sense.spelling] == words; });
}

}  // namespace tallywire::extract
