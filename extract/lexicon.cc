#include "extract/lexicon.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

constexpr uint32_t kRoot = 0;

uint64_t Edge(uint32_t node, uint32_t word) { return (static_cast<uint64_t>(node) << 32U) | word; }

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

void Lexicon::AddOne(std::string_view phrase, Sense sense) {
  if (phrase_at_.empty()) phrase_at_.push_back(kNoPhrase);
  uint32_t node = kRoot;
  std::string folded;
  for (const Token& token : Tokenize(phrase)) {
    FoldCase(TextOf(token, phrase), folded);
    const uint32_t word = WordNumber(folded);
    if (node == kRoot) {
      if (begins_.size() <= word) begins_.resize(word + 1);
      begins_[word] = true;
    }
    const auto [it, added] = edges_.try_emplace(Edge(node, word), static_cast<uint32_t>(phrase_at_.size()));
    if (added) phrase_at_.push_back(kNoPhrase);
    node = it->second;
  }
  if (node == kRoot) return;
  if (phrase_at_[node] == kNoPhrase) {
    phrase_at_[node] = static_cast<uint32_t>(phrases_.size());
    phrases_.emplace_back();
  }
  Phrase& known = phrases_[phrase_at_[node]];
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

uint32_t Lexicon::WordNumber(std::string_view folded) {
  const auto found = words_.find(folded);
  if (found != words_.end()) return found->second;
  const auto number = static_cast<uint32_t>(words_.size() + 1);
  words_.emplace(std::string(folded), number);
  return number;
}

void Lexicon::NumberWords(std::string_view text, std::span<const Token> tokens, std::vector<uint32_t>& out) const {
  out.clear();
  out.reserve(tokens.size());
  std::string folded;
  for (const Token& token : tokens) {
    FoldCase(TextOf(token, text), folded);
    const auto found = words_.find(std::string_view(folded));
    out.push_back(found == words_.end() ? kNoWord : found->second);
  }
}

Lexicon::Match Lexicon::LongestAt(std::span<const uint32_t> words, size_t at) const {
  Match best;
  if (words[at] >= begins_.size() || !begins_[words[at]]) return best;
  uint32_t node = kRoot;
  for (size_t i = at; i < words.size() && words[i] != kNoWord; ++i) {
    const auto edge = edges_.find(Edge(node, words[i]));
    if (edge == edges_.end()) break;
    node = edge->second;
    if (phrase_at_[node] != kNoPhrase) best = {static_cast<uint32_t>(i - at + 1), phrase_at_[node]};
  }
  return best;
}

void Lexicon::AllAt(std::span<const uint32_t> words, size_t at, std::vector<Match>& out) const {
  if (words[at] >= begins_.size() || !begins_[words[at]]) return;
  uint32_t node = kRoot;
  for (size_t i = at; i < words.size() && words[i] != kNoWord; ++i) {
    const auto edge = edges_.find(Edge(node, words[i]));
    if (edge == edges_.end()) break;
    node = edge->second;
    if (phrase_at_[node] != kNoPhrase) out.push_back({static_cast<uint32_t>(i - at + 1), phrase_at_[node]});
  }
}

bool Lexicon::SpelledAs(uint32_t phrase, std::string_view words) const {
  const auto& spellings = phrases_[phrase].spellings;
  return std::find(spellings.begin(), spellings.end(), words) != spellings.end();
}

}  // namespace tallywire::extract
