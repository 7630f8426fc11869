// What a text is speaking of: carried from sentence to sentence for "its", "the company", and what is left unsaid.
#include <algorithm>
#include <utility>

#include "extract/events/event_draft.h"
#include "extract/events/event_period.h"
#include "extract/events/limit_term.h"
#include "extract/events/period_season.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/told_unit.h"
#include "model/period.h"

namespace tallywire::extract {
namespace {

// The country that most in the text tells of, else the one that it said it is at home in.
int CountryOfWholeText(const SentenceContext& context) {
  return context.focus->main_country != kAbsent ? context.focus->main_country : context.focus->home;
}

// "China alone took 41% of it", "South Africa took most of the rest": a buyer of what another country sells.
bool TakesPart(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const int home = CountryOfWholeText(context);
  if (home == kAbsent || cells[cell].subject == home || !IsPlace(context.names->KindOf(cells[cell].subject)))
    return false;
  size_t verb = cell + 1;
  if (verb < cells.size() && context.vocabulary->adverbs.contains(context.text(cells[verb]))) ++verb;
  return verb < cells.size() && context.vocabulary->takers.contains(context.text(cells[verb]));
}

// What the sentence speaks of: the owner of its first figure, else its first noun that can own figures. The world and
// names of unknown kind change nothing.
int SpokenOf(const SentenceContext& context, std::span<const EventDraft> drafts, int spoken_of) {
  for (const EventDraft& draft : drafts) {
    if (draft.subject != kAbsent && context.measure(draft.measure).company) return draft.subject;
  }
  const auto matters = [&](int entity) {
    if (entity == kAbsent) return false;
    const SubjectKind kind = context.names->KindOf(entity);
    // Ministries, offices and central banks speak of their country's figures; the groups of the vocabulary have their
    // own.
    if (kind == SubjectKind::kOrganisation) return static_cast<size_t>(entity) < context.vocabulary->subjects.size();
    return kind != SubjectKind::kWorld && kind != SubjectKind::kName && kind != SubjectKind::kAgency;
  };
  for (const EventDraft& draft : drafts) {
    // "Russia's share of EU imports fell": the text goes on with the whole it spoke of.
    const bool part = draft.event.kind == EventKind::kShare && spoken_of != kAbsent &&
                      draft.event.counterparty == context.names->NameOf(spoken_of);
    if (part) return spoken_of;
    // "Beef exports reached 5 t. China bought 68% of it", "with the U.S. supplying 42% of imports"
    const int home = CountryOfWholeText(context);
    const bool bought = draft.event.kind == EventKind::kShare && draft.subject != kAbsent && home != kAbsent &&
                        draft.subject != home && IsPlace(context.names->KindOf(draft.subject));
    if (bought) return spoken_of;
    if (matters(draft.subject)) return draft.subject;
  }
  const auto cells = context.cells();
  if (const int label = PlaceLabel(context); label != kAbsent) return cells[static_cast<size_t>(label)].subject;
  for (size_t at = 0; at < cells.size(); ++at) {
    // "the country could not order Acme to cut": the text goes on with the country.
    if (cells[at].kind == kFigureCell || cells[at].Is(WordRole::kDefiniteCountry)) break;
    if (!matters(cells[at].subject) || !CanBeSubject(context, at)) continue;
    return TakesPart(context, at) ? spoken_of : cells[at].subject;
  }
  return kAbsent;
}

// "Norway receives 8 t and Greenland 2 t": a list of owners leaves what the text speaks of as it was.
bool OwnersDiffer(std::span<const EventDraft> drafts) {
  int owner = kAbsent;
  for (const EventDraft& draft : drafts) {
    if (draft.subject == kAbsent) continue;
    if (owner != kAbsent && draft.subject != owner) return true;
    owner = draft.subject;
  }
  return false;
}

// "South Jeolla 15,831 hectares, Gyeonggi 8,108 hectares": the country that all of them are parts of.
int WholeOfOwners(const SentenceContext& context, std::span<const EventDraft> drafts) {
  int whole = kAbsent;
  for (const EventDraft& draft : drafts) {
    if (draft.subject == kAbsent) continue;
    const int country = context.names->CountryOfPlace(draft.subject);
    if (country == kAbsent || (whole != kAbsent && country != whole)) return kAbsent;
    whole = country;
  }
  return whole;
}

void NoteSubject(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus) {
  for (const EventDraft& draft : drafts) {
    const bool named = draft.subject != kAbsent && context.names->KindOf(draft.subject) == SubjectKind::kName;
    if (named) focus.company = draft.subject;
  }
  // "Thailand's rice was offered at $500": prices are nobody's, and the text goes on with what it spoke of.
  const bool prices = !drafts.empty() && focus.subject != kAbsent &&
                      std::all_of(drafts.begin(), drafts.end(), [&](const EventDraft& draft) {
                        const bool firm = draft.subject != kAbsent && !IsPlace(context.names->KindOf(draft.subject));
                        return context.measure(draft.measure).Is(MeasureTrait::kPrice) && !firm;
                      });
  if (prices) {
    // "Prices rose 2%, the Kenya National Bureau of Statistics reported": the text is back in Kenya.
    const int home = HomeOf(context);
    if (home == kAbsent || home != focus.home) return;
    focus.subject = focus.country = home;
    focus.subject_in = context.sentence->number;
    return;
  }
  int entity = SpokenOf(context, drafts, focus.subject);
  if (const int whole = OwnersDiffer(drafts) ? WholeOfOwners(context, drafts) : kAbsent; whole != kAbsent)
    entity = whole;
  if (entity == kAbsent || (focus.subject != kAbsent && OwnersDiffer(drafts))) return;
  focus.subject = entity;
  focus.subject_in = context.sentence->number;
  switch (context.names->KindOf(entity)) {
    case SubjectKind::kRegion:
      focus.region = entity;
      focus.country = entity;
      break;
    case SubjectKind::kCountry:
      focus.country = entity;
      break;
    case SubjectKind::kCompany:
    case SubjectKind::kName:
      focus.company = entity;
      break;
    default:
      focus.organisation = entity;
  }
}

// "the Ministry of Mines of the Republic of Guinea"
int CountryOfBody(const SentenceContext& context, size_t at) {
  const auto cells = context.cells();
  const int country = context.names->CountryOf(cells[at].subject);
  if (country != kAbsent || context.names->KindOf(cells[at].subject) != SubjectKind::kAgency) return country;
  if (at + 1 >= cells.size() || !cells[at + 1].Is(WordRole::kOwner)) return kAbsent;
  constexpr size_t kReach = 5;  // "of the Republic of"
  for (size_t next = at + 2; next < std::min(cells.size(), at + 1 + kReach); ++next) {
    const bool between = cells[next].Is(WordRole::kArticle) || cells[next].Is(WordRole::kPlaceNoun) ||
                         cells[next].Is(WordRole::kOwner) || cells[next].capital;  // "the Socialist Republic of"
    if (cells[next].subject == kAbsent && between) continue;
    const bool place = cells[next].subject != kAbsent && IsPlace(context.names->KindOf(cells[next].subject));
    return place ? cells[next].subject : kAbsent;
  }
  return kAbsent;
}

void NoteHome(const SentenceContext& context, FocusNouns& focus) {
  if (focus.home == kAbsent) focus.home = HomeOf(context);
}

void NoteItem(const SentenceContext& context, std::span<const EventDraft> drafts, FocusNouns& focus) {
  for (const EventDraft& draft : drafts) {
    if (draft.item == kAbsent) continue;
    focus.item = draft.item;
    return;
  }
  const auto cells = context.cells();
  for (size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].item == kAbsent || cells[at].kind == kFigureCell || NamesOffice(context, at)) continue;
    focus.item = cells[at].item;
    return;
  }
}

