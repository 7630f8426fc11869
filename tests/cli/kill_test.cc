// SIGKILL at any change of any file, and a second run: database and archive end up as if nothing had happened.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/archive/plain_warc.h"
#include "tests/cli/sample_folder.h"

namespace tallywire::testing {
namespace {

constexpr int kShards = 8;
constexpr int kPointsPerShard = 6;

// What a data folder holds, without times: the program's answers, and the archive's responses in order. Revisits are
// left out: where the kill came after the run's end was noted (the last of its changes fold the write-ahead log back),
// the second run is one of its own and asks the feeds again, with conditions.
std::string StateOf(const SampleFolder& folder) {
  std::string state;
  const Ran events = folder.Tallywire({"query", "--format", "jsonl", "--sort", "+article"});
  std::istringstream lines(events.out);
  for (std::string line; std::getline(lines, line);) {
    auto event = nlohmann::json::parse(line);
    event.erase("seen");
    state += event.dump() + "\n";
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder.archive())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    for (const auto& record : ReadPlainWarc(file)) {
      const std::string& type = record.fields.at("WARC-Type");
      if (type == "response") state += type + " " + record.fields.at("WARC-Target-URI") + "\n";
    }
  }
  return state;
}

std::map<std::string, std::string> Killer(long at, const std::string& count_file) {
  return {{"LD_PRELOAD", TALLYWIRE_KILL_AT_WRITE},
          {"ASAN_OPTIONS", "verify_asan_link_order=0"},
          {"KILL_AT", std::to_string(at)},
          {"KILL_COUNT", count_file}};
}

class Kill : public ::testing::TestWithParam<int> {
 protected:
  std::unique_ptr<samples::SiteServer> site_ = StartSampleSite();
};

TEST_P(Kill, ARunThatIsKilledAndRunAgainLeavesWhatOneRunWouldHaveLeft) {
  const SampleFolder undisturbed;
  undisturbed.Subscribe(*site_);
  const TempFolder notes;
  ASSERT_EQ(undisturbed.Tallywire({"ingest"}, Killer(0, notes / "count")).exit_status, 1);
  const std::string want = StateOf(undisturbed);
  long changes = 0;
  std::ifstream(notes / "count") >> changes;
  ASSERT_GT(changes, kShards * kPointsPerShard);

  for (int i = 0; i < kPointsPerShard; ++i) {
    // Points spread over the whole run; each shard takes every kShards-th of them.
    const long at = 1 + changes * (i * kShards + GetParam()) / (kShards * kPointsPerShard);
    SCOPED_TRACE("killed at change " + std::to_string(at) + " of " + std::to_string(changes));
    const SampleFolder folder;
    folder.Subscribe(*site_);
    ASSERT_EQ(folder.Tallywire({"ingest"}, Killer(at, notes / "unused")).exit_status, 128 + SIGKILL);
    const Ran again = folder.Tallywire({"ingest"});
    EXPECT_LE(again.exit_status, 1) << again.err;
    EXPECT_EQ(StateOf(folder), want) << again.err;
  }
}

INSTANTIATE_TEST_SUITE_P(Points, Kill, ::testing::Range(0, kShards));

// The first run is killed, and so is the one that was to clean up after it.
TEST(KillTwice, TheThirdRunStillMendsEverything) {
  const auto site = StartSampleSite();
  const SampleFolder undisturbed;
  undisturbed.Subscribe(*site);
  undisturbed.Tallywire({"ingest"});
  const TempFolder notes;
  for (const long at : {40L, 90L, 140L}) {
    SCOPED_TRACE(at);
    const SampleFolder folder;
    folder.Subscribe(*site);
    ASSERT_EQ(folder.Tallywire({"ingest"}, Killer(at, notes / "unused")).exit_status, 128 + SIGKILL);
    ASSERT_EQ(folder.Tallywire({"ingest"}, Killer(at / 4, notes / "unused")).exit_status, 128 + SIGKILL);
    folder.Tallywire({"ingest"});
    EXPECT_EQ(StateOf(folder), StateOf(undisturbed));
  }
}

}  // namespace
}  // namespace tallywire::testing
