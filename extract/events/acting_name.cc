#include "extract/events/acting_name.h"

#include <algorithm>

#include "extract/events/subject_candidate.h"

namespace tallywire::extract {

bool Acts(std::span<const EventCell> cells, size_t at) {
  if (at >= cells.size()) return false;
  constexpr uint64_t kActs = BitOf(WordRole::kFuture) | BitOf(WordRole::kHave) | BitOf(WordRole::kForecast);
  if (cells[at].kind == kVerbCell || (cells[at].roles & kActs) != 0) return true;
  // "wants to export", "agreed to cut" in one cell
  if (!cells[at].Is(WordRole::kProposed) && !cells[at].Is(WordRole::kPlanned)) return false;
  const size_t verb = at + 1 < cells.size() && cells[at + 1].Is(WordRole::kToward) ? at + 2 : at + 1;
  return verb < cells.size() && (cells[verb].verb != kAbsent || cells[verb].measure != kAbsent) &&
         (verb == at + 2 || cells[at].last() - cells[at].first > 1);
}

namespace {

// "Acme, owned by Bexley and the biggest miner of tin, produced", "Acme, Peru's biggest mill, whose output is 5 t,
// asked": behind one of the commas a verb follows. Of a name that opens the sentence.
bool ActsBehindAsides(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  constexpr size_t kLongestAsides = 26;  // cells
  const bool relative = cell + 2 < cells.size() && cells[cell + 2].Is(WordRole::kBarrier);
  if (relative && Acts(cells, cell + 3)) return true;  // "Acme, which owns"
  for (size_t at = cell + 2; at < std::min(cells.size(), cell + kLongestAsides); ++at) {
    if (cells[at].kind != kCommaCell || at + 1 >= cells.size()) {
      if (cells[at].kind == kBarrierCell && !cells[at].Is(WordRole::kBarrier)) return false;
      continue;
    }
    if (Acts(cells, at + 1) || context.vocabulary->receivers.contains(context.text(cells[at + 1]))) return true;
  }
  return false;
}

}  // namespace

// A verb follows the name, at once or behind an apposition: "Acme, the largest miner, produced".
bool ActsBehind(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  constexpr size_t kLongestApposition = 14;  // cells
  // "Acme in Peru, the biggest mine, produced"
  const bool housed = cell + 3 < cells.size() && context.vocabulary->within.contains(context.text(cells[cell + 1])) &&
                      cells[cell + 2].subject != kAbsent && cells[cell + 3].kind == kCommaCell;
  if (housed) cell += 2;
  // "The biggest, Agrivanille, may ship": the name is the apposition.
  const bool apposed = cell > context.sentence->dateline + 1 && cells[cell - 1].kind == kCommaCell &&
                       cells[cell - 2].Is(WordRole::kSuperlative);
  if (apposed && cell + 2 < cells.size() && cells[cell + 1].kind == kCommaCell && Acts(cells, cell + 2)) return true;
  if (cell + 1 >= cells.size() || cells[cell + 1].kind != kCommaCell) {
    // "the Grasberg mine produced", "Vedanta alone produced"
    const ClauseWords& words = *context.vocabulary;
    const bool between = cell + 2 < cells.size() && (words.facilities.contains(context.text(cells[cell + 1])) ||
                                                     words.adverbs.contains(context.text(cells[cell + 1])));
    return Acts(cells, between ? cell + 2 : cell + 1);
  }
  const bool article = cell == context.sentence->dateline + 1 && cells[cell - 1].Is(WordRole::kArticle);
  if (cell == context.sentence->dateline || article) return ActsBehindAsides(context, cell);
  const size_t end = std::min(cells.size(), cell + kLongestApposition);
  // "Acme, which processes"
  if (cell + 2 < end && cells[cell + 2].kind == kBarrierCell && cells[cell + 2].Is(WordRole::kBarrier))
    return Acts(cells, cell + 3);
  // "TASA, with around 14% of the total, will be allowed"
  const bool with = cells[cell + 2].Is(WordRole::kHave);
  // "Minmetals Rare Earth, created in December from three firms, was given"
  const bool made = context.vocabulary->aside_participles.contains(context.text(cells[cell + 2]));
  for (size_t at = cell + 2; at < end; ++at) {
    if (cells[at].kind == kCommaCell) return Acts(cells, at + 1);
    if ((with || made) && cells[at].kind == kFigureCell) continue;
    if (made && (cells[at].kind == kDateCell || cells[at].kind == kPrepositionCell)) continue;
    if (cells[at].kind != kWordCell || cells[at].Is(WordRole::kConjunction)) return false;
  }
  return false;
}

// "YTH received", "YTH, the biggest producer, got"
bool ReceivesBehind(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  size_t verb = cell + 1;
  if (verb < cells.size() && cells[verb].kind == kCommaCell) {
    ++verb;
    while (verb < cells.size() && verb < cell + kLongestDescription && cells[verb].kind == kWordCell) ++verb;
    if (verb >= cells.size() || cells[verb].kind != kCommaCell) return false;
    ++verb;
  }
  return verb < cells.size() && context.vocabulary->receivers.contains(context.text(cells[verb]));
}

// "Mills in Peru were given 5 t": a country's or region's people and firms that act there.
bool HousesActors(const SentenceContext& context, size_t cell) {
  const auto cells = context.cells();
  const size_t first = context.sentence->dateline;
  constexpr size_t kLongestName = 3;  // "independent oil refineries"
  if (cell < first + 2 || !IsPlace(context.names->KindOf(cells[cell].subject)) || cells[cell].adjective) return false;
  const EventCell& people = cells[cell - 2];
  if (!context.vocabulary->within.contains(context.text(cells[cell - 1])) || !people.Is(WordRole::kNationalNoun))
    return false;
  size_t begin = cell - 2;
  while (begin > first && cell - 2 - begin < kLongestName && cells[begin - 1].kind == kWordCell &&
         !cells[begin - 1].Is(WordRole::kNounPreposition) && !cells[begin - 1].Is(WordRole::kConjunction))
    --begin;
  if (begin > first && cells[begin - 1].Is(WordRole::kNounPreposition)) return false;  // "sales to mills in Peru"
  const size_t next = cell + 1;
  const bool named = next < cells.size() && cells[next].Is(WordRole::kPlaceNoun);  // "in Shandong province"
  const size_t verb = next + (named ? 1 : 0);
  if (!Acts(cells, verb) || cells[verb].Is(WordRole::kReport)) return false;
  return !cells[verb].Is(WordRole::kForecast);
}

}  // namespace tallywire::extract
