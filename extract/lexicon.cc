#include "extract/lexicon.h"

#include <algorithm>

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

Tag TagNames::Add(std::string_view name) {
  const auto [it, added] = index_.try_emplace(std::string(name), static_cast<Tag>(names_.size()));
  if (added) names_.emplace_back(name);
  return it->second;
}

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
  for (const std::string& form : ExpandForms(phrase)) AddOne(form, sense);
}

size_t Lexicon::SlotOf(uint32_t node, uint32_t word) const {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;
  constexpr unsigned kHalf = 32;
  const size_t mask = edges_.size() - 1;
  const uint64_t key = (static_cast<uint64_t>(node) << kHalf) | word;
  size_t at = static_cast<size_t>((key * kFactor) >> kHalf) & mask;
  while (edges_[at].word != kNoWord && (edges_[at].from != node || edges_[at].word != word)) at = (at + 1) & mask;
  return at;
}

void Lexicon::GrowEdges() {
  std::vector<Edge> old(edges_.size() * 2);
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
    if (first_.size() <= word) first_.resize(word + 1, kRoot);
    first_[word] = added;
    return added;
  }
  if (2 * (edge_count_ + 1) > edges_.size()) GrowEdges();
  nodes_[node].inner = true;
  edges_[SlotOf(node, word)] = {node, word, added};
  ++edge_count_;
  return added;
}

void Lexicon::AddOne(std::string_view phrase, Sense sense) {
  uint32_t node = kRoot;
  std::string folded;
  for (const Token& token : Tokenize(phrase)) {
    FoldCase(TextOf(token, phrase), folded);
    node = Extend(node, words_.Add(folded));
  }
  if (node == kRoot) return;
  if (nodes_[node].phrase == kNoPhrase) {
    nodes_[node].phrase = static_cast<uint32_t>(phrases_.size());
    phrases_.emplace_back();
  }
  Phrase& known = phrases_[nodes_[node].phrase];
  const auto same = [&](const Sense& s) {
    return s.tag == sense.tag && s.entry == sense.entry && s.exact == sense.exact &&
           (!s.exact || known.spellings[s.spelling] == phrase);
  };
  if (std::any_of(known.senses.begin(), known.senses.end(), same)) return;
  if (sense.exact) {
    sense.spelling = static_cast<uint32_t>(known.spellings.size());
    known.spellings.emplace_back(phrase);
  }
  known.senses.push_back(sense);
}

void Lexicon::NumberWords(std::string_view text, std::span<const Token> tokens, std::vector<uint32_t>& out) const {
  out.clear();
  out.reserve(tokens.size());
  std::string folded;
  for (const Token& token : tokens) {
    FoldCase(TextOf(token, text), folded);
    out.push_back(words_.Find(folded));
  }
}

Lexicon::Match Lexicon::LongestAt(std::span<const uint32_t> words, size_t at) const {
  Match best;
  uint32_t node = kRoot;
  for (size_t i = at; i < words.size(); ++i) {
    node = Next(node, words[i]);
    if (node == kRoot) break;
    if (nodes_[node].phrase != kNoPhrase) best = {static_cast<uint32_t>(i - at + 1), nodes_[node].phrase};
  }
  return best;
}

void Lexicon::AllAt(std::span<const uint32_t> words, size_t at, std::vector<Match>& out) const {
  uint32_t node = kRoot;
  for (size_t i = at; i < words.size(); ++i) {
    node = Next(node, words[i]);
    if (node == kRoot) break;
    if (nodes_[node].phrase != kNoPhrase) out.push_back({static_cast<uint32_t>(i - at + 1), nodes_[node].phrase});
  }
}

bool Lexicon::SpelledAs(uint32_t phrase, std::string_view words) const {
  const auto& spellings = phrases_[phrase].spellings;
  return std::find(spellings.begin(), spellings.end(), words) != spellings.end();
}

}  // namespace tallywire::extract
