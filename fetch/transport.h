// Single HTTP transfers on libcurl's multi interface, without redirects, retries or manners.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "fetch/fetcher.h"
#include "fetch/url.h"
#include "model/http.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::fetch {

struct Transfer {
  std::uint64_t ticket = 0;     // comes back with the result
  Url url;                      // user name and password go out as basic authentication
  std::vector<Header> headers;  // the caller's own; defaults are added where a name is missing
  std::size_t max_body_bytes = 0;
};

struct TransferResult {
  std::uint64_t ticket = 0;
  bool answered = false;   // the header came through, so that `exchange` is worth keeping
  bool connected = false;  // false where not even a connection came about
  bool retryable = false;  // of a failure: another try may do
  Exchange exchange;       // the request as sent; of the response what arrived
  Status status;           // of the transfer, whatever the HTTP status
};

// Not thread-safe.
class Transport {
 public:
  // `clock` must outlive the transport.
  Transport(const FetchOptions& options, const Clock& clock);
  ~Transport();
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;

  void Start(Transfer transfer);

  // Moves data, waiting up to `max_wait` for some, and returns what is finished.
  std::vector<TransferResult> Poll(std::chrono::milliseconds max_wait);

  std::size_t InFlight() const;

  // Drops every transfer in flight; no results come of them.
  void AbortAll();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tallywire::fetch
