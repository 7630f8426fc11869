// What a quota or the like applies to: "export" of "export quota".
#include <string>
#include <utility>

#include "extract/events/event_draft.h"

namespace tallywire::extract {
namespace {

// An activity's words in front of it may form one: "smelting and separation". The cell's own entry wins.
std::string ActivityOf(const SentenceContext& context, const EventCell& cell) {
  if (cell.activity != kAbsent) return context.vocabulary->activities[static_cast<size_t>(cell.activity)];
  if (cell.measure != kAbsent) return std::string(context.text(cell));
  return {};
}

// "let mills export 5 t": what the allowance is for.
std::string ActivityOfVerb(const SentenceContext& context, const EventDraft& draft) {
  if (draft.match.rule->measure == kAbsent || draft.match.measure == kAbsent) return {};
  if (!context.measure(draft.measure).Is(MeasureTrait::kLimit)) return {};
  const EventCell& verb = context.cells()[static_cast<size_t>(draft.match.measure)];
  if (verb.activity != kAbsent) return context.vocabulary->activities[static_cast<size_t>(verb.activity)];
  const int said = verb.verb != kAbsent ? verb.verb : verb.measure;  // "limit shipments to 5 t"
  return said != kAbsent ? context.measure(said).as_activity : std::string{};
}

// "quotas of 5 t for mining and 4 t for smelting"
std::string ActivityBehind(const SentenceContext& context, const EventDraft& draft) {
  const MeasureEntry& measure = context.measure(draft.measure);
  const auto cells = context.cells();
  const size_t at = draft.cell + 2;
  if (!measure.set || !measure.Is(MeasureTrait::kLimit) || at >= cells.size()) return {};
  if (!context.vocabulary->what_for.contains(context.text(cells[at - 1])) || cells[at].activity == kAbsent) return {};
  return ActivityOf(context, cells[at]);
}

// "handed out its new export quotas, allocating 5 t": what the quota named in front is for.
std::string ActivityInSentence(const SentenceContext& context, const EventDraft& draft) {
  const auto cells = context.cells();
  for (size_t at = draft.cell; at-- > 0;) {
    if (cells[at].measure == kAbsent || cells[at].kind != kWordCell) continue;
    if (context.measure(cells[at].measure).Is(MeasureTrait::kLimit)) return ActivityOfLimit(context, at);
  }
  return {};
}

// A limit of the same thing that was spoken of before.
std::string ActivityBefore(const SentenceContext& context, const EventDraft& draft) {
  const auto same = [&](const EventDraft& before) {
    return before.event.measure == draft.event.measure && !before.event.activity.empty();
  };
  for (size_t i = context.before.size(); i-- > 0;) {
    if (same(context.before[i])) return context.before[i].event.activity;
  }
  const auto& earlier = context.focus->drafts;
  std::string found;
  for (const EventDraft& before : earlier) {
    if (!same(before)) continue;
    if (!found.empty() && found != before.event.activity) return {};
    found = before.event.activity;
  }
  return found;
}

}  // namespace

std::string ActivityOfLimit(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const MeasureEntry& measure = context.measure(cells[cell].measure);
  if (!measure.activity.empty()) return measure.activity;
  const MeasurePhrase phrase = ReadMeasurePhrase(*context.vocabulary, *context.names, cells, cell);
  return phrase.activity == kAbsent ? std::string{} : ActivityOf(context, cells[static_cast<size_t>(phrase.activity)]);
}

void ResolveActivity(const SentenceContext& context, EventDraft& draft) {
  const MeasureEntry& measure = context.measure(draft.measure);
  std::string& activity = draft.event.activity;
  if (!measure.activity.empty()) {
    activity = measure.activity;
    return;
  }
  if (std::string behind = ActivityBehind(context, draft); !behind.empty()) {
    activity = std::move(behind);
    return;
  }
  if (draft.inherited || draft.carried) return;
  if (activity = ActivityOfVerb(context, draft); !activity.empty()) return;
  if (draft.phrase && draft.phrase->activity != kAbsent) {
    activity = ActivityOf(context, context.cells()[static_cast<size_t>(draft.phrase->activity)]);
  } else if (measure.set && measure.Is(MeasureTrait::kLimit)) {
    if (!draft.phrase) activity = ActivityInSentence(context, draft);
    if (activity.empty()) activity = ActivityBefore(context, draft);
    if (activity.empty()) activity = context.focus->limits.activity;
  } else if (measure.Is(MeasureTrait::kDuty) && !draft.phrase) {
    activity = ActivityBefore(context, draft);  // "the export tax; for others the rate doubles to 20%"
  }
}

}  // namespace tallywire::extract
