#include "cli/logging.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string>

#include "cli/json_output.h"

namespace tallywire::cli {
namespace {

LogFormat g_format = LogFormat::kText;  // written once, before any thread is started

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

}  // namespace

void SetUpLogging(std::string_view level, LogFormat format) {
  g_format = format;
  auto logger = std::make_shared<spdlog::logger>("tallywire", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_level(spdlog::level::from_str(std::string(level)));
  logger->flush_on(spdlog::level::trace);
  if (format == LogFormat::kJson) {
    logger->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%v})",
                        spdlog::pattern_time_type::utc);
  } else {
    logger->set_pattern("%l: %v");
  }
  spdlog::set_default_logger(std::move(logger));
}

void Log(LogLevel level, std::string_view message) {
  if (g_format == LogFormat::kJson) {
    spdlog::log(LevelOf(level), "{}", JsonString(message));
  } else {
    spdlog::log(LevelOf(level), "{}", message);
  }
}

void LogError(const Error& error) { Log(LogLevel::kError, error.ToText()); }

}  // namespace tallywire::cli
