// One gzip member (RFC 1952) out of several pieces.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tallywire::archive {

// Appends the member to `out`. `level` is zlib's, 1 to 9. The same pieces give the same bytes: no time, no name.
void AppendGzipMember(std::string& out, std::initializer_list<std::string_view> pieces, int level);

}  // namespace tallywire::archive
