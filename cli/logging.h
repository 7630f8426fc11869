// Messages to standard error, as text or as one JSON object a line.
#pragma once

#include <string_view>

#include "cli/options.h"
#include "model/result.h"

namespace tallywire::cli {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

// `level` is "debug", "info", "warning", "error" or "off"; what is less important is not printed. Call once, at the
// start.
void SetUpLogging(std::string_view level, LogFormat format);

// Safe from any thread.
void Log(LogLevel level, std::string_view message);
void LogError(const Error& error);

}  // namespace tallywire::cli
