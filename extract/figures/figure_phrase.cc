#include "extract/figures/figure_phrase.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

const Sense* SenseWith(const Lexicon& lexicon, const Reading& reading, const Lexicon::Match& match, uint32_t at,
                       Tag tag) {
  for (const Sense& sense : lexicon.SensesOf(match.phrase)) {
    if (sense.tag == tag && lexicon.Holds(sense, reading.TextOf(at, at + match.tokens))) return &sense;
  }
  return nullptr;
}

}  // namespace

const std::vector<Lexicon::Match>& PhraseView::MatchesAt(uint32_t at) const {
  if (at == matched_at_) return matches_;
  matched_at_ = at;
  matches_.clear();
  lexicon_.AllAt(reading_.words, at, matches_);
  return matches_;
}

PhraseView::Hit PhraseView::FindLongest(uint32_t at, Tag tag) const {
  const auto& matches = MatchesAt(at);
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    const Sense* sense = SenseWith(lexicon_, reading_, *match, at, tag);
    if (sense != nullptr && Unbroken(at, at + match->tokens)) return {match->tokens, sense->entry};
  }
  return {};
}

PhraseView::Hit PhraseView::LongestBefore(uint32_t end, Tag tag) const {
  if (end == 0 || !lexicon_.MayEnd(reading_.words[end - 1], tag)) return {};
  if (end < size() && token(end).blank_before) return {};
  const uint32_t most = std::min(end, kMostWords);
  for (uint32_t length = most; length > 0; --length) {
    const uint32_t at = end - length;
    if (!lexicon_.MayBegin(reading_.words[at], tag)) continue;
    for (const Lexicon::Match& match : MatchesAt(at)) {
      if (match.tokens != length) continue;
      const Sense* sense = SenseWith(lexicon_, reading_, match, at, tag);
      if (sense != nullptr && Unbroken(at, end)) return {length, sense->entry};
    }
  }
  return {};
}

bool PhraseView::HasSense(uint32_t at, Tag tag) const {
  const auto& matches = MatchesAt(at);
  return !matches.empty() && matches.front().tokens == 1 &&
         SenseWith(lexicon_, reading_, matches.front(), at, tag) != nullptr;
}

bool PhraseView::IsHyphen(uint32_t at) const {
  if (at >= size() || token(at).kind != TokenKind::kSymbol) return false;
  const std::string_view text = TextOf(at);
  if (text.size() == 1) return text.front() == '-';
  return text == "\u2010" || text == "\u2011" || text == "\u2012" || text == "\u2013" || text == "\u2212";
}

}  // namespace tallywire::extract
