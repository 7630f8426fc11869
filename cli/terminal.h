// What standard output can show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/options.h"

namespace tallywire::cli {

bool OutputIsTerminal();

// Whether to print colours: by `mode`; automatically on a terminal, unless NO_COLOR (https://no-color.org) is set or
// TERM is "dumb".
bool UseColor(ColorMode mode);

// Columns of the terminal; $COLUMNS, or else any number, where there is none.
size_t OutputWidth();

// Columns of the terminal that standard error goes to; 80 where it does not say.
size_t MessageWidth();

// UTF-8 text of others, made safe to print: control characters, which could recolour, clear or retitle the reader's
// terminal, become U+FFFD; tabs become blanks; line ends stay.
std::string Printable(std::string_view text);

// Terminal columns that UTF-8 text takes: two for East Asian wide characters, none for combining marks and for escape
// sequences that set colours. Control characters count as one.
size_t DisplayWidth(std::string_view text);

// The longest beginning of `text` that fits `width` columns; an ellipsis stands for what was cut.
std::string Shorten(std::string_view text, size_t width);

}  // namespace tallywire::cli
