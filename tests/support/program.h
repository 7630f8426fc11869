// Runs the built program as a user would.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tallywire::testing {

struct Ran {
  int exit_status = -1;  // 128 + N where signal N ended it, as shells have it
  std::string out;
  std::string err;
};

// Runs `program` with `arguments`, `input` on its standard input, and `environment` added to a small fixed one: no
// configuration or data of the user's own is in reach.
Ran RunProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
               const std::string& input = {}, const std::map<std::string, std::string>& environment = {});

// A program that goes on until it is told to stop or ends by itself.
class Background {
 public:
  Background(const std::filesystem::path& program, const std::vector<std::string>& arguments);
  ~Background();  // kills what is left
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void Signal(int signal_number) const;
  int Wait();  // the exit status

 private:
  int process_ = -1;
};

}  // namespace tallywire::testing
