// When the article was published and last changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/time.h"
#include "parse/page_index.h"

namespace tallywire::parse {

struct ChosenDates {
  std::string published;       // as WrittenDate::iso; empty where nothing plausible is found
  std::string published_from;  // "json-ld", "meta", "microdata", "url", "time", "text", "script"
  std::string modified;
};

// Asks the sources in the order of metadata.h; `html` is the page's source, which is searched for state that scripts
// carry when all else fails. A stated date gives way to one that the page shows beside its headline, where it shows
// that one only: data often carry UTC, the day of an import, or the first version of a text that was since rewritten. A
// date is plausible from 1 January 1995 to `latest` (or, where that is not given, to the end of 2100: what is later is
// a mistake of some template). Visible text is read only where the page's data give no date.
ChosenDates ChooseDates(const PageIndex& index, std::string_view html, std::string_view language,
                        std::optional<Day> latest);

// The day that an address names in its path: "/2019/11/12/", "/2019-11-12-", "/20191112".
std::optional<WrittenDate> DateInUrl(std::string_view url);

// How a page in this language on this host means 3/4/2020.
DayOrder DayOrderOf(std::string_view language, std::string_view host);

}  // namespace tallywire::parse
