// The named fields of this program's own in its WARC records (ISO 28500 5.1 allows them; other tools pass over them).
#pragma once

#include <cstddef>
#include <string_view>

#include "archive/warc_record.h"

namespace tallywire::archive {

inline constexpr std::string_view kPurposeField = "X-Tallywire-Purpose";             // see model/capture.h
inline constexpr std::string_view kRequestedUriField = "X-Tallywire-Requested-URI";  // before redirects
// How many exchanges written together with this one follow it; absent: none.
inline constexpr std::string_view kHopsLeftField = "X-Tallywire-Hops-Left";

size_t HopsLeft(const WarcRecord& record);

// Our own files: tallywire-NNNNN-YYYYMMDDThhmmssZ.warc.gz.
inline constexpr std::string_view kFilePrefix = "tallywire-";
inline constexpr std::string_view kFileSuffix = ".warc.gz";

}  // namespace tallywire::archive
