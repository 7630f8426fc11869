// Names of companies, bodies and people that stand in no vocabulary, and which mentions mean the same one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/events/event_vocabulary.h"
#include "extract/text/reading.h"
#include "extract/text/word_table.h"

namespace tallywire::extract {

struct NameSpan {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  int entity = -1;        // an entity of DocumentNames
  bool doubtful = false;  // one word whose capital may be the sentence's own
};

// The entities of one document: those of the vocabulary first, then names found in the text. Body and title share one.
class DocumentNames {
 public:
  explicit DocumentNames(const EventVocabulary& vocabulary);

  // Finds the names of a text. Call for the body first, so that the title's short forms find their long ones.
  std::vector<NameSpan> Read(const Reading& reading);
  void SetSpans(std::vector<NameSpan> spans) { spans_ = std::move(spans); }

  // The names of the text set last, in order, from the first one on that begins at token `at` or behind it.
  std::span<const NameSpan> From(uint32_t at) const;

  const std::string& NameOf(int entity) const;
  SubjectKind KindOf(int entity) const;
  // The country a text is of, -1 where none is, and all that it tells of: agencies of a name that it has too are its
  // own, unless the text tells of the country that is known best for one.
  void SetHome(int country, std::vector<int> told) {
    home_ = country;
    told_ = std::move(told);
  }
  // The country that an agency belongs to: by its entry, or by the first or last word of its name; -1 where none tells.
  int CountryOf(int entity) const;
  // The country that a town or region is in, where the vocabulary tells; -1 elsewhere.
  int CountryOfPlace(int entity) const;
  // The branch that a company's name stands for in this text: "Vale" where it speaks of "PT Vale Indonesia".
  int BranchOf(int entity) const;
  bool IsCompany(int entity) const { return KindOf(entity) == SubjectKind::kCompany; }

 private:
  uint32_t NumberOf(std::string_view word);
  int EntityFor(std::span<const std::string_view> words, SubjectKind kind);

  struct Named {
    uint32_t first_word = 0;  // of the longest form, in name_words_
    uint32_t words = 0;
    SubjectEntry entry;
  };
  // Which names hold a word: a chain of them, in order.
  static constexpr uint32_t kEnd = UINT32_MAX;
  struct Mention {
    uint32_t name = 0;  // in named_
    uint32_t next = kEnd;
  };
  struct Chain {
    uint32_t first = kEnd;
    uint32_t last = kEnd;
  };

  std::span<const uint32_t> WordsOf(const Named& named) const {
    return std::span(name_words_).subspan(named.first_word, named.words);
  }
  void NoteWord(uint32_t word, uint32_t name);
  // The entity of just that name, else the first one whose name holds it and more, as `whole` asks; its place in
  // named_.
  std::optional<size_t> Find(std::span<const uint32_t> words, bool whole) const;

  void NoteBranch(std::span<const std::string_view> words, int entity);
  // "the Nepal Electricity Authority (NEA)": what the name is called behind it.
  void NoteShort(const Reading& reading, const NameSpan& name);

  const EventVocabulary* vocabulary_;
  int home_ = -1;
  std::vector<int> told_;
  std::vector<std::pair<int, int>> branches_;          // companies of the vocabulary and their branches
  std::vector<std::pair<uint32_t, int>> short_forms_;  // numbers of words, and the entities that they stand for
  std::vector<Named> named_;
  std::vector<uint32_t> name_words_;  // of all names: numbers of words_
  WordTable words_;                   // folded words of names
  std::vector<Chain> with_word_;      // by number of a word
  std::vector<Mention> mentions_;
  std::string folded_;  // of the name being looked up
  std::vector<uint32_t> numbers_;
  std::vector<NameSpan> spans_;
};

}  // namespace tallywire::extract
