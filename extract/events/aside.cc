#include "extract/events/aside.h"

#include "extract/events/acting_name.h"

namespace tallywire::extract {
namespace {

// "The company, a venture of Acme and Bexley, had cut": the comma that opens the apposition of whoever was spoken of,
// which ends at that one.
size_t BeforeApposition(std::span<const EventCell> cells, size_t comma) {
  constexpr size_t kLongest = 14;  // cells
  constexpr uint64_t kDefinite =
      BitOf(WordRole::kDefinite) | BitOf(WordRole::kDefiniteCountry) | BitOf(WordRole::kDefiniteCompany);
  if (!Acts(cells, comma + 1)) return comma;
  for (size_t at = comma; at-- > 1 && comma - at < kLongest;) {
    if (cells[at].kind == kFigureCell || cells[at].kind == kBarrierCell) return comma;
    if (cells[at].kind != kCommaCell) continue;
    const bool opens = (cells[at - 1].roles & kDefinite) != 0 && cells[at + 1].Is(WordRole::kArticle);
    return opens ? at : comma;
  }
  return comma;
}

}  // namespace

size_t BeforeParticiple(const SentenceContext& context, size_t comma) {
  constexpr size_t kLongest = 16;  // cells
  const auto cells = context.cells();
  if (!Acts(cells, comma + 1)) return comma;
  for (size_t at = comma; at-- > 1 && comma - at < kLongest;) {
    if (cells[at].kind == kBarrierCell) return comma;
    // "imports, spurred by purchases of gold, jumped"
    const bool described = cells[at - 1].subject != kAbsent || cells[at - 1].measure != kAbsent;
    if (cells[at].kind != kCommaCell || !described) continue;
    const std::string_view word = context.text(cells[at + 1]);
    if (context.vocabulary->aside_participles.contains(word) || context.vocabulary->seats.contains(word)) return at;
  }
  return comma;
}

namespace {

// The comma in front of an article and words that end at the "that" of that cell; the cell itself where there is none.
size_t BeforeDescription(const SentenceContext& context, size_t that) {
  constexpr size_t kLongest = 6;  // cells: "the Chinese state-owned group"
  const auto cells = context.cells();
  if (!context.vocabulary->told.contains(context.text(cells[that]))) return that;
  for (size_t at = that; at-- > 1 && that - at <= kLongest;) {
    if (cells[at].kind == kCommaCell) {
      const bool named = cells[at - 1].subject != kAbsent && !cells[at - 1].possessive;
      return named && cells[at + 1].Is(WordRole::kArticle) ? at : that;
    }
    if (cells[at].kind != kWordCell) return that;
  }
  return that;
}

}  // namespace

size_t BeforeAside(const SentenceContext& context, size_t cell) {
  constexpr size_t kLongestAside = 24;
  const auto cells = context.cells();
  if (cells[cell].kind != kCommaCell) return cell;
  if (const size_t opening = BeforeApposition(cells, cell); opening != cell) return opening;
  if (const size_t opening = BeforeParticiple(context, cell); opening != cell) return opening;
  for (size_t k = cell; k-- > 1 && cell - k < kLongestAside;) {
    if (cells[k].kind != kBarrierCell) continue;
    // "CMOC, the Chinese group that runs Kisanfu, received"
    if (const size_t opening = BeforeDescription(context, k); opening != k) return opening;
    // "Acme, in which Bexley holds 5%, produced"
    const size_t comma = k > 1 && cells[k - 1].Is(WordRole::kNounPreposition) ? k - 2 : k - 1;
    const bool opens =
        cells[comma].kind == kCommaCell && context.vocabulary->relatives.contains(context.text(cells[k]));
    return opens ? comma : cell;
  }
  return cell;
}

}  // namespace tallywire::extract
