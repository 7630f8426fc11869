#include "extract/figures/figure_noun.h"

namespace tallywire::extract {
namespace {

bool EndsWith(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

bool IsClitic(std::string_view word) { return word.starts_with("'") || word.starts_with("\u2019"); }

}  // namespace

bool NounReader::Continues(uint32_t at) const {
  if (!view_.IsWord(at) || view_.token(at).blank_before) return false;
  // A hyphen binds even "only" into the phrase: "gas-only options".
  const bool compound = view_.Glued(at) && view_.IsHyphen(at - 1);
  return compound || !view_.Has(at, words_.noun_stop);
}

bool NounReader::IsPlural(uint32_t at) const {
  if (const auto hit = view_.LongestAt(at, words_.noun_irregular)) {
    return hit.tokens == 1 && !words_.singulars[hit.entry].empty();
  }
  // "gas-fired plants": the first part of a compound is not what is counted.
  if (view_.IsHyphen(at + 1) && view_.Glued(at + 1) && view_.Glued(at + 2)) return false;
  const std::string_view word = view_.TextOf(at);
  if (word.size() < 3 || word.back() != 's' || IsClitic(word)) return false;
  // "two sales offices" counts offices, "two million sales" sales.
  if (view_.Has(at, words_.noun_attributive)) return !Continues(at + 1);
  return !EndsWith(word, "ss") && !EndsWith(word, "us") && !EndsWith(word, "is");
}

std::string NounReader::Singular(uint32_t at) const {
  if (const auto hit = view_.LongestAt(at, words_.noun_irregular); hit && !words_.singulars[hit.entry].empty()) {
    return words_.singulars[hit.entry];
  }
  std::string word;
  const std::string_view text = view_.TextOf(at);
  // Names keep their capitals: Americans, TDs; units are no names: "New Zealand Units".
  if (view_.token(at).capital && !view_.LongestAt(at, words_.unit_form)) {
    word = text;
  } else {
    FoldCase(text, word);
  }
  if (EndsWith(word, "ies") && word.size() > 4) {
    word.replace(word.size() - 3, 3, "y");
  } else if (EndsWith(word, "sses") || EndsWith(word, "shes") || EndsWith(word, "ches") || EndsWith(word, "xes")) {
    word.resize(word.size() - 2);
  } else if (word.back() == 's' && !EndsWith(word, "ss") && !EndsWith(word, "us")) {
    word.pop_back();
  }
  return word;
}

CountedNoun NounReader::Build(uint32_t first, uint32_t head, bool singular) const {
  CountedNoun noun;
  noun.last = head + 1;
  if (singular) {
    FoldCase(view_.TextOf(head), noun.head);
  } else {
    noun.head = Singular(head);
  }
  if (head > first) {
    noun.phrase = view_.reading().TextOf(first, head);
    noun.phrase += view_.token(head).space_before ? " " : "";
  }
  noun.phrase += noun.head;
  return noun;
}

CountedNoun NounReader::ReadAfter(uint32_t at) const {
  if (at >= view_.size()) return {};
  // "four-cylinder", "200-seat": what hangs on the number is counted.
  if (view_.IsHyphen(at) && view_.Glued(at) && view_.IsWord(at + 1) && view_.Glued(at + 1)) {
    if (view_.Has(at + 1, words_.noun_never) || view_.Has(at + 1, words_.noun_stop)) return {};
    if (view_.TextOf(at + 1).size() < 3) return {};
    return Build(at + 1, at + 1, !IsPlural(at + 1));
  }
  if (view_.Glued(at)) return {};
  uint32_t next = at;
  for (uint32_t count = 0; count < kMostWords; ++count) {
    if (!Continues(next)) break;
    if (IsPlural(next)) return Build(at, next, false);
    ++next;
    // "coal-fired power plants", "Kia and Hyundai vehicles"
    if (view_.IsHyphen(next) && view_.Glued(next) && view_.Glued(next + 1)) ++next;
    const bool joined = count == 0 && view_.Has(next, words_.link) && view_.IsWord(next + 1) &&
                        next + 1 < view_.size() && view_.token(next + 1).capital == view_.token(at).capital &&
                        Continues(next + 1) && Continues(next + 2) && IsPlural(next + 2);
    if (joined) ++next;
  }
  if (view_.Has(at, words_.noun_singular) && Continues(at) && Continues(at + 1)) {
    CountedNoun noun = Build(at, at, true);
    noun.attributive = true;
    return noun;
  }
  return {};
}

CountedNoun NounReader::ReadAfterOne(uint32_t at) const {
  if (!Continues(at) || view_.Glued(at)) return {};
  uint32_t head = at;
  while (head + 1 < at + 4 && Continues(head + 1) && !view_.Glued(head + 1) && !IsPlural(head + 1)) ++head;
  // "one sub-500 euro phone": the word goes with the next number.
  if (view_.LongestBefore(head + 1, words_.bound_prefix) && view_.IsHyphen(head + 1) && view_.Glued(head + 1))
    return {};
  return Build(at, head, true);
}

CountedNoun NounReader::ReadAfterOf(uint32_t at) const {
  if (view_.LongestAt(at + 1, words_.noun_stand_in)) return {};
  uint32_t next = at + 1;
  for (uint32_t count = 0; count < kMostWords; ++count) {
    if (next >= view_.size() || view_.token(next).blank_before) return {};
    if (view_.IsDigits(next) && !view_.Glued(next) && !view_.Glued(next + 1)) {  // "nine of its 40 stores"
      ++next;
      continue;
    }
    if (!view_.IsWord(next)) return {};
    if (Continues(next) && IsPlural(next) && next > at + 1) return Build(next, next, false);
    ++next;
    if (view_.IsHyphen(next) && view_.Glued(next)) ++next;
  }
  return {};
}

CountedNoun NounReader::ReadAfterOneOf(uint32_t at) const {
  if (!view_.Has(at + 1, words_.one_of_before)) return {};
  CountedNoun noun = ReadAfterOf(at + 1);
  if (!noun.found()) noun = ReadAfterOf(at);
  return noun;
}

}  // namespace tallywire::extract