// "said Rusagrotrans analyst Jane Doe. The company trimmed": the house of somebody who is introduced.
bool IsHouse(const SentenceContext& context, size_t cell) {
  constexpr size_t kLongestOffice = 3;  // cells: "senior wheat analyst"
  const auto cells = context.cells();
  const SubjectKind kind = context.names->KindOf(cells[cell].subject);
  if ((kind != SubjectKind::kName && kind != SubjectKind::kCompany) || cells[cell].adjective) return false;
  for (size_t at = cell + 1; at < std::min(cells.size(), cell + 1 + kLongestOffice); ++at) {
    if (cells[at].kind != kWordCell || cells[at].Is(WordRole::kNounPreposition)) return false;
    if (!cells[at].Is(WordRole::kPersonNoun)) continue;
    return at + 1 < cells.size() && cells[at + 1].subject != kAbsent && !cells[at + 1].adjective;
  }
  return false;
}

void NoteSpeakers(const SentenceContext& context, FocusNouns& focus) {
  bool introduced = false;  // somebody by name and office
  for (const EventCell& cell : context.cells().subspan(context.sentence->dateline)) {
    if (cell.subject == kAbsent) continue;
    const SubjectKind kind = context.names->KindOf(cell.subject);
    // "Jane Doe, president of the Harvesters union": the union is no person that "she" stands for.
    const auto at = static_cast<size_t>(&cell - context.cells().data());
    if (IsHouse(context, at)) focus.company = cell.subject;
    const bool person = kind == SubjectKind::kPerson || (kind == SubjectKind::kName && IsPerson(context, at));
    if (person || (kind == SubjectKind::kName && !introduced)) focus.person = cell.subject;
    introduced = introduced || person;
    if (kind == SubjectKind::kOrganisation || kind == SubjectKind::kAgency) focus.body = cell.subject;
  }
}

