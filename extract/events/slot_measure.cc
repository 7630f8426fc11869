#include "extract/events/slot_measure.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {
namespace {

constexpr size_t kReach = 12;  // cells a phrase may reach to either side of its head

bool IsModifier(const EventCell& cell) {
  if (cell.kind == kDateCell) return cell.date_roles == 0 || (cell.date_roles & ~BitOf(WordRole::kArticle)) != 0;
  return cell.kind == kWordCell;
}

class PhraseReader {
 public:
  PhraseReader(const EventVocabulary& vocabulary, const DocumentNames& names, std::span<const EventCell> cells,
               size_t head)
      : vocabulary_(vocabulary), names_(names), cells_(cells) {
    out_.head = head;
    out_.first = head;
    out_.last = head + 1;
    out_.measure = cells[head].measure;
  }

  MeasurePhrase Run() {
    Before();
    Behind();
    BehindRelative();
    return out_;
  }

 private:
  static int Number(size_t cell) { return static_cast<int>(cell); }

  // Takes what stands in front of the head, nearest first: the nearest of each kind wins.
  void Before() {
    for (size_t at = out_.head; at-- > 0 && out_.head - at <= kReach;) {
      const EventCell& cell = cells_[at];
      if (cell.Is(WordRole::kConjunction)) {
        if (!JoinsPhrase(at)) return;
        out_.first = at;
        continue;
      }
      // "its 948,000-bpd quota": the amount in front is no end of the phrase.
      if (cell.kind == kFigureCell && at + 1 < cells_.size() && out_.head - at <= 4) continue;
      if (!IsModifier(cell) || IsStop(cell)) return;
      // "In the first two months of 2024 imports came to 5 t": a part of the date in front.
      const bool part = cell.kind == kDateCell && (cell.date_roles & BitOf(WordRole::kOwner)) != 0;
      if (part && at > 0 && cells_[at - 1].kind == kDateCell) return;
      out_.first = at;
      if (cell.kind == kDateCell) {
        // "last year's full-year allocation": of which year is told in front.
        if (out_.period == kAbsent || cell.possessive) out_.period = Number(at);
        // A preposition in front of the date ("on the 1985/86 projected revenue") begins the phrase.
        if ((cell.date_roles & ~BitOf(WordRole::kArticle)) != 0) return;
        continue;
      }
      TakeModifier(at);
      if (cell.Is(WordRole::kPronoun)) {
        // "its Hong Kong shares": a place in between only says where.
        const bool owned = cell.Is(WordRole::kOwnPronoun) && out_.subject != kAbsent;
        if (owned && IsPlace(cells_[static_cast<size_t>(out_.subject)])) out_.subject = kAbsent;
        out_.pronoun = true;
        return;
      }
      if (IsDescription(cell)) {
        out_.pronoun = cell.possessive;
        if (!cell.possessive) out_.first = at + 1;
        return;
      }
      if (cell.Is(WordRole::kArticle)) {
        return;
      }
      if (cell.possessive && cell.subject != kAbsent) return;
    }
  }

  // "smelting and separation quota", "tea and cocoa exports": what stands in front of the conjunction belongs here too
  // when both sides are modifiers of one kind.
  bool JoinsPhrase(size_t at) const {
    if (at == 0 || at + 1 >= cells_.size() || at + 1 > out_.head) return false;
    const EventCell& left = cells_[at - 1];
    const EventCell& right = cells_[at + 1];
    if (left.kind != kWordCell || at + 1 == out_.head) return false;
    return (left.activity != kAbsent && right.activity != kAbsent) ||
           (left.item != kAbsent && right.item != kAbsent && left.measure == kAbsent);
  }

  // "the country", "the company"
  static bool IsDescription(const EventCell& cell) {
    return (cell.roles &
            (BitOf(WordRole::kDefinite) | BitOf(WordRole::kDefiniteCountry) | BitOf(WordRole::kDefiniteCompany))) != 0;
  }

  bool IsPlace(const EventCell& cell) const {
    const SubjectKind kind = names_.KindOf(cell.subject);
    return !cell.possessive && (kind == SubjectKind::kCountry || kind == SubjectKind::kRegion);
  }

  static bool IsStop(const EventCell& cell) {
    return cell.Is(WordRole::kNounPreposition) || cell.Is(WordRole::kReport) || cell.Is(WordRole::kCompare) ||
           cell.Is(WordRole::kBasisPreposition);
  }

