// The roles of words in sentences with figures that code looks at, by the keys of event_words.toml.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tallywire::extract {

// In the order of their names in word_role.cc.
enum class WordRole : uint8_t {
  kUp,
  kDown,
  kFlat,
  kUpNoun,
  kDownNoun,
  kUpAfter,
  kDownAfter,
  kBe,
  kReach,
  kSet,
  kHave,
  kAccount,
  kReport,
  kSource,
  kPersonNoun,
  kRespectively,
  kBarrier,
  kRolePreposition,
  kDatePreposition,
  kBasisPreposition,
  kPronoun,
  kDefinite,
  kRestatement,
  kThreshold,
  kCompare,
  kYearOnYear,
  kQuarterOnQuarter,
  kMonthOnMonth,
  kWeekOnWeek,
  kForecast,
  kPlanned,
  kProposed,
  kDenied,
  kConjunction,
  kArticle,
  kNounPreposition,
  kToward,
  kFromward,
  kFuture,
  kSourceNoun,
  kPersonPronoun,
  kBodyPronoun,
  kDefiniteCountry,
  kDefiniteCompany,
  kSuperlative,
  kPlaceNoun,
  kNationalNoun,
  kSince,
  kRecordWord,
  kDecided,
  kCompanyNoun,
  kEnding,
  kOwner,
  kUpon,
  kComparing,
  kOwnPronoun,
  kEstimate,
  kPoll,
  kWholeWeek,
  kThisSeason,
  kLastSeason,
  kSamePeriod,
  kWhen,
};
inline constexpr size_t kWordRoles = 64;
static_assert(kWordRoles <= 64, "masks of roles are 64 bits wide");
inline constexpr uint64_t BitOf(WordRole role) { return uint64_t{1} << static_cast<uint32_t>(role); }
std::optional<WordRole> WordRoleNamed(std::string_view name);

}  // namespace tallywire::extract
