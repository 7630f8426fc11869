#include "extract/events/paired_figures.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

class FigurePairer {
 public:
  FigurePairer(const SentenceContext& context, std::vector<EventDraft>& drafts) : c_(context), drafts_(drafts) {}

  // "The quotas were up 10% and 10.4% respectively": figures pair in order with the measures named before, here or in
  // the last sentence.
  void Run() {
    std::vector<size_t> list;
    for (size_t i = 0; i < drafts_.size(); ++i) {
      if (IsListed(drafts_[i])) list.push_back(i);
    }
    if (list.size() < 2) return;
    // "100 tons and 97 tons, respectively, in 2022"
    const Event& last = drafts_[list.back()].event;
    for (const size_t i : list) {
      if (!drafts_[i].event.period_text.empty() || last.period_text.empty()) continue;
      drafts_[i].event.period = last.period;
      drafts_[i].event.period_text = last.period_text;
    }
    // "produced 5, 4 and 3 tonnes of wheat respectively"
    for (const size_t i : list) {
      if (drafts_[i].event.item.empty()) drafts_[i].event.item = last.item;
    }
    PairWithDates(list);
    if (PairWithNames(list)) return;
    std::vector<const EventDraft*> earlier;
    for (const EventDraft& draft : c_.focus->drafts) {
      if (draft.event.measure == drafts_[list[0]].event.measure && draft.role != CaptureRole::kBase)
        earlier.push_back(&draft);
    }
    if (earlier.size() < list.size()) return;
    const size_t skip = earlier.size() - list.size();
    const int owner = SoleOwner(drafts_[list[0]].cell);
    for (size_t i = 0; i < list.size(); ++i) {
      Event& event = drafts_[list[i]].event;
      const Event& from = earlier[skip + i]->event;
      event.activity = from.activity;
      event.item = from.item;
      event.subject = owner != kAbsent ? c_.names->NameOf(owner) : from.subject;
      if (owner != kAbsent) drafts_[list[i]].subject = owner;
      if (event.period.empty() || (owner != kAbsent && event.period_text.empty())) event.period = from.period;
    }
  }

