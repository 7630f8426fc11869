// A server on 127.0.0.1 that answers with exactly the bytes a test gives it, right or wrong.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tallywire::fetch {

struct Reply {
  std::string bytes;   // the whole answer, header and body
  bool close = false;  // the connection is closed after it
  bool hold = false;   // after the bytes nothing happens until the client gives up
};

// "HTTP/1.1 200 OK" with Content-Length.
Reply Page(std::string_view body, std::string_view headers = {}, std::string_view status = "200 OK");
Reply RedirectTo(std::string_view location, std::string_view status = "302 Found");

class LoopbackServer {
 public:
  // `handler` gets the request target ("/a?b") and the whole request header; it is called on several threads.
  using Handler = std::function<Reply(const std::string& target, const std::string& request)>;

  explicit LoopbackServer(Handler handler);
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  int Port() const { return port_; }
  std::string Url(std::string_view target) const;  // http://127.0.0.1:port/target
  // The targets asked for, in order; with the host name in front where it is not 127.0.0.1.
  std::vector<std::string> Targets() const;
  std::vector<std::string> Requests() const;
  int MostAtOnce() const { return most_at_once_; }

 private:
  void Accept();
  void Serve(int connection);

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::thread acceptor_;
  std::atomic<int> at_once_ = 0;
  std::atomic<int> most_at_once_ = 0;

  mutable std::mutex mutex_;
  std::vector<std::thread> threads_;  // guarded by mutex_, as are the following
  std::vector<int> connections_;
  std::vector<std::string> targets_;
  std::vector<std::string> requests_;
  bool stopping_ = false;
};

}  // namespace tallywire::fetch
