// The vocabulary part of number_reader.h: numbers.toml into tags of the lexicon.
#include <algorithm>
#include <utility>

#include "extract/figures/number_reader.h"

namespace tallywire::extract {
namespace {

std::optional<NumberWords::Kind> KindFrom(std::string_view name) {
  if (name == "ones") return NumberWords::Kind::kOnes;
  if (name == "teens") return NumberWords::Kind::kTeens;
  if (name == "tens") return NumberWords::Kind::kTens;
  return std::nullopt;
}

}  // namespace

void NumberWords::AddWords(const std::vector<std::string>& phrases, Tag tag, Word meaning, Lexicon& lexicon) {
  if (phrases.empty()) return;
  words.push_back(meaning);
  for (const std::string& phrase : phrases) lexicon.Add(phrase, tag, static_cast<uint32_t>(words.size() - 1));
  if (tag == word || tag == character) NoteStarters(phrases, lexicon);
}

void NumberWords::LoadScale(const RuleEntry& entry, Lexicon& lexicon) {
  const double value = entry.NumberOr("value", 1);
  const Word scale{Kind::kScale, value, entry.Flag("articled")};
  AddWords(entry.Strings("words"), word, scale, lexicon);
  AddWords(entry.Strings("plural"), word, {Kind::kPluralScale, value, false}, lexicon);
  const auto exact = [](std::vector<std::string> phrases) {
    for (std::string& phrase : phrases) phrase.insert(0, 1, '=');
    return phrases;
  };
  AddWords(exact(entry.Strings("letters")), letter, scale, lexicon);
  AddWords(exact(entry.Strings("money")), money, scale, lexicon);
  AddWords(entry.Strings("local"), local, scale, lexicon);
}

Status NumberWords::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon) {
  word = tags.Add("number word");
  letter = tags.Add("scale letter");
  money = tags.Add("money scale letter");
  local = tags.Add("local scale");
  character = tags.Add("number character");
  multiple = tags.Add("number multiple");
  article = tags.Add("number article");
  link = tags.Add("number link");
  part = tags.Add("number part");
  by = tags.Add("number by");
  move = tags.Add("number move");
  unit = tags.Add("unit");
  out_of = tags.Add("number out of");
  scaled = tags.Add("number scaled");
  no_unit = tags.Add("noun stop");
  calendar = tags.Add("number calendar");
  minus = tags.Add("number minus");
  ordinal = tags.Add("number ordinal");
  range = tags.Add("number range");
  choice = tags.Add("number choice");
  whole = tags.Add("number whole");
  moved = tags.Add("number moved");
  between = tags.Add("number between");
  from = tags.Add("number from");
  goes = tags.Add("number goes");
  more = tags.Add("number more");
  point = tags.Add("number point");
  auto tables = RuleTables::Parse(files, "numbers.toml");
  if (!tables) return tl::unexpected(tables.error());
  for (const RuleEntry& entry : tables->List("word")) {
    const auto kind = KindFrom(entry.Text("kind"));
    if (!kind) entry.Refuse("kind", "the kind of number words is \"ones\", \"teens\" or \"tens\"");
    for (const auto& [text, value] : entry.Numbers("values")) {
      AddWords({text}, word, {kind.value_or(Kind::kOnes), value, false}, lexicon);
    }
  }
  for (const RuleEntry& entry : tables->List("scale")) LoadScale(entry, lexicon);
  for (const RuleEntry& entry : tables->List("fraction")) {
    const double value = entry.NumberOr("value", 1);
    AddWords(entry.Strings("one"), word, {Kind::kFraction, value, false}, lexicon);
    AddWords(entry.Strings("many"), word, {Kind::kFractions, value, false}, lexicon);
  }
  for (const RuleEntry& entry : tables->List("character")) {
    for (const auto& [text, value] : entry.Numbers("values")) {
      AddWords({text}, character, {Kind::kFraction, value, false}, lexicon);
    }
  }
  for (const RuleEntry& entry : tables->List("multiple")) {
    const std::string direction = entry.TextOr("direction", "");
    for (const auto& [text, value] : entry.Numbers("values")) {
      multiples.push_back({value, direction.empty() ? '\0' : direction.front()});
      lexicon.Add(text, multiple, static_cast<uint32_t>(multiples.size() - 1));
      NoteStarters(std::span(&text, 1), lexicon);
    }
  }
  const std::pair<const char*, Tag> kinds[] = {
      {"article", article}, {"link", link},       {"part", part},     {"point", point},       {"by", by},
      {"move", move},       {"ordinal", ordinal}, {"minus", minus},   {"calendar", calendar}, {"out of", out_of},
      {"scaled", scaled},   {"range", range},     {"choice", choice}, {"whole", whole},       {"moved", moved},
      {"between", between}, {"from", from},       {"goes", goes},     {"more", more}};
  for (const RuleEntry& entry : tables->List("glue")) {
    const std::string kind = entry.Text("kind");
    for (const auto& [name, tag] : kinds) {
      if (kind != name) continue;
      const auto phrases = entry.Strings("words");
      for (const std::string& text : phrases) lexicon.Add(text, tag, 0);
      if (tag == article) NoteStarters(phrases, lexicon);
    }
  }
  for (const RuleEntry& entry : tables->List("language")) {
    const auto with_comma = entry.Strings("decimal_comma");
    const auto with_scales = entry.Strings("local_scales");
    comma_languages_.insert(comma_languages_.end(), with_comma.begin(), with_comma.end());
    local_languages_.insert(local_languages_.end(), with_scales.begin(), with_scales.end());
  }
  lexicon.Mark(lexicon.AddWord("."), kMarkPoint);
  return tables->status();
}

NumberStyle NumberWords::StyleOf(std::string_view language) const {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  const auto in = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), primary) != list.end();
  };
  return {in(comma_languages_), in(local_languages_)};
}

void NumberWords::NoteStarters(std::span<const std::string> phrases, Lexicon& lexicon) {
  std::vector<uint32_t> numbers;
  for (const std::string& phrase : phrases) {
    for (const std::string& form : ExpandForms(phrase)) {
      const auto tokens = Tokenize(form);
      lexicon.NumberWords(form, tokens, numbers);
      if (numbers.empty() || numbers.front() == Lexicon::kNoWord) continue;
      lexicon.Mark(numbers.front(), kMarkNumber);
    }
  }
}

}  // namespace tallywire::extract
