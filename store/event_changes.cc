#include "store/event_changes.h"

#include <map>
#include <string>

#include "store/digest.h"

namespace tallywire::store {
namespace {

std::string IdentityOf(const WordedEvent& worded) {
  const Event& event = worded.event;
  FieldDigest digest;
  digest.Add(event.sentence).Add(ToText(event.in)).Add(ToText(event.kind)).Add(event.measure).Add(worded.figure);
  return digest.Finish();
}

std::string StatementOf(const WordedEvent& worded) {
  const Event& event = worded.event;
  FieldDigest digest;
  digest.Add(event.activity).Add(event.item).Add(event.subject).Add(event.counterparty).Add(event.actor);
  digest.Add(event.value).Add(event.value_high).Add(event.unit).Add(ToText(event.bound)).Add(ToText(event.direction));
  digest.Add(event.basis).Add(event.period).Add(event.date).Add(ToText(event.modality));
  return digest.Finish();
}

}  // namespace

EventChanges Compare(const std::vector<WordedEvent>& before, const std::vector<WordedEvent>& after) {
  // How often each statement of an identity is there: positive counts stand for `after`, negative ones for `before`.
  std::map<std::string, std::map<std::string, int>> balance;
  for (const WordedEvent& worded : before) --balance[IdentityOf(worded)][StatementOf(worded)];
  for (const WordedEvent& worded : after) ++balance[IdentityOf(worded)][StatementOf(worded)];
  EventChanges changes;
  for (const auto& [identity, statements] : balance) {
    size_t added = 0;
    size_t removed = 0;
    for (const auto& [statement, count] : statements) {
      (count > 0 ? added : removed) += static_cast<size_t>(count > 0 ? count : -count);
    }
    const size_t altered = std::min(added, removed);
    changes.altered += altered;
    changes.added += added - altered;
    changes.removed += removed - altered;
  }
  return changes;
}

}  // namespace tallywire::store