bool LiesBefore(std::string_view period, std::string_view other) {
  // Seasons overlap by their years' names.
  constexpr size_t kSeason = 9;  // 2023/2024
  if (period.size() == kSeason && other.size() == kSeason && period[4] == '/' && other[4] == '/') return period < other;
  const auto days = DaysOf(period);
  const auto others = DaysOf(other);
  return days && others && days->last < others->first;
}

bool LiesAhead(const SentenceContext& context, std::string_view period) {
  const auto days = DaysOf(period);
  return days && context.published && days->first > *context.published;
}

bool IsOutlook(const SentenceContext& context, const EventDraft& draft, const DocumentFocus& focus) {
  const Modality modality = draft.event.modality;
  const bool month = GrainOf(draft.event.period) == Grain::kMonth && !context.measure(draft.measure).set;
  if ((modality == Modality::kForecast || month) && LiesAhead(context, draft.event.period)) return true;
  const bool open = modality == Modality::kForecast || modality == Modality::kPlanned;
  const bool year = GrainOf(draft.event.period) == Grain::kYear;
  if (!open || !year || context.measure(draft.measure).set || focus.period.empty()) return false;
  return EndsBefore(focus.period, context.published) && !EndsBefore(draft.event.period, context.published);
}

void NotePeriod(const EventDraft& draft, DocumentFocus& focus) {
  const Event& event = draft.event;
  if (event.period.find('/') != std::string::npos && GrainOf(event.period) == Grain::kOther)
    focus.spans.push_back(event.period);
  const auto known = std::find_if(focus.periods.begin(), focus.periods.end(),
                                  [&](const auto& entry) { return entry.measure == event.measure; });
  DocumentFocus::MeasurePeriod noted{event.measure, event.period, draft.subject};
  if (known != focus.periods.end()) {
    *known = std::move(noted);
  } else {
    focus.periods.push_back(std::move(noted));
  }
}

bool EndsDateline(std::string_view mark) { return mark.size() > 1 || mark == ";" || mark == ":" || mark == "-"; }

// Each noun that `later` leaves open is the earlier one; the home is the first one that was told.
void FillIn(const FocusNouns& earlier, FocusNouns& later) {
  if (later.subject == kAbsent) later.subject_in = earlier.subject_in;
  for (int FocusNouns::*noun : {&FocusNouns::subject, &FocusNouns::country, &FocusNouns::region, &FocusNouns::company,
                                &FocusNouns::organisation, &FocusNouns::item, &FocusNouns::person, &FocusNouns::body}) {
    if (later.*noun == kAbsent) later.*noun = earlier.*noun;
  }
  if (earlier.home != kAbsent) later.home = earlier.home;
}

}  // namespace

