// What small words beside figures, dates and names tell of a figure: clauses.toml, whose comments tell what each is
// for.
#pragma once

#include <string>
#include <vector>

#include "extract/text/word_set.h"

namespace tallywire::extract {

// Which period a figure is about.
struct PeriodWords {
  std::vector<std::string> span_ordinals;     // "first": of "the first eight months"
  std::vector<std::string> opening_ordinals;  // "first": those of the year's beginning
  std::vector<std::string> same_spans;        // "same": of "the same months of 2018"
  std::vector<std::string> preceding;         // "before": of "the month before"
  std::vector<std::string> year_earlier;      // "a year earlier", whatever date it was read as
  WordSet following;                          // "following": of "the following two years"
  WordSet running;                            // "current": of "the current limit"
  WordSet each;                               // "each": of "in each of the next two years"
  WordSet ahead;                              // "next": of "the next five years"
  WordSet throughout;                         // "over": of "over the next five years", not "within"
  WordSet in_course;                          // "over": of "over the coming year", twelve months from now
  WordSet through;                            // "through": of "through November", since the year began
  WordSet began;                              // "began": of "since the season began in October"
  WordSet counted_to;                         // "as of": of "exported 5 t as of May 1", likewise; two words
  WordSet up_to;                              // "by": of "had made 5 t by May 1", since the season began
  WordSet so_far;                             // "so far": of "so far in the 2023/24 season"; two words
  WordSet state_marks;                        // "by": of "had caught 5 t by Monday"
  std::vector<std::string> state_ends;        // "earlier": of "a week earlier", when something was so
  WordSet heights;                            // "record": of "below the record set in 2020"
  WordSet price_ties;                         // "worth": of "5 t worth $3 million in May", where the clause goes on
  WordSet the_week;                           // "the week": the one that was told by its days
  WordSet averages;                           // "realized": prices of a span, not of a day
  WordSet annual;                             // "annual": of "the annual limit"
  WordSet yearly;                             // "a year": of "5 t a year"
  WordSet counted_years;                      // "year": of "since the farm year began"
  WordSet season_nouns;                       // "season": of "the season that started in May"
  WordSet season_ties;                        // "year", "runs": between "the 2025/26" and "from July to June"
  WordSet season_starts;                      // "start": of "the start of the season on Oct. 1"
  WordSet season_begins;                      // "starting": of "the 2025/26 season starting in October"
  WordSet crops;                              // "harvest": of "from the 2022/23 harvest"
  WordSet vintages;                           // "vintage": of "the 2028 vintage"
  WordSet deliveries;                         // "loading": of "for January loading"
  std::vector<std::string> decade_ends;       // "end": of "the end of the decade"
  std::vector<std::string> month_ends;        // "end": of "by end-January"
  WordSet reports;                            // "report": a date in front tells when it was said
  WordSet decided_things;                     // "proposal": a date's own is when it was made
  WordSet announces;                          // "announces": what a firm does with its results
  WordSet results;                            // "results": what is announced
  WordSet meetings;                           // "meeting": what is decided on its day is not about it
  WordSet markets;                            // "futures": of what is traded every day
  WordSet aside_participles;                  // "created": of "Acme, created in 2021, produced"
  WordSet past_verbs;                         // "came": what they tell is over
  WordSet present_verbs;                      // "is", "has": of now, not of a past period that was spoken of
  WordSet standing_verbs;                     // "employs": so now, whatever period was spoken of
  WordSet what;                               // "what": of "below what was landed in 2020"
};

// Quotas and other limits: who sets them, and from when until when they hold.
struct LimitWords {
  WordSet leave;        // "may": of "may export 5 t", where it gives leave
  WordSet should;       // "should": of "the quota should be lowered"
  WordSet decisions;    // "issued": of "issued in May"
  WordSet agent_by;     // "by": of "set by the ministry"
  WordSet in_force;     // "effect": of "took effect on May 1", when a limit begins or ends
  WordSet term_nouns;   // "changes": of "The changes apply from May 1"
  WordSet terms;        // "period": of "the current period, which expires on May 31"
  WordSet term_closes;  // "expires"
  WordSet term_ends;    // "until": of "valid until June 30"
  WordSet beginnings;   // "introduced": of "introduced in 2013", when it began
  WordSet arrivals;     // "arrive": of "must arrive between May 1 and August 31"
  WordSet turns;        // "start": of "imports from the start of the quota", which is no figure of a quota
  WordSet they;         // "They": what was spoken of, as the subject of a sentence
  WordSet what_for;     // "for": of "5 t for mining", and of "sugar for March", a contract
  WordSet actors;       // "company": counted, they are none of what they share
};

// Whose a figure is.
struct OwnerWords {
  WordSet own_names;                       // "Company": what a firm calls itself in its own text
  WordSet it;                              // "it": whoever spoke last, in front of a verb of saying
  WordSet at_house;                        // "at": of "analysts at Veyt"
  WordSet addressing;                      // "told": who stands behind it is spoken to
  WordSet facilities;                      // "mine": of "the Grasberg mine produced"
  WordSet makers;                          // "makers": of "5 t for starch makers"
  std::vector<std::string> agent_endings;  // "ers": of "Hunters took 5 t"
  WordSet adverbs;                         // "now": between a name and its verb
  WordSet receivers;                       // "received": of "Acme received 5 t"
  WordSet takers;                          // "took": of "China took most of it"
  WordSet asks;                            // "ask": of "ask OPEC for a quota"
  WordSet handed_to;                       // "for": of "5 t for Peru"
  WordSet goes;                            // "went": of "5 t went to Peru"
  WordSet goes_to;                         // "going to": of "5 t going to Peru"
  WordSet shares;                          // "share": whose it is may stand behind "of"
  WordSet whose;                           // "whose": of "Acme, the biggest one, whose sales"
  WordSet relatives;                       // "which": of "to China, which imported 5 t"
  WordSet persons;                         // "who": those of persons only
  WordSet within;                          // "in": of "5 t in Karnataka"
  WordSet around;                          // "around": of "capacity around the world"
  WordSet elsewhere;                       // "statewide": of "5%, against 4% statewide"
  WordSet neighbouring;                    // "neighbouring": in front of a place that opens a sentence
  WordSet picking;                         // "fellow": of "from fellow Asean members"
  WordSet excluding;                       // "other than": who is named behind it is not meant
  WordSet parts;                           // "the state": a part of a country, where one was spoken of
  WordSet meeting_places;                  // "Geneva": of bodies of many countries
  WordSet nation_counts;                   // "customs": of figures that are a country's
  WordSet listed;                          // "listed": of "Acme's Hong Kong-listed shares"
  WordSet delivery_terms;                  // "fob", "cif": the price holds at the place behind it
};

// What is measured.
struct ThingWords {
  std::vector<std::string> no_noun_endings;  // "ed": of "5 t of ore shipped"
  WordSet no_things;                         // "goods": of "exports of goods"
  WordSet heads;                             // "oil": of whichever oil was spoken of
  WordSet stand_ins;                         // "total": what was spoken of, by another word
  WordSet sums;                              // "total": of what was spoken of
  WordSet causes;                            // "That": opens what follows from the figures in front
  WordSet pro_forms;                         // "that": of "that for cod"
  WordSet of_known;                          // "them": of "4% of them"
  std::vector<std::string> one_of;           // "one of": of "one of the largest markets"
  WordSet uses;                              // "used": of "used in magnets"
  WordSet graded;                            // "with": of "wheat with a protein content of 12%"
};

// How sure a figure is.
struct ModalityWords {
  WordSet told;           // "that", behind which goes on what a verb in front says
  WordSet backshift;      // "would"
  WordSet denials;        // "denied": what stands behind "that" is not so
  WordSet after;          // "after": what it begins had happened before
  WordSet wishes;         // "wants": aims at
  WordSet acts;           // "raise": what somebody does to what is measured
  WordSet acted;          // "reduced": what was done so
  WordSet leads;          // "under": of "under the plan"
  WordSet field_surveys;  // "survey": counts, and is no poll
};

struct ClauseWords : PeriodWords, LimitWords, OwnerWords, ThingWords, ModalityWords {};

}  // namespace tallywire::extract
