// Makes XML out of what feeds contain, so that the XML parser has little left to recover from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tallywire::fetch {

struct RepairedXml {
  std::string text;                   // UTF-8, without declaration, DOCTYPE, comments and processing instructions
  std::vector<std::string> warnings;  // one sentence for each kind of fault
};

// Drops what stands before the first tag; resolves HTML's named references and those a DOCTYPE declares as plain text
// (nothing recursive, nothing external, and no more than 1 MiB in all, so that entity bombs come to nothing); escapes
// stray "&" and "<"; drops characters XML forbids; closes an open CDATA section. Line numbers stay. Linear in the
// input.
RepairedXml RepairXml(std::string_view text);

}  // namespace tallywire::fetch
