#include "extract/dates/date_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/files/rule_document.h"

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
  NoteSigns(lexicon);
  return {};
}

uint32_t DateWords::LongestAt(const Reading& reading, const Lexicon& lexicon, uint32_t at, uint32_t end,
                              std::string_view language, std::vector<uint32_t>& senses) const {
  senses.clear();
  if (!Begins(reading.words[at])) return 0;
  thread_local std::vector<Lexicon::Match> matches;
  matches.clear();
  lexicon.AllAt(std::span(reading.words).first(end), at, matches);
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    for (const Sense& sense : lexicon.SensesOf(match->phrase)) {
      if (sense.tag != sense_tag_) continue;
      const DateWord& word = words_[sense.entry];
      if (!word.language.empty() && word.language != language) continue;
      if (sense.exact && !lexicon.SpelledAs(match->phrase, reading.TextOf(at, at + match->tokens))) continue;
      senses.push_back(sense.entry);
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

// Single words of tables that are not quiet are signs; of phrases the first word, unless one inside is a sign already.
void DateWords::NoteSigns(const Lexicon& lexicon) {
  const auto mark = [](std::vector<uint8_t>& known, uint32_t word) {
    if (known.size() <= word) known.resize(word + 1);
    known[word] = 1;
  };
  std::vector<uint32_t> numbers;
  for (const bool phrases : {false, true}) {
    for (const auto& [form, tag] : forms_) {
      lexicon.NumberWords(form, Tokenize(form), numbers);
      if (numbers.empty() || (numbers.size() > 1) != phrases) continue;
      mark(begins_, numbers.front());
      const bool known = std::any_of(numbers.begin(), numbers.end(), [this](uint32_t word) { return IsSign(word); });
      if (!known && !IsQuiet(tag)) mark(signs_, numbers.front());
    }
  }
  forms_.clear();
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