  void TakeModifier(size_t at) {
    const EventCell& cell = cells_[at];
    if (cell.item != kAbsent && out_.item == kAbsent) out_.item = Number(at);
    // "the out-of-quota duty": a limit is nothing that one does.
    const bool limit = cell.measure != kAbsent && vocabulary_.measures[static_cast<size_t>(cell.measure)].set;
    const bool names_activity = cell.activity != kAbsent || (cell.measure != kAbsent && !limit);
    if (names_activity && cell.item == kAbsent && out_.activity == kAbsent) out_.activity = Number(at);
    if (cell.subject == kAbsent || out_.subject != kAbsent) return;
    const SubjectKind kind = names_.KindOf(cell.subject);
    if (kind == SubjectKind::kArea || kind == SubjectKind::kPerson) return;
    // "the so-called Hilton quota": what a limit is called is no owner.
    const bool set = vocabulary_.measures[static_cast<size_t>(out_.measure)].set;
    if (kind == SubjectKind::kName && set && !cell.possessive) return;
    // Of two names in a row the possessive or the adjective is the owner; a plain name in front is one too.
    out_.subject = Number(at);
  }

  // Takes prepositional phrases behind the head: "of tin by Peru to Japan in 2019".
  void Behind() {
    size_t at = out_.head + 1;
    while (at < cells_.size() && at - out_.head <= kReach) {
      const EventCell& cell = cells_[at];
      if (cell.kind == kDateCell) {
        if (out_.other_date == kAbsent) out_.other_date = Number(at);
        out_.last = ++at;
        continue;
      }
      if (cell.kind != kWordCell || !cell.Is(WordRole::kNounPreposition)) return;
      const size_t end = TakeComplement(at);
      if (end == at) return;
      out_.last = end;
      at = end;
    }
  }

  // "the quota that the U.S. grants to others": who does so has it.
  void BehindRelative() {
    const MeasureEntry& measure = vocabulary_.measures[static_cast<size_t>(out_.measure)];
    size_t at = out_.last;
    if (!measure.set || out_.subject != kAbsent || at >= cells_.size() || cells_[at].kind != kBarrierCell) return;
    if (++at < cells_.size() && cells_[at].Is(WordRole::kArticle)) ++at;
    if (at + 1 >= cells_.size() || cells_[at].subject == kAbsent || cells_[at].adjective) return;
    const EventCell& verb = cells_[at + 1];
    if (!verb.Is(WordRole::kSet) && !verb.Is(WordRole::kHave)) return;
    // "the quota that OPEC had allotted to it": somebody else's.
    constexpr size_t kReachOfVerb = 4;
    for (size_t to = at + 2; to < std::min(cells_.size(), at + kReachOfVerb); ++to) {
      const bool given = cells_[to].Is(WordRole::kToward) && to + 1 < cells_.size() &&
                         (cells_[to + 1].Is(WordRole::kPronoun) || cells_[to + 1].subject != kAbsent);
      if (given) return;
    }
    out_.subject = Number(at);
  }

  // The noun phrase behind the preposition at `at`; returns its end, or `at` where there is none.
  size_t TakeComplement(size_t at) {
    const EventCell& preposition = cells_[at];
    size_t end = at + 1;
    while (end < cells_.size() && end - at <= 7 && cells_[end].kind == kWordCell &&
           !cells_[end].Is(WordRole::kNounPreposition) && !cells_[end].Is(WordRole::kReport)) {
      TakeFromComplement(preposition, end);
      ++end;
      if (cells_[end - 1].Is(WordRole::kConjunction) && end < cells_.size() && cells_[end].kind != kWordCell)
        return end - 1;
    }
    return end == at + 1 ? at : end;
  }

