#include "extract/events/name_reader.h"

#include <fmt/format.h>

#include <map>

#include "extract/events/vocabulary_entries.h"
#include "extract/files/near_name.h"

namespace tallywire::extract {

Status ReadNameWords(const RuleFile& file, const RuleNode& root, NameWords& out) {
  const std::map<std::string_view, std::vector<std::string>*> lists = {
      {"span_ordinals", &out.span_ordinals}, {"opening_ordinals", &out.opening_ordinals},
      {"same_spans", &out.same_spans},       {"year_earlier", &out.year_earlier},
      {"preceding", &out.preceding},         {"agent_endings", &out.agent_endings},
      {"state_ends", &out.state_ends}};
  const std::map<std::string_view, WordSet*> sets = {{"company_suffixes", &out.company_suffixes},
                                                     {"kept", &out.company_words},
                                                     {"bodies", &out.bodies},
                                                     {"portfolios", &out.portfolios},
                                                     {"titles", &out.titles},
                                                     {"no_name", &out.no_name},
                                                     {"inner", &out.name_inner},
                                                     {"seats", &out.seats},
                                                     {"works", &out.works},
                                                     {"describers", &out.describers},
                                                     {"reports", &out.reports},
                                                     {"through", &out.through},
                                                     {"no_part", &out.no_part},
                                                     {"seas", &out.seas},
                                                     {"present_verbs", &out.present_verbs},
                                                     {"after", &out.after},
                                                     {"acts", &out.acts},
                                                     {"told", &out.told},
                                                     {"backshift", &out.backshift},
                                                     {"it", &out.it},
                                                     {"stand_ins", &out.stand_ins},
                                                     {"what", &out.what},
                                                     {"beginnings", &out.beginnings},
                                                     {"in_force", &out.in_force},
                                                     {"leave", &out.leave},
                                                     {"should", &out.should},
                                                     {"season_ties", &out.season_ties},
                                                     {"season_begins", &out.season_begins},
                                                     {"term_ends", &out.term_ends},
                                                     {"the", &out.the},
                                                     {"term_nouns", &out.term_nouns},
                                                     {"state_marks", &out.state_marks},
                                                     {"markets", &out.markets},
                                                     {"began", &out.began},
                                                     {"whose", &out.whose},
                                                     {"heads", &out.heads},
                                                     {"facilities", &out.facilities},
                                                     {"actors", &out.actors},
                                                     {"uses", &out.uses},
                                                     {"they", &out.they},
                                                     {"at_house", &out.at_house},
                                                     {"within", &out.within},
                                                     {"yearly", &out.yearly},
                                                     {"standing_verbs", &out.standing_verbs},
                                                     {"handed_to", &out.handed_to},
                                                     {"goes", &out.goes},
                                                     {"nation_counts", &out.nation_counts},
                                                     {"excluding", &out.excluding},
                                                     {"asks", &out.asks},
                                                     {"vintages", &out.vintages},
                                                     {"state_bodies", &out.state_bodies},
                                                     {"annual", &out.annual},
                                                     {"relatives", &out.relatives},
                                                     {"what_for", &out.what_for},
                                                     {"decisions", &out.decisions},
                                                     {"offices", &out.offices},
                                                     {"states", &out.states},
                                                     {"agent_by", &out.agent_by},
                                                     {"of_known", &out.of_known},
                                                     {"pro_forms", &out.pro_forms},
                                                     {"receivers", &out.receivers},
                                                     {"company_prefixes", &out.company_prefixes},
                                                     {"plural_verbs", &out.plural_verbs},
                                                     {"adverbs", &out.adverbs},
                                                     {"body_inner", &out.body_inner},
                                                     {"in_turn", &out.in_turn},
                                                     {"persons", &out.persons},
                                                     {"parts", &out.parts}};
  std::vector<std::string> known;
  known.reserve(lists.size() + sets.size());
  for (const auto& [name, list] : lists) known.emplace_back(name);
  for (const auto& [name, set] : sets) known.emplace_back(name);
  return ReadSection(file, root, "names", nullptr,
                     [&](const std::string& name, const RuleNode*, const std::vector<std::string>& words) -> Status {
                       const auto list = lists.find(name);
                       const auto set = sets.find(name);
                       if (list != lists.end()) {
                         list->second->insert(list->second->end(), words.begin(), words.end());
                       } else if (set != sets.end()) {
                         for (const std::string& word : words) set->second->Add(word);
                       } else {
                         return Fail(ErrorCode::kUsage, PlaceOfName(file, root["names"][name]),
                                     fmt::format("'{}' is not known here{}", name, Suggestion(name, known)),
                                     fmt::format("Use {}", fmt::join(known, ", ")));
                       }
                       return {};
                     });
}

}  // namespace tallywire::extract
