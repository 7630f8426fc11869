#include "extract/events/measure_slot.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

constexpr double kDoubtOfItem = 0.92;  // a thing alone says that its price is meant

bool TakeAt(const MeasureFit& fit, size_t at, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  draft.measure = fit.MeasureAt(at);
  draft.anchor = static_cast<int>(at);
  draft.phrase = ReadMeasurePhrase(*context.vocabulary, *context.names, cells, at);
  draft.phrase->measure = draft.measure;
  return true;
}

// "the total volume of the export quotas": the limit that a weak word counts; else `head`.
size_t LimitOfVolume(const MeasureFit& fit, size_t head) {
  constexpr size_t kReach = 6;  // cells
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const bool of = head + 1 < cells.size() && cells[head + 1].Is(WordRole::kOwner) && cells[head + 1].kind == kWordCell;
  if (!of || !context.measure(cells[head].measure).weak) return head;
  for (size_t at = head + 2; at < std::min(cells.size(), head + kReach) && cells[at].kind == kWordCell; ++at) {
    if (cells[at].Is(WordRole::kNounPreposition)) break;
    const int measure = cells[at].measure;
    if (measure != kAbsent && context.measure(measure).Is(MeasureTrait::kLimit) && fit.Takes(measure)) return at;
  }
  return head;
}

void CopyAnchor(const EventDraft& from, EventDraft& draft) {
  draft.measure = from.measure;
  draft.phrase = from.phrase;
  draft.anchor = from.anchor;
  draft.item = from.item;
  draft.subject = from.subject;
  draft.received = from.received;
  draft.event.activity = from.event.activity;
  draft.event.item = from.event.item;
  // The whole that a part was of is no other side of an amount.
  const bool part = from.event.kind == EventKind::kShare && draft.event.kind != EventKind::kShare;
  if (!part) draft.event.counterparty = from.event.counterparty;
  draft.event.subject = from.event.subject;
  draft.event.item_text = from.event.item_text;
  draft.event.subject_text = from.event.subject_text;
  draft.event.measure_text = from.event.measure_text;
}

}  // namespace

bool TakeMeasure(const MeasureFit& fit, size_t cell, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  // "quota volumes": a weak word says less than the measure in front of it.
  const bool weak = cell > 0 && context.measure(cells[cell].measure).weak && cells[cell - 1].measure != kAbsent;
  if (weak && cells[cell - 1].kind == kWordCell && fit.Takes(fit.MeasureAt(cell - 1)))
    return TakeAt(fit, cell - 1, draft);
  const size_t head = HeadOf(cells, cell);
  if (const size_t limit = LimitOfVolume(fit, head); limit != head) return TakeAt(fit, limit, draft);
  for (size_t at = head + 1; at-- > cell;) {
    if (fit.Takes(fit.MeasureAt(at))) return TakeAt(fit, at, draft);
  }
  return false;
}

bool TakeVerb(const MeasureFit& fit, size_t cell, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  int measure = cells[cell].verb;
  if (measure == kAbsent) return false;
  if (!fit.Takes(measure) && context.measure(measure).otherwise != kAbsent)
    measure = context.measure(measure).otherwise;
  if (!fit.Takes(measure)) return false;
  draft.measure = measure;
  draft.anchor = static_cast<int>(cell);
  return true;
}

bool TakeItem(const MeasureFit& fit, size_t cell, EventDraft& draft) {
  const SentenceContext& context = fit.context();
  const auto cells = context.cells();
  const int price = context.vocabulary->price_of_things;
  if (price == kAbsent || !fit.Takes(price)) return false;
  if (fit.IsLot()) return false;
  draft.measure = price;
  draft.anchor = static_cast<int>(cell);
  draft.item = cells[cell].item;
  draft.doubt *= kDoubtOfItem;
  return true;
}

void Inherit(const EventDraft& from, EventDraft& draft) {
  CopyAnchor(from, draft);
  draft.inherited = true;
}

void Carry(const EventDraft& from, EventDraft& draft) {
  CopyAnchor(from, draft);
  draft.phrase.reset();
  draft.anchor = kAbsent;
  draft.carried = true;
  draft.doubt *= kDoubtOfCarried;
}

}  // namespace tallywire::extract
