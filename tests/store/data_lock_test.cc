#include "store/data_lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <optional>

#include "tests/support/fixed_clock.h"
#include "tests/support/temp_folder.h"

namespace tallywire::store {
namespace {

using tallywire::testing::FixedClock;
using tallywire::testing::TempFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(DataLock, TheSecondRunLearnsWhoHoldsItSinceWhen) {
  const TempFolder folder;
  const FixedClock clock("2024-03-05T06:07:08Z");
  const auto first = DataLock::Acquire(folder / "data", clock, "tallywire ingest");
  ASSERT_TRUE(first) << first.error().ToText();
  const auto second = DataLock::Acquire(folder / "data", clock, "tallywire reparse");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kLocked);
  EXPECT_EQ(second.error().where, (folder / "data").string());
  EXPECT_THAT(second.error().what, AllOf(HasSubstr("process " + std::to_string(::getpid()) + " on "),
                                         HasSubstr(" since 2024-03-05T06:07:08Z: tallywire ingest")));
}

TEST(DataLock, IsFreeAgainAfterRelease) {
  const TempFolder folder;
  const FixedClock clock;
  std::optional<DataLock> lock = DataLock::Acquire(folder.path(), clock, "a").value();
  lock.reset();
  EXPECT_TRUE(DataLock::Acquire(folder.path(), clock, "b"));
}

TEST(DataLock, MovesWithItsOwner) {
  const TempFolder folder;
  const FixedClock clock;
  DataLock lock = DataLock::Acquire(folder.path(), clock, "a").value();
  const DataLock moved = std::move(lock);
  EXPECT_FALSE(DataLock::Acquire(folder.path(), clock, "b"));
}

TEST(DataLock, ADeadHoldersLockIsFree) {
  const TempFolder folder;
  const FixedClock clock;
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = DataLock::Acquire(folder.path(), clock, "child");
    ::kill(::getpid(), SIGKILL);
  }
  ASSERT_GT(child, 0);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_TRUE(std::filesystem::exists(folder / "lock"));
  EXPECT_TRUE(DataLock::Acquire(folder.path(), clock, "parent"));
}

TEST(DataLock, AFolderThatCannotBeMadeIsADataFolderError) {
  const TempFolder folder;
  std::ofstream(folder / "file") << "x";
  const auto lock = DataLock::Acquire(folder / "file" / "data", FixedClock(), "a");
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, ErrorCode::kDataFolder);
}

}  // namespace
}  // namespace tallywire::store
