#include "extract/events/text_home.h"

#include <algorithm>
#include <vector>

#include "extract/events/focus_home.h"
#include "extract/events/subject_candidate.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

// The only place that was named so far.
int SolePlace(const SentenceContext& context) {
  const auto cells = context.cells();
  const Topic& subjects = context.focus->subjects;
  const auto place = [&](int entity) { return IsPlace(context.names->KindOf(entity)); };
  int found = subjects.Only(place);
  for (const size_t at : context.sentence->named) {
    const EventCell& cell = cells[at];
    if (at < context.sentence->dateline || !place(cell.subject) || cell.subject == found) continue;
    if (at > 0 && cells[at - 1].Is(WordRole::kToward)) continue;  // "to Bangladesh": where it goes
    if (found != kAbsent || subjects.Names(place)) return kAbsent;
    found = cell.subject;
  }
  return found;
}

}  // namespace

int HomeOfText(const SentenceContext& context) {
  // "LUXEMBOURG - Fisheries ministers of the European Union": where a bloc's ministers meet is not whose the news is.
  const int main = context.focus->main_country;
  const bool bloc = main != kAbsent && context.names->KindOf(main) == SubjectKind::kRegion &&
                    context.names->CountryOfPlace(main) == kAbsent;
  if (bloc) return main;
  if (context.focus->home != kAbsent) return context.focus->home;
  if (const int home = HomeOf(context); home != kAbsent) return home;
  return context.focus->main_country != kAbsent ? context.focus->main_country : SolePlace(context);
}

int ResumedSubject(const SentenceContext& context, int last) {
  const int home = context.focus->main_country;
  const bool part = last != kAbsent && context.names->CountryOfPlace(last) != kAbsent;
  const bool place = last != kAbsent && IsPlace(context.names->KindOf(last));
  if (place && !part && home != kAbsent) return home;
  // "Maharashtra's output was 9 t.\n\nDemand is put at 90 t": the country's, which more is told of.
  const bool ours = part && home != kAbsent && context.names->CountryOfPlace(last) == home;
  if (ours) return context.focus->subjects.Most([&](int entity) { return entity == last || entity == home; });
  return context.focus->subjects.Resume(last, part ? last : home);
}

int PlaceOf(const EventVocabulary& vocabulary, size_t entry) {
  const SubjectEntry& subject = vocabulary.subjects[entry];
  if (subject.of >= 0) return subject.of;
  return IsPlace(subject.kind) ? static_cast<int>(entry) : kAbsent;
}

int CountryOfMoney(const EventVocabulary& vocabulary, std::string_view unit) {
  constexpr size_t kCode = 3;  // ISO 4217
  const int* home = vocabulary.countries_of_money.Find(unit.substr(0, kCode));
  return home == nullptr ? kAbsent : *home;
}

namespace {

// Counts what tells of each country.
class HomeVote {
 public:
  HomeVote(const EventVocabulary& vocabulary, const Lexicon& lexicon) : vocabulary_(vocabulary), lexicon_(lexicon) {}

  void ReadNames(const Reading& reading) {
    const auto end = static_cast<uint32_t>(reading.words.size());
    uint32_t behind = 0;   // the last name: "South Africa" is no part of Africa
    bool partner = false;  // the last name is where something goes or comes from
    for (uint32_t at = NextMarked(reading.marks, 0, end, kMarkBig); at < end;
         at = NextMarked(reading.marks, at + 1, end, kMarkBig)) {
      if (at < behind || !reading.tokens[at].capital || !vocabulary_.hints.Has(reading.words[at], kHintTellsPlace))
        continue;
      const Named named = NamedAt(reading, at);
      // "exports to Germany and Belgium": both.
      const bool listed = partner && at == behind + 1 && JoinsList(reading, behind);
      behind = std::max(behind, at + named.tokens);
      if (named.place == kAbsent) continue;
      partner = listed || IsPartner(reading, at);
      if (partner) continue;
      Add(votes_, {named.place, named.points, !named.namesakes});
      if (at < reading.sentences.front().last) NoteLead(named.place);
    }
  }

  void ReadMoney(std::span<const FigureSpan> figures) {
    Votes sums;
    for (const FigureSpan& span : figures) {
      const UnitKind kind = vocabulary_.KindOf(span.figure.unit);
      if (kind != UnitKind::kMoney && kind != UnitKind::kPerUnit) continue;
      const int country = CountryOfMoney(vocabulary_, span.figure.unit);
      if (country != kAbsent) Add(sums, {country, kOfMoney, true});
    }
    for (const Vote& sum : sums) Add(votes_, {sum.country, std::min(sum.points, kMostOfMoney), true});
  }

  // "KATHMANDU: Nepal may sell more electricity": the country that the first words of the lead tell twice.
  void AddLead() {
    if (lead_ != kAbsent && told_again_) Add(votes_, {lead_, kOfLead, false});
  }

  int Winner() const {
    int most = kAbsent;
    int points = 0;
    int next = 0;  // points of the second
    for (const Vote& vote : votes_) {
      if (vote.points <= points) {
        next = std::max(next, vote.points);
        continue;
      }
      next = points;
      most = vote.country;
      points = vote.points;
    }
    return points >= kLeast && points >= next * kLead ? most : kAbsent;
  }

