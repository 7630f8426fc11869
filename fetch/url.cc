#include "fetch/url.h"

#include <algorithm>
#include <array>

#include "fetch/url_host.h"

namespace tallywire::fetch {
namespace {

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSlash(char c) { return c == '/' || c == '\\'; }  // browsers read both in http URLs

// Percent-encode sets (WHATWG URL 1.3) beyond controls and non-ASCII, which all of them hold.
constexpr std::string_view kFragmentSet = " \"<>`";
constexpr std::string_view kQuerySet = " \"#<>'";
constexpr std::string_view kPathSet = " \"#<>?^`{}";
constexpr std::string_view kUserSet = " \"#<>?^`{}/:;=@[\\]|";

void AppendEncoded(std::string& out, std::string_view text, std::string_view set) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x1F || byte > 0x7E || set.find(c) != std::string_view::npos) {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 0xFU];
    } else {
      out += c;
    }
  }
}

std::string Encoded(std::string_view text, std::string_view set) {
  std::string out;
  AppendEncoded(out, text, set);
  return out;
}

// Without surrounding controls and spaces, and without tabs and line ends anywhere.
std::string Cleaned(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= 0x20) text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= 0x20) text.remove_suffix(1);
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// The scheme in lower case without its colon; empty where `text` does not begin with one.
std::string SchemeOf(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !IsAlpha(text.front())) return {};
  std::string scheme(text.substr(0, colon));
  for (char& c : scheme) {
    if (!IsAlpha(c) && !IsDigit(c) && c != '+' && c != '-' && c != '.') return {};
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return scheme;
}

bool IsSingleDot(std::string_view s) { return s == "." || s == "%2e" || s == "%2E"; }

bool IsDoubleDot(std::string_view s) {
  const size_t first = s.starts_with('.') ? 1 : (s.starts_with("%2e") || s.starts_with("%2E") ? 3 : 0);
  return first != 0 && IsSingleDot(s.substr(first));
}

// `path` follows the directory `base` (which ends in a slash, or is empty): dot segments resolved, the rest encoded.
std::string JoinPath(std::string_view base, std::string_view path) {
  std::string out(base.empty() ? "/" : base);
  while (true) {
    const size_t slash = static_cast<size_t>(std::find_if(path.begin(), path.end(), IsSlash) - path.begin());
    const bool last = slash == path.size();
    const auto segment = path.substr(0, slash);
    if (IsDoubleDot(segment)) {
      out.pop_back();
      out.resize(out.rfind('/') == std::string::npos ? 0 : out.rfind('/') + 1);
      if (out.empty()) out.push_back('/');
    } else if (!IsSingleDot(segment)) {
      AppendEncoded(out, segment, kPathSet);
      if (!last) out += '/';
    }
    if (last) return out;
    path.remove_prefix(slash + 1);
  }
}

struct Tail {
  std::string_view path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;
};

Tail SplitTail(std::string_view text) {
  Tail tail;
  if (const size_t hash = text.find('#'); hash != std::string_view::npos) {
    tail.fragment = Encoded(text.substr(hash + 1), kFragmentSet);
    text = text.substr(0, hash);
  }
  if (const size_t mark = text.find('?'); mark != std::string_view::npos) {
    tail.query = Encoded(text.substr(mark + 1), kQuerySet);
    text = text.substr(0, mark);
  }
  tail.path = text;
  return tail;
}

tl::unexpected<Error> Invalid(std::string_view text, std::string what) {
  return Fail(ErrorCode::kBadInput, std::string(text.substr(0, 500)), std::move(what), "Check the spelling of the URL");
}

struct Port {
  bool valid = true;
  std::optional<std::uint16_t> number;  // none for the scheme's default
};

Port ParsePort(std::string_view text, std::string_view scheme) {
  unsigned value = 0;
  for (const char c : text) {
    if (!IsDigit(c)) return {.valid = false, .number = {}};
    value = value * 10 + static_cast<unsigned>(c - '0');
    if (value > 65535) return {.valid = false, .number = {}};
  }
  if (text.empty() || value == (scheme == "https" ? 443U : 80U)) return {};
  return {.valid = true, .number = static_cast<std::uint16_t>(value)};
}