// "MANILA, June 21 (Newswire) -", "the Philippine Statistics Authority"
int HomeOf(const SentenceContext& context) {
  const auto cells = context.cells();
  for (const size_t at : context.sentence->named) {
    const int entity = cells[at].subject;
    const bool dateline = at < context.sentence->dateline;
    const bool country = context.names->KindOf(entity) == SubjectKind::kCountry;
    const int town = dateline ? context.names->CountryOfPlace(entity) : kAbsent;
    const int home = dateline && country ? entity : town != kAbsent ? town : CountryOfBody(context, at);
    if (home != kAbsent) return home;
  }
  return kAbsent;
}

bool SentenceContext::opens_paragraph() const {
  return sentence->first == 0 || sources->reading->tokens[sentence->first].blank_before;
}

// "the 2023/24 season"; a look back leaves the season as it is.
void NoteSeason(const SentenceContext& context, std::span<const EventDraft> drafts, DocumentFocus& focus) {
  for (const size_t at : context.sentence->dated) {
    const std::string& value = context.date(context.cells()[at]).value;
    if (!IsSeason(value)) continue;
    if (value > focus.season) focus.season = value;
    if (!focus.season_months.empty()) continue;
    focus.season_months =
        MonthsOfSeason(context, context.sources->dates[static_cast<size_t>(context.cells()[at].date)]);
    focus.months_season = value;
    const auto told = std::find_if(drafts.begin(), drafts.end(), [&](const EventDraft& draft) {
      return draft.item != kAbsent && draft.event.period == focus.season_months;
    });
    focus.season_item = told != drafts.end() ? told->item : focus.item;
  }
}

namespace {

void NoteActivity(const std::string& activity, SpokenLimits& limits) {
  if (activity.empty() || limits.several || activity == limits.activity) return;
  limits.several = !limits.activity.empty();
  limits.activity = limits.several ? std::string{} : activity;
}

// The year or season that limits are named for, or the quarter or half, unless it is over.
bool NamesTerm(const SentenceContext& context, const std::string& value) {
  const Grain grain = GrainOf(value);
  if (grain == Grain::kQuarter || grain == Grain::kHalf) return !EndsBefore(value, context.published);
  return grain == Grain::kYear || IsSeason(value);
}

// "used up the annual quotas in the first four months of 2017": those of the year that the sentence speaks of.
std::string YearOfAnnual(const SentenceContext& context, size_t at) {
  const auto cells = context.cells();
  constexpr size_t kReach = 3;
  const size_t first = at > kReach ? at - kReach : 0;
  const bool annual =
      std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.begin() + static_cast<std::ptrdiff_t>(at),
                  [&](const EventCell& cell) { return context.vocabulary->annual.contains(context.text(cell)); });
  if (!annual) return {};
  std::string year;
  for (const EventCell& cell : cells) {
    if (cell.kind != kDateCell) continue;
    const std::string& value = context.date(cell).value;
    const Grain grain = GrainOf(value);
    const auto named = YearOf(value);
    if (!named || IsSeason(value) || grain == Grain::kDay || grain == Grain::kWeek) continue;
    if (!year.empty() && year != value.substr(0, 4)) return {};
    year = value.substr(0, 4);
  }
  return EndsBefore(year, context.published) ? std::string{} : year;
}

// "catch limits for six shared stocks in 2025": the year or season that the clause goes on to name.
std::string YearBehind(const SentenceContext& context, size_t at) {
  const auto cells = context.cells();
  constexpr size_t kReach = 8;
  for (size_t k = at; k < std::min(cells.size(), at + kReach); ++k) {
    if (cells[k].kind == kCommaCell || cells[k].kind == kBarrierCell || cells[k].kind == kVerbCell) return {};
    if (cells[k].kind != kDateCell) continue;
    const std::string& value = context.date(cells[k]).value;
    const bool compared = (cells[k].date_roles & BitOf(WordRole::kFromward)) != 0;
    return !compared && NamesTerm(context, value) ? value : std::string{};
  }
  return {};
}

}  // namespace

