#include "extract/figures/figure_reject.h"

#include <algorithm>
#include <cmath>

namespace tallywire::extract {
namespace {

constexpr uint32_t kNameReach = 4;      // tokens of a name in front of its number
constexpr uint32_t kAddressReach = 60;  // tokens of a web address in front of a number
constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2100;
constexpr double kDecade = 10;
constexpr double kFirstCentury = 1000;

bool LooksLikeYear(const FigureContext& context, const Number& number) {
  return number.digits && number.plain && number.last == number.first + 1 &&
         context.view.TextOf(number.first).size() == 4 && number.value >= kFirstYear && number.value <= kLastYear;
}

// "2024 to 2026", "2024-2026 quotas": the other end of a range.
bool EndsWithYear(const FigureContext& context, const Candidate& range) {
  constexpr size_t kDigits = 4;
  const uint32_t last = range.number.last + 1;  // behind "to" or a hyphen
  return context.view.IsDigits(last) && context.view.TextOf(last).size() == kDigits && *range.high >= kFirstYear &&
         *range.high <= kLastYear;
}

// "1. First point", "(2) second point": at the beginning of a line.
bool IsListMarker(const PhraseView& view, const Candidate& c) {
  if (!c.number.plain || !c.number.digits || c.number.value > 99) return false;
  const bool closed = view.Is(c.last, ")") || view.Is(c.last, "]");
  const bool begins = c.first == 0 || view.token(c.first).newline_before;
  if (begins && closed) return true;
  if (begins && view.Is(c.last, ".") && view.Glued(c.last)) {
    return c.last + 1 < view.size() && !view.token(c.last + 1).newline_before && view.token(c.last + 1).space_before;
  }
  return closed && c.first > 0 && view.Is(c.first - 1, "(") && c.number.value < 20;
}

// A web address runs without a space up to the number, with "//" or an "@" in it.
bool IsInAddress(const PhraseView& view, uint32_t at) {
  for (uint32_t back = 0; back < kAddressReach && at > 1 && view.Glued(at); ++back) {
    --at;
    if (view.Is(at, "@") || (view.Is(at, "/") && view.Is(at - 1, "/"))) return true;
  }
  return false;
}

// "iPhone"
bool HasCapital(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "category 4B": digits and a letter that could be a scale.
bool IsLettered(const PhraseView& view, const Candidate& c) {
  constexpr double kMost = 100;
  const uint32_t letter = c.number.last - 1;
  const bool whole = c.number.digits && c.number.mantissa < kMost && std::fmod(c.number.mantissa, 1) == 0;
  return whole && !c.unit.found() && letter == c.number.first + 1 && view.Glued(letter) &&
         view.TextOf(letter).size() == 1;
}

// "Section 427", "Boeing 737", "page 5".
bool FollowsHead(const FigureContext& context, const Candidate& c) {
  const PhraseView& view = context.view;
  // "version 2.1"
  const bool scaled = c.number.scale != 1 && !IsLettered(view, c);
  const bool amount = c.number.digits && (c.number.grouped || scaled || c.number.fraction);
  if (c.number.first == 0 || amount || view.token(c.number.first).newline_before) return false;
  const auto head = view.LongestBefore(c.number.first, context.words.name_head);
  if (!head) return false;
  if (head.entry == FigureWords::kAnyCase || HasCapital(view.TextOf(c.number.first - head.tokens))) return true;
  return head.entry == FigureWords::kNoCount && !c.noun.found() && !c.unit.found() && !c.high;
}

// "358 El Brillo Way", "787 Dreamliner": a number directly in front of a name, unless that is a day or a month.
bool PrecedesName(const FigureContext& context, const Candidate& c) {
  const PhraseView& view = context.view;
  if (!c.number.plain || !c.number.digits || c.number.value > 9999 || c.high) return false;
  if (!view.IsWord(c.last) || !view.token(c.last).capital || view.token(c.last).newline_before) return false;
  return !view.Has(c.last, context.words.day_name);
}

// "Model 3", "Nasdaq 100", "Apollo 11": a small whole number behind a capital letter that does not begin a sentence.
bool FollowsName(const FigureContext& context, const Candidate& c) {
  const PhraseView& view = context.view;
  if (!c.number.plain || !c.number.digits || c.first == 0 || c.number.value > 9999) return false;
  const Token& before = view.token(c.first - 1);
  if (before.kind != TokenKind::kWord || view.token(c.first).newline_before) return false;
  if (!before.capital && !HasCapital(view.TextOf(c.first - 1))) return false;
  const Sentence& sentence = view.reading().sentences[view.reading().SentenceOf(c.first)];
  if (sentence.first + 1 >= c.first && view.Has(c.first - 1, context.words.noun_stop)) return false;
  if (context.view.LongestBefore(c.first, context.words.bound_before)) return false;
  return true;
}

// "260mn-270mn", "10t-12t", "71 million-74 million": the number in front of the hyphen has its own scale or unit.
bool EndsAmount(const FigureContext& context, uint32_t hyphen) {
  const PhraseView& view = context.view;
  if (hyphen < 2 || !view.IsHyphen(hyphen) || !view.Glued(hyphen)) return false;
  const uint32_t word = hyphen - 1;
  if (!view.IsWord(word) || !view.IsDigits(word - 1)) return false;
  if (!view.Glued(word))
    return !view.token(word).blank_before && static_cast<bool>(view.LongestAt(word, context.numbers.word));
  if (word > 1 && view.Glued(word - 1) && view.IsWord(word - 2)) return false;  // "A320neo-200"
  return view.LongestAt(word, context.numbers.word) || context.units.ReadAfter(word, {true, 1}).found();
}

}  // namespace

uint32_t EndOfName(const FigureContext& context, uint32_t at) {
  for (uint32_t back = 0; back <= std::min(at, kNameReach); ++back) {
    const auto hit = context.view.LongestAt(at - back, context.words.name_whole);
    if (hit && at - back + hit.tokens > at) return at - back + hit.tokens;
  }
  return at;
}

bool IsCode(const FigureContext& context, const Number& number) {
  const PhraseView& view = context.view;
  if (IsInAddress(view, number.first)) return true;
  if (number.first == 0 || !view.Glued(number.first)) {
    const std::string_view text = view.TextOf(number.first);
    return number.digits && number.plain && text.size() > 1 && text.front() == '0';
  }
  const uint32_t before = number.first - 1;
  if (view.IsWord(before)) return number.digits;
  if (view.Is(before, "#") || view.Is(before, "@") || view.Is(before, "_")) return true;
  // "3-51-million" in a link; a range of digits is looked at later.
  if (view.IsHyphen(before) && view.Glued(before) && view.IsDigits(before - 1) && !number.digits) return true;
  if (EndsAmount(context, before)) return false;
  // "F-16", "Covid-19", "last-32", "production-four-door", but "minus-5", "sub-500".
  return view.IsHyphen(before) && view.Glued(before) && view.IsWord(before - 1) &&
         !view.Has(before - 1, context.words.joint) && !view.Has(before - 1, context.words.bound_prefix);
}

bool IsClock(const FigureContext& context, const Number& number) {
  const PhraseView& view = context.view;
  if (view.LongestAt(number.last, context.words.clock)) return true;
  if (!number.digits) return false;
  const auto joins = [&view](uint32_t at) { return view.Is(at, ":") || view.Is(at, "/"); };
  // 11:30, 2021/22, 60/40
  if (view.Glued(number.last) && joins(number.last) && view.IsDigits(number.last + 1) && view.Glued(number.last + 1)) {
    return true;
  }
  return number.first > 1 && view.Glued(number.first) && joins(number.first - 1) && view.Glued(number.first - 1) &&
         view.IsDigits(number.first - 2);
}

// "the 1990s", "his 60s"
bool IsDecade(const FigureContext& context, const Candidate& c) {
  const PhraseView& view = context.view;
  if (!c.number.digits || !c.number.plain || std::fmod(c.number.value, kDecade) != 0) return false;
  const uint32_t behind = c.number.last;
  if (!view.Glued(behind) || !view.Is(behind, "s")) return false;
  return c.number.value >= kFirstCentury || view.LongestBefore(c.number.first, context.words.decade);
}

bool IsNoFigure(const FigureContext& context, const Candidate& c, bool behind_figure) {
  const PhraseView& view = context.view;
  if (IsDecade(context, c)) return true;
  // "a zero-duty quota"
  const bool none =
      c.number.value == 0 && !c.number.digits && view.IsHyphen(c.number.last) && view.Glued(c.number.last);
  if (none && !c.high) return true;
  const bool typed = c.unit.found() || c.number.times;
  // Letters that hang on the digits and are no unit: 2nd, 20s, 5G, 3D.
  const uint32_t behind = c.number.last;
  if (c.number.digits && !typed && view.Glued(behind) && view.IsWord(behind)) return true;
  // "the No. 4 unit"
  const bool counted = c.unit.found() && !c.unit.rate() && context.table.units[c.unit.unit].kind == UnitClass::kCount;
  if (counted && !c.money_sign && FollowsHead(context, c)) return true;
  if (typed || c.age) return false;
  if (IsListMarker(view, c) || FollowsHead(context, c)) return true;
  return !c.noun.found() && ((!behind_figure && FollowsName(context, c)) || PrecedesName(context, c));
}

bool IsYear(const FigureContext& context, const Candidate& c) {
  if (c.unit.found() || c.age || !LooksLikeYear(context, c.number)) return false;
  const bool bound = c.noun.found() && context.view.LongestBefore(c.first, context.words.bound_before);
  // "the 2026-2027 cobalt quotas"
  const bool near = c.high && *c.high > c.value && *c.high - c.value <= kDecade;
  if (c.high) return EndsWithYear(context, c) && (!c.noun.found() || (near && !bound));
  return !bound;
}

}  // namespace tallywire::extract
