// Whose figure it is.
#include <algorithm>

#include "extract/events/event_draft.h"
#include "extract/events/other_side.h"
#include "extract/events/place_of_price.h"
#include "extract/events/receiver.h"
#include "extract/events/share_whole.h"
#include "extract/events/slot_statement.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

constexpr double kDoubtOfFocus = 0.97;  // the subject stands in another sentence, or behind a pronoun

class SubjectFinder {
 public:
  SubjectFinder(const SentenceContext& context, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()) {}

  void Run() {
    const bool held = draft_.event.kind == EventKind::kShare && c_.measure(draft_.measure).Is(MeasureTrait::kHolding);
    if (draft_.match.subject != kAbsent && held) return TakeHolder();
    if (draft_.match.subject != kAbsent) return Take(draft_.match.subject);
    if (TakeOfStatement()) return;
    if (draft_.event.kind == EventKind::kShare) return TakePartOwner();
    if (TakeDestination()) return;
    // "Iraq pumped 4 million tonnes against Kuwait's 3 million"
    const bool owned = draft_.cell > 0 && cells_[draft_.cell - 1].possessive;
    if (owned && cells_[draft_.cell - 1].subject != kAbsent) return Take(static_cast<int>(draft_.cell) - 1);
    if (IsListed()) return Take(static_cast<int>(draft_.cell) - 1);
    if (draft_.inherited && (TakePlaceBehind() || TakeOfClause())) return;
    if (draft_.inherited && draft_.subject != kAbsent) return;
    if (draft_.carried && draft_.subject != kAbsent) {
      TakeOpener();
      return;
    }
    if (TakeOfRelative()) return;
    if (TakePlaceBehind() || TakeOfPrice()) return;
    if (BehindBarrier() && TakeOfClause()) return;
    if (draft_.phrase && draft_.phrase->subject != kAbsent) return TakePhrase();
    if (draft_.phrase && !draft_.inherited && draft_.phrase->description != kAbsent) {
      const auto at = static_cast<size_t>(draft_.phrase->description);
      if (const int referent = ReferentOf(c_, at); referent != kAbsent) return TakeReferent(referent, at);
    }
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (measure.Is(MeasureTrait::kPrice) && !measure.company) {
      if (const int place = PlaceOfPrice(c_, draft_); place != kAbsent) return Take(place);
    }
    if (!measure.takes_subject || IsCommodityTrade()) return TakeOfMoney();
    if (IsBorder() && !SetsHere(Front()) && (TakeOfLimit() || TakeActor() || TakeSpokenOf())) return;
    TakeNearest(Front());
  }

  // "Beijing cut its duty. Exports to China fell": nobody trades with himself.
  void LeaveOtherSide() {
    const bool trade =
        c_.measure(draft_.measure).Is(MeasureTrait::kInflow) || c_.measure(draft_.measure).Is(MeasureTrait::kOutflow);
    const bool itself = !draft_.event.subject.empty() && draft_.event.subject == draft_.event.counterparty;
    if (!trade || !itself || draft_.event.kind == EventKind::kShare) return;
    const int other = draft_.subject;
    draft_.subject = kAbsent;
    draft_.event.subject.clear();
    draft_.event.subject_text.clear();
    // "Peru is short of buyers. It shipped 5 t to Chile, its biggest market"
    const int home = c_.focus->home != kAbsent ? c_.focus->home : c_.focus->subjects.Most([&](int entity) {
      return entity != other && IsPlace(c_.names->KindOf(entity));
    });
    if (home != kAbsent && home != other) TakeEntity(home);
  }

 private:
  // "Jiangxi received 5 t of the quota and Hunan 4 t"
  bool IsListed() const {
    if (draft_.cell < 2 || c_.before.empty() || draft_.role == CaptureRole::kBase) return false;
    const EventCell& name = cells_[draft_.cell - 1];
    const EventCell& joint = cells_[draft_.cell - 2];
    const bool plain = name.kind == kWordCell && name.subject != kAbsent && !name.adjective && name.item == kAbsent;
    if (!plain || !joint.Is(WordRole::kConjunction) || c_.before.back().subject == kAbsent) return false;
    const SubjectKind kind = c_.names->KindOf(name.subject);
    return (IsPlace(kind) || kind == SubjectKind::kCompany) && !c_.before.back().destination;
  }

