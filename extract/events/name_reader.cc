#include "extract/events/name_reader.h"

#include "extract/events/word_lists.h"

namespace tallywire::extract {
namespace {

constexpr WordField<NameWords> kNameWords[] = {
    {"company_suffixes", &NameWords::company_suffixes},
    {"inner_suffixes", &NameWords::inner_suffixes},
    {"company_prefixes", &NameWords::company_prefixes},
    {"kept", &NameWords::company_words},
    {"bodies", &NameWords::bodies},
    {"body_inner", &NameWords::body_inner},
    {"inner", &NameWords::name_inner},
    {"joins", &NameWords::joins},
    {"signs", &NameWords::signs},
    {"of", &NameWords::of_name},
    {"the", &NameWords::the},
    {"organs", &NameWords::organs},
    {"offices", &NameWords::offices},
    {"state_bodies", &NameWords::state_bodies},
    {"states", &NameWords::states},
    {"provinces", &NameWords::provinces},
    {"portfolios", &NameWords::portfolios},
    {"titles", &NameWords::titles},
    {"describers", &NameWords::describers},
    {"works", &NameWords::works},
    {"no_name", &NameWords::no_name},
    {"alone", &NameWords::alone},
    {"no_part", &NameWords::no_part},
    {"seas", &NameWords::seas},
    {"waters", &NameWords::waters},
    {"seats", &NameWords::seats},
    {"short_states", &NameWords::short_states},
    {"in_turn", &NameWords::in_turn},
    {"plural_verbs", &NameWords::plural_verbs},
    {"with", &NameWords::with},
};

}  // namespace

Status ReadNameWords(const RuleFile& file, const RuleNode& root, NameWords& out) {
  return ReadWordLists<NameWords>(file, root, "names", kNameWords, out);
}

}  // namespace tallywire::extract
