#include "extract/text/sentence.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "extract/files/rule_document.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

bool IsClosing(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == ")" || mark == "]" || mark == "\u201d" || mark == "\u2019" ||
         mark == "\u00bb";
}

// One text on its way to sentences.
class Splitter {
 public:
  Splitter(const Lexicon& lexicon, Reading& reading, Tag abbreviation, Tag amount, Tag doubtful, Tag starter)
      : lexicon_(lexicon),
        reading_(reading),
        abbreviation_(abbreviation),
        amount_(amount),
        doubtful_(doubtful),
        starter_(starter) {}

  void Run() {
    const std::span<const Token> tokens(reading_.tokens);
    const auto count = static_cast<uint32_t>(tokens.size());
    uint32_t first = 0;
    bool paragraph = true;
    for (uint32_t next = 1; first < count; ++next) {
      const uint32_t full = first + std::min(count - first, SentenceSplitter::kMostTokens);
      next = NextMarked(reading_.marks, next, full, kMarkBreak);
      const bool blank = next < count && tokens[next].blank_before;
      if (next < full && !blank && !EndsAfter(next - 1)) continue;
      reading_.sentences.push_back({first, next, paragraph});
      first = next;
      paragraph = blank;
    }
  }

 private:
  // Does a sentence end behind token i, which is followed by one that can begin another?
  bool EndsAfter(uint32_t i) const {
    uint32_t mark = i;
    while (mark > 0 && IsSymbol(mark) && IsClosing(reading_.TextOf(mark)) && !reading_.tokens[mark].space_before)
      --mark;
    const std::string_view text = reading_.TextOf(mark);
    // "U.S." carries its own full stop.
    if (!IsSymbol(mark)) return text.size() > 2 && text.back() == '.' && StopEnds(mark, i + 1);
    if (text == ".") return mark == 0 || StopEnds(mark - 1, i + 1);
    return text == "!" || text == "?" || text == "\u3002";
  }

  bool IsSymbol(uint32_t at) const { return reading_.tokens[at].kind == TokenKind::kSymbol; }

  // Does the full stop behind `word` end the sentence when `next` follows?
  bool StopEnds(uint32_t word, uint32_t next) const {
    if (word > 0 && reading_.tokens[word - 1].kind == TokenKind::kDigits && Has(word, amount_)) return true;
    if (Has(word, abbreviation_)) return false;
    const Token& token = reading_.tokens[word];
    const std::string_view text = reading_.TextOf(word);
    const bool dotted = text.size() > 2 && text.back() == '.';
    if (Has(word, doubtful_) || dotted) return Has(next, starter_);
    const bool initial = token.kind == TokenKind::kWord && token.capital && text.size() == 1;
    return !initial;
  }

  bool Has(uint32_t token, Tag tag) const {
    if (!lexicon_.MayBegin(reading_.words[token], tag)) return false;
    const auto match = lexicon_.LongestAt(std::span(reading_.words).subspan(token, 1), 0);
    if (match.tokens != 1) return false;
    for (const Sense& sense : lexicon_.SensesOf(match.phrase)) {
      if (sense.tag == tag) return true;
    }
    return false;
  }

  const Lexicon& lexicon_;
  Reading& reading_;
  const Tag abbreviation_;
  const Tag amount_;
  const Tag doubtful_;
  const Tag starter_;
};

}  // namespace

Result<SentenceSplitter> SentenceSplitter::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon) {
  SentenceSplitter splitter;
  splitter.abbreviation_ = tags.Add("abbreviation");
  splitter.amount_ = tags.Add("amount abbreviation");
  splitter.doubtful_ = tags.Add("doubtful abbreviation");
  splitter.starter_ = tags.Add("sentence starter");
  const std::pair<const char*, Tag> lists[] = {{"abbreviations", splitter.abbreviation_},
                                               {"amounts", splitter.amount_},
                                               {"doubtful", splitter.doubtful_},
                                               {"starters", splitter.starter_}};
  for (const RuleFile& file : files) {
    if (file.name != "sentences.toml") continue;
    const auto document = RuleDocument::Read(file);
    if (!document) return tl::unexpected(document.error());
    for (const auto& [key, tag] : lists) {
      auto words = StringsOf(file, document->root()["sentences"].Get(key));
      if (!words) return tl::unexpected(words.error());
      for (const std::string& word : *words) lexicon.Add(word, tag, 0);
    }
  }
  return splitter;
}

void SentenceSplitter::Split(const Lexicon& lexicon, Reading& reading) const {
  reading.sentences.clear();
  Splitter(lexicon, reading, abbreviation_, amount_, doubtful_, starter_).Run();
}

}  // namespace tallywire::extract