  // "It exported 9 t. China took 5 t and India 2 t": what was spoken of goes on, to each of them.
  bool TakeDestination() {
    const bool told = draft_.carried && draft_.match.counterparty != kAbsent;
    const bool again = !c_.before.empty() && c_.before.back().destination;
    const bool goes_on = (draft_.inherited || draft_.carried) && again;
    // "Acme got 5 t, up 3%": nobody's other side, where nothing flows.
    const bool flows = c_.measure(draft_.measure).Is(MeasureTrait::kOutflow);
    if (draft_.inherited && !again && !flows && draft_.match.counterparty != kAbsent) draft_.event.counterparty.clear();
    if (!told && !goes_on) return false;
    if (told && (!c_.measure(draft_.measure).Is(MeasureTrait::kOutflow) || draft_.subject == kAbsent)) {
      draft_.event.counterparty.clear();
      Take(draft_.match.counterparty);
      return true;
    }
    draft_.destination = true;
    // "China took 5 t, ahead of India, with 3 t"
    for (size_t at = draft_.cell; goes_on && at-- > c_.before.back().cell + 1;) {
      if (cells_[at].subject == kAbsent || cells_[at].adjective) continue;
      draft_.event.counterparty = c_.names->NameOf(cells_[at].subject);
      break;
    }
    return true;
  }

  // "Vietnam | 2025 quota: 95,000 tonnes": who stands beside the figure or is its label.
  bool TakeOfStatement() {
    const int owner = FindLabel(*c_.sentence, draft_.cell, [&](const EventCell& cell) {
      return cell.subject != kAbsent && c_.names->KindOf(cell.subject) != SubjectKind::kAgency;
    });
    if (owner != kAbsent) Take(owner);
    return owner != kAbsent;
  }

  // "Brent finished at $65": what is traded has a price, nobody's.
  bool IsCommodityTrade() const {
    return c_.measure(draft_.measure).traded && draft_.item != kAbsent &&
           c_.vocabulary->items[static_cast<size_t>(draft_.item)].priced;
  }

  // "Onions sold for 72 taka a kilo": goods that are paid for in a country's own money are priced there. London's
  // markets price the world's in pounds.
  void TakeOfMoney() {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (!measure.Is(MeasureTrait::kPrice) || measure.company || draft_.item == kAbsent) return;
    const std::string_view unit = MoneyOfPrice();
    const int country = CountryOfMoney(*c_.vocabulary, unit);
    if (country == kAbsent || unit.starts_with("GBP")) return;
    TakeEntity(country);
    draft_.doubt *= kDoubtOfFocus;
  }

  // "prices rose 7% to 31,500 rupees": by so much, in the money of what follows.
  std::string_view MoneyOfPrice() const {
    if (c_.kind_of(draft_.figure) != UnitKind::kPct) return c_.figure(draft_.figure).unit;
    constexpr size_t kReach = 5;
    for (size_t at = draft_.cell + 1; at < std::min(cells_.size(), draft_.cell + kReach); ++at) {
      if (cells_[at].kind == kBarrierCell) break;
      if (cells_[at].kind == kFigureCell) return c_.figure(cells_[at].figure).unit;
    }
    return {};
  }

  // A tariff or an import quota hits others than the country that has it.
  bool IsBorder() const {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    if (measure.Is(MeasureTrait::kDuty)) return measure.flow != Flow::kOut;
    return measure.Is(MeasureTrait::kLimit) && measure.flow == Flow::kIn;
  }

  // "China imposed a tariff of 25%": whoever acts on it in front of it.
  bool SetsHere(size_t from) const {
    constexpr uint64_t kActs = BitOf(WordRole::kSet) | BitOf(WordRole::kUp) | BitOf(WordRole::kDown) |
                               BitOf(WordRole::kHave) | BitOf(WordRole::kFuture) | BitOf(WordRole::kPlanned) |
                               BitOf(WordRole::kProposed) | BitOf(WordRole::kDecided);
    bool acts = false;
    for (size_t at = from; at-- > c_.sentence->dateline;) {
      if (cells_[at].kind == kFigureCell) return false;
      if (cells_[at].possessive && cells_[at].subject != kAbsent) return true;
      if (cells_[at].Is(WordRole::kPronoun)) return true;
      if (acts && cells_[at].subject != kAbsent && CanBeSubject(c_, at)) return true;
      acts = acts || (cells_[at].roles & kActs) != 0;
    }
    return false;
  }

  // "The EU admits 5 t duty-free. Shipments above the quota pay 20%": a duty beside a limit is of the same country.
  bool TakeOfLimit() {
    if (!c_.measure(draft_.measure).Is(MeasureTrait::kDuty)) return false;
    const auto limit = [&](const EventDraft& before) {
      return c_.measure(before.measure).Is(MeasureTrait::kLimit) && before.subject != kAbsent &&
             IsPlace(c_.names->KindOf(before.subject));
    };
    const auto spoken = [&](const EventCell& cell) {
      return cell.measure != kAbsent && c_.measure(cell.measure).Is(MeasureTrait::kLimit);
    };
    for (size_t i = c_.before.size(); i-- > 0;) {
      // "raised its duty on coil to 5% and that on bars to 9%"
      const bool duty = c_.measure(c_.before[i].measure).Is(MeasureTrait::kDuty) && c_.before[i].subject != kAbsent;
      if (!duty && !limit(c_.before[i])) continue;
      TakeEntity(c_.before[i].subject);
      return true;
    }
    const bool beyond = std::any_of(cells_.begin(), cells_.end(), spoken) || !draft_.phrase;
    if (!beyond || c_.focus->drafts_sentence + 1 != c_.sentence->number) return false;
    for (const EventDraft& before : c_.focus->drafts) {
      if (!limit(before)) continue;
      TakeEntity(before.subject);
      draft_.doubt *= kDoubtOfFocus;
      return true;
    }
    return false;
  }

