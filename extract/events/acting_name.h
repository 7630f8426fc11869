// Whether a name does something: what verbs stand behind it, and what may stand between.
#pragma once

#include "extract/events/event_draft.h"

namespace tallywire::extract {

// Whether a verb begins at that cell that somebody can be the subject of.
bool Acts(std::span<const EventCell> cells, size_t at);

// A verb follows the name at that cell, at once or behind an apposition: "Acme, the largest miner, produced".
bool ActsBehind(const SentenceContext& context, size_t cell);
// "YTH received", "YTH, the biggest producer, got"
bool ReceivesBehind(const SentenceContext& context, size_t cell);
// "Mills in Peru were given 5 t": a country's or region's people and firms that act there.
bool HousesActors(const SentenceContext& context, size_t cell);

}  // namespace tallywire::extract
