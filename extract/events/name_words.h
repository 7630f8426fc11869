// Words by which names are told, and what small words say beside names and dates: the lists of names.toml.
#pragma once

#include <string>
#include <vector>

#include "extract/text/word_set.h"

namespace tallywire::extract {

struct NameWords {
  WordSet company_suffixes;
  WordSet company_words;  // kept in the name
  WordSet company_prefixes;
  WordSet bodies;      // "Ministry", "Embassy": names that begin or end with one are organisations
  WordSet portfolios;  // "Finance", "Mines": no part of a minister's name
  WordSet titles;      // end where a person's name begins
  WordSet no_name;
  WordSet works;                           // "Act", "System": names that end so are of nobody
  WordSet describers;                      // "consultancy", in front of the name of one that speaks of others
  WordSet reports;                         // "report": a date in front tells when it was said
  WordSet present_verbs;                   // "is", "has": of now, not of a past period that was spoken of
  WordSet meetings;                        // "meeting": what is decided on its day is not about it
  WordSet causes;                          // "That": opens what follows from the figures in front
  WordSet shares;                          // "share": whose it is may stand behind "of"
  WordSet organs;                          // "Board": speaks for its firm
  WordSet announces;                       // "announces": what a firm does with its results
  WordSet results;                         // "results"
  WordSet neighbouring;                    // "neighbouring": in front of a place that opens a sentence
  WordSet sums;                            // "total": of what was spoken of
  WordSet waters;                          // "river": behind a name that owns nothing then
  WordSet seas;                            // "Ocean": behind an adjective that names no country then
  WordSet no_part;                         // "GDP": measures in capitals, never in a name
  WordSet through;                         // "through November": since the year began
  WordSet after;                           // "after": what it begins had happened before
  WordSet acts;                            // "raise": what somebody does to what is measured
  WordSet acted;                           // "reduced": what was done so
  WordSet ahead;                           // "the next five years"
  WordSet throughout;                      // "over the next five years", not "within"
  WordSet told;                            // "that", behind which goes on what a verb in front says
  WordSet past_verbs;                      // "came": what they tell is over
  WordSet wishes;                          // "wants"
  WordSet field_surveys;                   // "survey"
  WordSet leads;                           // "under the plan"
  WordSet backshift;                       // "would"
  WordSet uses;                            // "used": of "used in magnets"
  WordSet actors;                          // "company": counted, they are none of what they share
  WordSet facilities;                      // "mine": of "the Grasberg mine produced"
  WordSet heads;                           // "oil": of whichever oil was spoken of
  WordSet whose;                           // of "Acme, the biggest one, whose sales"
  WordSet what;                            // of "below what was landed in 2020"
  WordSet season_ties;                     // "year", "runs": between "the 2025/26" and "from July to June"
  WordSet season_begins;                   // "starting": of "the 2025/26 season starting in October"
  WordSet leave;                           // "may": of "may export 5 t", where it gives leave
  WordSet should;                          // "should": of "the quota should be lowered"
  WordSet provinces;                       // "Province": behind the name of a region
  WordSet arrivals;                        // "arrive": of "must arrive between May 1 and August 31"
  WordSet in_force;                        // "effect": of "took effect on May 1", when a limit begins or ends
  WordSet the;                             // "The": of "The changes apply from May 1"
  WordSet term_nouns;                      // "changes": likewise
  WordSet state_marks;                     // "by": of "had caught 5 t by Monday"
  WordSet up_to;                           // "by": of "had made 5 t by May 1", since the season began
  WordSet term_ends;                       // "until": of "valid until June 30"
  WordSet beginnings;                      // "introduced": of "introduced in 2013", when it began
  WordSet began;                           // "began": of "since the season began in October"
  WordSet markets;                         // "futures": of what is traded every day
  WordSet stand_ins;                       // "total": what was spoken of, by another word
  WordSet they;                            // what was spoken of, as the subject of a sentence
  WordSet it;                              // whoever spoke last, in front of a verb of saying
  WordSet at_house;                        // "at": of "analysts at Veyt"
  WordSet heights;                         // "record": of "below the record set in 2020"
  WordSet elsewhere;                       // "statewide": of "5%, against 4% statewide"
  WordSet makers;                          // "makers": of "5 t for starch makers"
  WordSet season_nouns;                    // "season": of "the season that started in May"
  WordSet counted_years;                   // "the farm year began": what sums are counted in
  WordSet each;                            // "in each of the next two years"
  WordSet following;                       // "the following two years": those behind the one spoken of
  WordSet running;                         // "the current limit"
  WordSet averages;                        // "realized": prices of a span, not of a day
  std::vector<std::string> decade_ends;    // "end": of "the end of the decade"
  std::vector<std::string> month_ends;     // "end": of "by end-January"
  WordSet listed;                          // "listed": of "Acme's Hong Kong-listed shares"
  WordSet terms;                           // "period": of "the current period, which expires on May 31"
  WordSet term_closes;                     // "expires": likewise
  WordSet meeting_places;                  // of bodies of many countries: "BRUSSELS - The EU"
  WordSet addressing;                      // "told": who stands behind it is spoken to
  WordSet loading;                         // "fob": what is sold there is loaded at the place behind it
  WordSet graded;                          // "with": of "wheat with a protein content of 12%"
  WordSet within;                          // "in": of "5 t in Karnataka"
  WordSet yearly;                          // "a year": of "5 t a year"
  WordSet standing_verbs;                  // "employs": so now, whatever period was spoken of
  WordSet relatives;                       // "which": of "to China, which imported 5 t"
  WordSet excluding;                       // "other than": who is named behind it is not meant
  WordSet nation_counts;                   // "customs": of figures that are a country's
  WordSet goes;                            // "went": of "5 t went to Peru"
  WordSet handed_to;                       // "for": of "5 t for Peru"
  WordSet state_bodies;                    // "Office": of "Federal Office for Agriculture"
  WordSet deliveries;                      // "loading": of "for January loading"
  WordSet crops;                           // "harvest": of "from the 2022/23 harvest"
  WordSet made;                            // "created": of "Acme, created in 2021, produced"
  WordSet vintages;                        // "vintage": of "the 2028 vintage"
  WordSet asks;                            // "ask": of "ask OPEC for a quota"
  WordSet annual;                          // "annual": of "the annual limit"
  WordSet what_for;                        // "for": of "5 t for mining"
  WordSet decisions;                       // "issued": of "issued in May"
  WordSet offices;                         // "ministry": of "the production ministry said"
  WordSet states;                          // "Republic": of "Republic of Ghana"
  WordSet agent_by;                        // "by": of "set by the ministry"
  WordSet of_known;                        // "them": of "4% of them"
  WordSet pro_forms;                       // "that": of "that for cod"
  WordSet receivers;                       // "received": of "Acme received 5 t"
  WordSet plural_verbs;                    // "are": no name is their subject
  std::vector<std::string> state_ends;     // "earlier": of "a week earlier", when something was so
  std::vector<std::string> one_of;         // "one of": of "one of the largest markets"
  std::vector<std::string> agent_endings;  // "ers": of "Hunters took 5 t"
  WordSet adverbs;                         // "now": between a name and its verb
  WordSet name_inner;
  std::vector<std::string> same_spans;        // "same": of "the same months of 2018"
  std::vector<std::string> span_ordinals;     // "first": of "the first eight months"
  std::vector<std::string> opening_ordinals;  // those of the year's beginning
  std::vector<std::string> year_earlier;      // "a year earlier", whatever date it was read as
  std::vector<std::string> preceding;         // "before": of "the month before"
  WordSet body_inner;                         // "for": inside the names of bodies only
  WordSet persons;                            // "who": of persons only
  WordSet alone;                              // "Drought": no name where it opens a sentence
  WordSet with;                               // "with": no verb
  WordSet takers;                             // "China took most of it"
  WordSet around;                             // "capacity around the world"
  WordSet picking;                            // "from fellow Asean members"
  WordSet goes_to;                            // "5 t going to Peru"
  WordSet parts;                              // "the state": a part of a country, where one was spoken of
  WordSet in_turn;                            // "respectively": names in front of it have a figure each
  WordSet seats;                              // "based": "the Vancouver-based miner" is not Vancouver
};

}  // namespace tallywire::extract
