#include "samples/site_server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <thread>
#include <utility>

namespace tallywire::samples {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLastModified = "Mon, 02 Jun 2025 08:00:00 GMT";  // one for all pages: they never change

std::string TypeOf(const fs::path& file) {
  static const std::map<std::string, std::string> types = {{".html", "text/html; charset=utf-8"},
                                                           {".xml", "application/rss+xml; charset=utf-8"},
                                                           {".atom", "application/atom+xml; charset=utf-8"},
                                                           {".rdf", "application/rdf+xml"},
                                                           {".opml", "text/x-opml; charset=utf-8"},
                                                           {".txt", "text/plain; charset=utf-8"}};
  const auto found = types.find(file.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

std::optional<std::string> ReadFile(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || !fs::is_regular_file(file)) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

void ReplaceAll(std::string& text, std::string_view what, const std::string& with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

class SiteServer::Impl {
 public:
  explicit Impl(fs::path folder) : folder_(std::move(folder)) {
    server_.Get(".*",
                [this](const httplib::Request& request, httplib::Response& response) { Serve(request, response); });
  }

  int Start(int port) {
    port_ = port == 0 ? server_.bind_to_any_port("127.0.0.1") : (server_.bind_to_port("127.0.0.1", port) ? port : -1);
    if (port_ < 0) return port_;
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();  // Stop would miss a server that has not begun
    return port_;
  }

  void Stop() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }

  std::string base() const { return fmt::format("http://127.0.0.1:{}", port_); }

  template <class Change>
  void Update(const Change& change) {
    const std::lock_guard lock(mutex_);
    change(*this);
  }

  std::vector<SiteRequest> Requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

  std::map<std::string, Answer> answers_;
  std::map<std::string, std::string> types_;
  std::function<void(size_t)> hook_;

 private:
  void Serve(const httplib::Request& request, httplib::Response& response) {
    const Answer answer = Begin(request);
    const std::string etag = fmt::format("\"{:016x}\"", std::hash<std::string>{}(answer.body));
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    response.status = answer.status;
    if (answer.status == 200) {
      response.set_header("ETag", etag);
      response.set_header("Last-Modified", kLastModified);
      const bool same_tag = request.get_header_value("If-None-Match") == etag;
      const bool not_later =
          !request.has_header("If-None-Match") && request.get_header_value("If-Modified-Since") == kLastModified;
      if (same_tag || not_later) response.status = 304;
    }
    if (response.status != 304) response.set_content(answer.body, answer.content_type);
    const std::lock_guard lock(mutex_);
    requests_.push_back({request.path, IsConditional(request), response.status});
  }

  static bool IsConditional(const httplib::Request& request) {
    return request.has_header("If-None-Match") || request.has_header("If-Modified-Since");
  }

  Answer Begin(const httplib::Request& request) {
    std::function<void(size_t)> hook;
    size_t number = 0;
    {
      const std::lock_guard lock(mutex_);
      hook = hook_;
      number = ++begun_;
    }
    if (hook) hook(number);
    const std::lock_guard lock(mutex_);
    return Find(request.path);
  }

  Answer Find(const std::string& path) const {
    if (const auto put = answers_.find(path); put != answers_.end()) return put->second;
    const std::string name = path.ends_with('/') ? path + "index.html" : path;
    const bool inside = name.find("..") == std::string::npos && !folder_.empty();
    auto body = inside ? ReadFile(folder_ / name.substr(1)) : std::nullopt;
    if (!body) return {404, "text/html; charset=utf-8", "<html><body><h1>404 Not Found</h1></body></html>", {}};
    ReplaceAll(*body, "{{base}}", base());
    const auto stated = types_.find(path);
    return {200, stated == types_.end() ? TypeOf(name) : stated->second, std::move(*body), {}};
  }

  const fs::path folder_;
  httplib::Server server_;
  std::thread thread_;
  int port_ = -1;

  mutable std::mutex mutex_;
  // Guarded by mutex_, as are the public members.
  std::vector<SiteRequest> requests_;
  size_t begun_ = 0;
};

SiteServer::SiteServer(fs::path folder) : impl_(std::make_unique<Impl>(std::move(folder))) {}
SiteServer::~SiteServer() { Stop(); }
int SiteServer::Start(int port) { return impl_->Start(port); }
void SiteServer::Stop() { impl_->Stop(); }
std::string SiteServer::base() const { return impl_->base(); }
std::vector<SiteRequest> SiteServer::Requests() const { return impl_->Requests(); }

void SiteServer::Put(const std::string& path, Answer answer) {
  impl_->Update([&](Impl& impl) { impl.answers_[path] = std::move(answer); });
}

void SiteServer::StateType(const std::string& path, const std::string& content_type) {
  impl_->Update([&](Impl& impl) { impl.types_[path] = content_type; });
}

void SiteServer::Redirect(const std::string& path, const std::string& target, int status) {
  Put(path, {status, "text/html", "", {{"Location", target}}});
}

void SiteServer::OnRequest(std::function<void(size_t)> hook) {
  impl_->Update([&](Impl& impl) { impl.hook_ = std::move(hook); });
}

std::unique_ptr<SiteServer> MakeSampleSite(const fs::path& folder) {
  auto site = std::make_unique<SiteServer>(folder);
  site->Redirect("/2023/opec-cuts", "/commodities/opec-voluntary-cuts.html", 301);
  // Served in Latin-1 as the header says; the page beside it is UTF-8, whatever its header claims.
  site->StateType("/archive/milk-quota-2008.html", "text/html; charset=iso-8859-1");
  site->StateType("/commodities/coffee-exports-record.html", "text/html; charset=iso-8859-1");
  return site;
}

}  // namespace tallywire::samples
