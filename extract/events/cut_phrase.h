// Phrases that the vocabulary knows but that are not meant, since something else begins in their midst.
#pragma once

#include <cstdint>
#include <span>

#include "extract/events/cell_reader.h"

namespace tallywire::extract {

// "the Ministry" of "the Ministry of Mines": whether a name begins inside the phrase of the tokens [first, last) and
// goes on behind it, as far as `limit`.
bool CutsName(const CellReader& reader, uint32_t first, uint32_t last, uint32_t limit);

// "The Organization" of "The Organization of the Petroleum Exporting Countries": whether a longer subject of the
// vocabulary begins behind the article that the phrase at token `at` opens with, and ends at `limit` at the latest.
bool CutsSubject(const CellReader& reader, uint32_t at, const Lexicon::Match& match, uint32_t limit);

// "U.S. crude stocks": the grade that is called "U.S. crude" has a price, but here the country owns what is stored.
// `shorter` are the phrases that begin at token `at` as well.
bool IsOwnersGrade(const CellReader& reader, uint32_t at, const Lexicon::Match& match,
                   std::span<const Lexicon::Match> shorter);

}  // namespace tallywire::extract
