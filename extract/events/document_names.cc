#include "extract/events/document_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/events/name_runs.h"
#include "extract/events/name_text.h"

namespace tallywire::extract {
namespace {

// Names are compared one by one; a text with more of them is a list, and the rest would not be looked up anyway.
constexpr size_t kMostNames = 300;

// "Indian Ocean Tuna Commission" is not India's.
bool BeginsWithSea(const WordSet& seas, std::string_view name) {
  const size_t first = name.find(' ');
  if (first == std::string_view::npos) return false;
  const std::string_view rest = name.substr(first + 1);
  const size_t second = rest.find(' ');
  return second != std::string_view::npos && seas.contains(rest.substr(0, second));
}

// The words with a blank between them, typographic apostrophes made plain.
std::string Joined(std::span<const std::string_view> words) {
  constexpr std::string_view kApostrophe = "\u2019";
  std::string joined;
  for (std::string_view word : words) {
    if (!joined.empty()) joined += ' ';
    for (size_t at = word.find(kApostrophe); at != std::string_view::npos; at = word.find(kApostrophe)) {
      joined.append(word.substr(0, at)).append("'");
      word.remove_prefix(at + kApostrophe.size());
    }
    joined += word;
  }
  return joined;
}

}  // namespace

DocumentNames::DocumentNames(const EventVocabulary& vocabulary) : vocabulary_(&vocabulary) {
  named_.reserve(kMostNames);
}

std::span<const NameSpan> DocumentNames::From(uint32_t at) const {
  const auto it =
      std::lower_bound(spans_.begin(), spans_.end(), at, [](const NameSpan& s, uint32_t t) { return s.first < t; });
  return {it, spans_.end()};
}

const std::string& DocumentNames::NameOf(int entity) const {
  const auto at = static_cast<size_t>(entity);
  const size_t known = vocabulary_->subjects.size();
  return at < known ? vocabulary_->subjects[at].name : named_[at - known].entry.name;
}

SubjectKind DocumentNames::KindOf(int entity) const {
  const auto at = static_cast<size_t>(entity);
  const size_t known = vocabulary_->subjects.size();
  return at < known ? vocabulary_->subjects[at].kind : named_[at - known].entry.kind;
}

std::optional<size_t> DocumentNames::Find(std::span<const uint32_t> words, bool whole) const {
  if (words.empty() || words.front() >= with_word_.size()) return std::nullopt;
  for (uint32_t at = with_word_[words.front()].first; at != kEnd; at = mentions_[at].next) {
    const std::span<const uint32_t> known = WordsOf(named_[mentions_[at].name]);
    const bool found = whole ? std::equal(known.begin(), known.end(), words.begin(), words.end())
                             : std::search(known.begin(), known.end(), words.begin(), words.end()) != known.end();
    if (found) return mentions_[at].name;
  }
  return std::nullopt;
}

void DocumentNames::NoteWord(uint32_t word, uint32_t name) {
  if (with_word_.size() <= word) with_word_.resize(word + size_t{1});
  Chain& chain = with_word_[word];
  if (chain.last != kEnd && mentions_[chain.last].name == name) return;
  const auto added = static_cast<uint32_t>(mentions_.size());
  mentions_.push_back({name, kEnd});
  (chain.last == kEnd ? chain.first : mentions_[chain.last].next) = added;
  chain.last = added;
}

int DocumentNames::CountryOf(int entity) const {
  if (KindOf(entity) != SubjectKind::kAgency) return -1;
  const auto at = static_cast<size_t>(entity);
  if (at < vocabulary_->subjects.size() && vocabulary_->subjects[at].of >= 0) {
    const SubjectEntry& agency = vocabulary_->subjects[at];
    const bool ours = std::find(agency.namesakes.begin(), agency.namesakes.end(), home_) != agency.namesakes.end() &&
                      std::find(told_.begin(), told_.end(), agency.of) == told_.end();
    return ours ? home_ : agency.of;
  }
  const std::string_view name = NameOf(entity);
  if (BeginsWithSea(vocabulary_->seas, name)) return -1;
  for (const std::string_view word : {name.substr(0, name.find(' ')), name.substr(name.rfind(' ') + 1)}) {
    if (const int* country = vocabulary_->country_words.Find(word)) return *country;
  }
  return -1;
}

int DocumentNames::CountryOfPlace(int entity) const {
  const SubjectKind kind = KindOf(entity);
  const bool known = static_cast<size_t>(entity) < vocabulary_->subjects.size();
  if (!known || (kind != SubjectKind::kArea && kind != SubjectKind::kRegion)) return -1;
  return vocabulary_->subjects[static_cast<size_t>(entity)].of;
}

uint32_t DocumentNames::NumberOf(std::string_view word) {
  if (const uint32_t known = words_.FindFolded(word); known != WordTable::kNone) return known;
  FoldCase(word, folded_);
  return words_.Add(folded_);
}

int DocumentNames::EntityFor(std::span<const std::string_view> words, SubjectKind kind) {
  // "Jiangxi Province" is Jiangxi.
  if (words.size() == 2 && vocabulary_->provinces.contains(words.back())) {
    if (const int* region = vocabulary_->country_words.Find(words.front())) return *region;
  }
  numbers_.clear();
  for (const std::string_view word : words) numbers_.push_back(NumberOf(word));
  if (numbers_.size() == 1) {
    const auto known = std::find_if(short_forms_.begin(), short_forms_.end(),
                                    [this](const auto& form) { return form.first == numbers_.front(); });
    if (known != short_forms_.end()) return known->second;
  }
  const auto id = [&](size_t at) { return static_cast<int>(vocabulary_->subjects.size() + at); };
  if (const auto known = Find(numbers_, true)) {
    SubjectKind& noted = named_[*known].entry.kind;
    if (kind == SubjectKind::kCompany || (kind == SubjectKind::kAgency && noted == SubjectKind::kName)) noted = kind;
    return id(*known);
  }
  // A short form means the first longer name that holds it: "Santos" for "Fernando Santos Alvite".
  if (kind != SubjectKind::kCompany) {
    if (const auto holder = Find(numbers_, false)) return id(*holder);
  }
  // "The Board has lowered its guidance": of a firm that has another name.
  if (words.size() == 1 && vocabulary_->organs.contains(words.front())) return -1;
  if (named_.size() >= kMostNames) return -1;
  const auto name = static_cast<uint32_t>(named_.size());
  for (const uint32_t number : numbers_) NoteWord(number, name);
  named_.push_back({static_cast<uint32_t>(name_words_.size()),
                    static_cast<uint32_t>(numbers_.size()),
                    {.name = Joined(words), .kind = kind}});
  name_words_.insert(name_words_.end(), numbers_.begin(), numbers_.end());
  NoteBranch(words, id(name));
  return id(name);
}

void DocumentNames::NoteBranch(std::span<const std::string_view> words, int entity) {
  if (words.size() < 2) return;
  if (!vocabulary_->country_words.contains(words.back())) return;
  for (const std::string_view word : words) {
    if (const int* firm = vocabulary_->firm_words.Find(word)) branches_.emplace_back(*firm, entity);
  }
}

int DocumentNames::BranchOf(int entity) const {
  const auto branch =
      std::find_if(branches_.begin(), branches_.end(), [&](const auto& b) { return b.first == entity; });
  return branch == branches_.end() ? entity : branch->second;
}

void DocumentNames::NoteShort(const Reading& reading, const NameSpan& name) {
  constexpr size_t kMostShortForms = 50;
  constexpr size_t kLongest = 8;  // bytes
  const uint32_t at = name.last + 1;
  if (at + 1 >= reading.tokens.size() || reading.TextOf(name.last) != "(" || reading.TextOf(at + 1) != ")") return;
  const std::string_view word = reading.TextOf(at);
  const bool initials = word.size() > 1 && word.size() <= kLongest && AllCapitals(word) &&
                        word.front() == reading.TextOf(name.first).front();
  if (initials && short_forms_.size() < kMostShortForms) short_forms_.emplace_back(NumberOf(word), name.entity);
}

std::vector<NameSpan> DocumentNames::Read(const Reading& reading) {
  std::vector<NameSpan> spans;
  NameRuns runs(reading, *vocabulary_);
  NameRun run;
  while (runs.Next(run)) {
    const int entity = EntityFor(run.words, run.kind);
    if (entity < 0) continue;
    spans.push_back({run.first, run.last, entity, run.doubtful});
    if (run.words.size() > 1) NoteShort(reading, spans.back());
  }
  return spans;
}

}  // namespace tallywire::extract
