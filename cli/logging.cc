#include "cli/logging.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>

#include "cli/json_output.h"
#include "cli/terminal.h"

namespace tallywire::cli {
namespace {

// Written once, before any thread is started.
LogFormat g_format = LogFormat::kText;
bool g_progress = false;

std::mutex g_progress_mutex;
// Guarded by g_progress_mutex.
bool g_progress_shown = false;
std::chrono::steady_clock::time_point g_progress_time;

constexpr std::chrono::milliseconds kProgressInterval{100};

spdlog::level::level_enum LevelOf(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarning:
      return spdlog::level::warn;
    case LogLevel::kError:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

// Information needs no label; what calls for attention says so.
std::string_view PrefixOf(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return "debug: ";
    case LogLevel::kInfo:
      return "";
    case LogLevel::kWarning:
      return "warning: ";
    case LogLevel::kError:
      return "error: ";
  }
  return "";
}

}  // namespace

void SetUpLogging(std::string_view level, LogFormat format, bool progress) {
  g_format = format;
  g_progress = progress && isatty(STDERR_FILENO) != 0;
  auto logger = std::make_shared<spdlog::logger>("tallywire", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_level(spdlog::level::from_str(std::string(level)));
  logger->flush_on(spdlog::level::trace);
  if (format == LogFormat::kJson) {
    logger->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%v})",
                        spdlog::pattern_time_type::utc);
  } else {
    logger->set_pattern("%v");
  }
  spdlog::set_default_logger(std::move(logger));
}

void Log(LogLevel level, std::string_view message) {
  ClearProgress();
  if (g_format == LogFormat::kJson) {
    spdlog::log(LevelOf(level), "{}", JsonString(message));
  } else {
    spdlog::log(LevelOf(level), "{}{}", PrefixOf(level), Printable(message));
  }
}

void ShowProgress(std::string_view line) {
  if (!g_progress) return;
  const std::lock_guard lock(g_progress_mutex);
  const auto now = std::chrono::steady_clock::now();
  if (g_progress_shown && now - g_progress_time < kProgressInterval) return;
  g_progress_shown = true;
  g_progress_time = now;
  // A line that wrapped could not be taken back.
  std::fprintf(stderr, "\r\033[K%s", Shorten(Printable(line), MessageWidth() - 1).c_str());
}

void ClearProgress() {
  if (!g_progress) return;
  const std::lock_guard lock(g_progress_mutex);
  if (g_progress_shown) std::fputs("\r\033[K", stderr);
  g_progress_shown = false;
}

void LogError(const Error& error) { Log(LogLevel::kError, error.ToText()); }

}  // namespace tallywire::cli
