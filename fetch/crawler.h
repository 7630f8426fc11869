// The polite fetcher on libcurl: several hosts at once, one transfer a host, robots.txt before anything else.
#pragma once

#include <chrono>
#include <memory>

#include "fetch/fetcher.h"
#include "model/time.h"

namespace tallywire::fetch {

// The time that delays and waits are measured in; tests replace it so that nobody waits.
class Pacer {
 public:
  using Time = std::chrono::steady_clock::time_point;
  virtual ~Pacer() = default;
  virtual Time Now() const;
  // Called only while nothing is in flight; may return early.
  virtual void Sleep(std::chrono::milliseconds duration);
};

// Rules of the road, beyond FetchOptions:
// - robots.txt is asked for once an origin (scheme, host, port), its redirects followed up to five times (RFC 9309
//   2.3.1.2), before the first page there; neither it nor the hops of a redirect wait for the host delay.
// - Redirects are followed here, hop by hop: each hop is checked against robots.txt and the address policy and is an
//   exchange of its own. Cookies are not kept; Authorization and Cookie headers do not follow to another origin.
// - Bodies keep their content coding (see content_coding.h); headers are raw and in order, those of interim (1xx)
//   answers and trailers left out; the request's headers are those that were sent.
// - The address policy is checked on the address actually connected to, so a host name that resolves to a private
//   address is refused too. Through a proxy only literal addresses can be checked.
class Crawler final : public Fetcher {
 public:
  // `clock` dates the exchanges and `pacer` times the waits; both must outlive the crawler. Without a pacer real time
  // passes.
  Crawler(FetchOptions options, const Clock& clock, Pacer* pacer = nullptr);
  ~Crawler() override;
  Crawler(const Crawler&) = delete;
  Crawler& operator=(const Crawler&) = delete;

  void Enqueue(FetchJob job) override;
  void SeedRobots(std::string_view origin, RobotsTxt robots) override;
  Status Run(FetchSink& sink, const std::atomic<bool>& stop) override;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tallywire::fetch
