// The network as the rest of the program sees it: jobs go in, exchanges and outcomes come out.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/robots.h"
#include "model/http.h"
#include "model/result.h"
#include "model/time.h"

namespace tallywire::fetch {

// The default limits suit a polite public crawl; tests and private sites loosen them.
struct FetchOptions {
  std::string user_agent = "tallywire/0.1 (+https://tallywire.example/bot)";  // product/version (+contact URL)
  std::size_t max_hosts_at_once = 16;                // transfers in flight; a host never has more than one
  std::chrono::milliseconds host_delay{2000};        // from the end of one answer of a host to its next request
  std::chrono::milliseconds max_crawl_delay{30000};  // a longer Crawl-delay is cut to this
  bool obey_robots = true;
  bool allow_private_addresses = false;  // loopback, RFC 1918, link-local, … : refused, so that a feed cannot make us
                                         // knock at doors inside the user's own network
  int max_redirects = 10;
  std::size_t max_body_bytes = std::size_t{16} << 20U;  // as transferred; larger answers are cut and marked
  std::size_t max_header_bytes = std::size_t{256} << 10U;
  std::chrono::milliseconds connect_timeout{15000};
  std::chrono::milliseconds total_timeout{120000};  // of one hop
  long min_bytes_per_second = 64;                   // a transfer below this for `low_speed_time` is given up
  std::chrono::seconds low_speed_time{30};
  int max_attempts = 3;  // of one hop, where the failure is transient (no connection, 429, 502, 503, 504)
  std::chrono::milliseconds first_retry_wait{1000};  // doubled for each further attempt
  std::chrono::milliseconds max_retry_wait{30000};   // a longer Retry-After is left to the caller
  int host_failures_before_giving_up = 3;  // connections in a row that failed; the host's other jobs then fail at once
  std::string proxy;                       // URL; empty: none, whatever the environment says
  std::string ca_file;                     // PEM; empty: the system's
  std::vector<std::string> resolve;        // "host:port:address", fixed answers instead of DNS
};

struct FetchJob {
  std::uint64_t id = 0;  // the caller's own; comes back with everything that belongs to the job
  Request request;       // If-None-Match and If-Modified-Since go in as headers; method is GET
};

// Why an exchange took place.
enum class Purpose { kDocument, kRobots };

struct FetchOutcome {
  std::uint64_t id = 0;
  // Every answer received for the job, in order: redirects, answers that were tried again, and last the final one.
  // Empty where no server answered.
  std::vector<Exchange> hops;
  // Ok where the last hop is the document (2xx) or says that it has not changed (304). Otherwise: kNetwork,
  // kHttpStatus (and redirects that lead nowhere), kTooLarge (the last hop holds the first part), kRefused (robots.txt,
  // address policy), kBadInput (URL).
  Status status;
  std::string final_url;              // of the last request made, or of the job where none was
  std::string permanent_url;          // where 301 and 308 alone lead; equals the job's URL where nothing moved
  std::optional<Timestamp> retry_at;  // the server asked not to be tried before (Retry-After)
};

// Receives what a run produces, always on the thread that called Fetcher::Run. May call Fetcher::Enqueue.
class FetchSink {
 public:
  virtual ~FetchSink() = default;

  // Each answer (robots.txt included) as it arrives and before anything else is done with it: the place to archive it.
  // `id` is the job's; for Purpose::kRobots the job's that first needed it. An error ends the run with that error.
  virtual Status OnExchange(std::uint64_t id, Purpose purpose, const Exchange& exchange) = 0;

  // Once for each job, except those that a stop, an error or the end of the program left behind.
  virtual Status OnOutcome(FetchOutcome outcome) = 0;

  // What robots.txt of an origin was found to say, for a caller that keeps it beyond the run (RFC 9309 2.4: a day).
  virtual void OnRobots(std::string_view origin, const RobotsTxt& robots);
};

// Not thread-safe: one thread calls everything.
class Fetcher {
 public:
  virtual ~Fetcher() = default;

  // Allowed before and during Run (from the sink). Jobs of one host are fetched in this order.
  virtual void Enqueue(FetchJob job) = 0;

  // Spares the request for robots.txt of that origin.
  virtual void SeedRobots(std::string_view origin, RobotsTxt robots) = 0;

  // Fetches until every job has its outcome. Setting `stop` (a signal handler may) drops what is in flight and returns
  // kInterrupted within a tenth of a second; the jobs left can be had from a new fetcher. Errors of single jobs are
  // outcomes, not errors of the run.
  virtual Status Run(FetchSink& sink, const std::atomic<bool>& stop) = 0;
};

}  // namespace tallywire::fetch