void NoteLimits(const SentenceContext& context, DocumentFocus& focus) {
  SpokenLimits& limits = focus.limits;
  const bool dated = !limits.period.empty();
  if (!context.sentence->has_figure) limits.announced.clear();
  const auto cells = context.cells();
  for (size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].measure == kAbsent || cells[at].kind != kWordCell) continue;
    const MeasureEntry& measure = context.measure(cells[at].measure);
    if (!measure.Is(MeasureTrait::kLimit)) continue;
    limits.spoken = true;
    if (limits.term.empty()) limits.term = TermOfLimits(context, context.sentence->number);
    if (limits.sentence == SpokenLimits::kNoSentence || limits.sentence < context.sentence->number)
      limits.sentence = context.sentence->number;
    NoteActivity(ActivityOfLimit(context, at), limits);
    const bool announced = !context.sentence->has_figure && context.sentence->number != limits.announced_in;
    if (dated && !announced) continue;
    const MeasurePhrase phrase = ReadMeasurePhrase(*context.vocabulary, *context.names, cells, at);
    for (const int date : {phrase.period, phrase.other_date}) {
      if (date == kAbsent) continue;
      const std::string& value = context.date(cells[static_cast<size_t>(date)]).value;
      if (!NamesTerm(context, value)) continue;
      if (!dated) limits.period = value;
      if (announced) limits.announced = value;
    }
    if (announced && limits.announced.empty()) limits.announced = YearBehind(context, phrase.last);
    if (announced && !limits.announced.empty()) limits.announced_in = context.sentence->number;
    if (dated) continue;
    if (limits.period.empty()) limits.period = YearBehind(context, phrase.last);
    if (limits.period.empty()) limits.period = YearOfAnnual(context, at);
  }
}

// Things and owners that a text may be about.
void NoteTopic(const SentenceContext& context, DocumentFocus& focus) {
  std::vector<int> items;
  std::vector<int> subjects;
  const auto cells = context.cells();
  for (size_t at = context.sentence->dateline; at < cells.size(); ++at) {
    const EventCell& cell = cells[at];
    if (cell.item != kAbsent && cell.kind != kFigureCell && !NamesOffice(context, at)) items.push_back(cell.item);
    if (cell.subject == kAbsent) continue;
    const SubjectKind kind = context.names->KindOf(cell.subject);
    const bool owner = kind == SubjectKind::kCountry || kind == SubjectKind::kRegion ||
                       kind == SubjectKind::kOrganisation || kind == SubjectKind::kCompany;
    if (owner) subjects.push_back(cell.subject);
  }
  focus.items.Note(items);
  focus.subjects.Note(subjects);
}

namespace {

EventSentence& RoomForSentence() {
  thread_local EventSentence sentence;
  return sentence;
}

}  // namespace

FocusCatchUp::FocusCatchUp(const SentenceContext& context, DocumentFocus& focus)
    : context_(context), sentence_(RoomForSentence()), focus_(focus) {
  context_.sentence = &sentence_;
  context_.focus = &focus_;
}

void FocusCatchUp::Read() {
  if (left_.empty()) return;
  found_ = {};
  for (; !left_.empty(); left_.pop_back()) {
    if (Wants(context_.sources->reading->sentences[left_.back()])) Take(left_.back());
  }
  FillIn(focus_, found_);
  static_cast<FocusNouns&>(focus_) = found_;
}

