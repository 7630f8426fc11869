#include "fetch/curl_error.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <string>

namespace tallywire::fetch {
namespace {

struct Meaning {
  int code;
  std::string_view what;
  std::string_view remedy;
  bool retryable;
};

constexpr std::string_view kLater = "Try again later";
constexpr std::array<Meaning, 18> kMeanings{
    {{CURLE_COULDNT_RESOLVE_HOST, "the host name cannot be resolved", "Check its spelling and the network connection",
      true},
     {CURLE_COULDNT_RESOLVE_PROXY, "the proxy's name cannot be resolved", "Check the proxy setting", false},
     {CURLE_COULDNT_CONNECT, "no connection to the server", "Check that the server runs and can be reached", true},
     {CURLE_OPERATION_TIMEDOUT, "the server takes too long", "Try again later, or raise the time limits", true},
     {CURLE_PARTIAL_FILE, "the connection ended before the whole page had come", kLater, true},
     {CURLE_GOT_NOTHING, "the server closed the connection without an answer", kLater, true},
     {CURLE_RECV_ERROR, "the connection broke while the answer came in", kLater, true},
     {CURLE_SEND_ERROR, "the connection broke while the request went out", kLater, true},
     {CURLE_HTTP2, "the server breaks the rules of HTTP/2", kLater, true},
     {CURLE_HTTP2_STREAM, "the server ended the HTTP/2 stream", kLater, true},
     {CURLE_WEIRD_SERVER_REPLY, "the server does not answer in HTTP", "Check the port of the URL", false},
     {CURLE_UNSUPPORTED_PROTOCOL, "the server does not answer in HTTP/1.0 or newer", "Check the port of the URL",
      false},
     {CURLE_SSL_CONNECT_ERROR, "no secure connection could be agreed on",
      "Check the URL; the server may not offer https there", false},
     {CURLE_PEER_FAILED_VERIFICATION, "the server's certificate is not valid",
      "Check the date of this machine and the packages with certificates; else the site must repair it", false},
     {CURLE_SSL_CACERT_BADFILE, "the file of trusted certificates cannot be read",
      "Install ca-certificates or correct the setting", false},
     {CURLE_WRITE_ERROR, "the body's chunks are malformed", kLater, true},
     {CURLE_BAD_CONTENT_ENCODING, "the transfer coding is not known", "Leave the page out", false},
     {CURLE_TOO_MANY_REDIRECTS, "the server redirects too often", "Leave the page out", false}}};

const Meaning* Find(int code) {
  const auto found = std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& m) { return m.code == code; });
  return found == kMeanings.end() ? nullptr : &*found;
}

}  // namespace

Error ErrorFromCurl(int code, std::string_view message, std::string_view url) {
  const Meaning* meaning = Find(code);
  std::string what(meaning != nullptr ? meaning->what : "the transfer failed");
  const std::string_view detail = message.empty() ? curl_easy_strerror(static_cast<CURLcode>(code)) : message;
  what.append(" (").append(detail).append(")");
  return {ErrorCode::kNetwork, std::string(url), std::move(what),
          std::string(meaning != nullptr ? meaning->remedy : kLater)};
}

bool IsRetryable(int code) {
  const Meaning* meaning = Find(code);
  return meaning == nullptr || meaning->retryable;
}

Error PrivateAddressError(std::string_view url) {
  return {ErrorCode::kRefused, std::string(url), "the address is private or reserved, so nothing is fetched from there",
          "If the server is your own, set allow_private_addresses = true under [fetch] in the configuration"};
}

}  // namespace tallywire::fetch
