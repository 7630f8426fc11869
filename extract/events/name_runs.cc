#include "extract/events/name_runs.h"

#include <algorithm>
#include <string>

#include "extract/events/name_end.h"

namespace tallywire::extract {
namespace {

// "J.P." of "J.P. Morgan & Co."
bool IsInitials(std::string_view word) { return word.find('.') < 2 && AllCapitals(word); }

// Of the run of one capital.
class RunReader {
 public:
  RunReader(const NameText& text, const Capitals& capitals)
      : text_(text), capitals_(capitals), reading_(text.reading()), vocabulary_(text.vocabulary()) {}

  // Overwrites `run`, whose buffers are reused; leaves it without words where there is no name.
  void Read(uint32_t at, const Sentence& sentence, NameRun& run) const {
    run.first = run.last = at;
    run.words.clear();
    run.kind = SubjectKind::kName;
    if (!text_.IsCapital(at)) return;
    const uint32_t end = EndOfName(text_, capitals_, at, sentence);
    uint32_t first = BehindTitles(at, end);
    const bool titled = first > at;
    while (first + 2 < end && text_.Is(first, kHintPortfolio, vocabulary_.portfolios) &&
           !text_.Is(end - 1, kHintBodyWord, vocabulary_.bodies) &&
           !vocabulary_.company_suffixes.contains(text_.Word(end - 1)) &&
           !vocabulary_.company_words.contains(text_.Word(end - 1)))
      ++first;
    while (first < end && Skipped(first, at == sentence.first && first == at)) ++first;
    first = BehindState(first, end);
    // "Shares of Nornickel": what is skipped takes the short word behind it along.
    while (first > at && first < end && !text_.IsCapital(first)) ++first;
    if (IsSeat(end)) return;
    run.first = first;
    run.last = end;
    TakeWords(run);
    // A founder's honours stand in the names of some firms, not in what the firm is called.
    if (titled && run.kind == SubjectKind::kCompany && run.words.size() > 1 && IsInitials(run.words.front()))
      run.words.erase(run.words.begin());
    if (titled && !run.words.empty() && run.kind == SubjectKind::kName) run.kind = SubjectKind::kPerson;
    const bool described = at > sentence.first && text_.Is(at - 1, kHintDescriber, vocabulary_.describers);
    const bool body = run.kind == SubjectKind::kName || run.kind == SubjectKind::kCompany;
    if (described && body) run.kind = SubjectKind::kAgency;
  }

  // "Cumulative imports": one word whose capital is the sentence's own.
  bool IsCapitalOfSentence(const NameRun& run, const Sentence& sentence) const {
    const bool opens = run.first == sentence.first || (run.first > sentence.first && text_.Opens(run.first));
    return opens && run.words.size() == 1 && run.kind == SubjectKind::kName && !AllCapitals(run.words.front()) &&
           !capitals_.Stands(run.words.front(), Capitals::kInner);
  }

  // "Drought has cut the herd", "Exporters ... The exporters": a word of the language, by a list or as the text writes
  // it without a capital elsewhere.
  bool IsCommon(std::string_view word) const {
    return vocabulary_.alone.contains(word) || capitals_.Stands(word, Capitals::kSmall);
  }

 private:
  // "Saudi Oil Minister Hisham Nazer": the name begins behind the last title of the run. "Ministry of Finance" and
  // "Minister of Mines" hold none.
  uint32_t BehindTitles(uint32_t at, uint32_t end) const {
    uint32_t first = at;
    for (uint32_t i = at; i + 1 < end; ++i) {
      if (!text_.Is(i, kHintTitle, vocabulary_.titles)) continue;
      uint32_t next = i + 1;
      if (text_.Word(next) == "." && next + 1 < end) ++next;
      if (text_.IsCapital(next)) first = next;
    }
    return first;
  }

  // "Republic of Ghana", "Socialist Republic of Viet Nam": where the country's name begins.
  uint32_t BehindState(uint32_t first, uint32_t end) const {
    constexpr uint32_t kLongestState = 3;  // "Democratic Socialist Republic"
    for (uint32_t at = first; at + 2 < end && at < first + kLongestState; ++at) {
      if (vocabulary_.of_name.contains(text_.Word(at + 1)) && vocabulary_.states.contains(text_.Word(at)))
        return at + 2;
    }
    return first;
  }

  bool Skipped(uint32_t at, bool begins_sentence) const {
    const std::string_view word = text_.Word(at);
    return text_.Is(at, kHintTitle, vocabulary_.titles) || text_.Is(at, kHintNoName, vocabulary_.no_name) ||
           word == "." || word == "-" || (begins_sentence && word.size() < 2);
  }

  // "the Vancouver-based miner"
  bool IsSeat(uint32_t end) const {
    return end + 1 < reading_.tokens.size() && text_.Word(end) == "-" && !reading_.tokens[end].space_before &&
           vocabulary_.seats.contains(text_.Word(end + 1));
  }

  // "Ministry of Mines", "Central Bank of Chile"
  bool BeginsLikeBody(const NameRun& run) const {
    if (vocabulary_.bodies.contains(run.words[0])) return true;
    return vocabulary_.bodies.contains(std::string(run.words[0]).append(" ").append(run.words[1]));
  }

  // "Alaska Department of Fish and Game"
  bool HoldsBody(const NameRun& run) const {
    for (uint32_t at = run.first + 1; at + 2 < run.last; ++at) {
      if (text_.Is(at, kHintBodyWord, vocabulary_.bodies) && vocabulary_.name_inner.contains(text_.Word(at + 1)))
        return true;
    }
    return false;
  }

