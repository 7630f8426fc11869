// Reads an input file as a whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "model/result.h"

namespace tallywire::cli {

// Larger inputs are refused before they fill the memory; the page parser's own limit lies below.
inline constexpr size_t kMaxInputBytes = 64U << 20U;

// The bytes of `path`, gunzipped when its name ends in ".gz". kNotFound, kIo, kTooLarge, kBadInput (broken gzip).
Result<std::string> ReadInputFile(const std::filesystem::path& path);

// All of standard input.
Result<std::string> ReadStandardInput();

}  // namespace tallywire::cli
