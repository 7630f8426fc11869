#include "extract/events/name_end.h"

#include <string>
#include <string_view>

namespace tallywire::extract {
namespace {

constexpr size_t kLongestName = 16;  // tokens with titles; longer runs of capitals are headlines

class NameEnd {
 public:
  NameEnd(const NameText& text, const Capitals& capitals)
      : text_(text), capitals_(capitals), reading_(text.reading()), vocabulary_(text.vocabulary()) {}

  uint32_t Of(uint32_t at, const Sentence& sentence) const {
    return BehindPossessive(EndOfRun(at, sentence), sentence);
  }

 private:
  // How far a run of capitals beginning at `at` goes: inner words need a capital behind them.
  uint32_t EndOfRun(uint32_t at, const Sentence& sentence) const {
    uint32_t end = at + 1;
    while (end < sentence.last && end - at < kLongestName && MayGoOn(end)) {
      uint32_t next = end;
      while (next < sentence.last && next - end < 2 && !text_.IsCapital(next) &&
             (IsInner(next) || IsArticleOfBody(next))) {
        if (text_.Word(next) == "." && !IsInitial(next - 1)) break;
        if (text_.Word(next) == "-" && reading_.tokens[next].space_before) break;  // a dash
        if (JoinsNames(at, next, sentence) || JoinsHouse(next) || EndsList(at, next)) break;
        ++next;
      }
      if (const uint32_t behind = BehindCompound(end, sentence); behind > end) {
        end = behind;
        continue;
      }
      if (const uint32_t behind = BehindPluralOwner(end, sentence); behind > end) {
        end = behind;
        continue;
      }
      if (const uint32_t behind = BehindPortfolios(at, end, sentence); behind > end) {
        end = behind;
        continue;
      }
      if (next >= sentence.last || !text_.IsCapital(next) || text_.Is(next, kHintNoPart, vocabulary_.no_part)) break;
      if (!reading_.tokens[next].space_before && next == end) break;
      if (next == end && IsGoodsOf(at, next)) break;
      end = next + 1;
    }
    return end;
  }

  // Most runs end at a word in small letters that stands inside no name.
  bool MayGoOn(uint32_t at) const {
    const Token& token = reading_.tokens[at];
    return token.kind != TokenKind::kWord || token.capital || text_.Hinted(at, kHintNameInner);
  }

  // "U.S. LNG exports": a country and a thing that is written in capitals. "Nigeria LNG Ltd" is a company.
  bool IsGoodsOf(uint32_t first, uint32_t goods) const {
    if (!vocabulary_.capital_goods.contains(text_.Word(goods))) return false;
    if (goods + 1 < reading_.tokens.size() && text_.SuffixAt(goods + 1) > 0) return false;
    return vocabulary_.country_words.contains(reading_.TextOf(first, goods));
  }

  // "Britain and Norway", "Sinopec and CNPC" are two.
  bool JoinsNames(uint32_t first, uint32_t at, const Sentence& sentence) const {
    const auto name = [this](uint32_t token) {
      if (token >= reading_.tokens.size()) return false;
      constexpr size_t kShortForm = 3;
      const std::string_view word = text_.Word(token);
      return vocabulary_.country_words.contains(word) || vocabulary_.single_names.contains(word) ||
             (word.size() >= kShortForm && AllCapitals(word));
    };
    if (at + 1 >= reading_.tokens.size() || !vocabulary_.joins.contains(text_.Word(at))) return false;
    // "Honeywell and Chemours", where the text speaks of Chemours alone as well.
    const bool pair = at > 0 && text_.IsCapital(at - 1) && text_.IsCapital(at + 1) &&
                      !(at > 1 && text_.IsCapital(at - 2)) &&
                      !(at + 2 < reading_.tokens.size() && text_.IsCapital(at + 2));
    if (pair && capitals_.Stands(text_.Word(at + 1), Capitals::kAlone)) return true;
    if (vocabulary_.company_prefixes.contains(text_.Word(at + 1)) || (name(at - 1) && name(at + 1))) return true;
    return !IsBody(first, at, sentence) && (JoinsKnown(first, at, sentence) || ToldInTurn(at, sentence));
  }

  // "Ministry of Trade and Industry", "Trade and Tariff Commission": one body, whatever joins its words.
  bool IsBody(uint32_t first, uint32_t at, const Sentence& sentence) const {
    if (vocabulary_.no_name.contains(text_.Word(first)) && first + 1 < at) ++first;
    uint32_t last = at + 1;
    while (last + 1 < sentence.last && text_.IsCapital(last + 1)) ++last;
    return vocabulary_.bodies.contains(text_.Word(first)) || vocabulary_.bodies.contains(text_.Word(last));
  }

  // "Bihar and Uttar Pradesh": subjects of the vocabulary on both sides.
  bool JoinsKnown(uint32_t first, uint32_t at, const Sentence& sentence) const {
    const auto known = [this](uint32_t from, uint32_t to) {
      const std::string_view words = reading_.TextOf(from, to);
      return vocabulary_.country_words.contains(words) || vocabulary_.single_names.contains(words) ||
             vocabulary_.joint_names.contains(words);
    };
    uint32_t last = at + 1;
    while (last < sentence.last && text_.IsCapital(last)) ++last;
    return known(first, at) && known(at + 1, last);
  }

  // "Orrin Salt and Vela Mining won 5 and 4 t respectively": each name has a figure of its own.
  bool ToldInTurn(uint32_t at, const Sentence& sentence) const {
    for (uint32_t i = at + 2; i < sentence.last; ++i) {
      if (text_.Is(i, kHintInTurn, vocabulary_.in_turn)) return true;
    }
    return false;
  }

