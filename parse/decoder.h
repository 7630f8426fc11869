// Decoding of bytes whose encoding is known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "parse/encoding_labels.h"

namespace tallywire::parse {

// `bytes` as UTF-8, with U+FFFD for what cannot be decoded; adds the number of those to `replaced`. A byte order mark
// is not looked for. Safe to call from several threads at once.
std::string Decode(std::string_view bytes, const Encoding& encoding, size_t& replaced);

}  // namespace tallywire::parse