  // "expects American output to reach 9 t, and has fixed the quota at 1 t": who is spoken of in front acts on.
  bool TakeActor() {
    if (c_.before.empty() || c_.before.back().subject == kAbsent) return false;
    const int actor = c_.before.back().subject;
    if (!IsPlace(c_.names->KindOf(actor))) return false;
    bool joined = false;
    bool acts = false;
    for (size_t at = Front(); at-- > c_.before.back().cell;) {
      joined = joined || cells_[at].Is(WordRole::kConjunction);
      acts =
          acts || cells_[at].Is(WordRole::kSet) || cells_[at].Is(WordRole::kHave) || cells_[at].Is(WordRole::kFuture);
    }
    if (!joined || !acts) return false;
    TakeEntity(actor);
    return true;
  }

  int CountryOfDateline() const {
    for (const EventCell& cell : cells_.first(c_.sentence->dateline)) {
      if (cell.subject != kAbsent && c_.names->KindOf(cell.subject) == SubjectKind::kCountry) return cell.subject;
    }
    return kAbsent;
  }

  bool TakeSpokenOf() {
    const int spoken_of = c_.focus->subjects.Resume(c_.focus->subject == kAbsent ? c_.focus->home : c_.focus->subject);
    const int home = c_.focus->home != kAbsent ? c_.focus->home : CountryOfDateline();
    const int entity = home != kAbsent ? home : spoken_of;
    if (entity == kAbsent || c_.names->IsCompany(entity)) return false;
    TakeEntity(entity);
    draft_.doubt *= kDoubtOfFocus;
    return true;
  }

  // "Shares in Acme sank 4.6 percent to close at 86 won": by another verb, of the same firm.
  bool TakeOfPrice() {
    const bool traded = c_.measure(draft_.measure).traded && !draft_.phrase && !c_.before.empty();
    if (!traded || !c_.measure(c_.before.back().measure).Is(MeasureTrait::kPrice)) return false;
    const int owner = c_.before.back().subject;
    if (owner == kAbsent || IsPlace(c_.names->KindOf(owner))) return false;
    for (size_t at = c_.before.back().cell; at < draft_.cell; ++at) {
      if (cells_[at].subject != kAbsent) return false;
    }
    TakeEntity(owner);
    return true;
  }

  // A pronoun that opens the phrase is looked at as well.
  size_t Front() const {
    if (draft_.phrase && !draft_.inherited)
      return std::min(draft_.phrase->first + (draft_.phrase->pronoun ? 1U : 0U), draft_.cell);
    return draft_.anchor != kAbsent && !draft_.inherited ? std::min(static_cast<size_t>(draft_.anchor), draft_.cell)
                                                         : draft_.cell;
  }

  // "Shares of Acme were suspended, while Bexley gained 2%": the measure stands in another clause.
  bool BehindBarrier() const {
    if (draft_.anchor == kAbsent || draft_.inherited) return false;
    for (size_t at = draft_.cell; at-- > static_cast<size_t>(draft_.anchor);) {
      if (cells_[at].kind == kBarrierCell) return true;
    }
    return false;
  }

  // "Germany's fell 2%, while Poland's rose 0.4%", "and PetroChina 5.6 million tons": the measure goes on, its owner is
  // named anew behind the figure in front.
  bool TakeOfClause() {
    bool joined = false;
    size_t from = draft_.cell;
    while (from > 0 && cells_[from - 1].kind != kFigureCell) {
      --from;
      joined = joined || cells_[from].Is(WordRole::kConjunction) || cells_[from].kind == kBarrierCell ||
               cells_[from].kind == kCommaCell;
      // "Quotas for Peru were scrapped, while Chile's remained at 5 t"
      if (cells_[from].kind == kBarrierCell && !draft_.inherited && draft_.anchor < static_cast<int>(from)) break;
    }
    if (from == 0 || !joined) return false;
    for (size_t at = draft_.cell; at-- > from;) {
      if (cells_[at].subject == kAbsent || cells_[at].adjective) continue;
      const SubjectKind kind = c_.names->KindOf(cells_[at].subject);
      if (kind == SubjectKind::kPerson || kind == SubjectKind::kArea || kind == SubjectKind::kAgency) continue;
      // "rises to 5 t and that for Peru to 6 t"
      const bool stands_for = at > 1 && c_.vocabulary->handed_to.contains(c_.text(cells_[at - 1])) &&
                              c_.vocabulary->pro_forms.contains(c_.text(cells_[at - 2]));
      if (stands_for) {
        Take(static_cast<int>(at));
        return true;
      }
      const bool gapped = at + 1 == draft_.cell && !IsGoverned(cells_, at) && kind != SubjectKind::kWorld;
      if (!gapped && !CanBeSubject(c_, at)) continue;
      Take(static_cast<int>(at));
      return true;
    }
    return false;
  }