  void TakeFromComplement(const EventCell& preposition, size_t at) {
    const EventCell& cell = cells_[at];
    // "the food-processing use of rice": of rice.
    const bool own = preposition.Is(WordRole::kOwner) && out_.last == out_.head + 1 && out_.item < Number(out_.head) &&
                     !vocabulary_.measures[static_cast<size_t>(out_.measure)].set;
    if (cell.item != kAbsent && (out_.item == kAbsent || own)) out_.item = Number(at);
    if (cell.Is(WordRole::kPronoun) || IsDescription(cell)) out_.pronoun = true;
    if (IsDescription(cell) && out_.description == kAbsent) out_.description = Number(at);
    if (DescribesFirm(at)) return;
    const MeasureEntry& measure = vocabulary_.measures[static_cast<size_t>(out_.measure)];
    if (cell.activity != kAbsent && cell.item == kAbsent && measure.set && out_.activity == kAbsent)
      out_.activity = Number(at);
    if (cell.subject == kAbsent) return;
    // "shipments from the world's top producer": somebody who was named before.
    if (cell.possessive && at + 1 < cells_.size() && cells_[at + 1].Is(WordRole::kSuperlative)) {
      out_.pronoun = true;
      return;
    }
    const SubjectKind kind = names_.KindOf(cell.subject);
    if (kind == SubjectKind::kArea) return;
    // "a tariff-rate quota for Ukrainian sugar", "the EU's quota for Ukrainian sugar"
    const bool owned = measure.Is(MeasureTrait::kLimit) && out_.subject != kAbsent;
    const bool foreign = cell.adjective && (measure.flow == Flow::kIn || owned);
    if (foreign || IsOtherSide(preposition, measure)) {
      if (out_.counterparty == kAbsent) out_.counterparty = Number(at);
      return;
    }
    // "in the Bay of Plenty" says where, unless it is a country or the like.
    const bool firm = kind == SubjectKind::kName && cells_[at - 1].Is(WordRole::kCompanyNoun);  // "at miner Acme"
    // "imports into China": its own.
    const bool away = preposition.Is(WordRole::kToward) && !(extract::IsPlace(kind) && Flows(measure, Flow::kIn));
    const bool where = away || (kind == SubjectKind::kName && !firm);
    // "shares in Acme" are Acme's.
    const bool stock = measure.Is(MeasureTrait::kPrice) && !measure.item.empty() && kind == SubjectKind::kName;
    if (where && !stock && !preposition.Is(WordRole::kOwner)) return;
    // "a duty of 5% within the WTO quota": the body's quota, nobody's duty.
    const bool body = kind == SubjectKind::kOrganisation && measure.Is(MeasureTrait::kDuty) && !cell.possessive;
    if (body && !preposition.Is(WordRole::kOwner)) return;
    // "arrivals at the ports of Abidjan": of the ports.
    if (kind == SubjectKind::kName && out_.last != out_.head + 1) return;
    if (out_.subject == kAbsent && !out_.pronoun) out_.subject = Number(at);
  }

  // "net profit at Icelandic seafood company Vestura": what stands in front of the name tells what it is.
  bool DescribesFirm(size_t at) const {
    if (!cells_[at].adjective) return false;
    constexpr size_t kLongest = 4;  // cells
    for (size_t k = at + 1; k + 1 < std::min(cells_.size(), at + kLongest); ++k) {
      if (cells_[k].kind != kWordCell || cells_[k].subject != kAbsent) return false;
      if (cells_[k].Is(WordRole::kCompanyNoun)) return cells_[k + 1].subject != kAbsent && !cells_[k + 1].adjective;
    }
    return false;
  }

  // Of a limit its activity tells: "import quotas".
  bool Flows(const MeasureEntry& measure, Flow flow) const {
    if (measure.flow == flow) return true;
    if (out_.activity == kAbsent || !measure.set) return false;
    const EventCell& cell = cells_[static_cast<size_t>(out_.activity)];
    return cell.activity != kAbsent && vocabulary_.activity_flows[static_cast<size_t>(cell.activity)] == flow;
  }

  // Exports and export quotas go to somebody, imports come from somebody, tariffs are put on somebody's goods.
  bool IsOtherSide(const EventCell& preposition, const MeasureEntry& measure) const {
    return (preposition.Is(WordRole::kToward) && Flows(measure, Flow::kOut)) ||
           (preposition.Is(WordRole::kFromward) && Flows(measure, Flow::kIn)) ||
           ((preposition.Is(WordRole::kUpon) || preposition.Is(WordRole::kFromward)) &&
            measure.Is(MeasureTrait::kDuty));
  }

  const EventVocabulary& vocabulary_;
  const DocumentNames& names_;
  const std::span<const EventCell> cells_;
  MeasurePhrase out_;
};

}  // namespace

size_t HeadOf(std::span<const EventCell> cells, size_t cell) {
  while (cell + 1 < cells.size() && cells[cell + 1].measure != kAbsent && cells[cell + 1].kind == kWordCell) ++cell;
  return cell;
}

MeasurePhrase ReadMeasurePhrase(const EventVocabulary& vocabulary, const DocumentNames& names,
                                std::span<const EventCell> cells, size_t cell) {
  return PhraseReader(vocabulary, names, cells, HeadOf(cells, cell)).Run();
}

}  // namespace tallywire::extract
