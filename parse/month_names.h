// Month names of many languages, from ICU's locale data (CLDR) and parse/rules/metadata.toml.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tallywire::parse {

// A word as it is looked up: case folded, Latin accents and Arabic hamza signs dropped, so that "DÉCEMBRE", "decembre"
// and "Décembre" are one. Invalid UTF-8 is passed over.
std::string FoldWord(std::string_view word);

// Wide and abbreviated names, in their standing and in their inflected form ("maj" and "maja"). Immutable once built.
class MonthNames {
 public:
  // Built on first use; some 10 ms. Safe to call from several threads at once.
  static const MonthNames& Get();

  // 1..12, or 0 where the word is no month. Where languages disagree (Polish "listopad" is November, Croatian October),
  // `language` (a BCP 47 tag, may be empty) decides, and then the order of the list in the rules.
  int Find(std::string_view word, std::string_view language) const;

  // False where neither the word nor any longer text that begins with it is a month's name. Cheap: no word is folded.
  bool MayBegin(std::string_view word) const;

 private:
  struct Entry {
    std::string language;
    int month;
  };
  MonthNames();
  void Add(const std::string& language, const std::string& name, int month);

  std::unordered_map<std::string, std::vector<Entry>> names_;  // by folded name
  // By the first two bytes of a folded name, where both are ASCII: whether there is such a name.
  std::bitset<size_t{128} * 128> beginnings_;
};

}  // namespace tallywire::parse
