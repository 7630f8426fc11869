#include "cli/archiving.h"

#include <utility>

namespace tallywire::cli {
namespace {

constexpr int kNotModified = 304;

Result<std::optional<archive::RefersTo>> EarlierCapture(const Exchange& exchange, store::Store& store) {
  const auto before = store.Captures().LatestWithBody(exchange.request.url);
  if (!before) return tl::unexpected(before.error());
  if (!*before || (*before)->location.file.empty()) return std::nullopt;
  return archive::RefersTo{(*before)->final_url, (*before)->time, (*before)->location.digest};
}

bool IsRevisit(const Exchange& exchange, const std::optional<archive::RefersTo>& earlier,
               const ArchiveLocation& location) {
  return exchange.response.status == kNotModified ||
         (exchange.response.status == 200 && earlier && earlier->digest == location.digest);
}

}  // namespace

Result<Retrieval> Archive(Fetched fetched, archive::WarcWriter& writer, store::Store& store) {
  std::vector<archive::NotedExchange> noted;
  for (const auto& exchange : fetched.hops) {
    auto earlier = EarlierCapture(exchange, store);
    if (!earlier) return tl::unexpected(std::move(earlier).error());
    noted.push_back({&exchange, {fetched.purpose, fetched.requested_url, std::move(*earlier)}});
  }
  std::vector<ArchiveLocation> locations;
  if (!noted.empty()) {
    auto appended = writer.AppendAll(noted);
    if (!appended) return tl::unexpected(std::move(appended).error());
    locations = std::move(*appended);
  }
  Retrieval retrieval{
      fetched.purpose, std::move(fetched.requested_url), {}, std::move(fetched.status), fetched.retry_at,
      fetched.named};
  for (size_t i = 0; i < locations.size(); ++i) {
    const bool revisit = IsRevisit(fetched.hops[i], noted[i].note.refers_to, locations[i]);
    retrieval.hops.push_back({std::move(fetched.hops[i]), std::move(locations[i]), revisit});
  }
  return retrieval;
}

}  // namespace tallywire::cli