  // "Minmetals was granted 2,000 tons": the measure stands in an earlier sentence, the owner in this one.
  void TakeOpener() {
    for (size_t at = draft_.cell; at-- > c_.sentence->dateline;) {
      if (cells_[at].kind == kFigureCell && !c_.before.empty()) return;
      if (cells_[at].kind == kBarrierCell && !IsInAside(at)) return;
      if (cells_[at].subject == kAbsent || cells_[at].adjective || !CanBeSubject(c_, at)) continue;
      return Take(static_cast<int>(at));
    }
  }

  // "China, once a leading supplier, was given": between two commas, the verb behind.
  bool IsInAside(size_t barrier) const {
    if (barrier < 2 || cells_[barrier - 1].kind != kCommaCell || cells_[barrier - 2].subject == kAbsent) return false;
    for (size_t at = barrier + 1; at + 1 < draft_.cell; ++at) {
      if (cells_[at].kind != kCommaCell) continue;
      return cells_[at + 1].kind == kVerbCell || cells_[at + 1].Is(WordRole::kHave) ||
             cells_[at + 1].Is(WordRole::kFuture);
    }
    return false;
  }

  // "a decrease of 34 lakh tonnes in Maharashtra, 10 lakh tonnes in Karnataka": where it is made is whose it is.
  bool TakePlaceBehind() {
    // "a duty of 5% in Peru and 6% in Chile"
    const bool local = c_.measure(draft_.measure).Is(MeasureTrait::kLocal) ||
                       (c_.measure(draft_.measure).Is(MeasureTrait::kDuty) && draft_.event.kind == EventKind::kLevel);
    const bool leaves = c_.measure(draft_.measure).Is(MeasureTrait::kOutflow);  // "exports were 5 t from Peru"
    if (!(local || leaves) || (draft_.phrase && !draft_.inherited && draft_.phrase->subject != kAbsent)) return false;
    // "5 tonnes of fishmeal in Peru": the thing may stand between.
    const size_t behind = draft_.cell + 1;
    const bool of_item = behind + 1 < cells_.size() && cells_[behind].Is(WordRole::kNounPreposition) &&
                         cells_[behind + 1].item != kAbsent;
    const size_t at = behind + (of_item ? 3 : 1);
    if (at >= cells_.size() || cells_[at].subject == kAbsent) return false;
    const bool inside = local && c_.vocabulary->within.contains(c_.text(cells_[at - 1]));
    if (!inside && !(leaves && cells_[at - 1].Is(WordRole::kFromward))) return false;
    if (cells_[at].possessive || cells_[at].adjective || !IsPlace(c_.names->KindOf(cells_[at].subject))) return false;
    if (FirmActs()) return false;
    Take(static_cast<int>(at));
    return true;
  }

  // "BYD sold 5 vehicles in Brazil": the firm did.
  bool FirmActs() const {
    for (size_t at = draft_.cell; at-- > c_.sentence->dateline && cells_[at].kind != kFigureCell;) {
      if (cells_[at].kind == kBarrierCell) return false;
      if (cells_[at].subject == kAbsent || !CanBeSubject(c_, at)) continue;
      const SubjectKind kind = c_.names->KindOf(cells_[at].subject);
      return kind == SubjectKind::kCompany || kind == SubjectKind::kName;
    }
    return false;
  }

  void TakeEntity(int entity) {
    draft_.subject = entity;
    draft_.event.subject = c_.names->NameOf(entity);
  }

  // "the West African nation's shipments": a country of that part of the world, the one that is spoken of.
  int NationMeant(size_t at) const {
    const EventCell& part = cells_[at];
    const bool nation = part.adjective && at > 0 && cells_[at - 1].Is(WordRole::kArticle) && at + 1 < cells_.size() &&
                        cells_[at + 1].Is(WordRole::kPlaceNoun);
    if (!nation || c_.names->KindOf(part.subject) == SubjectKind::kCountry) return kAbsent;
    const int spoken_of = c_.focus->country;
    const int topic = spoken_of == kAbsent ? kAbsent : c_.focus->subjects.Resume(spoken_of);
    const bool country = topic != kAbsent && c_.names->KindOf(topic) == SubjectKind::kCountry;
    return country ? topic : spoken_of != kAbsent ? spoken_of : HomeOfText(c_);
  }

