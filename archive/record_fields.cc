#include "archive/record_fields.h"

#include "archive/header_lines.h"

namespace tallywire::archive {

size_t HopsLeft(const WarcRecord& record) { return ParseLength(record.Find(kHopsLeftField)).value_or(0); }

}  // namespace tallywire::archive
