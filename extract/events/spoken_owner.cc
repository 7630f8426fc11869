#include "extract/events/spoken_owner.h"

#include <algorithm>

#include "extract/events/opening_place.h"
#include "extract/events/subject_candidate.h"
#include "extract/events/subject_slot.h"
#include "extract/events/text_home.h"

namespace tallywire::extract {
namespace {

class SpokenOwner {
 public:
  SpokenOwner(const SentenceContext& context, size_t front, EventDraft& draft)
      : c_(context), draft_(draft), cells_(context.cells()), front_(front) {}

  void Run() {
    if (TakePlaceOfSentence() || TakeOfAgency() || TakeWorld() || TakeWholeCountry()) return;
    // "Congo's ban holds. Analysts expect a market deficit of 9 t": the world's.
    if (c_.measure(draft_.measure).of_market) return;
    const bool accounts = c_.measure(draft_.measure).company && c_.focus->company != kAbsent && !IsOfTrade();
    const int spoken_of = accounts ? c_.focus->company : SpokenOf();
    if (spoken_of == kAbsent) return TakeOpening();
    TakeFromFocus(c_, spoken_of, draft_);
  }

 private:
  // "India: stocks fell", "In South Korea, attendance slumped 15%": the sentence turns to another country.
  bool TakePlaceOfSentence() {
    int place = PlaceLabel(c_);
    if (place == kAbsent) {
      place = OpeningPlace(c_);
      if (place == kAbsent || static_cast<size_t>(place) >= front_) return false;
    }
    TakeName(c_, place, draft_);
    return true;
  }