  void Take(int cell) {
    const EventCell& at = cells_[static_cast<size_t>(cell)];
    if (at.subject == kAbsent) return;
    if (const int nation = NationMeant(static_cast<size_t>(cell)); nation != kAbsent)
      return TakeReferent(nation, static_cast<size_t>(cell));
    TakeEntity(at.subject);
    draft_.event.subject_text = std::string(c_.text(at));
  }

  // "less than the 5 t of tin that Peru shipped": who acts in the clause behind the figure, on it alone.
  bool TakeOfRelative() {
    if (draft_.inherited || draft_.anchor <= static_cast<int>(draft_.cell) + 1) return false;
    const auto verb = static_cast<size_t>(draft_.anchor);
    if (cells_[verb].kind != kVerbCell) return false;
    const size_t owner = verb - 1 - (cells_[verb - 1].Is(WordRole::kHave) && verb > draft_.cell + 2 ? 1 : 0);
    const EventCell& name = cells_[owner];
    if (name.subject == kAbsent || name.adjective || name.possessive || IsGoverned(cells_, owner)) return false;
    const SubjectKind kind = c_.names->KindOf(name.subject);
    if (!IsPlace(kind) && kind != SubjectKind::kCompany && kind != SubjectKind::kName) return false;
    const auto between = cells_.subspan(draft_.cell + 1, owner - draft_.cell - 1);
    constexpr size_t kLongestThing = 5;  // cells: "of hot-rolled coil that"
    const bool open =
        between.size() <= kLongestThing && std::none_of(between.begin(), between.end(), [](const auto& at) {
          return at.kind == kCommaCell || at.kind == kFigureCell || at.kind == kVerbCell || at.subject != kAbsent ||
                 at.Is(WordRole::kConjunction);
        });
    if (open) Take(static_cast<int>(owner));
    return open;
  }

  // "Saudi exports" have an owner; of "U.S. steel exports to Japan" the modifier is it.
  // In "Ecuador has an OPEC quota" and "its OPEC quota" the body sets what another one owns.
  void TakePhrase() {
    const auto at = static_cast<size_t>(draft_.phrase->subject);
    const EventCell& modifier = cells_[at];
    if (const int country = StateOf(modifier); country != kAbsent) return TakeEntity(country);
    // "BYD, whose global sales rose 8%": those of BYD.
    const bool world = c_.names->KindOf(modifier.subject) == SubjectKind::kWorld;
    if (const int owner = world && at > 0 ? AntecedentOf(at - 1) : kAbsent; owner != kAbsent) return Take(owner);
    const bool sets = c_.measure(draft_.measure).set && !modifier.possessive &&
                      c_.names->KindOf(modifier.subject) == SubjectKind::kOrganisation;
    if (sets && TakeOwner()) {
      draft_.event.actor = c_.names->NameOf(modifier.subject);
      return;
    }
    Take(draft_.phrase->subject);
  }

  // "the loss of customs revenue": the state's, whose office it is.
  int StateOf(const EventCell& modifier) const {
    if (modifier.possessive || c_.names->KindOf(modifier.subject) != SubjectKind::kAgency) return kAbsent;
    const std::string_view words = c_.text(modifier);
    const bool name = std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return name ? kAbsent : HomeOfText(c_);
  }

  bool TakeOwner() {
    const auto phrase = static_cast<size_t>(draft_.phrase->subject);
    for (size_t at = phrase; at-- > 0;) {
      if (cells_[at].Is(WordRole::kPronoun)) {
        const int referent = ReferentOf(c_, at);
        if (referent == kAbsent) return false;
        TakeReferent(referent, at);
        return true;
      }
      if (cells_[at].subject == kAbsent || !CanBeSubject(c_, at)) continue;
      const SubjectKind kind = c_.names->KindOf(cells_[at].subject);
      if (kind != SubjectKind::kCountry && kind != SubjectKind::kCompany) continue;
      Take(static_cast<int>(at));
      return true;
    }
    return false;
  }

  // A name that stands in no vocabulary and opens the sentence owns the results it reports.
  bool TakeReporter(size_t from) {
    if (!c_.measure(draft_.measure).company) return false;
    for (size_t at = c_.sentence->dateline; at < std::min(from, c_.sentence->dateline + 6); ++at) {
      const int entity = cells_[at].subject;
      if (cells_[at].Is(WordRole::kArticle)) return false;
      if (entity == kAbsent || IsGoverned(cells_, at)) continue;
      const SubjectKind kind = c_.names->KindOf(entity);
      if (kind != SubjectKind::kName || IsPerson(c_, at)) return false;
      Take(static_cast<int>(at));
      return true;
    }
    return false;
  }

  // "BERN - The Federal Office for Agriculture allows 5 t": an office of the country that the text is at home in.
  bool IsOffice(size_t at) const {
    const auto entity = static_cast<size_t>(cells_[at].subject);
    const bool known = entity < c_.vocabulary->subjects.size();
    if (known || !c_.measure(draft_.measure).Is(MeasureTrait::kLimit) || HomeOfText(c_) == kAbsent) return false;
    for (uint32_t token = cells_[at].first; token < cells_[at].last(); ++token) {
      if (c_.vocabulary->state_bodies.contains(c_.sources->reading->TextOf(token))) return true;
    }
    return false;
  }

