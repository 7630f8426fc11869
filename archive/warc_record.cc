#include "archive/warc_record.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tallywire::archive {
namespace {

constexpr std::array<std::pair<RecordType, std::string_view>, 9> kNames{{
    {RecordType::kWarcinfo, "warcinfo"},
    {RecordType::kRequest, "request"},
    {RecordType::kResponse, "response"},
    {RecordType::kResource, "resource"},
    {RecordType::kRevisit, "revisit"},
    {RecordType::kMetadata, "metadata"},
    {RecordType::kConversion, "conversion"},
    {RecordType::kContinuation, "continuation"},
    {RecordType::kOther, "other"},
}};

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string_view ToText(RecordType type) {
  for (const auto& [key, name] : kNames) {
    if (key == type) return name;
  }
  return {};
}

RecordType RecordTypeFrom(std::string_view text) {
  for (const auto& [key, name] : kNames) {
    if (EqualsIgnoringCase(name, text)) return key;
  }
  return RecordType::kOther;
}

std::string_view WarcRecord::TargetUri() const {
  // WARC 1.0's grammar had <...> around the URI; wget and others followed it, 1.1 took it back.
  std::string_view uri = Find("WARC-Target-URI");
  if (uri.size() >= 2 && uri.front() == '<' && uri.back() == '>') uri = uri.substr(1, uri.size() - 2);
  return uri;
}

}  // namespace tallywire::archive
