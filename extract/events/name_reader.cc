#include "extract/events/name_reader.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/events/vocabulary_entries.h"
#include "extract/files/near_name.h"

namespace tallywire::extract {

namespace {

template <typename T>
using Member = std::pair<std::string_view, T NameWords::*>;

constexpr Member<std::vector<std::string>> kLists[] = {
    {"span_ordinals", &NameWords::span_ordinals},
    {"one_of", &NameWords::one_of},
    {"opening_ordinals", &NameWords::opening_ordinals},
    {"decade_ends", &NameWords::decade_ends},
    {"month_ends", &NameWords::month_ends},
    {"same_spans", &NameWords::same_spans},
    {"year_earlier", &NameWords::year_earlier},
    {"preceding", &NameWords::preceding},
    {"agent_endings", &NameWords::agent_endings},
    {"state_ends", &NameWords::state_ends},
};

constexpr Member<WordSet> kSets[] = {
    {"company_suffixes", &NameWords::company_suffixes},
    {"kept", &NameWords::company_words},
    {"bodies", &NameWords::bodies},
    {"portfolios", &NameWords::portfolios},
    {"titles", &NameWords::titles},
    {"no_name", &NameWords::no_name},
    {"inner", &NameWords::name_inner},
    {"seats", &NameWords::seats},
    {"works", &NameWords::works},
    {"describers", &NameWords::describers},
    {"reports", &NameWords::reports},
    {"through", &NameWords::through},
    {"no_part", &NameWords::no_part},
    {"seas", &NameWords::seas},
    {"waters", &NameWords::waters},
    {"sums", &NameWords::sums},
    {"neighbouring", &NameWords::neighbouring},
    {"announces", &NameWords::announces},
    {"results", &NameWords::results},
    {"organs", &NameWords::organs},
    {"shares", &NameWords::shares},
    {"causes", &NameWords::causes},
    {"meetings", &NameWords::meetings},
    {"present_verbs", &NameWords::present_verbs},
    {"after", &NameWords::after},
    {"acts", &NameWords::acts},
    {"acted", &NameWords::acted},
    {"ahead", &NameWords::ahead},
    {"throughout", &NameWords::throughout},
    {"averages", &NameWords::averages},
    {"counted_years", &NameWords::counted_years},
    {"each", &NameWords::each},
    {"following", &NameWords::following},
    {"running", &NameWords::running},
    {"told", &NameWords::told},
    {"past_verbs", &NameWords::past_verbs},
    {"wishes", &NameWords::wishes},
    {"field_surveys", &NameWords::field_surveys},
    {"leads", &NameWords::leads},
    {"backshift", &NameWords::backshift},
    {"it", &NameWords::it},
    {"stand_ins", &NameWords::stand_ins},
    {"what", &NameWords::what},
    {"beginnings", &NameWords::beginnings},
    {"provinces", &NameWords::provinces},
    {"arrivals", &NameWords::arrivals},
    {"in_force", &NameWords::in_force},
    {"leave", &NameWords::leave},
    {"should", &NameWords::should},
    {"season_ties", &NameWords::season_ties},
    {"season_begins", &NameWords::season_begins},
    {"term_ends", &NameWords::term_ends},
    {"the", &NameWords::the},
    {"term_nouns", &NameWords::term_nouns},
    {"state_marks", &NameWords::state_marks},
    {"up_to", &NameWords::up_to},
    {"elsewhere", &NameWords::elsewhere},
    {"makers", &NameWords::makers},
    {"season_nouns", &NameWords::season_nouns},
    {"listed", &NameWords::listed},
    {"terms", &NameWords::terms},
    {"term_closes", &NameWords::term_closes},
    {"meeting_places", &NameWords::meeting_places},
    {"addressing", &NameWords::addressing},
    {"loading", &NameWords::loading},
    {"graded", &NameWords::graded},
    {"heights", &NameWords::heights},
    {"markets", &NameWords::markets},
    {"began", &NameWords::began},
    {"whose", &NameWords::whose},
    {"heads", &NameWords::heads},
    {"facilities", &NameWords::facilities},
    {"actors", &NameWords::actors},
    {"uses", &NameWords::uses},
    {"they", &NameWords::they},
    {"at_house", &NameWords::at_house},
    {"within", &NameWords::within},
    {"yearly", &NameWords::yearly},
    {"standing_verbs", &NameWords::standing_verbs},
    {"handed_to", &NameWords::handed_to},
    {"goes", &NameWords::goes},
    {"nation_counts", &NameWords::nation_counts},
    {"excluding", &NameWords::excluding},
    {"asks", &NameWords::asks},
    {"vintages", &NameWords::vintages},
    {"made", &NameWords::made},
    {"deliveries", &NameWords::deliveries},
    {"crops", &NameWords::crops},
    {"state_bodies", &NameWords::state_bodies},
    {"annual", &NameWords::annual},
    {"relatives", &NameWords::relatives},
    {"what_for", &NameWords::what_for},
    {"decisions", &NameWords::decisions},
    {"offices", &NameWords::offices},
    {"states", &NameWords::states},
    {"agent_by", &NameWords::agent_by},
    {"of_known", &NameWords::of_known},
    {"pro_forms", &NameWords::pro_forms},
    {"receivers", &NameWords::receivers},
    {"company_prefixes", &NameWords::company_prefixes},
    {"plural_verbs", &NameWords::plural_verbs},
    {"adverbs", &NameWords::adverbs},
    {"body_inner", &NameWords::body_inner},
    {"in_turn", &NameWords::in_turn},
    {"persons", &NameWords::persons},
    {"picking", &NameWords::picking},
    {"around", &NameWords::around},
    {"alone", &NameWords::alone},
    {"with", &NameWords::with},
    {"takers", &NameWords::takers},
    {"goes_to", &NameWords::goes_to},
    {"parts", &NameWords::parts},
};

}  // namespace

Status ReadNameWords(const RuleFile& file, const RuleNode& root, NameWords& out) {
  std::map<std::string_view, std::vector<std::string>*> lists;
  std::map<std::string_view, WordSet*> sets;
  for (const auto& [name, member] : kLists) lists[name] = &(out.*member);
  for (const auto& [name, member] : kSets) sets[name] = &(out.*member);
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
