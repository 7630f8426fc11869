#include "extract/figures/unit_reader.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace tallywire::extract {
namespace {

// A value that every unit may follow.
constexpr double kLarge = 1e9;

bool Opens(std::string_view mark) { return mark == "(" || mark == "[" || mark == "{" || mark == "<"; }
bool Closes(std::string_view mark) { return mark == ")" || mark == "]" || mark == "}" || mark == ">"; }

// The unit of the country that is named most, and how often; the smaller unit of equals, {0, 0} where none is named.
std::pair<uint32_t, size_t> MostNamed(const std::vector<std::pair<uint32_t, uint32_t>>& countries) {
  std::map<uint32_t, size_t> mentions;
  for (const auto& [token, unit] : countries) ++mentions[unit];
  const auto most = std::max_element(mentions.begin(), mentions.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == mentions.end() ? std::pair<uint32_t, size_t>{} : std::pair<uint32_t, size_t>{*most};
}

}  // namespace

uint32_t UnitReader::LongestForm(uint32_t at, const UnitAsk& ask, const UnitForm** form) const {
  if (at >= view_.size()) return 0;
  matches_.clear();
  view_.lexicon().AllAt(view_.reading().words, at, matches_);
  for (auto match = matches_.rbegin(); match != matches_.rend(); ++match) {
    const uint32_t end = at + match->tokens;
    if (!view_.Unbroken(at, end)) continue;
    // "m212" is no m2, "5kgs1" no kg.
    if (view_.Glued(end) && view_.token(end).kind != TokenKind::kSymbol &&
        view_.token(end - 1).kind != TokenKind::kSymbol) {
      continue;
    }
    // "ft2" is an area, "5 ft 2" is not.
    if (view_.IsDigits(end - 1) && !view_.Glued(end - 1)) continue;
    *form = FormOf(*match, at, ask);
    if (*form != nullptr) return match->tokens;
  }
  return 0;
}

// "quotas of 90,856 mt and 1,352 mt": where so many were told once, those behind are no larger unit's either.
bool UnitReader::NoteBeyond(uint32_t form, bool told) const {
  if (beyond_.size() <= form) beyond_.resize(form + size_t{1});
  if (told) beyond_[form] = true;
  return beyond_[form];
}

// An exact spelling goes first: ML is the megalitre, ml in any other spelling the millilitre.
const UnitForm* UnitReader::FormOf(const Lexicon::Match& match, uint32_t at, const UnitAsk& ask) const {
  const UnitForm* found = nullptr;
  for (const Sense& sense : view_.lexicon().SensesOf(match.phrase)) {
    if (sense.tag != table_.form || (found != nullptr && !sense.exact)) continue;
    const UnitForm& known = table_.forms[sense.entry];
    if (known.digits && !ask.digits) continue;
    if (known.glued && !view_.Glued(at) && !ask.part) continue;
    if (known.most > 0 && NoteBeyond(sense.entry, ask.value >= known.most)) continue;
    if (ask.value < known.least && !DividesAt(at + match.tokens)) continue;
    if (!view_.lexicon().Holds(sense, view_.reading().TextOf(at, at + match.tokens))) continue;
    if (sense.exact) return &known;
    found = &known;
  }
  return found;
}

UnitMark UnitReader::ReadAfter(uint32_t at, const UnitAsk& ask) const {
  UnitMark mark;
  if (at >= view_.size() || view_.token(at).blank_before) return mark;
  const UnitForm* form = nullptr;
  uint32_t first = at;
  uint32_t tokens = LongestForm(first, ask, &form);
  bool bracket = false;
  if (tokens == 0 && view_.IsHyphen(at) && view_.Glued(at) && view_.Glued(at + 1)) {
    first = at + 1;
    tokens = LongestForm(first, ask, &form);
    mark.hyphen = tokens > 0;
  }
  if (tokens == 0 && Opens(view_.TextOf(at))) {
    first = at + 1;
    tokens = LongestForm(first, ask, &form);
    bracket = tokens > 0 && first + tokens < view_.size() && Closes(view_.TextOf(first + tokens));
    if (!bracket) tokens = 0;
  }
  if (tokens == 0) return mark;
  mark.first = at;
  mark.last = first + tokens + (bracket ? 1 : 0);
  mark.unit = UnitOf(*form, first);
  mark.scale = form->scale;
  if (const Unit& unit = table_.units[mark.unit]; form->family > 0 && unit.same_as) {
    mark.scale *= unit.times;
    mark.unit = *unit.same_as;
  }
  return mark;
}

UnitMark UnitReader::ReadSign(uint32_t number) const {
  UnitMark mark;
  if (number == 0 || view_.token(number).blank_before) return mark;
  auto hit = view_.LongestBefore(number, table_.sign);
  if (!hit && view_.Glued(number)) hit = view_.LongestBefore(number, table_.glued_sign);
  if (!hit) return mark;
  const uint32_t first = number - hit.tokens;
  const bool inside_word =
      view_.Glued(first) && view_.IsWord(first) && view_.token(first - 1).kind != TokenKind::kSymbol;
  if (inside_word) return mark;
  const UnitForm& form = table_.forms[hit.entry];
  mark.first = first;
  mark.last = number;
  mark.unit = UnitOf(form, first);
  mark.scale = form.scale;
  return mark;
}

uint32_t UnitReader::TakeTrailing(uint32_t at, UnitMark& sign) const {
  if (at >= view_.size() || view_.token(at).blank_before) return at;
  if (const auto hit = view_.LongestAt(at, table_.trailing)) {
    sign.unit = table_.forms[hit.entry].unit;
    return at + hit.tokens;
  }
  const UnitForm* form = nullptr;
  const uint32_t tokens = LongestForm(at, {true, kLarge}, &form);
  if (tokens == 0 || table_.units[form->unit].kind != UnitClass::kCurrency || form->scale != 1) return at;
  // "$3 50 cents" and "$10 €9" are two sums.
  if (view_.token(at).kind == TokenKind::kSymbol || table_.units[form->unit].factor != 1) return at;
  sign.unit = UnitOf(*form, at);
  return at + tokens;
}

// "9 won per kilowatt hour" is money, however little.
bool UnitReader::DividesAt(uint32_t at) const {
  UnitMark rate;
  return TakeCountRate(at, rate) > at;
}

uint32_t UnitReader::TakeRate(uint32_t at, UnitMark& mark) const {
  if (!mark.found() || table_.units[mark.unit].kind == UnitClass::kRatio) return at;
  // "26,000 bpd a month": so much in each month, not a month's part of it.
  const Unit& unit = table_.units[mark.unit];
  if (unit.kind != UnitClass::kCurrency && unit.symbol.find('/') != std::string::npos) return at;
  // "360 million cubic metres (mcm) per day"
  const bool aside = view_.Is(at, "(") && view_.IsWord(at + 1) && view_.Is(at + 2, ")");
  const uint32_t per = aside ? at + 3 : at;
  const uint32_t behind = TakeCountRate(per, mark);
  return behind > per ? behind : at;
}

uint32_t UnitReader::TakeCountRate(uint32_t at, UnitMark& mark) const {
  if (at >= view_.size() || view_.token(at).blank_before) return at;
  const auto per = view_.LongestAt(at, table_.per);
  if (!per) return at;
  const uint32_t below = at + per.tokens;
  if (below >= view_.size() || view_.token(below).blank_before) return at;
  const auto denominator = view_.LongestAt(below, table_.denominator);
  const UnitForm* form = nullptr;
  const uint32_t tokens = LongestForm(below, {per.entry == UnitTable::kPerSymbols, kLarge}, &form);
  if (tokens > 0 && tokens >= denominator.tokens) {
    // Behind "a" a pound is a weight: cents a pound.
    const uint32_t unit = form->pound ? table_.pound_weight : form->unit;
    const bool divides = unit < table_.units.size() && table_.units[unit].kind != UnitClass::kCurrency &&
                         table_.units[unit].kind != UnitClass::kRatio;
    if (divides) {
      const bool time = table_.units[unit].kind == UnitClass::kTime;
      if (time && EndsAsDate(below + tokens)) return at;
      mark.per_unit = unit;
      return below + tokens;
    }
  }
  if (!denominator) return at;
  mark.per_denominator = denominator.entry;
  return below + denominator.tokens;
}

bool UnitReader::EndsAsDate(uint32_t at) const {
  if (!view_.LongestAt(at, table_.per_unless)) return false;
  const auto last = view_.LongestAt(at, table_.per_unless_last);
  const uint32_t next = at + last.tokens;
  return !last || next >= view_.size() || !view_.IsWord(next);
}

uint32_t UnitReader::UnitOf(const UnitForm& form, uint32_t at) const {
  if (form.pound && !MoneyNear(at)) return table_.pound_weight;
  return form.family > 0 ? CountryOf(form.family - 1, at) : form.unit;
}

bool UnitReader::MayVary(uint32_t family) const {
  if (varies_.empty()) {
    for (const UnitFamily& known : table_.families) {
      const std::string_view text = view_.reading().text;
      const auto holds = [text](const std::string& words) { return text.find(words) != std::string_view::npos; };
      varies_.push_back(known.where.empty() || std::any_of(known.where.begin(), known.where.end(), holds));
    }
  }
  return varies_[family];
}

// A text that speaks of one of the countries from its lead on, names no home of the usual unit and marks no sign with
// letters ("A$5", "NZ$7") reckons in that country's money.
uint32_t UnitReader::HomeUnit(uint32_t family) const {
  constexpr size_t kLeastSentences = 2;
  constexpr size_t kLead = 3;  // sentences
  const uint32_t otherwise = table_.families[family].otherwise;
  const auto& homes = table_.families[family].homes;
  std::set<size_t> sentences;
  bool names_otherwise = false;
  for (const auto& [token, unit] : countries_[family]) {
    names_otherwise = names_otherwise || unit == otherwise;
    sentences.insert(view_.reading().SentenceOf(token));
  }
  const auto [most, times] = MostNamed(countries_[family]);
  if (sentences.size() < kLeastSentences || *sentences.begin() >= kLead || names_otherwise ||
      times * 4 < countries_[family].size() * 3)
    return otherwise;
  if (std::find(homes.begin(), homes.end(), most) == homes.end()) return otherwise;
  const std::string_view text = view_.reading().text;
  for (const std::string& sign : table_.families[family].signs) {
    for (size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      if (at > 0 && std::isupper(static_cast<unsigned char>(text[at - 1])) != 0) return otherwise;
    }
  }
  return most;
}

void UnitReader::FindCountries() const {
  countries_.resize(table_.families.size());
  for (uint32_t i = 0; i < view_.size(); ++i) {
    // Dollars stand in many texts, names of countries at few of their words.
    if (!view_.lexicon().MayBegin(view_.reading().words[i], table_.country)) continue;
    matches_.clear();
    view_.lexicon().AllAt(view_.reading().words, i, matches_);
    for (const auto& match : matches_) {
      for (const Sense& sense : view_.lexicon().SensesOf(match.phrase)) {
        if (sense.tag == table_.country) countries_[sense.entry >> 16U].emplace_back(i, sense.entry & 0xffffU);
      }
    }
  }
  for (uint32_t family = 0; family < countries_.size(); ++family) most_named_.push_back(MostNamedUnit(family));
}

std::optional<uint32_t> UnitReader::DatelineUnit(uint32_t family) const {
  constexpr uint32_t kReach = 3;     // "NEW DELHI"
  constexpr uint32_t kShortest = 4;  // bytes of a name in capitals that is no abbreviation
  const auto& first = countries_[family].front();
  if (first.first >= kReach) return std::nullopt;
  const std::string_view name = view_.TextOf(first.first);
  const auto small = [](char c) { return std::isupper(static_cast<unsigned char>(c)) == 0; };
  if (name.size() < kShortest || std::any_of(name.begin(), name.end(), small)) return std::nullopt;
  return first.second;
}

std::optional<uint32_t> UnitReader::MostNamedUnit(uint32_t family) const {
  constexpr size_t kTimesAsOften = 2;
  if (countries_[family].empty()) return std::nullopt;
  const auto [most, times] = MostNamed(countries_[family]);
  const size_t others = countries_[family].size() - times;
  if (times >= kTimesAsOften * others) return most;
  // "Sweden had a surplus …\n\nExports to Norway fell": what the text is about is told first.
  const auto& [token, lead] = countries_[family].front();
  const auto told = std::count_if(countries_[family].begin(), countries_[family].end(),
                                  [unit = lead](const auto& country) { return country.second == unit; });
  const bool opens = view_.reading().SentenceOf(token) == 0 && static_cast<size_t>(told) == times;
  return opens ? std::optional(lead) : std::nullopt;
}

uint32_t UnitReader::HundredthOf(uint32_t unit, uint32_t otherwise) const {
  const uint32_t minor = table_.Find(table_.units[unit].symbol + "/100");
  return minor < table_.units.size() ? minor : otherwise;
}

uint32_t UnitReader::CountryOf(uint32_t family, uint32_t at) const {
  if (countries_.empty()) FindCountries();
  if (const auto& whole = table_.families[family].hundredths_of; whole && countries_[family].empty())
    return HundredthOf(CountryOf(*whole, at), table_.families[family].otherwise);
  if (!MayVary(family)) {
    while (homes_.size() <= family) homes_.push_back(HomeUnit(static_cast<uint32_t>(homes_.size())));
    return homes_[family];
  }
  const auto& mentions = countries_[family];
  if (mentions.empty()) return table_.families[family].otherwise;
  const auto behind = std::lower_bound(mentions.begin(), mentions.end(), std::pair<uint32_t, uint32_t>{at, 0});
  const bool here =
      behind != mentions.begin() && view_.reading().SentenceOf((behind - 1)->first) == view_.reading().SentenceOf(at);
  if (const auto dateline = here ? std::nullopt : DatelineUnit(family)) return *dateline;
  if (const auto most = here ? std::nullopt : most_named_[family]) return *most;
  return behind == mentions.begin() ? behind->second : (behind - 1)->second;
}

bool UnitReader::MoneyNear(uint32_t at) const {
  const Sentence& sentence = view_.reading().sentences[view_.reading().SentenceOf(at)];
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (view_.reading().words[i] != Lexicon::kNoWord && view_.LongestAt(i, table_.money_near)) return true;
  }
  return false;
}

std::string UnitReader::RateSymbol(const UnitMark& mark) const {
  if (mark.per_unit != UnitMark::kNone) return "/" + table_.units[mark.per_unit].symbol;
  if (mark.per_denominator != UnitMark::kNone) return "/" + table_.denominators[mark.per_denominator];
  return {};
}

std::string UnitReader::RateName(const UnitMark& mark) const {
  if (mark.per_unit != UnitMark::kNone) return " per " + table_.units[mark.per_unit].name;
  if (mark.per_denominator != UnitMark::kNone) return " per " + table_.denominators[mark.per_denominator];
  return {};
}

std::string UnitReader::SymbolOf(const UnitMark& mark) const {
  return mark.found() ? table_.units[mark.unit].symbol + RateSymbol(mark) : std::string{};
}

std::string UnitReader::NameOf(const UnitMark& mark) const {
  return mark.found() ? table_.units[mark.unit].name + RateName(mark) : std::string{};
}

}  // namespace tallywire::extract