  // "Suncor, Imperial Oil and Husky": the last two of a list.
  bool EndsList(uint32_t first, uint32_t at) const {
    return first > 1 && text_.Word(first - 1) == "," && text_.IsCapital(first - 2) &&
           vocabulary_.joins.contains(text_.Word(at));
  }

  // "Jane Doe of The Example Trust"
  bool JoinsHouse(uint32_t at) const {
    return at + 1 < reading_.tokens.size() && text_.IsCapital(at + 1) && vocabulary_.of_name.contains(text_.Word(at)) &&
           vocabulary_.the.contains(text_.Word(at + 1));
  }

  // "Ministry for Primary Industries"
  bool JoinsBody(uint32_t at) const {
    return vocabulary_.body_inner.contains(text_.Word(at)) && text_.Is(at - 1, kHintBodyWord, vocabulary_.bodies);
  }

  bool IsInner(uint32_t at) const {
    return text_.Hinted(at, kHintNameInner) && (vocabulary_.name_inner.contains(text_.Word(at)) || JoinsBody(at));
  }

  // "Commission for the Conservation of Atlantic Tunas"
  bool IsArticleOfBody(uint32_t at) const {
    return at > 1 && text_.Hinted(at - 1, kHintNameInner) && vocabulary_.the.contains(text_.Word(at)) &&
           JoinsBody(at - 1);
  }

  // "Bio-energy Manufacturers Association": a word's second half in small letters, where the name goes on behind it.
  uint32_t BehindCompound(uint32_t at, const Sentence& sentence) const {
    if (at + 2 >= sentence.last || text_.Word(at) != "-" || reading_.tokens[at].space_before) return at;
    const Token& half = reading_.tokens[at + 1];
    const bool compound = half.kind == TokenKind::kWord && !half.space_before && !half.capital &&
                          !vocabulary_.seats.contains(text_.Word(at + 1)) && text_.IsCapital(at + 2);
    return compound ? at + 2 : at;
  }

  // "Ministry of Trade, Industry and Energy": behind a comma the list of what the body is in charge of goes on.
  uint32_t BehindPortfolios(uint32_t first, uint32_t comma, const Sentence& sentence) const {
    if (comma + 1 >= sentence.last || comma < first + 3 || text_.Word(comma) != "," || !text_.IsCapital(comma + 1))
      return comma;
    if (vocabulary_.no_name.contains(text_.Word(first))) ++first;  // "The Ministry"
    if (comma < first + 3 || !vocabulary_.bodies.contains(text_.Word(first))) return comma;
    uint32_t at = comma;
    while (at < sentence.last && text_.Word(at) == ",") {
      uint32_t end = at + 1;
      while (end < sentence.last && text_.IsCapital(end)) ++end;
      if (end == at + 1 || !vocabulary_.portfolios.contains(text_.Word(end - 1))) return comma;
      at = end;
    }
    const bool joins = at + 2 < sentence.last &&
                       (vocabulary_.joins.contains(text_.Word(at)) || vocabulary_.signs.contains(text_.Word(at)));
    if (joins && vocabulary_.the.contains(text_.Word(at + 1)) && text_.IsCapital(at + 2))
      return at + 2;  // "Fisheries and the Environment"
    return joins && text_.IsCapital(at + 1) ? at : comma;
  }

  // "Turkish Steel Producers' Association": an apostrophe inside a body's name.
  uint32_t BehindPluralOwner(uint32_t at, const Sentence& sentence) const {
    const std::string_view mark = at + 1 < sentence.last ? text_.Word(at) : std::string_view();
    if ((mark != "'" && mark != "\u2019") || reading_.tokens[at].space_before || !text_.IsCapital(at + 1)) return at;
    const bool plural = text_.Word(at - 1).ends_with('s') && reading_.tokens[at + 1].space_before;
    return plural && text_.Is(at + 1, kHintBodyWord, vocabulary_.bodies) ? at + 1 : at;
  }

  // "Sotheby's Holdings Inc.": what follows the clitic only says that it is a company.
  uint32_t BehindPossessive(uint32_t end, const Sentence& sentence) const {
    if (end + 1 >= sentence.last || !IsClitic(end) || !text_.IsCapital(end + 1)) return end;
    const uint32_t behind = EndOfRun(end + 1, sentence);
    bool suffix = false;
    for (uint32_t i = end + 1; i < behind; ++i) {
      const bool known = text_.SuffixAt(i) > 0;
      if (!known && !text_.Is(i, kHintCompanyWord, vocabulary_.company_words) && text_.Word(i) != ".") return end;
      suffix = suffix || known;
    }
    return suffix ? behind : end;
  }

  bool IsClitic(uint32_t at) const {
    const std::string_view text = reading_.TextOf(at);
    return text == "'s" || text == "\u2019s";
  }

  // "R." of "R. N. Mirdha", "Dr." and the like keep their full stop inside a name.
  bool IsInitial(uint32_t at) const {
    const std::string_view word = text_.Word(at);
    return word.size() == 1 || (text_.Hinted(at, kHintTitle) && (vocabulary_.titles.contains(std::string(word) + ".") ||
                                                                 vocabulary_.titles.contains(word)));
  }

  const NameText text_;
  const Capitals& capitals_;
  const Reading& reading_;
  const EventVocabulary& vocabulary_;
};

}  // namespace

uint32_t EndOfName(const NameText& text, const Capitals& capitals, uint32_t at, const Sentence& sentence) {
  return NameEnd(text, capitals).Of(at, sentence);
}

}  // namespace tallywire::extract