  // "is refined in China, which imported 5 t": the name in front of the comma.
  int AntecedentOf(size_t at) const {
    if (at < 2 || cells_[at - 1].kind != kCommaCell || !c_.vocabulary->relatives.contains(c_.text(cells_[at])))
      return kAbsent;
    // "an analyst at Acme, who expects"
    if (c_.vocabulary->persons.contains(c_.text(cells_[at]))) return kAbsent;
    size_t comma = at - 1;
    // "Aker, the biggest operator, whose sales"
    constexpr size_t kLongestApposition = 8;
    const bool whose = c_.vocabulary->whose.contains(c_.text(cells_[at]));
    for (size_t back = 2; whose && back < kLongestApposition && at > back; ++back) {
      if (cells_[at - back].kind == kCommaCell) comma = at - back;
      if (cells_[at - back].kind != kWordCell) break;
    }
    if (comma == 0) return kAbsent;
    const EventCell& name = cells_[comma - 1];
    if (name.subject == kAbsent || name.adjective || name.possessive) return kAbsent;
    const SubjectKind kind = c_.names->KindOf(name.subject);
    const bool owner = IsPlace(kind) || kind == SubjectKind::kCompany ||
                       (kind == SubjectKind::kName && c_.measure(draft_.measure).company);
    return owner ? static_cast<int>(comma) - 1 : kAbsent;
  }

  // "Eight members agreed to cut output by 5 bpd": some of several, counted and not named.
  bool IsGroup(size_t at) const {
    if (cells_[at].kind != kFigureCell || !cells_[at].Is(WordRole::kPlaceNoun) || IsGoverned(cells_, at)) return false;
    return c_.kind_of(cells_[at].figure) == UnitKind::kCount && c_.figure(cells_[at].figure).value > 1;
  }

  // The body they belong to, where the text speaks of one; no country that was spoken of before.
  void TakeOfGroup() {
    if (c_.focus->organisation == kAbsent) return;
    TakeEntity(c_.focus->organisation);
    draft_.doubt *= kDoubtOfFocus;
  }

  // Whether TakeNearest has to look at the cell: most are words that can be passed over at once.
  bool MayOwn(size_t at) const {
    const EventCell& cell = cells_[at];
    return cell.subject != kAbsent || MayRefer(cell) || cell.kind == kFigureCell || cell.kind == kCommaCell ||
           (at > 0 && cells_[at - 1].kind == kCommaCell);
  }

  // Whom one "it" stands for, another one in front of it stands for as well, where neither opens the sentence.
  bool IsInnerPronoun(size_t at) const {
    constexpr uint64_t kOthers = BitOf(WordRole::kDefinite) | BitOf(WordRole::kDefiniteCountry) |
                                 BitOf(WordRole::kDefiniteCompany) | BitOf(WordRole::kCompanyNoun) |
                                 BitOf(WordRole::kOwnPronoun);
    const EventCell& cell = cells_[at];
    return cell.Is(WordRole::kPronoun) && (cell.roles & kOthers) == 0 && at != c_.sentence->dateline;
  }

  // The nearest subject or description in front of `from`, else what the text speaks of.
  void TakeNearest(size_t from) {
    if (TakeReporter(from)) return;
    const MeasureEntry& measure = c_.measure(draft_.measure);
    const bool states = measure.Is(MeasureTrait::kDuty) || (measure.national && !measure.Is(MeasureTrait::kLimit));
    bool nobody = false;  // is what a pronoun behind stands for
    for (size_t at = from; at-- > 0;) {
      if (!MayOwn(at)) continue;
      at = BeforeAside(c_, at);
      // "its former Ford plant pays a duty of 5%": no firm levies it.
      const bool firm = cells_[at].subject != kAbsent && states && c_.names->IsCompany(cells_[at].subject);
      if (firm) continue;
      if (cells_[at].subject != kAbsent && CanBeSubject(c_, at)) {
        if (IsOffice(at)) return TakeEntity(HomeOfText(c_));
        // "Peru, Chile and Bolivia agreed to cut the quota by 5%": no more the last one's than the first one's.
        const size_t first = FirstOfList(c_, at);
        draft_.joint = first != at;
        return Take(static_cast<int>(first));
      }
      if (const int name = AntecedentOf(at); name != kAbsent) {
        const bool levies = states && c_.names->IsCompany(cells_[static_cast<size_t>(name)].subject);
        if (!levies) return Take(name);
      }
      if (IsGroup(at)) return TakeOfGroup();
      // "Spain, the bloc's biggest fishing nation, accounts for 20%": what describes Spain.
      const bool describes =
          cells_[at].possessive && at + 1 < cells_.size() && cells_[at + 1].Is(WordRole::kSuperlative);
      if (describes || (nobody && IsInnerPronoun(at))) continue;
      if (const int referent = ReferentOf(c_, at); referent != kAbsent) return TakeReferent(referent, at);
      nobody = nobody || IsInnerPronoun(at);
    }
    if (const int label = PlaceLabel(c_); label != kAbsent) return Take(label);
    if (TakeOpeningPlace(from)) return;
    const bool flow =
        c_.measure(draft_.measure).Is(MeasureTrait::kInflow) || c_.measure(draft_.measure).Is(MeasureTrait::kOutflow);
    const bool firm = c_.focus->subject != kAbsent && c_.names->IsCompany(c_.focus->subject);
    if ((c_.measure(draft_.measure).national || (flow && firm)) && TakeOfAgency(from)) return;
    if (TakeWorld()) return;
    const bool accounts = c_.measure(draft_.measure).company && c_.focus->company != kAbsent;
    const int spoken_of = accounts ? c_.focus->company : SpokenOf();
    if (spoken_of == kAbsent) return TakeOpening(from);
    TakeEntity(spoken_of);
    draft_.doubt *= kDoubtOfFocus;
  }

