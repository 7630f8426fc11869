// Standard error: messages, as text or as one JSON object a line, and a progress line where a person is watching.
#pragma once

#include <string_view>

#include "cli/options.h"
#include "model/result.h"

namespace tallywire::cli {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

// `level` is "debug", "info", "warning", "error" or "off"; what is less important is not printed. There is a progress
// line only where `progress` allows it and standard error is a terminal. Call once, at the start.
void SetUpLogging(std::string_view level, LogFormat format, bool progress);

// Safe from any thread.
void Log(LogLevel level, std::string_view message);
void LogError(const Error& error);

// Replaces the progress line, at most ten times a second.
void ShowProgress(std::string_view line);
void ClearProgress();

}  // namespace tallywire::cli
