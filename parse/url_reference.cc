#include "parse/url_reference.h"

#include <algorithm>
#include <vector>

namespace tallywire::parse {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool EqualIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return Lower(x) == Lower(y); });
}

std::string_view TrimBlanks(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f";
  const size_t start = text.find_first_not_of(kBlank);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kBlank) - start + 1);
}

// "scheme:" as RFC 3986 3.1 spells it; empty where there is none.
std::string_view SchemeOf(std::string_view url) {
  size_t i = 0;
  while (i < url.size() &&
         (((Lower(url[i]) >= 'a') && (Lower(url[i]) <= 'z')) ||
          (i > 0 && ((url[i] >= '0' && url[i] <= '9') || url[i] == '+' || url[i] == '-' || url[i] == '.')))) {
    ++i;
  }
  return i > 0 && i < url.size() && url[i] == ':' ? url.substr(0, i) : std::string_view();
}

// RFC 3986 5.2.4.
std::string RemoveDotSegments(std::string_view path) {
  std::vector<std::string_view> kept;
  bool folder = false;  // the path ends in "/", "/." or "/.."
  for (size_t from = 0; from <= path.size();) {
    const size_t slash = std::min(path.find('/', from), path.size());
    const std::string_view segment = path.substr(from, slash - from);
    folder = segment.empty() || segment == "." || segment == "..";
    if (segment == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (segment != "." && (!segment.empty() || (from > 0 && slash < path.size()))) {
      kept.push_back(segment);
    }
    from = slash + 1;
  }
  std::string out;
  for (const std::string_view segment : kept) out.append("/").append(segment);
  if (folder || out.empty()) out += '/';
  return out;
}

}  // namespace

UrlParts SplitUrl(std::string_view url) {
  UrlParts parts;
  parts.scheme = SchemeOf(url);
  if (!parts.scheme.empty()) url.remove_prefix(parts.scheme.size() + 1);
  if (url.starts_with("//")) {
    url.remove_prefix(2);
    parts.host = url.substr(0, url.find_first_of("/?#"));
    url.remove_prefix(parts.host.size());
    parts.host.remove_prefix(parts.host.rfind('@') + 1);  // npos + 1 is 0
    parts.host = parts.host.substr(0, parts.host.rfind(':'));
    if (parts.host.size() > 4 && EqualIgnoringCase(parts.host.substr(0, 4), "www.")) parts.host.remove_prefix(4);
  }
  parts.path = url.substr(0, url.find_first_of("?#"));
  return parts;
}

std::string ResolveUrl(std::string_view reference, std::string_view base) {
  reference = TrimBlanks(reference);
  base = TrimBlanks(base);
  reference = reference.substr(0, reference.find('#'));
  const std::string_view scheme = SchemeOf(reference);
  if (!scheme.empty()) {
    const bool web = EqualIgnoringCase(scheme, "http") || EqualIgnoringCase(scheme, "https");
    return web && reference.substr(scheme.size()).starts_with("://") ? std::string(reference) : std::string();
  }
  const std::string_view base_scheme = SchemeOf(base);
  const size_t host = base.find("//");
  if (base_scheme.empty() || host != base_scheme.size() + 1) return {};
  if (reference.starts_with("//")) return std::string(base_scheme) + ":" + std::string(reference);
  const std::string_view origin = base.substr(0, std::min(base.find_first_of("/?#", host + 2), base.size()));
  std::string_view path = base.substr(origin.size());
  path = path.substr(0, path.find_first_of("?#"));
  if (reference.empty()) return std::string(origin) + std::string(path);
  if (reference.front() == '?') return std::string(origin) + std::string(path) + std::string(reference);
  const size_t query = std::min(reference.find('?'), reference.size());
  std::string joined;
  if (reference.front() != '/') joined = path.substr(0, path.rfind('/') + 1);
  joined += reference.substr(0, query);
  return std::string(origin) + RemoveDotSegments(joined) + std::string(reference.substr(query));
}

bool IsSamePage(std::string_view a, std::string_view b) {
  const UrlParts x = SplitUrl(TrimBlanks(a));
  const UrlParts y = SplitUrl(TrimBlanks(b));
  const auto bare = [](std::string_view path) { return path.ends_with('/') ? path.substr(0, path.size() - 1) : path; };
  return EqualIgnoringCase(x.host, y.host) && bare(x.path) == bare(y.path);
}

}  // namespace tallywire::parse
