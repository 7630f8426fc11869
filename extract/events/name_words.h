// Words by which names are told that stand in no list: names.toml.
#pragma once

#include "extract/text/word_set.h"

namespace tallywire::extract {

// The lists of its section [names]; their comments there tell what each is for.
struct NameWords {
  WordSet company_suffixes;  // "Ltd": left out of the preferred name
  WordSet inner_suffixes;    // "Corporation": of "Food Corporation of India"
  WordSet company_prefixes;  // "PT"
  WordSet company_words;     // "Bank": kept in the name
  WordSet bodies;            // "Ministry", "Embassy": names that begin or end with one are organisations
  WordSet body_inner;        // "for": inside the names of bodies only
  WordSet name_inner;        // "von": inside any name
  WordSet joins;             // "and"
  WordSet signs;             // "&": of a company
  WordSet of_name;           // "of"
  WordSet the;               // "The"
  WordSet organs;            // "Board": speaks for its firm
  WordSet offices;           // "ministry": of "the production ministry said"
  WordSet state_bodies;      // "Office": of "Federal Office for Agriculture"
  WordSet states;            // "Republic": of "Republic of Ghana"
  WordSet provinces;         // "Province": behind the name of a region
  WordSet portfolios;        // "Finance", "Mines": no part of a minister's name
  WordSet titles;            // end where a person's name begins
  WordSet describers;        // "consultancy", in front of the name of one that speaks of others
  WordSet works;             // "Act", "System": names that end so are of nobody
  WordSet no_name;           // "Documents": begin no name
  WordSet alone;             // "Drought": no name where it opens a sentence
  WordSet no_part;           // "GDP": measures in capitals, never in a name
  WordSet seas;              // "Ocean": behind an adjective that names no country then
  WordSet waters;            // "river": behind a name that owns nothing then
  WordSet short_states;      // "Ariz.": behind a town, nobody's name
  WordSet seats;             // "based": "the Vancouver-based miner" is not Vancouver
  WordSet in_turn;           // "respectively": names in front of it have a figure each
  WordSet plural_verbs;      // "are": no name is their subject
  WordSet with;              // "with": no verb
};

}  // namespace tallywire::extract
