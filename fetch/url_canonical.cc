#include <libpsl.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "fetch/url.h"
#include "fetch/url_host.h"
#include "model/embedded_file.h"

namespace tallywire::fetch {

std::span<const EmbeddedFile> EmbeddedFiles();  // tracking_parameters.txt

namespace {

std::string Lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

class TrackingParameters {
 public:
  explicit TrackingParameters(std::string_view list) {
    while (!list.empty()) {
      const size_t end = std::min(list.find('\n'), list.size());
      Add(list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }

  bool Holds(std::string_view name) const {
    const std::string lower = Lowered(name);
    if (names_.contains(lower)) return true;
    return std::any_of(prefixes_.begin(), prefixes_.end(), [&](const auto& p) { return lower.starts_with(p); });
  }

 private:
  void Add(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) return;
    if (line.ends_with('*')) {
      prefixes_.push_back(Lowered(line.substr(0, line.size() - 1)));
    } else {
      names_.insert(Lowered(line));
    }
  }

  std::unordered_set<std::string> names_;
  std::vector<std::string> prefixes_;
};

const TrackingParameters& Tracking() {
  static const TrackingParameters parameters(EmbeddedFiles().front().text);
  return parameters;
}

// RFC 3986 2.3
bool IsUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

// Escapes of unreserved octets undone, the others in upper-case hex, stray "%" escaped.
std::string NormaliseEscapes(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? HexValue(text[i + 1]) : -1;
    const int low = high >= 0 ? HexValue(text[i + 2]) : -1;
    if (low < 0) {
      // A "%" that begins no escape is meant as itself; left bare it could become one with what follows.
      out += text[i] == '%' ? std::string_view{"%25"} : text.substr(i, 1);
      continue;
    }
    const char octet = static_cast<char>(high * 16 + low);
    if (IsUnreserved(octet)) {
      out += octet;
    } else {
      out += '%';
      out += digits[static_cast<size_t>(high)];
      out += digits[static_cast<size_t>(low)];
    }
    i += 2;
  }
  return out;
}

std::string WithoutTracking(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const size_t end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty() || Tracking().Holds(pair.substr(0, pair.find('=')))) continue;
    if (!out.empty()) out += '&';
    out += pair;
  }
  return out;
}

}  // namespace

std::string Canonical(const Url& url) {
  Url out = url;
  // Two dots are no name; taking one away might make an address of it.
  if (out.host.size() > 1 && out.host.ends_with('.') && !out.host.ends_with("..")) out.host.pop_back();
  out.path = NormaliseEscapes(out.path);
  if (out.query) {
    out.query = WithoutTracking(NormaliseEscapes(*out.query));
    if (out.query->empty()) out.query.reset();
  }
  return out.ToText();
}

std::string CanonicalUrl(std::string_view text) {
  if (const auto url = ParseUrl(text)) return Canonical(*url);
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= 0x20) text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= 0x20) text.remove_suffix(1);
  return std::string(text);
}

std::string SiteOf(std::string_view host) {
  std::string name = Lowered(host);
  if (name.size() > 1 && name.ends_with('.')) name.pop_back();
  const bool address =
      name.starts_with('[') || (!name.empty() && name.find_first_not_of("0123456789.") == std::string::npos);
  const psl_ctx_t* list = psl_builtin();
  if (address || list == nullptr) return name;
  const char* site = psl_registrable_domain(list, name.c_str());
  return site == nullptr ? name : std::string(site);
}

}  // namespace tallywire::fetch
