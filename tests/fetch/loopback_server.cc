#include "tests/fetch/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

namespace tallywire::fetch {
namespace {

std::string HeaderOf(const std::string& request, std::string_view name) {
  const size_t at = request.find(std::string("\r\n").append(name).append(": "));
  if (at == std::string::npos) return {};
  const size_t begin = at + 4 + name.size();
  return request.substr(begin, request.find("\r\n", begin) - begin);
}

bool SendAll(int connection, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

}  // namespace

Reply Page(std::string_view body, std::string_view headers, std::string_view status) {
  Reply reply;
  reply.bytes.append("HTTP/1.1 ").append(status).append("\r\nContent-Length: ").append(std::to_string(body.size()));
  reply.bytes.append("\r\n").append(headers).append("\r\n").append(body);
  return reply;
}

Reply RedirectTo(std::string_view location, std::string_view status) {
  return Page("", std::string("Location: ").append(location).append("\r\n"), status);
}

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (bind(listener_, any, size) != 0 || listen(listener_, 64) != 0 || getsockname(listener_, any, &size) != 0) {
    throw std::runtime_error(std::string("cannot listen on 127.0.0.1: ") + std::strerror(errno));
  }
  port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] { Accept(); });
}

LoopbackServer::~LoopbackServer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const int connection : connections_) shutdown(connection, SHUT_RDWR);
  }
  shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  for (std::thread& thread : threads_) thread.join();
  for (const int connection : connections_) close(connection);
  close(listener_);
}

std::string LoopbackServer::Url(std::string_view target) const {
  return std::string("http://127.0.0.1:").append(std::to_string(port_)).append(target);
}

std::vector<std::string> LoopbackServer::Targets() const {
  const std::lock_guard lock(mutex_);
  return targets_;
}

std::vector<std::string> LoopbackServer::Requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void LoopbackServer::Accept() {
  while (true) {
    const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    const std::lock_guard lock(mutex_);
    connections_.push_back(connection);
    if (stopping_) shutdown(connection, SHUT_RDWR);
    threads_.emplace_back([this, connection] { Serve(connection); });
  }
}

void LoopbackServer::Serve(int connection) {
  std::string input;
  std::array<char, 4096> buffer{};
  while (true) {
    const size_t end = input.find("\r\n\r\n");
    if (end == std::string::npos) {
      const ssize_t got = recv(connection, buffer.data(), buffer.size(), 0);
      if (got <= 0) return;
      input.append(buffer.data(), static_cast<size_t>(got));
      continue;
    }
    const std::string request = input.substr(0, end + 4);
    input.erase(0, end + 4);
    const size_t space = request.find(' ') + 1;
    const std::string target = request.substr(space, request.find(' ', space) - space);
    const std::string host = HeaderOf(request, "Host");
    {
      const std::lock_guard lock(mutex_);
      targets_.push_back(host.starts_with("127.0.0.1") ? target : host.substr(0, host.find(':')) + target);
      requests_.push_back(request);
    }
    const int now = ++at_once_;
    int most = most_at_once_;
    while (now > most && !most_at_once_.compare_exchange_weak(most, now)) {
    }
    const Reply reply = handler_(target, request);
    --at_once_;
    if (!SendAll(connection, reply.bytes)) return;
    if (reply.hold) {
      while (recv(connection, buffer.data(), buffer.size(), 0) > 0) {
      }
    }
    if (reply.close || reply.hold) {
      shutdown(connection, SHUT_RDWR);
      return;
    }
  }
}

}  // namespace tallywire::fetch