  // "In South Korea, attendance slumped 15%": the sentence turns to another country.
  bool TakeOpeningPlace(size_t from) {
    const int place = OpeningPlace(c_);
    if (place == kAbsent || static_cast<size_t>(place) + 1 >= from) return false;
    Take(place);
    return true;
  }

  // "World oil demand will grow by 3 bpd. The agency put this year's growth at 2 bpd": what the last sentence said of
  // the world goes on.
  bool TakeWorld() {
    for (const EventDraft& before : c_.focus->drafts) {
      const bool world = before.subject != kAbsent && c_.names->KindOf(before.subject) == SubjectKind::kWorld;
      if (!world || before.measure != draft_.measure || c_.opens_paragraph()) continue;
      TakeEntity(before.subject);
      draft_.doubt *= kDoubtOfFocus;
      return true;
    }
    return false;
  }

  // "The Federal Reserve cut its key rate", "Inflation quickened to 3%, Statistics Norway reported": the agency's
  // country.
  bool TakeOfAgency(size_t from) {
    for (size_t at = from; at-- > c_.sentence->dateline;) {
      if (TakeCountryOf(at)) return true;
    }
    for (size_t at = draft_.cell + 1; at < cells_.size(); ++at) {
      if (TakeCountryOf(at)) return true;
    }
    return false;
  }

  bool TakeCountryOf(size_t agency) {
    const int entity = cells_[agency].subject;
    const int country = entity == kAbsent ? kAbsent : c_.names->CountryOf(entity);
    if (country == kAbsent) return false;
    TakeEntity(country);
    draft_.event.subject_text = std::string(c_.text(cells_[agency]));
    draft_.doubt *= kDoubtOfFocus;
    return true;
  }

  // "Customs figures showed that exports rose": the country's, whatever firm was spoken of.
  bool CountedByNation() const {
    const Sentence& sentence = c_.sources->reading->sentences[c_.sentence->number];
    for (uint32_t at = sentence.first; at < sentence.last; ++at) {
      if (c_.vocabulary->nation_counts.contains(c_.sources->reading->TextOf(at))) return true;
    }
    return false;
  }

  // What the text speaks of; of what no company sets the last country, where it spoke of a company since.
  int SpokenOf() const {
    const DocumentFocus& focus = *c_.focus;
    const bool company = focus.subject != kAbsent &&
                         (c_.names->IsCompany(focus.subject) || c_.names->KindOf(focus.subject) == SubjectKind::kName);
    if (company && CountedByNation()) return focus.country != kAbsent ? focus.country : HomeOfText(c_);
    if (company && c_.measure(draft_.measure).national && focus.country != kAbsent) return focus.country;
    // "BYD has a plant. Imports of cars from China fell": a country has them, and puts duties on them.
    const bool border = c_.measure(draft_.measure).Is(MeasureTrait::kInflow) && draft_.phrase && !draft_.inherited &&
                        draft_.phrase->counterparty != kAbsent;
    if (company && (border || c_.measure(draft_.measure).Is(MeasureTrait::kDuty)))
      return focus.country != kAbsent ? focus.country : HomeOfText(c_);
    if (focus.subject == kAbsent) return HomeOfText(c_);
    if (company && c_.opens_paragraph() && c_.measure(draft_.measure).Is(MeasureTrait::kLimit)) return SharedOut();
    const bool goes_on = c_.measure(draft_.measure).company || !c_.opens_paragraph();
    return WholeOf(goes_on ? focus.subject : focus.subjects.Resume(focus.subject));
  }