  // All that something else tells of than an agency as other countries have too.
  std::vector<int> Told() const {
    std::vector<int> told;
    for (const Vote& vote : votes_) {
      if (vote.told) told.push_back(vote.country);
    }
    return told;
  }

 private:
  struct Vote {
    int country = kAbsent;
    int points = 0;
    bool told = false;  // by more than an agency as other countries have too
  };
  using Votes = std::vector<Vote>;  // in the order they come in

  static constexpr int kOfName = 2;       // "Bangladesh", and each of its towns, parts and agencies
  static constexpr int kOfAdjective = 1;  // "Bangladeshi"
  static constexpr int kOfMoney = 2;      // a sum in its money
  static constexpr int kMostOfMoney = 8;  // lists of prices are no surer than a few of them
  static constexpr int kLeast = 2;
  static constexpr double kLead = 1.25;  // times the points of the second

  static constexpr int kOfLead = 4;

  struct Named {
    int place = kAbsent;
    int points = 0;
    uint32_t tokens = 0;     // of the name
    bool namesakes = false;  // an agency as other countries have too
  };

  static void Add(Votes& votes, const Vote& vote) {
    const auto known =
        std::find_if(votes.begin(), votes.end(), [&](const Vote& other) { return other.country == vote.country; });
    if (known == votes.end()) {
      votes.push_back(vote);
    } else {
      known->points += vote.points;
      known->told = known->told || vote.told;
    }
  }

  void NoteLead(int place) {
    if (lead_ == kAbsent) {
      lead_ = place;
    } else if (!other_told_) {
      told_again_ = told_again_ || place == lead_;
      other_told_ = place != lead_;
    }
  }

  // The country or region that the longest phrase tells, by its own name or as the whole it is a part of.
  Named NamedAt(const Reading& reading, uint32_t at) {
    matches_.clear();
    lexicon_.AllAt(reading.words, at, matches_);
    if (matches_.empty()) return {};
    for (const Sense& sense : lexicon_.SensesOf(matches_.back().phrase)) {
      const SenseClass what = vocabulary_.ClassOf(sense.tag);
      if (what != SenseClass::kSubject && what != SenseClass::kAdjective) continue;
      const int place = PlaceOf(vocabulary_, sense.entry);
      if (place == kAbsent) continue;
      const uint32_t tokens = matches_.back().tokens;
      const bool namesakes = !vocabulary_.subjects[sense.entry].namesakes.empty();
      const bool adjective = what == SenseClass::kAdjective || IsOfThing(reading, at + tokens);
      return {place, adjective ? kOfAdjective : kOfName, tokens, namesakes};
    }
    return {};
  }

  // Whether a phrase that begins at token `at` has a sense of that kind.
  template <class Wanted>
  bool HasSense(const Reading& reading, uint32_t at, const Wanted& wanted) {
    if (at >= reading.marks.size() || (reading.marks[at] & kMarkPhrase) == 0) return false;
    matches_.clear();
    lexicon_.AllAt(reading.words, at, matches_);
    return std::any_of(matches_.begin(), matches_.end(), [&](const Lexicon::Match& match) {
      const auto senses = lexicon_.SensesOf(match.phrase);
      return std::any_of(senses.begin(), senses.end(), wanted);
    });
  }

  bool JoinsList(const Reading& reading, uint32_t at) const {
    return reading.TextOf(at) == "," || vocabulary_.joins.contains(reading.TextOf(at));
  }

  // "its U.S. sugar quota": a thing follows, which the name describes as an adjective would.
  bool IsOfThing(const Reading& reading, uint32_t at) {
    return HasSense(reading, at,
                    [this](const Sense& sense) { return vocabulary_.ClassOf(sense.tag) == SenseClass::kItem; });
  }

  // "exports to India", "from India", "outside India": where things go and come from, and who is not meant.
  bool IsPartner(const Reading& reading, uint32_t at) {
    if (at == 0) return false;
    if (vocabulary_.excluding.contains(reading.TextOf(at - 1))) return true;
    return HasSense(reading, at - 1, [this](const Sense& sense) {
      constexpr uint64_t kWays = BitOf(WordRole::kToward) | BitOf(WordRole::kFromward);
      return (vocabulary_.RoleOf(sense.tag) & kWays) != 0;
    });
  }

  const EventVocabulary& vocabulary_;
  const Lexicon& lexicon_;
  std::vector<Lexicon::Match> matches_;
  Votes votes_;
  int lead_ = kAbsent;       // the first place of a first sentence
  bool told_again_ = false;  // and in front of any other one once more
  bool other_told_ = false;
};

}  // namespace

PlacesOfText FindPlaces(const EventVocabulary& vocabulary, std::span<const Reading* const> readings,
                        std::span<const FigureSpan> figures, const Lexicon& lexicon) {
  HomeVote vote(vocabulary, lexicon);
  for (const Reading* reading : readings) vote.ReadNames(*reading);
  vote.ReadMoney(figures);
  vote.AddLead();
  return {vote.Winner(), vote.Told()};
}

}  // namespace tallywire::extract