 private:
  // Whether a rule of lists caught the figure, though it may have left it to another one.
  bool IsListed(const EventDraft& draft) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const EventDraft& other) {
      const bool inside = other.match.first <= draft.cell && draft.cell < other.match.last;
      return other.match.rule->pairs && inside && draft.event.kind == other.event.kind;
    });
  }

  // "Acme won 6 t this quarter and 9 t in 2026. Orrin was given 3 t and 5 t respectively": the one name in front of the
  // figures is whose both are.
  int SoleOwner(size_t figure) const {
    const auto cells = c_.cells();
    int owner = kAbsent;
    for (size_t at = c_.sentence->dateline; at < figure; ++at) {
      if (cells[at].kind != kWordCell || cells[at].subject == kAbsent || cells[at].adjective) continue;
      // "Rosstat put the crop at 9 t and 5 t respectively": who says so has none of it.
      if (owner != kAbsent || c_.names->KindOf(cells[at].subject) == SubjectKind::kAgency) return kAbsent;
      owner = cells[at].subject;
    }
    return owner;
  }

  // "5, 4 and 3 tonnes in 2020, 2021 and 2022, respectively": as many dates behind the list as it has figures.
  void PairWithDates(const std::vector<size_t>& list) {
    const auto cells = c_.cells();
    std::vector<size_t> dates;
    for (size_t at = drafts_[list.back()].cell + 1; at < cells.size() && cells[at].kind != kBarrierCell; ++at) {
      if (cells[at].kind == kFigureCell) return;
      if (cells[at].kind == kDateCell) dates.push_back(at);
    }
    if (dates.size() != list.size()) return;
    for (size_t i = 0; i < list.size(); ++i) {
      Event& event = drafts_[list[i]].event;
      event.period = c_.date(cells[dates[i]]).value;
      event.period_text = std::string(c_.text(cells[dates[i]]));
    }
  }

  // The names in front of the list that differ: items, activities or subjects, as many as there are figures.
  bool PairWithNames(const std::vector<size_t>& list) {
    const auto cells = c_.cells();
    std::vector<int> items;
    std::vector<int> activities;
    std::vector<int> subjects;
    for (size_t at = 0; at < drafts_[list[0]].cell; ++at) {
      if (cells[at].kind != kWordCell) continue;
      if (cells[at].item != kAbsent) items.push_back(static_cast<int>(at));
      if (cells[at].activity != kAbsent && cells[at].item == kAbsent) activities.push_back(static_cast<int>(at));
      if (cells[at].subject != kAbsent) subjects.push_back(static_cast<int>(at));
    }
    const auto number = list.size();
    // "Acme, owned by Peru's Vela, and Orrin's Lima mine"
    if (subjects.size() > number) {
      std::erase_if(subjects, [&](int at) {
        const EventCell& cell = cells[static_cast<size_t>(at)];
        return cell.adjective || cell.possessive || IsGoverned(cells, static_cast<size_t>(at));
      });
    }
    if (subjects.size() > number) subjects = ListedOf(subjects, number);
    if (items.size() > number) items = ListedOf(items, number);
    if (items.size() != number && activities.size() != number && subjects.size() != number) return false;
    for (size_t i = 0; i < number; ++i) {
      Event& event = drafts_[list[i]].event;
      if (items.size() == number) event.item = c_.item(cells[static_cast<size_t>(items[i])].item).name;
      if (activities.size() == number) PairActivity(activities[i], drafts_[list[i]]);
      if (subjects.size() == number) {
        drafts_[list[i]].subject = cells[static_cast<size_t>(subjects[i])].subject;
        event.subject = c_.names->NameOf(drafts_[list[i]].subject);
      }
    }
    return true;
  }

  // "Acme was granted 9 t, while Orrin and Vela, both of Peru, won 5 t and 4 t": of the names at these cells those that
  // make up a list as long as that of the figures, the last one of them.
  std::vector<int> ListedOf(const std::vector<int>& names, size_t number) const {
    const auto cells = c_.cells();
    const auto joined = [&](int name, int next) {
      const auto between = cells.subspan(static_cast<size_t>(name) + 1, static_cast<size_t>(next - name) - 1);
      return !between.empty() && between.size() <= 3 &&
             std::all_of(between.begin(), between.end(), [](const auto& cell) {
               return cell.kind == kCommaCell || cell.Is(WordRole::kConjunction) || cell.Is(WordRole::kArticle);
             });
    };
    for (size_t last = names.size(); last-- > 0;) {
      size_t first = last;
      while (first > 0 && joined(names[first - 1], names[first])) --first;
      if (last - first + 1 == number)
        return {names.begin() + static_cast<long>(first), names.begin() + static_cast<long>(last) + 1};
      last = first;
    }
    return names;
  }

  // A measure word is an activity only beside another measure: "production and exports rose 5% and 3%" pairs measures.
  void PairActivity(int cell, EventDraft& draft) const {
    const EventCell& at = c_.cells()[static_cast<size_t>(cell)];
    const bool own = at.measure != kAbsent && !c_.measure(draft.measure).set;
    if (own) {
      draft.measure = at.measure;
      draft.event.measure = c_.measure(at.measure).name;
      draft.event.measure_text = std::string(c_.text(at));
    } else {
      draft.event.activity = c_.vocabulary->activities[static_cast<size_t>(at.activity)];
    }
  }

  const SentenceContext& c_;
  std::vector<EventDraft>& drafts_;
};

}  // namespace

void PairRespectively(const SentenceContext& context, std::vector<EventDraft>& drafts) {
  FigurePairer(context, drafts).Run();
}

}  // namespace tallywire::extract
