#include "extract/dates/date_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

std::optional<int> NumberIn(std::string_view code) {
  int value = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value);
  if (error != std::errc{} || end != code.data() + code.size()) return std::nullopt;
  return value;
}

// A table of the file, nullptr where it has none of that name; kUsage where the name stands for something else.
Result<const RuleNode*> TableOf(const RuleFile& file, const RuleNode& parent, std::string_view name) {
  const RuleNode* node = parent.Get(name);
  if (node == nullptr) return nullptr;
  const RuleNode* table = node->AsTable();
  if (table == nullptr) return Fail(ErrorCode::kUsage, PlaceOf(file, *node), "a table is expected here");
  return table;
}

// Calls `add(tag name, code, forms)` for every entry of every word table in `tables`, until it fails.
template <class Add>
Status EachForm(const RuleFile& file, const RuleNode& tables, const Add& add) {
  for (const RuleNode& node : tables) {
    const RuleNode* entries = node.AsTable();
    if (entries == nullptr) return Fail(ErrorCode::kUsage, PlaceOf(file, node), "a table of words is expected here");
    for (const RuleNode& forms : *entries) {
      auto strings = StringsOf(file, &forms);
      if (!strings) return tl::unexpected(strings.error());
      if (Status status = add(node.name(), forms, *strings); !status) return status;
    }
  }
  return {};
}

// Words whose key names a list of days in [moving] get the list for their code.
Status ListMoving(const RuleFile& file, const RuleNode& root, std::vector<DateWord>& words) {
  auto moving = TableOf(file, root, "moving");
  if (!moving) return tl::unexpected(moving.error());
  if (*moving == nullptr) return {};
  for (const RuleNode& node : **moving) {
    const auto days = node.AsText();
    if (!days) return Fail(ErrorCode::kUsage, PlaceOf(file, node), "a string of days is expected here");
    for (DateWord& word : words) {
      if (word.code == node.name()) word.code = *days;
    }
  }
  return {};
}

template <class Value>
Value& At(std::vector<Value>& by_word, uint32_t word) {
  if (by_word.size() <= word) by_word.resize(word + 1);
  return by_word[word];
}

}  // namespace

Status DateWords::Load(std::span<const RuleFile> files, TagNames& tags, Lexicon& lexicon) {
  sense_tag_ = tags.Add("word of time");
  const auto adder = [&](const RuleFile& file, std::string language) {
    return [&, language = std::move(language)](std::string_view tag, const RuleNode& entry,
                                               const std::vector<std::string>& forms) -> Status {
      const std::string_view code = entry.name();
      const auto sense = static_cast<uint32_t>(words_.size());
      if (file.own && !NumberIn(code) && IsNumbered(tags.Add(tag))) {
        return Fail(ErrorCode::kUsage, PlaceOfName(file, entry), fmt::format("'{}' is no number of a {}", code, tag),
                    "Give the number that the words stand for");
      }
      words_.push_back({tags.Add(tag), std::string(code), NumberIn(code), language, false});
      for (const std::string& form : forms) {
        lexicon.Add(form, sense_tag_, sense);
        for (const std::string& plain : ExpandForms(form.front() == '=' ? form.substr(1) : form)) {
          forms_.emplace_back(plain, words_[sense].tag);
        }
      }
      return {};
    };
  };
  std::vector<Tag> unnamed;
  for (const RuleFile& file : files) {
    if (!file.name.starts_with("calendar")) continue;
    const auto document = RuleDocument::Read(file);
    if (!document) return tl::unexpected(document.error());
    const RuleNode& root = document->root();
    auto common = TableOf(file, root, "words");
    auto languages = TableOf(file, root, "language");
    auto suffixes = TableOf(file, root, "suffixes");
    for (const auto* part : {&common, &languages, &suffixes}) {
      if (!*part) return tl::unexpected(part->error());
    }
    if (*common != nullptr) {
      if (auto status = EachForm(file, **common, adder(file, "")); !status) return status;
    }
    if (*languages != nullptr) {
      for (const RuleNode& node : **languages) {
        if (!node.IsTable()) return Fail(ErrorCode::kUsage, PlaceOf(file, node), "a table is expected here");
        auto status = EachForm(file, *node.AsTable(), adder(file, std::string(node.name())));
        if (!status) return status;
      }
    }
    auto quiet = StringsOf(file, root.Get("quiet"));
    if (!quiet) return tl::unexpected(quiet.error());
    for (const std::string& tag : *quiet) quiet_.push_back(tags.Add(tag));
    auto context = StringsOf(file, root.Get("context"));
    if (!context) return tl::unexpected(context.error());
    for (const std::string& tag : *context) {
      quiet_.push_back(tags.Add(tag));
      unnamed.push_back(tags.Add(tag));
    }
    auto day_first = StringsOf(file, root.Get("day-first"));
    if (!day_first) return tl::unexpected(day_first.error());
    day_first_.insert(day_first_.end(), day_first->begin(), day_first->end());
    if (auto status = ReadBeside(file, root); !status) return status;
    if (auto status = ListMoving(file, root, words_); !status) return status;
    if (*suffixes == nullptr) continue;
    for (const RuleNode& node : **suffixes) {
      auto strings = StringsOf(file, &node);
      if (!strings) return tl::unexpected(strings.error());
      for (const std::string& ending : *strings) endings_.emplace_back(ending, tags.Add(node.name()));
    }
  }
  for (DateWord& word : words_) {
    word.context = std::find(unnamed.begin(), unnamed.end(), word.tag) != unnamed.end();
  }
  NoteSigns(tags, lexicon);
  NoteMeanings(lexicon);
  return {};
}

