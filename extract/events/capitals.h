// The words of a text that are written with a capital, where it may be a name's.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/events/name_text.h"
#include "extract/text/word_table.h"

namespace tallywire::extract {

struct Capital {
  uint32_t token = 0;
  const Sentence* sentence = nullptr;
};

class Capitals {
 public:
  // How words stand in the text somewhere.
  enum : uint8_t {
    kInner = 1,  // a capital although no sentence begins with it
    kAlone = 2,  // "Chemours said": without another capital, or a word that joins two, beside it
    kSmall = 4,  // without a capital; told of words that only begin sentences
  };

  // Of all sentences but those whose capitals say nothing: old wires' headlines, which are written in capitals
  // throughout, and headings whose words all begin with one ("Assessing Your Available Resources"). The text must
  // outlive it.
  explicit Capitals(const NameText& text);

  // In the order of the text.
  std::span<const Capital> all() const { return capitals_; }
  bool Stands(std::string_view word, unsigned how) const;

 private:
  void Read(const Sentence& sentence);
  void NoteCapitals();
  void NoteSmall();
  // The word's number in `seen_`.
  uint32_t Add(std::string_view word);

  static constexpr uint8_t kSought = 8;  // begins a sentence; whether it is small elsewhere is looked for

  const NameText text_;
  const Reading& reading_;
  std::vector<Capital> capitals_;
  WordTable seen_;            // words that are capitals
  std::vector<uint8_t> how_;  // they stand, by number
};

}  // namespace tallywire::extract
