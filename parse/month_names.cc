#include "parse/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <cstdint>

#include "parse/code_points.h"
#include "parse/utf8.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

// Signs that writers leave out: Latin and Greek accents, and the hamza and madda of Arabic letters.
bool IsDroppedMark(UChar32 c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x653 && c <= 0x655); }

void AppendFolded(UChar32 c, std::string& out) {
  if (c == 0x131 || c == 0x130) c = 'i';  // Turkish dotless and dotted i: upper-case texts mix them up
  AppendUtf8(out, static_cast<uint32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
}

const icu::Normalizer2* Nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  return U_SUCCESS(status) ? nfd : nullptr;
}

// The place of a folded word's first two bytes in a table of ASCII pairs; npos where they are not both ASCII. Folding
// changes nothing of ASCII but the case.
size_t PlaceOfBeginning(std::string_view word) {
  const auto byte = [word](size_t i) { return static_cast<unsigned char>(word[i]); };
  if (word.size() < 2 || byte(0) >= 0x80 || byte(1) >= 0x80) return std::string_view::npos;
  const auto lower = [&byte](size_t i) -> size_t { return byte(i) >= 'A' && byte(i) <= 'Z' ? byte(i) + 32U : byte(i); };
  return lower(0) * 128 + lower(1);
}

}  // namespace

std::string FoldWord(std::string_view word) {
  static const icu::Normalizer2* const kNfd = Nfd();
  std::string folded;
  folded.reserve(word.size());
  for (size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      folded += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++i;
      continue;
    }
    const auto c = static_cast<UChar32>(NextCodePoint(word, i));
    if (static_cast<char32_t>(c) == kBrokenCodePoint || IsDroppedMark(c)) continue;
    icu::UnicodeString parts;
    if (kNfd != nullptr && c < 0x3000 && kNfd->getDecomposition(c, parts)) {
      for (int32_t k = 0; k < parts.length(); k = parts.moveIndex32(k, 1)) {
        if (!IsDroppedMark(parts.char32At(k))) AppendFolded(parts.char32At(k), folded);
      }
    } else {
      AppendFolded(c, folded);
    }
  }
  return folded;
}

const MonthNames& MonthNames::Get() {
  static const MonthNames kNames;
  return kNames;
}

MonthNames::MonthNames() {
  using Symbols = icu::DateFormatSymbols;
  const WordLists& lists = WordLists::Get();
  for (const std::string& language : lists.languages) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(language.c_str()), status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (int32_t m = 0; m < std::min(count, 12); ++m) {
          std::string name;
          months[m].toUTF8String(name);
          Add(language, name, m + 1);
        }
      }
    }
  }
  for (const WordLists::MonthName& extra : lists.extra_months) Add(extra.language, extra.name, extra.month);
}

void MonthNames::Add(const std::string& language, const std::string& name, int month) {
  std::string folded = FoldWord(name);
  while (!folded.empty() && folded.back() == '.') folded.pop_back();
  // Numbered months ("11月", "tháng 11", "M11") are read by pattern; a single letter is no name.
  if (folded.size() < 2 || std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return;
  if (const size_t place = PlaceOfBeginning(folded); place != std::string_view::npos) beginnings_.set(place);
  std::vector<Entry>& entries = names_[folded];
  const bool known = std::any_of(entries.begin(), entries.end(),
                                 [&](const Entry& e) { return e.language == language && e.month == month; });
  if (!known) entries.push_back({language, month});
}

bool MonthNames::MayBegin(std::string_view word) const {
  const size_t place = PlaceOfBeginning(word);
  return place == std::string_view::npos || beginnings_.test(place);
}

int MonthNames::Find(std::string_view word, std::string_view language) const {
  const auto found = names_.find(FoldWord(word));
  if (found == names_.end()) return 0;
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  for (const Entry& entry : found->second) {
    if (!primary.empty() && std::string_view(entry.language).substr(0, entry.language.find('_')) == primary)
      return entry.month;
  }
  return found->second.front().month;
}

}  // namespace tallywire::parse
