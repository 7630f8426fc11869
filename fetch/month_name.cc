#include "fetch/month_name.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <string>
#include <unordered_map>

namespace tallywire::fetch {
namespace {

using Months = std::unordered_map<std::string, unsigned>;

std::string Folded(icu::UnicodeString word) {
  word.foldCase();
  while (word.endsWith(u".") || word.endsWith(u",")) word.truncate(word.length() - 1);
  std::string out;
  word.toUTF8String(out);
  return out;
}

void AddLocale(Months& months, const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(name), error);
  if (U_FAILURE(error) != 0) return;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < count && i < 12; ++i) {
        const std::string word = Folded(names[i]);
        // Languages whose "names" are numbers have none.
        if (word.empty() || (word[0] >= '0' && word[0] <= '9')) continue;
        months.emplace(word, static_cast<unsigned>(i) + 1);
      }
    }
  }
}

const Months& AllMonths() {
  static const Months months = [] {
    // The first language to claim a word keeps it: "mar" is March, whatever it means elsewhere.
    constexpr std::array<const char*, 24> kLocales{"en", "de", "fr", "es", "it", "pt", "nl", "pl",
                                                   "cs", "sk", "hu", "el", "ru", "uk", "tr", "sv",
                                                   "da", "nb", "fi", "ro", "hr", "bg", "ca", "id"};
    Months all;
    for (const char* locale : kLocales) AddLocale(all, locale);
    all.emplace("sept", 9U);
    return all;
  }();
  return months;
}

}  // namespace

std::optional<unsigned> MonthFromName(std::string_view word) {
  constexpr size_t kLongestName = 40;  // bytes
  if (word.empty() || word.size() > kLongestName) return std::nullopt;
  const std::string key = Folded(icu::UnicodeString::fromUTF8({word.data(), static_cast<int32_t>(word.size())}));
  const auto& months = AllMonths();
  if (const auto found = months.find(key); found != months.end()) return found->second;
  return std::nullopt;
}

}  // namespace tallywire::fetch
