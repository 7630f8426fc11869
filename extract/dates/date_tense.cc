#include "extract/dates/date_tense.h"

#include <algorithm>

namespace tallywire::extract {
namespace {

// How far a verb may stand from its date, in cells. News sentences put up to two phrases between them.
constexpr size_t kReach = 16;

}  // namespace

TenseReader::TenseReader(TagNames& tags, const DateWords& words)
    : words_(words),
      past_(tags.Add("past")),
      future_(tags.Add("future")),
      clause_(tags.Add("clause-end")),
      be_(tags.Add("be")),
      determiner_(tags.Add("determiner")),
      spoke_(tags.Add("spoke")),
      intends_(tags.Add("intends")),
      infinitive_(tags.Add("infinitive")),
      unmarked_(tags.Add("unmarked")),
      money_(tags.Add("money")),
      number_(tags.Add("number-word")),
      comma_(tags.Add("comma")),
      participle_(tags.Add("participle")) {}

bool TenseReader::EndsAsPast(const Reading& reading, const DateCells& cells, size_t cell) const {
  const CellMeaning& meaning = cells.meanings[cell];
  const uint32_t at = cells.text.cell(cell).first;
  const Token& token = reading.tokens[at];
  if (cell > 0 && Has(cells, cell - 1, determiner_)) return false;
  if (meaning.first_sense < meaning.last_sense || token.kind != TokenKind::kWord || token.capital) return false;
  return words_.TagOfEnding(reading.TextOf(at)) == past_;
}

bool TenseReader::IsParticiple(const Reading& reading, const DateCells& cells, size_t cell) const {
  if (cell >= cells.text.size()) return false;
  const uint32_t at = cells.text.cell(cell).first;
  return reading.tokens[at].kind == TokenKind::kWord && words_.TagOfEnding(reading.TextOf(at)) == participle_;
}

Tense TenseReader::At(const Reading& reading, const DateCells& cells, size_t cell) const {
  if (Has(cells, cell, future_)) return Tense::kFuture;
  const bool spoke = Has(cells, cell, spoke_);
  // "agreed on Tuesday to sell"
  const bool intended = Has(cells, cell, intends_) && !(cell > 0 && Has(cells, cell - 1, determiner_));
  if (!spoke && !intended && !EndsAsPast(reading, cells, cell) && !Has(cells, cell, past_)) return Tense::kUnknown;
  // "9,860 won": money, and nobody won.
  if (cell > 0 && Has(cells, cell, money_) && IsNumber(reading, cells, cell - 1)) return Tense::kUnknown;
  // "will be paid": the participle says nothing of the time.
  if (cell > 0 && Has(cells, cell - 1, be_)) return Tense::kUnknown;
  // "Will cut", "to set": nor does an infinitive that looks like a past.
  const bool led = cell > 0 && (Has(cells, cell - 1, future_) || Has(cells, cell - 1, infinitive_));
  if (led && Has(cells, cell, unmarked_)) return Tense::kUnknown;
  // "were added": nobody said that.
  const bool told = spoke && !(cell > 0 && Has(cells, cell - 1, past_));
  return told ? Tense::kReported : Tense::kPast;
}

bool TenseReader::IsNumber(const Reading& reading, const DateCells& cells, size_t cell) const {
  const uint32_t at = cells.text.cell(cell).first;
  return reading.tokens[at].kind == TokenKind::kDigits || Has(cells, cell, number_);
}

bool TenseReader::Has(const DateCells& cells, size_t cell, Tag tag) const {
  const CellMeaning& meaning = cells.meanings[cell];
  for (uint32_t i = meaning.first_sense; i < meaning.last_sense; ++i) {
    if (words_[cells.senses[i]].tag == tag) return true;
  }
  return false;
}

Tense TenseReader::Of(const Reading& reading, const DateCells& cells, CellRange span) const {
  bool infinitive = false;
  bool behind_comma = false;
  size_t from = span.first > kReach ? span.first - kReach : 0;
  for (size_t i = span.first; i > from; --i) {
    if (Has(cells, i - 1, clause_)) break;
    if (Has(cells, i - 1, infinitive_)) infinitive = true;
    // "agreed on Sunday to lift output from October"
    if (infinitive && Has(cells, i - 1, intends_)) return Tense::kFuture;
    const Tense tense = At(reading, cells, i - 1);
    // "will ship 5 t, made up of 2 t in May": what follows a comma at once has no subject and perhaps no tense of its
    // own.
    const bool weak = tense == Tense::kPast && i > 1 && Has(cells, i - 2, comma_);
    if (tense != Tense::kUnknown && !weak) return tense == Tense::kFuture || !behind_comma ? tense : Tense::kPast;
    if (weak && !behind_comma) from = i > 2 * kReach ? std::min(from, i - 2 * kReach) : 0;
    behind_comma = behind_comma || weak;
    // "is to cut 5 t in March, rising to 6 t in August": the participle has the tense of the verb in front.
    if (Has(cells, i - 1, comma_) && IsParticiple(reading, cells, i))
      from = i > 2 * kReach ? std::min(from, i - 2 * kReach) : 0;
  }
  if (behind_comma) return Tense::kPast;
  const size_t to = std::min(cells.text.size(), span.last + kReach);
  for (size_t i = span.last; i < to; ++i) {
    if (Has(cells, i, clause_)) break;
    const Tense tense = At(reading, cells, i);
    if (tense != Tense::kUnknown) return tense;
  }
  return Tense::kUnknown;
}

}  // namespace tallywire::extract
