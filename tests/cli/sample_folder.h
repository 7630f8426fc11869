// A data folder of a test's own beside the sample site, and the program to work on it.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "samples/site_server.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

namespace tallywire::testing {

inline std::unique_ptr<samples::SiteServer> StartSampleSite() {
  auto site = samples::MakeSampleSite(std::filesystem::path(TALLYWIRE_SOURCE_DIR) / "samples" / "site");
  if (site->Start() < 0) throw std::runtime_error("the sample site cannot be served");
  return site;
}

class SampleFolder {
 public:
  SampleFolder() {
    std::ofstream(config()) << "[fetch]\nhost_delay = \"0s\"\nallow_private_addresses = true\n"
                               "first_retry_wait = \"1ms\"\nmax_attempts = 2\n";
  }

  std::filesystem::path data() const { return folder_ / "data"; }
  std::filesystem::path config() const { return folder_ / "config.toml"; }
  std::filesystem::path archive() const { return data() / "archive"; }

  std::vector<std::string> Arguments(std::vector<std::string> arguments) const {
    const std::vector<std::string> global = {"--data", data().string(), "--config", config().string()};
    arguments.insert(arguments.begin(), global.begin(), global.end());
    return arguments;
  }

  Ran Tallywire(std::vector<std::string> arguments, const std::map<std::string, std::string>& environment = {}) const {
    return RunProgram(TALLYWIRE_PROGRAM, Arguments(std::move(arguments)), {}, environment);
  }

  void Subscribe(const samples::SiteServer& site) const {
    const std::string feeds = site.base() + "/feeds/";
    const Ran added =
        Tallywire({"feeds", "add", feeds + "commodities.xml", feeds + "economy.atom", feeds + "archive.rdf"});
    if (added.exit_status != 0) throw std::runtime_error(added.err);
  }

 private:
  TempFolder folder_;
};

}  // namespace tallywire::testing