void DateWords::NoteMeanings(const Lexicon& lexicon) {
  first_meaning_.push_back(0);
  for (uint32_t phrase = 0; phrase < lexicon.phrase_count(); ++phrase) {
    for (const Sense& sense : lexicon.SensesOf(phrase)) {
      if (sense.tag == sense_tag_)
        meanings_.push_back({sense.entry, sense.exact, !words_[sense.entry].language.empty()});
    }
    first_meaning_.push_back(static_cast<uint32_t>(meanings_.size()));
  }
}

uint32_t DateWords::LongestAt(const Reading& reading, const Lexicon& lexicon, uint32_t at, uint32_t end,
                              std::string_view language, std::vector<uint32_t>& senses) const {
  senses.clear();
  if (!Begins(reading.words[at])) return 0;
  thread_local std::vector<Lexicon::Match> matches;
  matches.clear();
  lexicon.AllAt(std::span(reading.words).first(end), at, matches);
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    for (const Meaning& meaning : MeaningsOf(match->phrase)) {
      if (meaning.foreign && words_[meaning.word].language != language) continue;
      if (meaning.exact && !lexicon.SpelledAs(match->phrase, reading.TextOf(at, at + match->tokens))) continue;
      senses.push_back(meaning.word);
    }
    if (!senses.empty()) return match->tokens;
  }
  return 0;
}

// Whether all words of the tag so far stand for numbers.
bool DateWords::IsNumbered(Tag tag) const {
  size_t of_tag = 0;
  for (const DateWord& word : words_) {
    if (word.tag != tag) continue;
    if (!word.number) return false;
    ++of_tag;
  }
  return of_tag > 0;
}

Status DateWords::ReadBeside(const RuleFile& file, const RuleNode& root) {
  auto beside = TableOf(file, root, "beside");
  if (!beside) return tl::unexpected(beside.error());
  if (*beside == nullptr) return {};
  for (const RuleNode& node : **beside) {
    auto company = StringsOf(file, &node);
    if (!company) return tl::unexpected(company.error());
    std::string_view word = node.name();
    const bool exact = word.starts_with('=');
    if (exact) word.remove_prefix(1);
    auto known = std::find_if(shy_.begin(), shy_.end(), [&](const ShySign& sign) { return sign.word == word; });
    if (known == shy_.end()) {
      if (shy_.size() == kMostShy) {
        return Fail(ErrorCode::kUsage, PlaceOfName(file, node), fmt::format("more than {} words", kMostShy),
                    "Leave the rarest out");
      }
      known = shy_.insert(known, {std::string(word), exact, {}, Lexicon::kNoWord});
    }
    known->company.insert(known->company.end(), company->begin(), company->end());
  }
  return {};
}

