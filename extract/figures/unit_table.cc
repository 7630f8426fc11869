#include "extract/figures/unit_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace tallywire::extract {
namespace {

UnitClass KindOf(std::string_view dimension) {
  if (dimension == "ratio") return UnitClass::kRatio;
  if (dimension == "time") return UnitClass::kTime;
  if (dimension == "age") return UnitClass::kAge;
  if (dimension == "count") return UnitClass::kCount;
  return UnitClass::kMeasure;
}

}  // namespace

uint32_t UnitTable::Find(std::string_view symbol) const {
  const auto found = by_symbol_.find(std::string(symbol));
  return found == by_symbol_.end() ? static_cast<uint32_t>(units.size()) : found->second;
}

uint32_t UnitTable::AddUnit(Unit unit) {
  const auto number = static_cast<uint32_t>(units.size());
  by_symbol_[unit.symbol] = number;
  units.push_back(std::move(unit));
  return number;
}

void UnitTable::AddForms(const std::vector<std::string>& phrases, bool exact, UnitForm form_of, Tag tag,
                         Lexicon& lexicon) {
  if (phrases.empty()) return;
  const auto entry = static_cast<uint32_t>(forms.size());
  forms.push_back(form_of);
  for (const std::string& phrase : phrases) lexicon.Add(exact ? "=" + phrase : phrase, tag, entry);
}

Status UnitTable::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon) {
  form = tags.Add("unit");
  sign = tags.Add("currency sign");
  glued_sign = tags.Add("glued currency sign");
  trailing = tags.Add("currency trailing");
  per = tags.Add("unit per");
  per_unless = tags.Add("unit per unless");
  per_unless_last = tags.Add("unit per unless last");
  denominator = tags.Add("unit denominator");
  country = tags.Add("currency country");
  money_near = tags.Add("money near");
  auto measures = RuleTables::Parse(files, "units.toml");
  if (!measures) return tl::unexpected(measures.error());
  auto money = RuleTables::Parse(files, "currencies.toml");
  if (!money) return tl::unexpected(money.error());
  LoadUnits(*measures, lexicon);
  LoadRates(*measures, lexicon);
  LoadCurrencies(*money, lexicon);
  LoadFamilies(*measures, lexicon);
  LoadFamilies(*money, lexicon);
  LoadDoubtful(*money, lexicon);
  if (!measures->status()) return measures->status();
  return money->status();
}

// Why figures of the one unit cannot be given as the other; nullopt where they can.
std::optional<std::string> UnitTable::NotTheSame(const std::string& id, const std::string& target,
                                                 const std::vector<RuleEntry>& entries) const {
  const uint32_t other = Find(target);
  if (other == units.size()) return "there is no unit \"" + target + "\"";
  if (target == id) return "a unit cannot be the same as itself";
  if (units[other].dimension != units[Find(id)].dimension)
    return "\"" + target + "\" has another dimension, " + units[other].dimension;
  const auto is_alias = [&](const RuleEntry& entry) { return entry.Text("id") == target && entry.Has("same_as"); };
  if (std::any_of(entries.begin(), entries.end(), is_alias)) return "\"" + target + "\" stands for another unit itself";
  return std::nullopt;
}

void UnitTable::LoadUnits(RuleTables& tables, Lexicon& lexicon) {
  std::unordered_map<std::string, std::string> bases;
  for (const RuleEntry& entry : tables.List("dimension")) bases[entry.Text("id")] = entry.TextOr("base", "");
  const auto entries = tables.List("unit");
  for (const RuleEntry& entry : entries) {
    const std::string dimension = entry.Text("dimension");
    if (!bases.contains(dimension)) entry.Refuse("dimension", "there is no dimension \"" + dimension + "\"");
    const std::string& base = bases[dimension];
    if (!base.empty() && base != entry.Text("id") && !entry.Has("factor") && !entry.Has("same_as")) {
      entry.Refuse("factor", "the unit needs a factor: how many " + base + " it is");
    }
    AddUnit({entry.Text("id"), entry.Text("name"), dimension, entry.NumberOr("factor", 1), entry.NumberOr("offset", 0),
             KindOf(dimension), base});
  }
  for (const RuleEntry& entry : entries) {
    UnitForm base{Find(entry.Text("id"))};
    const std::string target = entry.TextOr("same_as", "");
    if (!target.empty()) {
      base.unit = Find(target);
      base.scale = entry.NumberOr("times", 1);
      if (const auto why = NotTheSame(entry.Text("id"), target, entries)) {
        entry.Refuse("same_as", *why);
        continue;
      }
      Unit& alias = units[Find(entry.Text("id"))];
      alias.factor = base.scale * units[base.unit].factor;
      alias.base = units[base.unit].base;
      alias.same_as = base.unit;
      alias.times = base.scale;
    }
    UnitForm words = base;
    words.least = entry.NumberOr("least", 0);
    AddForms(entry.Strings("words"), false, words, form, lexicon);
    UnitForm symbol = base;
    symbol.digits = true;
    AddForms(entry.Strings("symbols"), true, symbol, form, lexicon);
    symbol.glued = true;
    AddForms(entry.Strings("glued"), true, symbol, form, lexicon);
  }
}