bool FocusCatchUp::Wants(const Sentence& sentence) const {
  const bool subject = found_.subject == kAbsent;
  const bool country = subject || found_.country == kAbsent;
  const bool company = subject || found_.company == kAbsent;
  const bool body = subject || found_.organisation == kAbsent || found_.body == kAbsent;
  const bool person = found_.person == kAbsent;
  const bool home = focus_.home == kAbsent;
  for (const NameSpan& name : context_.names->From(sentence.first)) {
    if (name.first >= sentence.last) break;
    const SubjectKind kind = context_.names->KindOf(name.entity);
    const bool somebody = kind == SubjectKind::kName || kind == SubjectKind::kPerson;
    if (somebody ? person : kind == SubjectKind::kCompany ? company : body) return true;
    if (home && context_.names->CountryOf(name.entity) != kAbsent) return true;
  }
  const auto when = [](bool wanted, unsigned hints) { return wanted ? hints : 0U; };
  const unsigned hints = when(found_.item == kAbsent, kHintItem) | when(country, kHintPlace) |
                         when(country || found_.region == kAbsent, kHintRegion) | when(company, kHintFirm) |
                         when(body, kHintBody) | when(home, kHintAgency) | when(!focus_.limits.several, kHintLimit);
  const auto words =
      std::span(context_.sources->reading->words).subspan(sentence.first, sentence.last - sentence.first);
  const EventHints& known = context_.vocabulary->hints;
  if (std::any_of(words.begin(), words.end(), [&](uint32_t word) { return known.Has(word, hints); })) return true;
  return home && MayHaveDateline(sentence);
}

// A dateline is a country and, somewhere behind it, a dash or the like.
bool FocusCatchUp::MayHaveDateline(const Sentence& sentence) const {
  const Reading& reading = *context_.sources->reading;
  bool country = false;
  for (uint32_t at = sentence.first; at < sentence.last; ++at) {
    country = country || context_.vocabulary->hints.Has(reading.words[at], kHintPlace);
    if (country && reading.tokens[at].kind == TokenKind::kSymbol && EndsDateline(reading.TextOf(at))) return true;
  }
  return false;
}

void FocusCatchUp::Take(size_t sentence) {
  ReadCells(*context_.sources, sentence, CellUse::kFocus, sentence_);
  FocusNouns said;
  NoteSubject(context_, {}, said);
  NoteHome(context_, said);
  NoteItem(context_, {}, said);
  NoteSpeakers(context_, said);
  if (!sentence_.has_figure) NoteTopic(context_, focus_);
  NoteLimits(context_, focus_);
  FillIn(said, found_);
}

void UpdateFocus(const SentenceContext& context, std::vector<EventDraft> drafts, DocumentFocus& focus) {
  NoteUnits(context, drafts, focus);
  // Lists and tables say much about many; what the text around them speaks of stays.
  if (context.sentence->statement) {
    if (!drafts.empty()) focus.drafts_sentence = context.sentence->number;
    return;
  }
  NoteSubject(context, drafts, focus);
  NoteHome(context, focus);
  NoteItem(context, drafts, focus);
  NoteSpeakers(context, focus);
  if (const std::string& actor = drafts.front().event.actor; !actor.empty()) focus.speakers.push_back(actor);
  for (const EventDraft& draft : drafts) {
    if (draft.item != kAbsent && context.measure(draft.measure).Is(MeasureTrait::kLimit))
      focus.limits.item = draft.item;
    if (draft.role == CaptureRole::kBase || draft.event.period.empty()) continue;
    // A look back ("a year earlier it lost $2 million") leaves what the text is about as it was.
    // A company's plan for next year is followed by the report of what it did.
    const bool report = draft.subject != kAbsent && context.names->IsCompany(draft.subject);
    const bool behind_plan = report && LiesAhead(context, focus.period);
    if (LiesBefore(draft.event.period, focus.period) && !behind_plan) continue;
    // Nor does a forecast of a time that has not begun, or a plan beside a report of what is over.
    if (IsOutlook(context, draft, focus)) continue;
    // Nor do the days for which limits hold, where no figure named them.
    if (draft.event.period_text.empty() && draft.event.period == focus.limits.term) {
      NotePeriod(draft, focus);
      continue;
    }
    if (focus.period != draft.event.period) focus.basis.clear();
    focus.period = draft.event.period;
    NotePeriod(draft, focus);
    if (!draft.event.basis.empty()) focus.basis = draft.event.basis;
  }
  focus.drafts = std::move(drafts);
  focus.drafts_sentence = context.sentence->number;
}

}  // namespace tallywire::extract
