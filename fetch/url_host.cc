#include "fetch/url_host.h"

#include <arpa/inet.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace tallywire::fetch {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// WHATWG "forbidden domain code point", for bytes.
bool IsForbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte >= 0x7F || std::string_view{"#/:<>?@[\\]^|%"}.find(c) != std::string_view::npos;
}

struct IdnaDeleter {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

// Non-transitional, as browsers are. The object is immutable and may be shared (ICU: uidna_openUTS46).
const UIDNA* Idna() {
  static const std::unique_ptr<UIDNA, IdnaDeleter> idna = [] {
    UErrorCode error = U_ZERO_ERROR;
    constexpr uint32_t options = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII;
    return std::unique_ptr<UIDNA, IdnaDeleter>(uidna_openUTS46(options, &error));
  }();
  return idna.get();
}

// The URL standard checks neither lengths nor hyphens.
constexpr uint32_t kIgnoredIdnaErrors = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                        UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                        UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

std::optional<std::string> DomainToAscii(std::string_view domain) {
  const bool ascii = std::all_of(domain.begin(), domain.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  std::string lower(domain);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  if (ascii && lower.find("xn--") == std::string::npos) return lower;
  constexpr size_t kMaxHost = 4096;  // far above DNS's 253; keeps a hostile URL from costing time
  if (lower.size() > kMaxHost || Idna() == nullptr) return std::nullopt;

  std::string out(lower.size() * 4 + 64, '\0');
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length = uidna_nameToASCII_UTF8(Idna(), lower.data(), static_cast<int32_t>(lower.size()), out.data(),
                                                static_cast<int32_t>(out.size()), &info, &error);
  if (U_FAILURE(error) || (info.errors & ~kIgnoredIdnaErrors) != 0) return std::nullopt;
  out.resize(static_cast<size_t>(length));
  return out;
}

std::optional<uint64_t> ParseIpv4Number(std::string_view text) {
  unsigned base = 10;
  if (text.size() >= 2 && text[0] == '0' && Lower(text[1]) == 'x') {
    text.remove_prefix(2);
    base = 16;
  } else if (text.size() >= 2 && text[0] == '0') {
    text.remove_prefix(1);
    base = 8;
  }
  uint64_t value = 0;
  for (const char c : text) {
    const int digit = HexValue(c);
    if (digit < 0 || static_cast<unsigned>(digit) >= base) return std::nullopt;
    value = value * base + static_cast<unsigned>(digit);
    if (value > UINT32_MAX) return std::nullopt;
  }
  return value;
}

std::vector<std::string_view> Labels(std::string_view host) {
  std::vector<std::string_view> labels;
  while (true) {
    const size_t dot = host.find('.');
    labels.push_back(host.substr(0, dot));
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  if (labels.size() > 1 && labels.back().empty()) labels.pop_back();
  return labels;
}

bool EndsInNumber(std::string_view label) {
  if (!label.empty() && std::all_of(label.begin(), label.end(), IsDigit)) return true;
  return label.size() >= 2 && label[0] == '0' && Lower(label[1]) == 'x' && ParseIpv4Number(label).has_value();
}

std::optional<std::string> ParseIpv4(const std::vector<std::string_view>& labels) {
  if (labels.size() > 4) return std::nullopt;
  uint64_t address = 0;
  for (size_t i = 0; i < labels.size(); ++i) {
    const auto number = labels[i].empty() ? std::nullopt : ParseIpv4Number(labels[i]);
    if (!number) return std::nullopt;
    const bool last = i + 1 == labels.size();
    // The last number fills all the octets that are left: 127.1 is 127.0.0.1.
    const unsigned bits = last ? 8 * static_cast<unsigned>(4 - i) : 8;
    if (*number >= (uint64_t{1} << bits)) return std::nullopt;
    address = (address << bits) | *number;
  }
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    if (!text.empty()) text += '.';
    text += std::to_string((address >> static_cast<unsigned>(shift)) & 0xFFU);
  }
  return text;
}

std::optional<std::string> ParseIpv6(std::string_view inside) {
  in6_addr address{};
  if (inet_pton(AF_INET6, std::string(inside).c_str(), &address) != 1) return std::nullopt;
  std::array<char, INET6_ADDRSTRLEN> buffer{};
  if (inet_ntop(AF_INET6, &address, buffer.data(), buffer.size()) == nullptr) return std::nullopt;
  return '[' + std::string(buffer.data()) + ']';
}

}  // namespace

int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  const char lower = Lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string PercentDecode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? HexValue(text[i + 1]) : -1;
    const int low = high >= 0 ? HexValue(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::optional<std::string> ParseHost(std::string_view host) {
  if (host.starts_with('[')) {
    if (!host.ends_with(']')) return std::nullopt;
    return ParseIpv6(host.substr(1, host.size() - 2));
  }
  auto ascii = DomainToAscii(PercentDecode(host));
  if (!ascii || ascii->empty() || std::any_of(ascii->begin(), ascii->end(), IsForbidden)) return std::nullopt;
  const auto labels = Labels(*ascii);
  if (EndsInNumber(labels.back())) return ParseIpv4(labels);
  return ascii;
}

}  // namespace tallywire::fetch
