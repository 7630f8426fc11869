// Exchanges for tests.
#pragma once

#include <string>

#include "model/http.h"

namespace tallywire::testing {

inline Exchange MakeExchange(const std::string& url, const std::string& body, int status = 200) {
  Exchange exchange;
  exchange.request = {
      "GET", url, {{"User-Agent", "tallywire/0.1 (+https://tallywire.example/bot)"}, {"Accept", "*/*"}}};
  exchange.response.status = status;
  exchange.response.reason = status == 200 ? "OK" : "Other";
  exchange.response.protocol = "http/1.1";
  exchange.response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                               {"Content-Length", std::to_string(body.size())}};
  exchange.response.body = body;
  exchange.time = ParseIso("2024-03-05T06:00:00Z").value();
  exchange.remote_ip = "192.0.2.7";
  return exchange;
}

}  // namespace tallywire::testing