void UnitTable::LoadRates(RuleTables& tables, Lexicon& lexicon) {
  for (const RuleEntry& entry : tables.List("per")) {
    for (const std::string& word : entry.Strings("words"))
      lexicon.Add(word, per, entry.Flag("symbols") ? kPerSymbols : 0);
    for (const std::string& word : entry.Strings("unless")) lexicon.Add(word, per_unless, 0);
    for (const std::string& word : entry.Strings("unless_last")) lexicon.Add(word, per_unless_last, 0);
  }
  for (const RuleEntry& entry : tables.List("denominator")) {
    for (const auto& [word, symbol] : entry.Lists("words")) {
      denominators.push_back(symbol.empty() ? word : symbol.front());
      lexicon.Add(word, denominator, static_cast<uint32_t>(denominators.size() - 1));
    }
  }
}

void UnitTable::LoadCurrencies(RuleTables& tables, Lexicon& lexicon) {
  for (const RuleEntry& entry : tables.List("currency")) {
    const std::string code = entry.Text("id");
    const UnitForm plain{AddUnit({code, entry.Text("name"), "currency", 1, 0, UnitClass::kCurrency, code})};
    UnitForm words = plain;
    words.least = entry.NumberOr("least", 0);
    AddForms(entry.Strings("words"), false, words, form, lexicon);
    const std::vector<std::string> codes = entry.Flag("word") ? std::vector<std::string>{} : std::vector{code};
    AddForms(codes, true, plain, form, lexicon);
    AddForms(entry.Strings("trailing"), true, plain, trailing, lexicon);
    AddForms(entry.Strings("after"), true, plain, form, lexicon);
    AddForms(entry.Strings("before"), false, plain, sign, lexicon);
    AddForms(codes, true, plain, sign, lexicon);
    // "30 MUSD", "MAUD 60": the scale as a letter in front of the code.
    UnitForm million = plain;
    million.scale = 1e6;
    AddForms({"M" + code}, true, million, form, lexicon);
    AddForms({"M" + code}, true, million, sign, lexicon);
  }
  for (const RuleEntry& entry : tables.List("minor")) {
    const double parts = entry.NumberOr("per", 100);
    const UnitForm minor{AddUnit(
        {entry.Text("id"), entry.Text("name"), "currency", 1 / parts, 0, UnitClass::kCurrency, entry.Text("of")})};
    AddForms(entry.Strings("words"), false, minor, form, lexicon);
    UnitForm symbol = minor;
    symbol.digits = symbol.glued = true;
    AddForms(entry.Strings("after"), true, symbol, form, lexicon);
  }
}

void UnitTable::LoadFamilies(RuleTables& tables, Lexicon& lexicon) {
  std::map<std::string, uint32_t> numbers;
  for (const RuleEntry& entry : tables.List("family")) {
    const auto family = static_cast<uint32_t>(families.size());
    families.push_back({Find(entry.Text("default")), entry.Strings("where"), {}, entry.Strings("before")});
    if (families.back().otherwise == units.size()) entry.Refuse("default", "there is no such unit");
    for (const std::string& home : entry.Strings("homes")) families.back().homes.push_back(Find(home));
    UnitForm shared{families.back().otherwise};
    shared.family = family + 1;
    shared.most = entry.NumberOr("most", 0);
    AddForms(entry.Strings("words"), false, shared, form, lexicon);
    AddForms(entry.Strings("before"), false, shared, sign, lexicon);
    AddForms(entry.Strings("glued"), true, shared, glued_sign, lexicon);
    UnitForm glued = shared;
    glued.digits = glued.glued = true;
    AddForms(entry.Strings("after"), true, glued, form, lexicon);
    if (const std::string whole = entry.TextOr("hundredths_of", ""); !whole.empty()) {
      const auto found = numbers.find(whole);
      if (found == numbers.end())
        entry.Refuse("hundredths_of", "no family of that id stands above");
      else
        families.back().hundredths_of = found->second;
    }
    numbers[entry.Text("id")] = family;
    AddHomes(entry, family, lexicon);
  }
}

void UnitTable::AddHomes(const RuleEntry& entry, uint32_t family, Lexicon& lexicon) {
  for (const auto& [code, names] : entry.Lists("near")) {
    const uint32_t unit = Find(code);
    if (unit == units.size()) entry.Refuse("near", "there is no unit \"" + code + "\"");
    for (const std::string& name : names) lexicon.Add(name, country, (family << 16U) | unit);
  }
}

void UnitTable::LoadDoubtful(RuleTables& tables, Lexicon& lexicon) {
  for (const RuleEntry& entry : tables.List("pound")) {
    pound_weight = Find(entry.Text("weight"));
    if (pound_weight == units.size()) entry.Refuse("weight", "there is no such unit");
    UnitForm pound{Find(entry.Text("money"))};
    if (pound.unit == units.size()) entry.Refuse("money", "there is no such unit");
    pound.pound = true;
    families.push_back({pound.unit, {}, {}, {}});
    pound.family = static_cast<uint32_t>(families.size());
    AddHomes(entry, pound.family - 1, lexicon);
    AddForms(entry.Strings("words"), false, pound, form, lexicon);
    for (const std::string& word : entry.Strings("money_near")) lexicon.Add(word, money_near, 0);
  }
  for (const RuleEntry& entry : tables.List("glued_sign")) {
    for (const auto& [text, code] : entry.Lists("signs")) {
      const uint32_t unit = Find(code.empty() ? "" : code.front());
      if (unit == units.size()) entry.Refuse("signs", "there is no currency for \"" + text + "\"");
      AddForms({text}, true, UnitForm{unit}, glued_sign, lexicon);
    }
  }
}

}  // namespace tallywire::extract
