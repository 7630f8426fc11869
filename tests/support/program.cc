#include "tests/support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/temp_folder.h"

namespace tallywire::testing {
namespace {

std::vector<std::string> EnvironmentOf(const std::map<std::string, std::string>& added) {
  std::map<std::string, std::string> all = {
      {"HOME", "/nonexistent"}, {"PATH", "/usr/bin:/bin"}, {"TZ", "Pacific/Chatham"}, {"LC_ALL", "C"}};
  for (const auto& [name, value] : added) all[name] = value;
  std::vector<std::string> lines;
  for (const auto& [name, value] : all) lines.push_back(name + "=" + value);
  return lines;
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (auto& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

struct Streams {
  std::string in;
  std::string out;
  std::string err;
};

// Only calls that are safe between fork and exec.
void Redirect(int descriptor, const std::string& file, int flags) {
  const int opened = open(file.c_str(), flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(127);
}

pid_t Start(const std::filesystem::path& program, std::vector<std::string> arguments,
            std::vector<std::string> environment, const Streams& streams) {
  arguments.insert(arguments.begin(), program.string());
  const auto argv = Pointers(arguments);
  const auto envp = Pointers(environment);
  const pid_t process = fork();
  if (process < 0) throw std::runtime_error("fork failed");
  if (process > 0) return process;
  Redirect(STDIN_FILENO, streams.in, O_RDONLY);
  Redirect(STDOUT_FILENO, streams.out, O_WRONLY | O_CREAT | O_TRUNC);
  Redirect(STDERR_FILENO, streams.err, O_WRONLY | O_CREAT | O_TRUNC);
  execve(argv[0], argv.data(), envp.data());
  _exit(127);
}

int WaitFor(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) throw std::runtime_error("waitpid failed");
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string Contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

Ran RunProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
               const std::string& input, const std::map<std::string, std::string>& environment) {
  const TempFolder folder;
  const Streams streams{folder / "in", folder / "out", folder / "err"};
  std::ofstream(streams.in, std::ios::binary) << input;
  const pid_t process = Start(program, arguments, EnvironmentOf(environment), streams);
  const int exit_status = WaitFor(process);
  return {exit_status, Contents(streams.out), Contents(streams.err)};
}

Background::Background(const std::filesystem::path& program, const std::vector<std::string>& arguments)
    : process_(Start(program, arguments, EnvironmentOf({}), {"/dev/null", "/dev/null", "/dev/null"})) {}

Background::~Background() {
  if (process_ < 0) return;
  kill(process_, SIGKILL);
  WaitFor(process_);
}

void Background::Signal(int signal_number) const { kill(process_, signal_number); }

int Background::Wait() {
  const int status = WaitFor(process_);
  process_ = -1;
  return status;
}

}  // namespace tallywire::testing