// `rest` begins after the slashes.
Result<Url> ParseAuthority(std::string scheme, std::string_view rest, std::string_view whole) {
  Url url;
  url.scheme = std::move(scheme);
  const size_t end = std::min(rest.find_first_of("/\\?#"), rest.size());
  std::string_view authority = rest.substr(0, end);
  if (const size_t at = authority.rfind('@'); at != std::string_view::npos) {
    const auto user = authority.substr(0, at);
    const size_t colon = user.find(':');
    url.username = Encoded(user.substr(0, colon), kUserSet);
    if (colon != std::string_view::npos) url.password = Encoded(user.substr(colon + 1), kUserSet);
    authority.remove_prefix(at + 1);
  }
  const size_t bracket = authority.starts_with('[') ? authority.find(']') : 0;
  const size_t colon = bracket == std::string_view::npos ? bracket : authority.find(':', bracket);
  const auto host = ParseHost(authority.substr(0, colon));
  if (!host) return Invalid(whole, authority.empty() ? "the URL names no host" : "the host name is not valid");
  url.host = *host;
  if (colon != std::string_view::npos) {
    const auto port = ParsePort(authority.substr(colon + 1), url.scheme);
    if (!port.valid) return Invalid(whole, "the port is no number from 0 to 65535");
    url.port = port.number;
  }
  Tail tail = SplitTail(rest.substr(end));
  if (!tail.path.empty()) url.path = JoinPath("", tail.path.substr(1));
  url.query = std::move(tail.query);
  url.fragment = std::move(tail.fragment);
  return url;
}

Url ResolveRelative(std::string_view text, const Url& base) {
  Url url = base;
  Tail tail = SplitTail(text);
  url.fragment = std::move(tail.fragment);
  if (tail.path.empty()) {
    if (tail.query) url.query = std::move(tail.query);
    return url;
  }
  url.query = std::move(tail.query);
  if (IsSlash(tail.path.front())) {
    url.path = JoinPath("", tail.path.substr(1));
  } else {
    const std::string_view directory = std::string_view{base.path}.substr(0, base.path.rfind('/') + 1);
    url.path = JoinPath(directory, tail.path);
  }
  return url;
}

Result<Url> Parse(std::string_view raw, const Url* base) {
  // Longer than any server accepts; also keeps the later steps cheap.
  constexpr size_t kMaxUrl = size_t{64} * 1024;
  if (raw.size() > kMaxUrl) return Invalid(raw, "the URL is longer than 64 KiB");
  const std::string text = Cleaned(raw);
  std::string_view rest = text;
  std::string scheme = SchemeOf(rest);
  if (!scheme.empty() && scheme != "http" && scheme != "https") {
    return Fail(ErrorCode::kRefused, text.substr(0, 500),
                "only http and https URLs can be fetched, not " + scheme + ":", "Give an http or https URL");
  }
  if (!scheme.empty()) {
    rest.remove_prefix(scheme.size() + 1);
    const bool relative = base != nullptr && base->scheme == scheme && (rest.empty() || !IsSlash(rest.front()));
    if (relative) return ResolveRelative(rest, *base);
  } else if (base == nullptr) {
    return Invalid(raw, "this is not an absolute URL");
  } else if (rest.size() >= 2 && IsSlash(rest[0]) && IsSlash(rest[1])) {
    scheme = base->scheme;
  } else {
    return ResolveRelative(rest, *base);
  }
  while (!rest.empty() && IsSlash(rest.front())) rest.remove_prefix(1);
  return ParseAuthority(std::move(scheme), rest, text);
}

}  // namespace

std::uint16_t Url::EffectivePort() const {
  return port.value_or(scheme == "https" ? std::uint16_t{443} : std::uint16_t{80});
}

std::string Url::Origin() const {
  std::string origin = scheme + "://" + host;
  if (port) origin.append(":").append(std::to_string(*port));
  return origin;
}

std::string Url::Target() const { return query ? path + "?" + *query : path; }

std::string Url::ToText() const { return Origin() + Target(); }

Result<Url> ParseUrl(std::string_view text) { return Parse(text, nullptr); }

Result<Url> ResolveUrl(std::string_view reference, const Url& base) { return Parse(reference, &base); }

std::string MakeAbsolute(std::string_view reference, std::string_view base) {
  std::string text = Cleaned(reference);
  if (!SchemeOf(text).empty()) return text;
  const auto parsed_base = ParseUrl(base);
  if (!parsed_base) return {};
  const auto url = ResolveUrl(text, *parsed_base);
  if (!url) return {};
  return url->fragment ? url->ToText() + "#" + *url->fragment : url->ToText();
}

}  // namespace tallywire::fetch