  // "The Federal Reserve cut its key rate", "Inflation quickened to 3%, Statistics Norway reported": the agency's
  // country.
  bool TakeOfAgency() {
    const MeasureEntry& measure = c_.measure(draft_.measure);
    const bool firm = c_.focus->subject != kAbsent && c_.names->IsCompany(c_.focus->subject);
    if (!measure.national && !measure.of_market && !(measure.IsTrade() && firm)) return false;
    for (size_t at = front_; at-- > c_.sentence->dateline;) {
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
    TakeReferent(c_, country, agency, draft_);
    return true;
  }

  // "Bihar got 5 t. The Indian Rice Association puts production at 90 t": a body of the whole country reckons the
  // whole, not the part that was spoken of.
  bool TakeWholeCountry() {
    const int part = c_.focus->subject;
    const int country = part == kAbsent ? kAbsent : c_.names->CountryOfPlace(part);
    if (country == kAbsent) return false;
    for (const size_t at : c_.sentence->named) {
      if (at < c_.sentence->dateline || at >= draft_.cell) continue;
      if (c_.names->CountryOf(cells_[at].subject) != country || !Reckons(at)) continue;
      TakeReferent(c_, country, at, draft_);
      return true;
    }
    return false;
  }

  // "the association puts", "according to the association's estimate": between that cell and the figure.
  bool Reckons(size_t body) const {
    constexpr uint64_t kReckons = BitOf(WordRole::kEstimate) | BitOf(WordRole::kForecast);
    const auto between = cells_.subspan(body + 1, draft_.cell - body - 1);
    return std::any_of(between.begin(), between.end(),
                       [](const EventCell& cell) { return (cell.roles & kReckons) != 0; });
  }

  // "World oil demand will grow by 3 bpd. The agency put this year's growth at 2 bpd": what the last sentence said of
  // the world goes on.
  bool TakeWorld() {
    for (const EventDraft& before : c_.focus->drafts) {
      const bool world = before.subject != kAbsent && c_.names->KindOf(before.subject) == SubjectKind::kWorld;
      if (!world || before.measure != draft_.measure || c_.opens_paragraph()) continue;
      TakeFromFocus(c_, before.subject, draft_);
      return true;
    }
    return false;
  }

  // "Chile exported 5 t last year. Proceeds came to $4 billion": the country's, where it was spoken of just now.
  bool IsOfTrade() const {
    const DocumentFocus& focus = *c_.focus;
    if (!c_.measure(draft_.measure).Is(MeasureTrait::kTakings) || c_.opens_paragraph() || focus.drafts.empty())
      return false;
    if (focus.subject == kAbsent || !IsPlace(c_.names->KindOf(focus.subject))) return false;
    return !c_.opens_paragraph_since(focus.drafts_sentence) && focus.subject_in <= focus.drafts_sentence &&
           !c_.opens_paragraph_since(focus.subject_in);
  }

  // What the text speaks of; of what no company sets the last country, where it spoke of a company since.
  int SpokenOf() const {
    const DocumentFocus& focus = *c_.focus;
    if (focus.own_report && !c_.measure(draft_.measure).national) return focus.accounts_of;
    // "The largest shares went to Brazil and Peru. Imports above the quota pay 5%": at the border that the text is
    // about.
    if (c_.measure(draft_.measure).Is(MeasureTrait::kDuty)) {
      if (const int home = HomeOfText(c_); home != kAbsent) return home;
    }
    const bool company = focus.subject != kAbsent &&
                         (c_.names->IsCompany(focus.subject) || c_.names->KindOf(focus.subject) == SubjectKind::kName);
    if (company && CountedByNation()) return focus.country != kAbsent ? focus.country : HomeOfText(c_);
    if (company && c_.measure(draft_.measure).national && focus.country != kAbsent) return focus.country;
    // "BYD has a plant. Imports of cars from China fell": a country has them, and puts duties on them.
    const bool border = c_.measure(draft_.measure).Is(MeasureTrait::kInflow) && draft_.phrase && !draft_.inherited &&
                        draft_.phrase->counterparty != kAbsent;
    if (company && IsForecastOfTrade(c_, draft_)) return focus.main_country;
    if (company && (border || c_.measure(draft_.measure).Is(MeasureTrait::kDuty)))
      return focus.country != kAbsent ? focus.country : HomeOfText(c_);
    if (focus.subject == kAbsent) return HomeOfText(c_);
    if (company && c_.opens_paragraph() && c_.measure(draft_.measure).Is(MeasureTrait::kLimit)) return SharedOut();
    const bool report = focus.subject == focus.accounts_of && !c_.measure(draft_.measure).national;
    const bool goes_on = report || c_.measure(draft_.measure).company || !c_.opens_paragraph_since(focus.subject_in);
    return WholeOf(goes_on ? focus.subject : ResumedSubject(c_, focus.subject));
  }

  // "Customs figures showed that exports rose": the country's, whatever firm was spoken of.
  bool CountedByNation() const {
    const Sentence& sentence = c_.sources->reading->sentences[c_.sentence->number];
    for (uint32_t at = sentence.first; at < sentence.last; ++at) {
      if (c_.vocabulary->nation_counts.contains(c_.sources->reading->TextOf(at))) return true;
    }
    return false;
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
    const bool border = measure.IsTrade() || measure.Is(MeasureTrait::kTakings);
    if (!border || entity == kAbsent) return entity;
    const int country = c_.names->CountryOfPlace(entity);
    return country == kAbsent ? entity : country;
  }

  // Nothing else is known: who opens the sentence speaks of his own ("Rusal expects output to reach").
  void TakeOpening() {
    const size_t first = c_.sentence->dateline;
    if (first >= front_ || cells_[first].subject == kAbsent || cells_[first].adjective) return;
    const SubjectKind kind = c_.names->KindOf(cells_[first].subject);
    if (kind != SubjectKind::kName && kind != SubjectKind::kOrganisation) return;
    if (IsPerson(c_, first)) return;
    TakeName(c_, static_cast<int>(first), draft_);
    draft_.doubt *= kDoubtOfFocus;
  }

  const SentenceContext& c_;
  EventDraft& draft_;
  const std::span<const EventCell> cells_;
  const size_t front_;
};

}  // namespace

bool IsForecastOfTrade(const SentenceContext& context, const EventDraft& draft) {
  return context.measure(draft.measure).IsTrade() && context.focus->main_country != kAbsent &&
         RevisesForecast(context, draft);
}

void TakeSpokenOwner(const SentenceContext& context, size_t front, EventDraft& draft) {
  SpokenOwner(context, front, draft).Run();
}

}  // namespace tallywire::extract