  // "Peru set the quota at 9 t. Acme got 2 t.\n\nAnalysts expect a quota of 12 t": the whole one, of the country that
  // more sentences speak of than of the firm.
  int SharedOut() const {
    const int firm = c_.focus->subject;
    const int most =
        c_.focus->subjects.Most([&](int entity) { return entity == firm || IsPlace(c_.names->KindOf(entity)); });
    return most == kAbsent ? firm : most;
  }

  // "Hunan's quota was 5 t. Exports slumped 6%": a country has them, where no part of it is named beside them.
  int WholeOf(int entity) const {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    const bool border =
        measure.Is(MeasureTrait::kInflow) || measure.Is(MeasureTrait::kOutflow) || measure.Is(MeasureTrait::kTakings);
    if (!border || entity == kAbsent) return entity;
    const int country = c_.names->CountryOfPlace(entity);
    return country == kAbsent ? entity : country;
  }

  // Nothing else is known: who opens the sentence speaks of his own ("Rusal expects output to reach").
  void TakeOpening(size_t from) {
    const size_t first = c_.sentence->dateline;
    if (first >= from || cells_[first].subject == kAbsent || cells_[first].adjective) return;
    const SubjectKind kind = c_.names->KindOf(cells_[first].subject);
    if (kind != SubjectKind::kName && kind != SubjectKind::kOrganisation) return;
    if (IsPerson(c_, first)) return;
    Take(static_cast<int>(first));
    draft_.doubt *= kDoubtOfFocus;
  }

  void TakeReferent(int entity, size_t cell) {
    TakeEntity(entity);
    draft_.event.subject_text = std::string(c_.text(cells_[cell]));
    draft_.doubt *= kDoubtOfFocus;
  }

  // Of a share the subject is the part's owner and the counterparty the whole.
  void TakePartOwner() {
    if (draft_.phrase && draft_.phrase->subject != kAbsent && draft_.phrase->subject > static_cast<int>(draft_.cell)) {
      const EventCell& whole = cells_[static_cast<size_t>(draft_.phrase->subject)];
      draft_.event.counterparty = c_.names->NameOf(whole.subject);
    }
    // "Norway takes 45% of the quota, Russia 40%"
    const size_t front =
        draft_.cell - (draft_.cell > 1 && cells_[draft_.cell - 1].Is(WordRole::kNounPreposition) ? 2 : 1);
    const bool gapped = draft_.match.role == CaptureRole::kSame && cells_[front].subject != kAbsent;
    if (gapped) {
      Take(static_cast<int>(front));
    } else {
      TakeNearest(std::min(draft_.match.first, draft_.cell));
    }
    // "Russia's share of EU imports fell to 19%"
    if (draft_.phrase && draft_.phrase->subject > static_cast<int>(draft_.match.first)) {
      const int whole = cells_[static_cast<size_t>(draft_.phrase->subject)].subject;
      if (draft_.subject != kAbsent && whole != draft_.subject) draft_.event.counterparty = c_.names->NameOf(whole);
    }
    if (draft_.subject == kAbsent && draft_.phrase && draft_.phrase->subject != kAbsent &&
        draft_.event.counterparty.empty())
      TakePhrase();
    if (c_.measure(draft_.measure).Is(MeasureTrait::kHolding)) TakeOwnedFirm();
    if (draft_.event.counterparty == draft_.event.subject) draft_.event.counterparty.clear();
  }

  // "Orrin, 30% owned by Hartwell": the rule names the holder, what stands in front is held.
  void TakeHolder() {
    // "Hartwell holds 20% of Orrin, while Acme owns 75%"
    const EventDraft* before = c_.before.empty() ? nullptr : &c_.before.back();
    if (before != nullptr && before->measure == draft_.measure && !before->event.counterparty.empty()) {
      draft_.event.counterparty = before->event.counterparty;
      return Take(draft_.match.subject);
    }
    TakeNearest(std::min(draft_.match.first, draft_.cell));
    const std::string firm = draft_.subject != kAbsent ? c_.names->NameOf(draft_.subject) : std::string();
    Take(draft_.match.subject);
    if (draft_.event.counterparty.empty() && firm != draft_.event.subject) draft_.event.counterparty = firm;
  }

  void TakeOwnedFirm() {
    const size_t end = std::min(cells_.size(), draft_.cell + 9);
    for (size_t at = draft_.cell + 1; at < end; ++at) {
      if (cells_[at].subject == kAbsent || cells_[at].adjective) continue;
      draft_.event.counterparty = c_.names->NameOf(cells_[at].subject);
      return;
    }
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
};

}  // namespace

void ResolveSubject(const SentenceContext& context, EventDraft& draft) {
  TakeOtherSide(context, draft);
  SubjectFinder finder(context, draft);
  finder.Run();
  finder.LeaveOtherSide();
  TakeWhole(context, draft);
  TakeReceiver(context, draft);
}

}  // namespace tallywire::extract
