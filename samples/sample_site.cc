// sample_site FOLDER [PORT]: serves the sample news site on loopback until it is told to stop. Prints its address, and
// nothing else, on the first line of standard output.
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "samples/site_server.h"

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fputs("usage: sample_site FOLDER [PORT]\n", stderr);
    return 2;
  }
  // Blocked before the server's threads are started, so that sigwait alone receives them.
  sigset_t stop_signals;
  sigemptyset(&stop_signals);
  sigaddset(&stop_signals, SIGINT);
  sigaddset(&stop_signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);

  const auto site = tallywire::samples::MakeSampleSite(argv[1]);
  const int port = argc == 3 ? std::atoi(argv[2]) : 0;
  if (site->Start(port) < 0) {
    std::fprintf(stderr, "sample_site: port %d cannot be had. Give another, or none for a free one\n", port);
    return 1;
  }
  std::printf("%s\n", site->base().c_str());
  std::fflush(stdout);
  int signal_number = 0;
  sigwait(&stop_signals, &signal_number);
  return 0;
}
