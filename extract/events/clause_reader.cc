#include "extract/events/clause_reader.h"

#include "extract/events/word_lists.h"

namespace tallywire::extract {
namespace {

constexpr WordField<PeriodWords> kPeriodWords[] = {
    {"span_ordinals", &PeriodWords::span_ordinals},
    {"opening_ordinals", &PeriodWords::opening_ordinals},
    {"same_spans", &PeriodWords::same_spans},
    {"preceding", &PeriodWords::preceding},
    {"year_earlier", &PeriodWords::year_earlier},
    {"following", &PeriodWords::following},
    {"running", &PeriodWords::running},
    {"each", &PeriodWords::each},
    {"ahead", &PeriodWords::ahead},
    {"throughout", &PeriodWords::throughout},
    {"in_course", &PeriodWords::in_course},
    {"through", &PeriodWords::through},
    {"began", &PeriodWords::began},
    {"counted_to", &PeriodWords::counted_to},
    {"up_to", &PeriodWords::up_to},
    {"so_far", &PeriodWords::so_far},
    {"state_marks", &PeriodWords::state_marks},
    {"state_ends", &PeriodWords::state_ends},
    {"heights", &PeriodWords::heights},
    {"price_ties", &PeriodWords::price_ties},
    {"the_week", &PeriodWords::the_week},
    {"averages", &PeriodWords::averages},
    {"annual", &PeriodWords::annual},
    {"yearly", &PeriodWords::yearly},
    {"counted_years", &PeriodWords::counted_years},
    {"season_nouns", &PeriodWords::season_nouns},
    {"season_ties", &PeriodWords::season_ties},
    {"season_starts", &PeriodWords::season_starts},
    {"season_begins", &PeriodWords::season_begins},
    {"crops", &PeriodWords::crops},
    {"vintages", &PeriodWords::vintages},
    {"deliveries", &PeriodWords::deliveries},
    {"decade_ends", &PeriodWords::decade_ends},
    {"month_ends", &PeriodWords::month_ends},
    {"reports", &PeriodWords::reports},
    {"decided_things", &PeriodWords::decided_things},
    {"announces", &PeriodWords::announces},
    {"results", &PeriodWords::results},
    {"meetings", &PeriodWords::meetings},
    {"markets", &PeriodWords::markets},
    {"aside_participles", &PeriodWords::aside_participles},
    {"past_verbs", &PeriodWords::past_verbs},
    {"present_verbs", &PeriodWords::present_verbs},
    {"standing_verbs", &PeriodWords::standing_verbs},
    {"what", &PeriodWords::what},
};

constexpr WordField<LimitWords> kLimitWords[] = {
    {"leave", &LimitWords::leave},         {"should", &LimitWords::should},
    {"decisions", &LimitWords::decisions}, {"agent_by", &LimitWords::agent_by},
    {"in_force", &LimitWords::in_force},   {"term_nouns", &LimitWords::term_nouns},
    {"terms", &LimitWords::terms},         {"term_closes", &LimitWords::term_closes},
    {"term_ends", &LimitWords::term_ends}, {"beginnings", &LimitWords::beginnings},
    {"arrivals", &LimitWords::arrivals},   {"they", &LimitWords::they},
    {"turns", &LimitWords::turns},         {"what_for", &LimitWords::what_for},
    {"actors", &LimitWords::actors},
};

constexpr WordField<OwnerWords> kOwnerWords[] = {
    {"own_names", &OwnerWords::own_names},
    {"it", &OwnerWords::it},
    {"at_house", &OwnerWords::at_house},
    {"addressing", &OwnerWords::addressing},
    {"facilities", &OwnerWords::facilities},
    {"makers", &OwnerWords::makers},
    {"agent_endings", &OwnerWords::agent_endings},
    {"adverbs", &OwnerWords::adverbs},
    {"receivers", &OwnerWords::receivers},
    {"takers", &OwnerWords::takers},
    {"asks", &OwnerWords::asks},
    {"handed_to", &OwnerWords::handed_to},
    {"goes", &OwnerWords::goes},
    {"goes_to", &OwnerWords::goes_to},
    {"shares", &OwnerWords::shares},
    {"whose", &OwnerWords::whose},
    {"relatives", &OwnerWords::relatives},
    {"persons", &OwnerWords::persons},
    {"within", &OwnerWords::within},
    {"around", &OwnerWords::around},
    {"elsewhere", &OwnerWords::elsewhere},
    {"neighbouring", &OwnerWords::neighbouring},
    {"picking", &OwnerWords::picking},
    {"excluding", &OwnerWords::excluding},
    {"parts", &OwnerWords::parts},
    {"meeting_places", &OwnerWords::meeting_places},
    {"nation_counts", &OwnerWords::nation_counts},
    {"listed", &OwnerWords::listed},
    {"delivery_terms", &OwnerWords::delivery_terms},
};

constexpr WordField<ThingWords> kThingWords[] = {
    {"no_things", &ThingWords::no_things}, {"no_noun_endings", &ThingWords::no_noun_endings},
    {"heads", &ThingWords::heads},         {"stand_ins", &ThingWords::stand_ins},
    {"sums", &ThingWords::sums},           {"causes", &ThingWords::causes},
    {"pro_forms", &ThingWords::pro_forms}, {"of_known", &ThingWords::of_known},
    {"one_of", &ThingWords::one_of},       {"uses", &ThingWords::uses},
    {"graded", &ThingWords::graded},
};

constexpr WordField<ModalityWords> kModalityWords[] = {
    {"told", &ModalityWords::told},
    {"backshift", &ModalityWords::backshift},
    {"denials", &ModalityWords::denials},
    {"after", &ModalityWords::after},
    {"wishes", &ModalityWords::wishes},
    {"acts", &ModalityWords::acts},
    {"acted", &ModalityWords::acted},
    {"leads", &ModalityWords::leads},
    {"field_surveys", &ModalityWords::field_surveys},
};

}  // namespace

Status ReadClauseWords(const RuleFile& file, const RuleNode& root, ClauseWords& out) {
  if (auto read = ReadWordLists<PeriodWords>(file, root, "periods", kPeriodWords, out); !read) return read;
  if (auto read = ReadWordLists<LimitWords>(file, root, "limits", kLimitWords, out); !read) return read;
  if (auto read = ReadWordLists<OwnerWords>(file, root, "owners", kOwnerWords, out); !read) return read;
  if (auto read = ReadWordLists<ThingWords>(file, root, "things", kThingWords, out); !read) return read;
  return ReadWordLists<ModalityWords>(file, root, "modality", kModalityWords, out);
}

}  // namespace tallywire::extract