  // "Northwood Zambia", where the text speaks of Northwood alone as well: what a firm has in a country.
  bool IsBranch(const NameRun& run) const {
    const bool pair = run.words.size() == 2 && run.last - run.first == 2;  // no "Northwood, Zambia"
    if (!pair || !vocabulary_.country_words.contains(run.words.back())) return false;
    const std::string_view firm = run.words.front();
    // "Eurostat Germany"
    const bool other = vocabulary_.single_names.contains(firm) && !vocabulary_.firm_words.contains(firm);
    return !other && IsToldAlone(firm);
  }

  // Whether the text speaks of it alone as well, and it is no word for a body, or of the language.
  bool IsToldAlone(std::string_view firm) const {
    return capitals_.Stands(firm, Capitals::kAlone) && !vocabulary_.bodies.contains(firm) && !IsCommon(firm);
  }

  // "Northwood of Zambia", where the text speaks of Northwood alone as well, or Northwood is a firm of the vocabulary.
  bool IsFirmWithHome(const NameRun& run) const {
    if (run.words.size() != 3 || !vocabulary_.of_name.contains(run.words[1])) return false;
    if (!vocabulary_.country_words.contains(run.words.back())) return false;
    const std::string_view firm = run.words.front();
    if (vocabulary_.firm_words.contains(firm)) return true;
    const bool other = vocabulary_.single_names.contains(firm) || vocabulary_.country_words.contains(firm);
    return !other && IsToldAlone(firm);
  }

  // The words of the run, its company suffix cut off and noted.
  void TakeWords(NameRun& run) const {
    uint32_t begin = run.first;  // of the last word
    for (uint32_t i = run.first; i < run.last; ++i) {
      const std::string_view word = text_.Word(i);
      const uint32_t suffix = i > run.first ? text_.SuffixAt(i) : 0;
      // "Food Corporation of India" is none of Food's.
      const bool inner = i + suffix + 1 < run.last && vocabulary_.inner_suffixes.contains(word) &&
                         vocabulary_.of_name.contains(text_.Word(i + suffix));
      if (suffix > 0 && !inner) {
        run.kind = SubjectKind::kCompany;
        run.last = i + suffix;
        break;
      }
      if (word == ".") continue;
      const bool glued =
          !run.words.empty() && !reading_.tokens[i].space_before && i > run.first && text_.Word(i - 1) != ".";
      if (glued || word == "-") {
        run.words.back() = reading_.TextOf(begin, i + 1);
      } else {
        begin = i;
        run.words.emplace_back(word);
      }
    }
    // "S-grade sugar"
    const bool letter = run.words.size() == 1 && run.words.front().size() == 1;
    if (letter && run.last < reading_.tokens.size() && text_.Word(run.last) == "-") run.words.clear();
    if (run.words.size() < 2) return;
    if (text_.Hinted(begin, kHintWork) && vocabulary_.works.contains(run.words.back())) {
      run.words.clear();
      return;
    }
    if (IsFirmWithHome(run)) {
      run.words.resize(1);
      run.kind = SubjectKind::kCompany;
      return;
    }
    const bool company =
        (text_.Hinted(begin, kHintCompanyWord) && vocabulary_.company_words.contains(run.words.back())) ||
        (text_.Hinted(run.first, kHintPrefix) && vocabulary_.company_prefixes.contains(run.words.front())) ||
        IsBranch(run);
    // "Ministry of Energy"
    const bool ministry = run.words.size() > 2 && vocabulary_.bodies.contains(run.words.front()) &&
                          vocabulary_.name_inner.contains(run.words[1]);
    // "the Reserve Bank"
    const bool office =
        ministry || (run.words.size() == 2 && vocabulary_.bodies.contains(reading_.TextOf(run.first, run.last)));
    if (company && !office) run.kind = SubjectKind::kCompany;
    // "Savings & Loan Association": bodies of state do without the sign.
    const bool of_state = vocabulary_.state_bodies.contains(run.words.back());
    for (uint32_t i = run.first; i < run.last && !of_state; ++i) {
      if (vocabulary_.signs.contains(text_.Word(i))) run.kind = SubjectKind::kCompany;
    }
    const bool body = (text_.Hinted(run.first, kHintBodyWord) && BeginsLikeBody(run)) ||
                      (text_.Hinted(begin, kHintBodyWord) && vocabulary_.bodies.contains(run.words.back())) ||
                      of_state || HoldsBody(run);
    if (body && run.kind == SubjectKind::kName) run.kind = SubjectKind::kAgency;
  }

  const NameText text_;
  const Capitals& capitals_;
  const Reading& reading_;
  const EventVocabulary& vocabulary_;
};

}  // namespace

bool NameRuns::Next(NameRun& run) {
  const RunReader reader(text_, capitals_);
  const auto capitals = capitals_.all();
  while (next_ < capitals.size()) {
    const Capital& capital = capitals[next_++];
    if (capital.token < behind_) continue;
    reader.Read(capital.token, *capital.sentence, run);
    behind_ = std::max(run.last, capital.token + 1);
    if (run.words.empty()) continue;
    run.doubtful = reader.IsCapitalOfSentence(run, *capital.sentence);
    if (run.doubtful && reader.IsCommon(run.words.front())) continue;
    return true;
  }
  return false;
}

}  // namespace tallywire::extract