// Whose company each word keeps.
void DateWords::NoteCompany(TagNames& tags, Lexicon& lexicon) {
  std::vector<uint32_t> numbers;
  for (size_t i = 0; i < shy_.size(); ++i) {
    const auto note = [&](std::string_view form) {
      lexicon.NumberWords(form, Tokenize(form), numbers);
      if (!numbers.empty() && numbers.front() != Lexicon::kNoWord) At(company_, numbers.front()) |= uint64_t{1} << i;
    };
    shy_[i].number = lexicon.AddWord(shy_[i].word);
    for (const std::string_view name : shy_[i].company) {
      if (!name.starts_with('<')) {
        At(company_, lexicon.AddWord(name)) |= uint64_t{1} << i;
        continue;
      }
      const Tag table = tags.Add(name.substr(1, name.size() - 2));
      for (const auto& [form, tag] : forms_) {
        if (tag == table) note(form);
      }
    }
  }
}

// Single words of tables that are not quiet are signs; of phrases the first word, unless one inside is a sign already.
void DateWords::NoteSigns(TagNames& tags, Lexicon& lexicon) {
  NoteCompany(tags, lexicon);
  const Tag glued[] = {tags.Add("date-mark"), tags.Add("apostrophe"), tags.Add("ordinal-ending"),
                       tags.Add("decade-ending")};
  std::vector<uint32_t> numbers;
  for (const bool phrases : {false, true}) {
    for (const auto& [form, tag] : forms_) {
      lexicon.NumberWords(form, Tokenize(form), numbers);
      if (numbers.empty() || (numbers.size() > 1) != phrases) continue;
      At(begins_, numbers.front()) = 1;
      if (std::find(std::begin(glued), std::end(glued), tag) != std::end(glued))
        At(behind_digits_, numbers.front()) = 1;
      const bool known = std::any_of(numbers.begin(), numbers.end(), [this](uint32_t word) { return IsSign(word); });
      if (!known && !IsQuiet(tag) && !IsShyPhrase(numbers)) At(signs_, numbers.front()) = kSign;
    }
  }
  for (size_t i = 0; i < shy_.size(); ++i) {
    At(signs_, shy_[i].number) = static_cast<uint8_t>(kFirstShy + i);
  }
  for (uint32_t word = 0; word < signs_.size(); ++word) {
    if (signs_[word] != kNoSign) lexicon.Mark(word, kMarkDate);
  }
  forms_.clear();
}

// Whether the phrase is a shy sign, or begins with one and brings its company along.
bool DateWords::IsShyPhrase(std::span<const uint32_t> words) const {
  const auto sign = std::find_if(shy_.begin(), shy_.end(), [&](const ShySign& s) { return s.number == words.front(); });
  if (sign == shy_.end()) return false;
  const uint64_t bit = uint64_t{1} << (sign - shy_.begin());
  return words.size() == 1 || std::any_of(words.begin() + 1, words.end(), [&](uint32_t word) {
           return word < company_.size() && (company_[word] & bit) != 0;
         });
}

bool DateWords::HasCompany(const Reading& reading, uint32_t at, uint32_t first, uint32_t last) const {
  constexpr uint32_t kReach = 3;
  const size_t index = signs_[reading.words[at]] - kFirstShy;
  const ShySign& sign = shy_[index];
  if (sign.exact && reading.TextOf(at) != sign.word) return true;
  const uint32_t begin = at - std::min(at - first, kReach);
  const uint32_t end = std::min(at + kReach + 1, last);
  for (uint32_t i = begin; i < end; ++i) {
    if (reading.tokens[i].kind == TokenKind::kDigits) return true;
    const uint32_t word = reading.words[i];
    if (word < company_.size() && (company_[word] >> index & 1) != 0) return true;
  }
  return false;
}

bool DateWords::WritesDayFirst(std::string_view language) const {
  return std::find(day_first_.begin(), day_first_.end(), language) != day_first_.end();
}

bool DateWords::IsQuiet(Tag tag) const { return std::find(quiet_.begin(), quiet_.end(), tag) != quiet_.end(); }

std::optional<Tag> DateWords::TagOfEnding(std::string_view word) const {
  for (const auto& [ending, tag] : endings_) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return tag;
  }
  return std::nullopt;
}

}  // namespace tallywire::extract
