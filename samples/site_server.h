// A small news site on loopback, for trying the program out and for its end-to-end tests.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace tallywire::samples {

struct SiteRequest {
  std::string path;
  bool conditional = false;  // with If-None-Match or If-Modified-Since
  int answered = 0;          // the status
};

// An answer that replaces a page: what a test, or a quirk of the sample site, wants to be served.
struct Answer {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::map<std::string, std::string> headers;
};

// Serves the files of a folder, with ETag and Last-Modified (and 304 for requests that have them), gzip for clients
// that accept it, and a 404 page. In files of text "{{base}}" stands for the server's address. Pages may be replaced at
// any time, from any thread.
class SiteServer {
 public:
  explicit SiteServer(std::filesystem::path folder);  // may be empty: only what Put says
  ~SiteServer();                                      // stops
  SiteServer(const SiteServer&) = delete;
  SiteServer& operator=(const SiteServer&) = delete;

  // Listens on 127.0.0.1 and returns the port; 0 picks a free one. -1 where the port cannot be had.
  int Start(int port = 0);
  void Stop();
  std::string base() const;  // "http://127.0.0.1:8080"

  void Put(const std::string& path, Answer answer);
  // The type to state for a file, true or not, where its name does not say it.
  void StateType(const std::string& path, const std::string& content_type);
  void Redirect(const std::string& path, const std::string& target, int status);

  // Called with each request's number, from 1, before it is answered.
  void OnRequest(std::function<void(size_t number)> hook);
  std::vector<SiteRequest> Requests() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// The sample site: the pages of `folder` (samples/site) and the quirks that go with them: redirects, a page that states
// another charset than it has.
std::unique_ptr<SiteServer> MakeSampleSite(const std::filesystem::path& folder);

}  // namespace tallywire::samples
