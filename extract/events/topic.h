// What a text is about throughout, whatever a sentence mentions in passing: the things, or the owners, that most of its
// sentences name.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace tallywire::extract {

class Topic {
 public:
  // A sentence names these, each once or more.
  void Note(std::span<const int> named);
  // What was noted so far was the title: it says as much as two sentences.
  void EndTitle();

  // `last`, what was spoken of last, where the text has come back to it or is about nothing else; else what the text
  // is about. Call at the beginning of a paragraph: within one, what was said last goes on.
  int Resume(int last) const;

 private:
  size_t CountOf(int entry) const;

  std::vector<std::pair<int, size_t>> counts_;  // entry, sentences that name it; in the order of first mention
};

}  // namespace tallywire::extract
