#include "extract/figures/figure_words.h"

#include <algorithm>
#include <utility>

namespace tallywire::extract {
namespace {

void AddAll(const std::vector<std::string>& phrases, Tag tag, uint32_t entry, Lexicon& lexicon) {
  for (const std::string& phrase : phrases) lexicon.Add(phrase, tag, entry);
}

}  // namespace

Status FigureWords::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon) {
  const std::pair<const char*, Tag*> names[] = {{"bound before", &bound_before},
                                                {"bound after", &bound_after},
                                                {"bound prefix", &bound_prefix},
                                                {"bound verb", &bound_verb},
                                                {"bound during", &during},
                                                {"bound during unless", &during_unless},
                                                {"direction verb", &direction_verb},
                                                {"direction noun", &direction_noun},
                                                {"direction higher", &higher},
                                                {"direction between", &direction_between},
                                                {"number name head", &name_head},
                                                {"number name", &name_whole},
                                                {"number phone", &phone},
                                                {"number clock", &clock},
                                                {"number age", &age},
                                                {"number age near", &age_near},
                                                {"number decade", &decade},
                                                {"number joint", &joint},
                                                {"day name", &day_name},
                                                {"share link", &share_link},
                                                {"share over", &share_over},
                                                {"level link", &level_link},
                                                {"unit", &unit_form},
                                                {"noun stop", &noun_stop},
                                                {"noun stand-in", &noun_stand_in},
                                                {"noun irregular", &noun_irregular},
                                                {"number link", &link},
                                                {"noun attributive", &noun_attributive},
                                                {"noun singular", &noun_singular},
                                                {"noun never", &noun_never},
                                                {"one not before", &one_not_before},
                                                {"one not behind", &one_not_behind},
                                                {"one of before", &one_of_before}};
  for (const auto& [name, tag] : names) *tag = tags.Add(name);
  Status status = LoadBounds(files, lexicon);
  if (status) status = LoadDirections(files, lexicon);
  if (status) status = LoadNames(files, lexicon);
  if (status) status = LoadNouns(files, lexicon);
  return status;
}

Status FigureWords::LoadBounds(std::span<const RuleFile> files, Lexicon& lexicon) {
  auto tables = RuleTables::Parse(files, "bounds.toml");
  if (!tables) return tl::unexpected(tables.error());
  for (const RuleEntry& entry : tables->List("bound")) {
    const auto bound = BoundFrom(entry.Text("bound"));
    if (!bound) entry.Refuse("bound", "a bound is one of ~ >= > <= <");
    const auto number = static_cast<uint32_t>(bound.value_or(Bound::kExact));
    AddAll(entry.Strings("before"), bound_before, number, lexicon);
    AddAll(entry.Strings("after"), bound_after, number, lexicon);
    AddAll(entry.Strings("prefix"), bound_prefix, number, lexicon);
  }
  for (const RuleEntry& entry : tables->List("share")) {
    AddAll(entry.Strings("words"), share_link, entry.Flag("ratios") ? 1 : 0, lexicon);
    AddAll(entry.Strings("over"), share_over, 0, lexicon);
    AddAll(entry.Strings("levels"), level_link, 0, lexicon);
  }
  for (const RuleEntry& entry : tables->List("verb")) AddAll(entry.Strings("words"), bound_verb, 0, lexicon);
  for (const RuleEntry& entry : tables->List("during")) {
    AddAll(entry.Strings("words"), during, 0, lexicon);
    AddAll(entry.Strings("unless"), during_unless, 0, lexicon);
  }
  return tables->status();
}

Status FigureWords::LoadDirections(std::span<const RuleFile> files, Lexicon& lexicon) {
  auto tables = RuleTables::Parse(files, "directions.toml");
  if (!tables) return tl::unexpected(tables.error());
  for (const RuleEntry& entry : tables->List("direction")) {
    const auto direction = DirectionFrom(entry.Text("direction"));
    if (!direction) entry.Refuse("direction", "a direction is one of up, down, flat");
    const auto number = static_cast<uint32_t>(direction.value_or(Direction::kNone));
    AddAll(entry.Strings("verbs"), direction_verb, number, lexicon);
    AddAll(entry.Strings("before_units"), direction_verb, number | kUnitsOnly, lexicon);
    AddAll(entry.Strings("nouns"), direction_noun, number, lexicon);
    AddAll(entry.Strings("higher"), higher, number, lexicon);
  }
  for (const RuleEntry& entry : tables->List("between")) {
    AddAll(entry.Strings("words"), direction_between, 0, lexicon);
  }
  return tables->status();
}

Status FigureWords::LoadNames(std::span<const RuleFile> files, Lexicon& lexicon) {
  auto tables = RuleTables::Parse(files, "number_names.toml");
  if (!tables) return tl::unexpected(tables.error());
  for (const RuleEntry& entry : tables->List("head")) {
    const bool any_case = entry.Flag("any_case");
    const auto capital_only = entry.Strings("lower_except");
    for (const std::string& word : entry.Strings("words")) {
      const bool lower = any_case && std::find(capital_only.begin(), capital_only.end(), word) == capital_only.end();
      lexicon.Add(word, name_head, lower ? kAnyCase : any_case ? kNoCount : kCapital);
    }
  }
  for (const RuleEntry& entry : tables->List("name")) AddAll(entry.Strings("words"), name_whole, 0, lexicon);
  for (const RuleEntry& entry : tables->List("age")) AddAll(entry.Strings("near"), age_near, 0, lexicon);
  const std::pair<const char*, Tag> lists[] = {{"clock", clock}, {"phone", phone},   {"age", age},
                                               {"joint", joint}, {"decade", decade}, {"day", day_name}};
  for (const auto& [name, tag] : lists) {
    for (const RuleEntry& entry : tables->List(name)) AddAll(entry.Strings("words"), tag, 0, lexicon);
  }
  return tables->status();
}

Status FigureWords::LoadNouns(std::span<const RuleFile> files, Lexicon& lexicon) {
  auto tables = RuleTables::Parse(files, "number_nouns.toml");
  if (!tables) return tl::unexpected(tables.error());
  for (const RuleEntry& entry : tables->Tables("stop")) {
    AddAll(entry.Strings("words"), noun_stop, 0, lexicon);
    AddAll(entry.Strings("stand_ins"), noun_stand_in, 0, lexicon);
  }
  for (const RuleEntry& entry : tables->Tables("irregular")) {
    for (const auto& [word, singular] : entry.Lists("words")) {
      singulars.push_back(singular.empty() ? word : singular.front());
      lexicon.Add(word, noun_irregular, static_cast<uint32_t>(singulars.size() - 1));
    }
  }
  for (const RuleEntry& entry : tables->Tables("attributive")) {
    AddAll(entry.Strings("words"), noun_attributive, 0, lexicon);
  }
  for (const RuleEntry& entry : tables->Tables("singular")) {
    AddAll(entry.Strings("words"), noun_singular, 0, lexicon);
    AddAll(entry.Strings("never"), noun_never, 0, lexicon);
  }
  for (const RuleEntry& entry : tables->Tables("one")) {
    AddAll(entry.Strings("not_before"), one_not_before, 0, lexicon);
    AddAll(entry.Strings("not_behind"), one_not_behind, 0, lexicon);
    AddAll(entry.Strings("of_before"), one_of_before, 0, lexicon);
  }
  return tables->status();
}

}  // namespace tallywire::extract
