// Inline drawings, which make up much of some pages and hold nothing to read.
#pragma once

#include <cstddef>
#include <string_view>

namespace tallywire::parse {

// `at` is right after the start tag of an <svg>. Position of the "</svg" that ends it where everything in between is
// plain SVG, which the tree builder keeps below that element; 0 where anything in it could end foreign content or
// bring HTML into it.
size_t EndOfPlainSvg(std::string_view text, size_t at);

}  // namespace tallywire::parse
