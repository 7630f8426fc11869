#include "fetch/http_status.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "fetch/feed_date.h"

namespace tallywire::fetch {
namespace {

struct Meaning {
  int status;
  std::string_view what;
  std::string_view remedy;
};

constexpr std::string_view kLater = "Try again later";
constexpr std::array<Meaning, 15> kMeanings{
    {{400, "the server does not understand the request", "Check the URL"},
     {401, "the page wants a login", "Leave it out, or put user name and password into the URL"},
     {402, "the page must be paid for", "Leave it out"},
     {403, "the server refuses to show the page",
      "The site may not want automatic readers; leave it out or ask its owner"},
     {404, "there is no such page", "Check the URL; remove the feed if it has moved"},
     {406, "the server has no form of the page that we accept", "Leave it out"},
     {408, "the server waited too long for the request", kLater},
     {410, "the page has been removed for good", "Remove it from your list"},
     {429, "the server says that we ask too often", "Raise the delay for this host and try again later"},
     {451, "the page is withheld for legal reasons", "Leave it out"},
     {500, "the server failed", kLater},
     {501, "the server cannot do what was asked", kLater},
     {502, "the server behind the gateway failed", kLater},
     {503, "the server is overloaded or under maintenance", kLater},
     {504, "the server behind the gateway did not answer in time", kLater}}};

Meaning MeaningOf(int status) {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.status == status) return meaning;
  }
  if (status >= 500) return {status, "the server failed", kLater};
  if (status >= 400) return {status, "the server rejects the request", "Check the URL"};
  if (status >= 300)
    return {status, "the server points elsewhere without saying where", "Open the page in a browser and look"};
  return {status, "the answer is not a document", "Open the page in a browser and look"};
}

}  // namespace

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool IsPermanentRedirect(int status) { return status == 301 || status == 308; }

bool IsWorthRetrying(int status) { return status == 429 || status == 502 || status == 503 || status == 504; }

Error ErrorOfStatus(int status, std::string_view reason, std::string_view url) {
  const Meaning meaning = MeaningOf(status);
  std::string what = "HTTP " + std::to_string(status);
  if (!reason.empty()) what.append(" ").append(reason.substr(0, 60));
  what.append(": ").append(meaning.what);
  return {ErrorCode::kHttpStatus, std::string(url), std::move(what), std::string(meaning.remedy)};
}

std::optional<std::chrono::seconds> RetryAfter(const std::vector<Header>& headers, Timestamp now) {
  constexpr std::chrono::seconds kLongest = std::chrono::weeks{1};
  const std::string_view value = FindHeader(headers, "retry-after");
  if (value.empty()) return std::nullopt;
  long long seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  const bool number = end == value.data() + value.size();
  if (number && error == std::errc::result_out_of_range) return kLongest;
  if (!number || error != std::errc{}) {
    const auto date = ParseFeedDate(value);
    if (!date) return std::nullopt;
    seconds = (*date - now).count();
  }
  return std::clamp(std::chrono::seconds{seconds}, std::chrono::seconds{0}, kLongest);
}

}  // namespace tallywire::fetch
