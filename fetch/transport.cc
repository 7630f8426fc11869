#include "fetch/transport.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "fetch/address_policy.h"
#include "fetch/curl_error.h"
#include "fetch/response_reader.h"
#include "fetch/url_host.h"

namespace tallywire::fetch {
namespace {

struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using Multi = std::unique_ptr<CURLM, MultiDeleter>;
using List = std::unique_ptr<curl_slist, ListDeleter>;

void Append(List& list, const std::string& text) {
  curl_slist* longer = curl_slist_append(list.get(), text.c_str());
  if (longer == nullptr) return;
  static_cast<void>(list.release());
  list.reset(longer);
}

// A header with a line end inside would become two: such a one is not sent.
bool IsSendable(const Header& header) {
  const auto clean = [](std::string_view text) {
    return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos;
  };
  return !header.name.empty() && header.name.find(':') == std::string::npos && clean(header.name) &&
         clean(header.value);
}

std::vector<Header> RequestHeaders(const Transfer& transfer, const std::string& user_agent) {
  std::string host = transfer.url.host;
  if (transfer.url.port) host.append(":").append(std::to_string(*transfer.url.port));
  const std::array<Header, 4> defaults{
      {{"Host", host},
       {"User-Agent", user_agent},
       {"Accept",
        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.8"},
       {"Accept-Encoding", "gzip, deflate, br"}}};
  std::vector<Header> headers;
  for (const Header& header : defaults) {
    if (FindHeader(transfer.headers, header.name).empty()) headers.push_back(header);
  }
  std::copy_if(transfer.headers.begin(), transfer.headers.end(), std::back_inserter(headers), IsSendable);
  return headers;
}

// One transfer in flight. Stays at its address: libcurl holds pointers to it.
struct Running {
  Running(Transfer wanted, const FetchOptions& options_in, const Clock& clock_in)
      : transfer(std::move(wanted)),
        options(options_in),
        clock(clock_in),
        reader(options_in.max_header_bytes, transfer.max_body_bytes) {}

  Transfer transfer;
  const FetchOptions& options;
  const Clock& clock;
  ResponseReader reader;
  Exchange exchange;
  std::array<char, CURL_ERROR_SIZE> message{};
  bool private_address = false;  // the address policy refused a connection
  List headers;
  List resolve;
  Easy easy;
};

// libcurl's callbacks. None may throw: running out of memory ends the program here.
size_t OnHeader(char* data, size_t size, size_t count, void* user) noexcept {
  auto& running = *static_cast<Running*>(user);
  const bool began = running.reader.Began();
  const bool go_on = running.reader.HeaderLine({data, size * count});
  if (!began && running.reader.Began()) running.exchange.time = running.clock.Now();
  return go_on ? size * count : 0;
}

size_t OnBody(char* data, size_t size, size_t count, void* user) noexcept {
  auto& running = *static_cast<Running*>(user);
  // Returning less than was given ends the transfer; an empty piece must not look like that.
  return running.reader.BodyPiece({data, size * count}) ? size * count : CURL_WRITEFUNC_ERROR;
}

bool IsPublicSocketAddress(const sockaddr& address) {
  std::array<std::uint8_t, 16> bytes{};
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    std::memcpy(bytes.data(), &v4.sin_addr, 4);
    return IsPublicAddress(std::span(bytes).first(4));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 v6{};
  std::memcpy(&v6, &address, sizeof v6);
  std::memcpy(bytes.data(), &v6.sin6_addr, 16);
  return IsPublicAddress(bytes);
}

// Called with the address about to be connected to, after DNS: here no name can hide a private address.
curl_socket_t OnOpenSocket(void* user, curlsocktype, curl_sockaddr* address) noexcept {
  auto& running = *static_cast<Running*>(user);
  const bool checked = !running.options.allow_private_addresses && running.options.proxy.empty();
  if (checked && !IsPublicSocketAddress(address->addr)) {
    running.private_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

template <class T>
void Set(CURL* easy, CURLoption option, T value) {
  curl_easy_setopt(easy, option, value);
}

void SetLimits(CURL* easy, const FetchOptions& options) {
  Set(easy, CURLOPT_NOSIGNAL, 1L);
  Set(easy, CURLOPT_QUICK_EXIT, 1L);  // a stop does not wait for a name server
  Set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
  Set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_timeout.count()));
  Set(easy, CURLOPT_LOW_SPEED_LIMIT, options.min_bytes_per_second);
  Set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.low_speed_time.count()));
  Set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  Set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  Set(easy, CURLOPT_PATH_AS_IS, 1L);
  Set(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);
  Set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  Set(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

void SetConnection(Running& running, CURL* easy) {
  const FetchOptions& options = running.options;
  Set(easy, CURLOPT_PROXY, options.proxy.c_str());  // "" keeps the environment out
  if (!options.ca_file.empty()) Set(easy, CURLOPT_CAINFO, options.ca_file.c_str());
  for (const std::string& fixed : options.resolve) Append(running.resolve, fixed);
  if (running.resolve) Set(easy, CURLOPT_RESOLVE, running.resolve.get());
  Set(easy, CURLOPT_OPENSOCKETFUNCTION, &OnOpenSocket);
  Set(easy, CURLOPT_OPENSOCKETDATA, &running);
}

void SetRequest(Running& running, CURL* easy) {
  const Url& url = running.transfer.url;
  running.exchange.request.url = url.ToText();
  running.exchange.request.headers = RequestHeaders(running.transfer, running.options.user_agent);
  for (const Header& header : running.exchange.request.headers) {
    Append(running.headers, header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
  }
  Set(easy, CURLOPT_URL, running.exchange.request.url.c_str());
  Set(easy, CURLOPT_HTTPHEADER, running.headers.get());
  if (!url.username.empty() || !url.password.empty()) {
    Set(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    Set(easy, CURLOPT_USERNAME, PercentDecode(url.username).c_str());
    Set(easy, CURLOPT_PASSWORD, PercentDecode(url.password).c_str());
  }
}

void SetSinks(Running& running, CURL* easy) {
  Set(easy, CURLOPT_HEADERFUNCTION, &OnHeader);
  Set(easy, CURLOPT_HEADERDATA, &running);
  Set(easy, CURLOPT_WRITEFUNCTION, &OnBody);
  Set(easy, CURLOPT_WRITEDATA, &running);
  Set(easy, CURLOPT_ERRORBUFFER, running.message.data());
  Set(easy, CURLOPT_PRIVATE, &running);
}

std::string Size(size_t bytes) {
  if (bytes >= (size_t{1} << 20U) && bytes % (size_t{1} << 20U) == 0) return std::to_string(bytes >> 20U) + " MiB";
  if (bytes >= 1024 && bytes % 1024 == 0) return std::to_string(bytes >> 10U) + " KiB";
  return std::to_string(bytes) + " bytes";
}

Status StatusOf(const Running& running, CURLcode code) {
  const std::string& url = running.exchange.request.url;
  if (running.reader.BodyTooLarge()) {
    return Fail(ErrorCode::kTooLarge, url, "the page is larger than " + Size(running.transfer.max_body_bytes),
                "Raise the size limit if it is wanted all the same");
  }
  if (running.reader.HeaderTooLarge()) {
    return Fail(ErrorCode::kTooLarge, url, "the HTTP header is larger than " + Size(running.options.max_header_bytes),
                "Leave the page out; no honest server sends that much");
  }
  // libcurl takes a connection closed within the header for the header's end.
  if (code == CURLE_OK && !running.reader.HeaderComplete()) {
    return Fail(ErrorCode::kNetwork, url, "the answer ends within its header", "Try again later");
  }
  if (code == CURLE_OK) return {};
  if (running.private_address && !running.reader.Began()) return tl::unexpected(PrivateAddressError(url));
  return tl::unexpected(ErrorFromCurl(code, running.message.data(), url));
}

std::string RemoteIp(CURL* easy) {
  const char* ip = nullptr;
  return curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &ip) == CURLE_OK && ip != nullptr ? ip : "";
}

TransferResult ResultOf(Running& running, CURLcode code) {
  TransferResult result;
  result.ticket = running.transfer.ticket;
  result.status = StatusOf(running, code);
  result.answered = running.reader.HeaderComplete();
  result.exchange = std::move(running.exchange);
  result.exchange.response = std::move(running.reader.Take());
  result.exchange.response.truncated = !result.status;
  result.exchange.remote_ip = RemoteIp(running.easy.get());
  result.connected = result.answered || running.reader.Began() || !result.exchange.remote_ip.empty();
  result.retryable = !result.status && result.status.error().code == ErrorCode::kNetwork && IsRetryable(code);
  return result;
}

void InitialiseOnce() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

class Transport::Impl {
 public:
  Impl(const FetchOptions& options, const Clock& clock) : options_(options), clock_(clock) {
    InitialiseOnce();
    multi_.reset(curl_multi_init());
    if (!multi_) throw std::bad_alloc();
    const auto hosts = static_cast<long>(options_.max_hosts_at_once);
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, std::max(2 * hosts, 8L));
    curl_multi_setopt(multi_.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, std::max(hosts, 1L));
  }

  void Start(Transfer transfer) {
    auto running = std::make_unique<Running>(std::move(transfer), options_, clock_);
    running->easy.reset(curl_easy_init());
    if (!running->easy) throw std::bad_alloc();
    CURL* easy = running->easy.get();
    SetLimits(easy, options_);
    SetConnection(*running, easy);
    SetRequest(*running, easy);
    SetSinks(*running, easy);
    curl_multi_add_handle(multi_.get(), easy);
    running_.push_back(std::move(running));
  }

  std::vector<TransferResult> Poll(std::chrono::milliseconds max_wait) {
    int active = 0;
    curl_multi_perform(multi_.get(), &active);
    auto results = Finished();
    if (!results.empty() || running_.empty()) return results;
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(std::max<long long>(max_wait.count(), 0)), nullptr);
    curl_multi_perform(multi_.get(), &active);
    return Finished();
  }

  std::size_t InFlight() const { return running_.size(); }

  void AbortAll() {
    for (const auto& running : running_) curl_multi_remove_handle(multi_.get(), running->easy.get());
    running_.clear();
  }

 private:
  std::vector<TransferResult> Finished() {
    std::vector<TransferResult> results;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL* easy = message->easy_handle;
      const CURLcode code = message->data.result;  // the message goes with the handle
      const auto found =
          std::find_if(running_.begin(), running_.end(), [&](const auto& r) { return r->easy.get() == easy; });
      if (found == running_.end()) continue;
      results.push_back(ResultOf(**found, code));
      curl_multi_remove_handle(multi_.get(), easy);
      running_.erase(found);
    }
    return results;
  }

  const FetchOptions options_;
  const Clock& clock_;
  // Transfers go before the multi handle they are in: members are destroyed in reverse order.
  Multi multi_;
  std::vector<std::unique_ptr<Running>> running_;
};

Transport::Transport(const FetchOptions& options, const Clock& clock) : impl_(std::make_unique<Impl>(options, clock)) {}
Transport::~Transport() { impl_->AbortAll(); }
void Transport::Start(Transfer transfer) { impl_->Start(std::move(transfer)); }
std::vector<TransferResult> Transport::Poll(std::chrono::milliseconds max_wait) { return impl_->Poll(max_wait); }
std::size_t Transport::InFlight() const { return impl_->InFlight(); }
void Transport::AbortAll() { impl_->AbortAll(); }

}  // namespace tallywire::fetch
