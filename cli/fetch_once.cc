#include "cli/fetch_once.h"

#include <optional>
#include <utility>

#include "cli/stop_signal.h"
#include "fetch/content_coding.h"
#include "fetch/crawler.h"
#include "fetch/url.h"

namespace tallywire::cli {
namespace {

class OneOutcome final : public fetch::FetchSink {
 public:
  Status OnExchange(std::uint64_t, fetch::Purpose, const Exchange&) override { return {}; }
  Status OnOutcome(fetch::FetchOutcome outcome) override {
    outcome_ = std::move(outcome);
    return {};
  }
  std::optional<fetch::FetchOutcome>& outcome() { return outcome_; }

 private:
  std::optional<fetch::FetchOutcome> outcome_;
};

}  // namespace

bool IsWebAddress(const std::string& text) { return fetch::ParseUrl(text).has_value(); }

Result<FetchedDocument> FetchDocument(const std::string& url, const Environment& environment) {
  fetch::Crawler crawler(environment.config.fetch, *environment.clock);
  fetch::FetchJob job;
  job.id = 1;
  job.request.url = url;
  crawler.Enqueue(std::move(job));
  OneOutcome sink;
  if (auto status = crawler.Run(sink, StopFlag()); !status) return tl::unexpected(std::move(status).error());
  if (!sink.outcome()) return Fail(ErrorCode::kInterrupted, url, "was not fetched");
  auto& outcome = *sink.outcome();
  if (!outcome.status) return tl::unexpected(std::move(outcome.status).error());
  const Response& response = outcome.hops.back().response;
  auto content = fetch::DecodeContent(response.headers, response.body);
  if (!content) return tl::unexpected(std::move(content).error());
  return FetchedDocument{std::move(content->bytes), outcome.final_url,
                         std::string(FindHeader(response.headers, "Content-Type"))};
}

}  // namespace tallywire::cli
