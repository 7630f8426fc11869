// Dates that a page shows its reader, judged by how far each can be the article's own.
#pragma once

#include <string>
#include <vector>

#include "parse/date_text.h"
#include "parse/page_index.h"

namespace tallywire::parse {

enum class DateLabel { kNone, kPublished, kModified };  // "Published:", "Updated:" before the date, or in its classes

struct VisibleDate {
  WrittenDate date;
  NodeId node = kNoNode;
  DateLabel label = DateLabel::kNone;
  bool machine = false;        // read from an attribute (datetime, title, content)
  bool near_headline = false;  // stands shortly before or behind the headline
  double score = 0;            // the higher, the likelier the article's; see kWeights in the .cc
};

// All whole dates between 1995 and `latest` in visible text and in the attributes of <time>, <abbr> and elements named
// after dates, in document order. With `only_near_headline`, only the neighbourhood of the headline is read, which is
// much cheaper; it finds nothing where no headline is known.
std::vector<VisibleDate> FindVisibleDates(const PageIndex& index, const DateStyle& style, Day latest,
                                          bool only_near_headline);

}  // namespace tallywire::parse
