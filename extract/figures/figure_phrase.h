// Looks for phrases of one tag around a place in a text.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "extract/text/lexicon.h"
#include "extract/text/reading.h"

namespace tallywire::extract {

// A text with the vocabulary that reads it. Holds scratch space: one per call, not shared between threads.
class PhraseView {
 public:
  struct Hit {
    uint32_t tokens = 0;  // 0: nothing found
    uint32_t entry = 0;
    explicit operator bool() const { return tokens > 0; }
  };

  PhraseView(const Reading& reading, const Lexicon& lexicon) : reading_(reading), lexicon_(lexicon) {}

  const Reading& reading() const { return reading_; }
  const Lexicon& lexicon() const { return lexicon_; }
  uint32_t size() const { return static_cast<uint32_t>(reading_.tokens.size()); }
  const Token& token(uint32_t at) const { return reading_.tokens[at]; }
  std::string_view TextOf(uint32_t at) const { return reading_.TextOf(at); }

  // Phrases do not reach over a blank line.

  // The longest phrase with `tag` that begins at token `at` (which may be behind the end of the text).
  Hit LongestAt(uint32_t at, Tag tag) const { return MayBegin(at, tag) ? FindLongest(at, tag) : Hit{}; }
  // The longest phrase with `tag` that ends in front of token `end`.
  Hit LongestBefore(uint32_t end, Tag tag) const;
  // The same for a phrase that must go on where a figure ends: none behind a blank line.
  Hit LongestBehind(uint32_t at, Tag tag) const {
    return at < size() && !token(at).blank_before ? LongestAt(at, tag) : Hit{};
  }
  // Whether no blank line stands inside the tokens [first, last).
  bool Unbroken(uint32_t first, uint32_t last) const {
    for (uint32_t at = first + 1; at < last; ++at) {
      if (token(at).blank_before) return false;
    }
    return true;
  }
  // Whether the single token has the tag.
  bool Has(uint32_t at, Tag tag) const { return MayBegin(at, tag) && HasSense(at, tag); }

  // Whether token `at` exists and stands directly behind its predecessor, without white space.
  bool Glued(uint32_t at) const { return at > 0 && at < size() && !token(at).space_before; }
  // Mostly asked for marks: of the size of a literal the comparison is one of a byte or three.
  bool Is(uint32_t at, std::string_view text) const {
    if (at >= size() || token(at).end - token(at).start != text.size()) return false;
    return std::memcmp(TextOf(at).data(), text.data(), text.size()) == 0;
  }
  bool IsWord(uint32_t at) const { return at < size() && token(at).kind == TokenKind::kWord; }
  bool IsDigits(uint32_t at) const { return at < size() && token(at).kind == TokenKind::kDigits; }
  // A hyphen, or a dash used as one.
  bool IsHyphen(uint32_t at) const;

 private:
  bool MayBegin(uint32_t at, Tag tag) const { return at < size() && lexicon_.MayBegin(reading_.words[at], tag); }
  // All phrases that begin there, shortest first; kept, since one place is asked for several tags in turn.
  const std::vector<Lexicon::Match>& MatchesAt(uint32_t at) const;
  Hit FindLongest(uint32_t at, Tag tag) const;
  bool HasSense(uint32_t at, Tag tag) const;

  static constexpr uint32_t kMostWords = 6;  // of the phrases that LongestBefore can find

  const Reading& reading_;
  const Lexicon& lexicon_;
  mutable std::vector<Lexicon::Match> matches_;
  mutable uint32_t matched_at_ = UINT32_MAX;  // the token that matches_ begin at
};

}  // namespace tallywire::extract
