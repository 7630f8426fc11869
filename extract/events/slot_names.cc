#include "extract/events/slot_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

// Names are compared one by one; a text with more of them is a list, and the rest would not be looked up anyway.
constexpr size_t kMostNames = 300;
// In a heading prepositions and articles may be small.
constexpr uint32_t kLongWord = 5;
constexpr uint32_t kLeastLongWords = 3;
constexpr size_t kLongestName = 16;  // tokens with titles; longer runs of capitals are headlines

bool AllCapitals(std::string_view word) {
  return word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

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
  if (at < vocabulary_->subjects.size() && vocabulary_->subjects[at].of >= 0) return vocabulary_->subjects[at].of;
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
  numbers_.clear();
  for (const std::string_view word : words) numbers_.push_back(NumberOf(word));
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
  if (named_.size() >= kMostNames) return -1;
  const auto name = static_cast<uint32_t>(named_.size());
  for (const uint32_t number : numbers_) NoteWord(number, name);
  named_.push_back({static_cast<uint32_t>(name_words_.size()),
                    static_cast<uint32_t>(numbers_.size()),
                    {Joined(words), kind, -1, {}}});
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

namespace {

// Reads runs of capitalised words.
class NameReader {
 public:
  NameReader(const Reading& reading, const EventVocabulary& vocabulary) : reading_(reading), vocabulary_(vocabulary) {}

  struct Run {
    uint32_t first = 0;
    uint32_t last = 0;
    std::vector<std::string_view> words;  // as the text writes them
    SubjectKind kind = SubjectKind::kName;
    bool doubtful = false;
  };

  // Calls `visit(run)` for each run, in order.
  template <class Visit>
  void Each(const Visit& visit) {
    for (const Sentence& sentence : reading_.sentences) ReadCapitals(sentence);
    NoteCapitals();
    Run run;
    uint32_t next = 0;
    for (const Capital& capital : capitals_) {
      if (capital.token < next) continue;
      ReadRun(capital.token, *capital.sentence, run);
      next = std::max(run.last, capital.token + 1);
      if (run.words.empty()) continue;
      run.doubtful = IsCapitalOfSentence(run, *capital.sentence);
      visit(std::as_const(run));
    }
  }

 private:
  struct Capital {
    uint32_t token = 0;
    const Sentence* sentence = nullptr;
  };

  std::string_view Word(uint32_t at) const { return reading_.TextOf(at); }
  // Not the letter of a code: "the B40 mandate".
  bool IsCapital(uint32_t at) const {
    const std::span<const Token> tokens(reading_.tokens);
    const bool capital = tokens[at].kind == TokenKind::kWord && tokens[at].capital;
    if (!capital || tokens[at].end != tokens[at].start + 1 || at + 1 >= tokens.size()) return capital;
    return tokens[at + 1].kind != TokenKind::kDigits || tokens[at + 1].space_before;
  }

  bool Hinted(uint32_t at, unsigned hints) const { return vocabulary_.hints.Has(reading_.words[at], hints); }
  // Whether the word is in the list of that hint.
  bool Is(uint32_t at, WordHint hint, const WordSet& list) const { return Hinted(at, hint) && list.contains(Word(at)); }

  // Notes the sentence's capitals, unless they say nothing: in old wires' headlines, which are written in capitals
  // throughout, and in headings whose words all begin with one ("Assessing Your Available Resources").
  void ReadCapitals(const Sentence& sentence) {
    const size_t before = capitals_.size();
    uint32_t loud = 0;
    const std::span<const uint8_t> marks(reading_.marks);
    for (uint32_t at = sentence.first;; ++at) {
      at = NextMarked(marks, at, sentence.last, kMarkBig);
      if (at == sentence.last) break;
      if (IsCapital(at)) capitals_.push_back({at, &sentence});
      loud += AllCapitals(Word(at)) ? 1U : 0U;
    }
    if (capitals_.size() == before) return;
    if ((loud > 0 && loud * 2 > WordsOf(sentence)) || IsHeading(sentence)) capitals_.resize(before);
  }

  uint32_t WordsOf(const Sentence& sentence) const {
    uint32_t words = 0;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) words += reading_.tokens[i].kind == TokenKind::kWord;
    return words;
  }

  bool IsHeading(const Sentence& sentence) const {
    if (EndsWithStop(sentence)) return false;
    uint32_t long_words = 0;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = reading_.tokens[i];
      if (token.kind != TokenKind::kWord || token.end - token.start < kLongWord) continue;
      if (!token.capital) return false;
      ++long_words;
    }
    return long_words >= kLeastLongWords;
  }

  bool EndsWithStop(const Sentence& sentence) const {
    const std::string_view last = Word(sentence.last - 1);
    return last == "." || last == "!" || last == "?" || last == "\"" || last == "\u201d";
  }

  // How words stand in the text somewhere.
  enum : uint8_t {
    kInner = 1,  // a capital although no sentence begins with it
    kAlone = 2,  // by itself, as StandsAlone tells
  };

  void NoteCapitals() {
    seen_.Reserve(capitals_.size() / 2);  // most words stand more than once
    for (const Capital& capital : capitals_) {
      const bool inner = capital.token > capital.sentence->first && !Opens(capital.token);
      const bool alone = StandsAlone(capital.token, *capital.sentence);
      if (!inner && !alone) continue;
      const uint32_t number = seen_.Add(Word(capital.token));
      if (how_.size() <= number) how_.resize(number + size_t{1});
      if (inner) how_[number] |= kInner;
      if (alone) how_[number] |= kAlone;
    }
  }

  bool Stands(std::string_view word, unsigned how) const {
    const uint32_t number = seen_.Find(word);
    return number != WordTable::kNone && (how_[number] & how) != 0;
  }

  // "Chemours said": a capital without another one, or a word that joins two, beside it.
  bool StandsAlone(uint32_t at, const Sentence& sentence) const {
    const auto joins = [&](uint32_t other) { return IsCapital(other) || Hinted(other, kHintNameInner); };
    if (at > sentence.first && joins(at - 1)) return false;
    return at + 1 >= sentence.last || !joins(at + 1);
  }

  // Behind a quotation mark or a colon a sentence begins as well.
  bool Opens(uint32_t at) const { return reading_.tokens[at - 1].kind == TokenKind::kSymbol && Word(at - 1) != ","; }

  // "Cumulative imports": one word whose capital is the sentence's own.
  bool IsCapitalOfSentence(const Run& run, const Sentence& sentence) const {
    const bool opens = run.first == sentence.first || (run.first > sentence.first && Opens(run.first));
    return opens && run.words.size() == 1 && run.kind == SubjectKind::kName && !AllCapitals(run.words.front()) &&
           !Stands(run.words.front(), kInner);
  }

  // How far a run of capitals beginning at `at` goes: inner words need a capital behind them.
  uint32_t EndOfRun(uint32_t at, const Sentence& sentence) const {
    uint32_t end = at + 1;
    while (end < sentence.last && end - at < kLongestName) {
      uint32_t next = end;
      while (next < sentence.last && next - end < 2 && !IsCapital(next) && Hinted(next, kHintNameInner) &&
             (vocabulary_.name_inner.contains(Word(next)) || JoinsBody(next))) {
        if (Word(next) == "." && !IsInitial(next - 1)) break;
        if (Word(next) == "-" && reading_.tokens[next].space_before) break;  // a dash
        if (JoinsNames(at, next, sentence) || JoinsHouse(next) || EndsList(at, next)) break;
        ++next;
      }
      if (const uint32_t behind = BehindCompound(end, sentence); behind > end) {
        end = behind;
        continue;
      }
      if (const uint32_t behind = BehindPluralOwner(end, sentence); behind > end) {
        end = behind;
        continue;
      }
      if (const uint32_t behind = BehindPortfolios(at, end, sentence); behind > end) {
        end = behind;
        continue;
      }
      if (next >= sentence.last || !IsCapital(next) || Is(next, kHintNoPart, vocabulary_.no_part)) break;
      if (!reading_.tokens[next].space_before && next == end) break;
      if (next == end && IsGoodsOf(at, next)) break;
      end = next + 1;
    }
    return end;
  }

  // "U.S. LNG exports": a country and a thing that is written in capitals. "Nigeria LNG Ltd" is a company.
  bool IsGoodsOf(uint32_t first, uint32_t goods) const {
    if (!vocabulary_.capital_goods.contains(Word(goods))) return false;
    if (goods + 1 < reading_.tokens.size() && SuffixAt(goods + 1) > 0) return false;
    return vocabulary_.country_words.contains(reading_.TextOf(first, goods));
  }

  // "Britain and Norway", "Sinopec and CNPC" are two.
  bool JoinsNames(uint32_t first, uint32_t at, const Sentence& sentence) const {
    const auto name = [this](uint32_t token) {
      if (token >= reading_.tokens.size()) return false;
      constexpr size_t kShortForm = 3;
      const std::string_view word = Word(token);
      return vocabulary_.country_words.contains(word) || vocabulary_.single_names.contains(word) ||
             (word.size() >= kShortForm && AllCapitals(word));
    };
    if (Word(at) != "and" || at + 1 >= reading_.tokens.size()) return false;
    // "Honeywell and Chemours", where the text speaks of Chemours alone as well.
    const bool pair = at > 0 && IsCapital(at - 1) && IsCapital(at + 1) && !(at > 1 && IsCapital(at - 2)) &&
                      !(at + 2 < reading_.tokens.size() && IsCapital(at + 2));
    if (pair && Stands(Word(at + 1), kAlone)) return true;
    if (vocabulary_.company_prefixes.contains(Word(at + 1)) || (name(at - 1) && name(at + 1))) return true;
    return !IsBody(first, at, sentence) && (JoinsKnown(first, at, sentence) || ToldInTurn(at, sentence));
  }

  // "Ministry of Trade and Industry", "Trade and Tariff Commission": one body, whatever joins its words.
  bool IsBody(uint32_t first, uint32_t at, const Sentence& sentence) const {
    if (vocabulary_.no_name.contains(Word(first)) && first + 1 < at) ++first;
    uint32_t last = at + 1;
    while (last + 1 < sentence.last && IsCapital(last + 1)) ++last;
    return vocabulary_.bodies.contains(Word(first)) || vocabulary_.bodies.contains(Word(last));
  }

  // "Bihar and Uttar Pradesh": subjects of the vocabulary on both sides.
  bool JoinsKnown(uint32_t first, uint32_t at, const Sentence& sentence) const {
    const auto known = [this](uint32_t from, uint32_t to) {
      const std::string_view words = reading_.TextOf(from, to);
      return vocabulary_.country_words.contains(words) || vocabulary_.single_names.contains(words) ||
             vocabulary_.joint_names.contains(words);
    };
    uint32_t last = at + 1;
    while (last < sentence.last && IsCapital(last)) ++last;
    return known(first, at) && known(at + 1, last);
  }

  // "Orrin Salt and Vela Mining won 5 and 4 t respectively": each name has a figure of its own.
  bool ToldInTurn(uint32_t at, const Sentence& sentence) const {
    for (uint32_t i = at + 2; i < sentence.last; ++i) {
      if (Is(i, kHintInTurn, vocabulary_.in_turn)) return true;
    }
    return false;
  }

  // "Suncor, Imperial Oil and Husky": the last two of a list.
  bool EndsList(uint32_t first, uint32_t at) const {
    return Word(at) == "and" && first > 1 && Word(first - 1) == "," && IsCapital(first - 2);
  }

  // "Jane Doe of The Example Trust"
  bool JoinsHouse(uint32_t at) const {
    return Word(at) == "of" && at + 1 < reading_.tokens.size() && Word(at + 1) == "The";
  }

  // "Ministry for Primary Industries"
  bool JoinsBody(uint32_t at) const {
    return vocabulary_.body_inner.contains(Word(at)) && Is(at - 1, kHintBodyWord, vocabulary_.bodies);
  }

  // "Bio-energy Manufacturers Association": a word's second half in small letters, where the name goes on behind it.
  uint32_t BehindCompound(uint32_t at, const Sentence& sentence) const {
    if (at + 2 >= sentence.last || Word(at) != "-" || reading_.tokens[at].space_before) return at;
    const Token& half = reading_.tokens[at + 1];
    const bool compound = half.kind == TokenKind::kWord && !half.space_before && !half.capital &&
                          !vocabulary_.seats.contains(Word(at + 1)) && IsCapital(at + 2);
    return compound ? at + 2 : at;
  }

  // "Ministry of Trade, Industry and Energy": behind a comma the list of what the body is in charge of goes on.
  uint32_t BehindPortfolios(uint32_t first, uint32_t comma, const Sentence& sentence) const {
    if (comma + 1 >= sentence.last || comma < first + 3 || Word(comma) != "," || !IsCapital(comma + 1)) return comma;
    if (vocabulary_.no_name.contains(Word(first))) ++first;  // "The Ministry"
    if (comma < first + 3 || !vocabulary_.bodies.contains(Word(first))) return comma;
    uint32_t at = comma;
    while (at < sentence.last && Word(at) == ",") {
      uint32_t end = at + 1;
      while (end < sentence.last && IsCapital(end)) ++end;
      if (end == at + 1 || !vocabulary_.portfolios.contains(Word(end - 1))) return comma;
      at = end;
    }
    const bool joins = at + 2 < sentence.last && (Word(at) == "and" || Word(at) == "&");
    if (joins && Word(at + 1) == "the" && IsCapital(at + 2)) return at + 2;  // "Fisheries and the Environment"
    return joins && IsCapital(at + 1) ? at : comma;
  }

  // "Turkish Steel Producers' Association": an apostrophe inside a body's name.
  uint32_t BehindPluralOwner(uint32_t at, const Sentence& sentence) const {
    const std::string_view mark = at + 1 < sentence.last ? Word(at) : std::string_view();
    if ((mark != "'" && mark != "\u2019") || reading_.tokens[at].space_before || !IsCapital(at + 1)) return at;
    const bool plural = Word(at - 1).ends_with('s') && reading_.tokens[at + 1].space_before;
    return plural && Is(at + 1, kHintBodyWord, vocabulary_.bodies) ? at + 1 : at;
  }

  // "Sotheby's Holdings Inc.": what follows the clitic only says that it is a company.
  uint32_t BehindPossessive(uint32_t end, const Sentence& sentence) const {
    if (end + 1 >= sentence.last || !IsClitic(end) || !IsCapital(end + 1)) return end;
    const uint32_t behind = EndOfRun(end + 1, sentence);
    bool suffix = false;
    for (uint32_t i = end + 1; i < behind; ++i) {
      const bool known = SuffixAt(i) > 0;
      if (!known && !Is(i, kHintCompanyWord, vocabulary_.company_words) && Word(i) != ".") return end;
      suffix = suffix || known;
    }
    return suffix ? behind : end;
  }

  bool IsClitic(uint32_t at) const {
    const std::string_view text = reading_.TextOf(at);
    return text == "'s" || text == "\u2019s";
  }

  // "R." of "R. N. Mirdha", "Dr." and the like keep their full stop inside a name.
  bool IsInitial(uint32_t at) const {
    const std::string_view word = Word(at);
    return word.size() == 1 || (Hinted(at, kHintTitle) && (vocabulary_.titles.contains(std::string(word) + ".") ||
                                                           vocabulary_.titles.contains(word)));
  }

  // "the Vancouver-based miner"
  bool IsSeat(uint32_t end) const {
    return end + 1 < reading_.tokens.size() && Word(end) == "-" && !reading_.tokens[end].space_before &&
           vocabulary_.seats.contains(Word(end + 1));
  }

  static bool IsInitials(std::string_view word) { return word.find('.') < 2 && AllCapitals(word); }

  // Overwrites `run`, whose buffers are reused; leaves it without words where there is no name.
  void ReadRun(uint32_t at, const Sentence& sentence, Run& run) const {
    run.first = run.last = at;
    run.words.clear();
    run.kind = SubjectKind::kName;
    if (!IsCapital(at)) return;
    const uint32_t end = BehindPossessive(EndOfRun(at, sentence), sentence);
    uint32_t first = BehindTitles(at, end);
    const bool titled = first > at;
    while (first + 2 < end && Is(first, kHintPortfolio, vocabulary_.portfolios) &&
           !Is(end - 1, kHintBodyWord, vocabulary_.bodies) && !vocabulary_.company_suffixes.contains(Word(end - 1)) &&
           !vocabulary_.company_words.contains(Word(end - 1)))
      ++first;
    while (first < end && Skipped(first, at == sentence.first && first == at)) ++first;
    first = BehindState(first, end);
    // "Shares of Nornickel": what is skipped takes the short word behind it along.
    while (first > at && first < end && !IsCapital(first)) ++first;
    if (IsSeat(end)) return;
    run.first = first;
    run.last = end;
    TakeWords(run);
    // A founder's honours stand in the names of some firms, not in what the firm is called.
    if (titled && run.kind == SubjectKind::kCompany && run.words.size() > 1 && IsInitials(run.words.front()))
      run.words.erase(run.words.begin());
    if (titled && !run.words.empty() && run.kind == SubjectKind::kName) run.kind = SubjectKind::kPerson;
    const bool described = at > sentence.first && Is(at - 1, kHintDescriber, vocabulary_.describers);
    const bool body = run.kind == SubjectKind::kName || run.kind == SubjectKind::kCompany;
    if (described && body) run.kind = SubjectKind::kAgency;
  }

  // "Saudi Oil Minister Hisham Nazer": the name begins behind the last title of the run. "Ministry of Finance" and
  // "Minister of Mines" hold none.
  uint32_t BehindTitles(uint32_t at, uint32_t end) const {
    uint32_t first = at;
    for (uint32_t i = at; i + 1 < end; ++i) {
      if (!Is(i, kHintTitle, vocabulary_.titles)) continue;
      uint32_t next = i + 1;
      if (Word(next) == "." && next + 1 < end) ++next;
      if (IsCapital(next)) first = next;
    }
    return first;
  }

  // "Republic of Ghana", "Socialist Republic of Viet Nam": where the country's name begins.
  uint32_t BehindState(uint32_t first, uint32_t end) const {
    constexpr uint32_t kLongestState = 3;  // "Democratic Socialist Republic"
    for (uint32_t at = first; at + 2 < end && at < first + kLongestState; ++at) {
      if (Word(at + 1) == "of" && vocabulary_.states.contains(Word(at))) return at + 2;
    }
    return first;
  }

  bool Skipped(uint32_t at, bool begins_sentence) const {
    const std::string_view word = Word(at);
    return Is(at, kHintTitle, vocabulary_.titles) || Is(at, kHintNoName, vocabulary_.no_name) || word == "." ||
           word == "-" || (begins_sentence && word.size() < 2);
  }

  // How many tokens the company suffix at `at` has; 0 where there is none. "A/S" is three.
  uint32_t SuffixAt(uint32_t at) const {
    if (!Hinted(at, kHintSuffix)) return 0;
    const bool stop = at + 1 < reading_.tokens.size() && Word(at + 1) == "." && !reading_.tokens[at + 1].space_before;
    if (stop && vocabulary_.company_suffixes.contains(std::string(Word(at)) + ".")) return 2;
    if (vocabulary_.company_suffixes.contains(Word(at))) return 1;
    if (at + 2 >= reading_.tokens.size() || Word(at + 1) != "/") return 0;
    return vocabulary_.company_suffixes.contains(std::string(Word(at)) + "/" + std::string(Word(at + 2))) ? 3 : 0;
  }

  // "Ministry of Mines", "Central Bank of Chile"
  bool BeginsLikeBody(const Run& run) const {
    if (vocabulary_.bodies.contains(run.words[0])) return true;
    return vocabulary_.bodies.contains(std::string(run.words[0]).append(" ").append(run.words[1]));
  }

  // The words of the run, its company suffix cut off and noted.
  void TakeWords(Run& run) const {
    uint32_t begin = run.first;  // of the last word
    for (uint32_t i = run.first; i < run.last; ++i) {
      const std::string_view word = Word(i);
      const uint32_t suffix = i > run.first ? SuffixAt(i) : 0;
      if (suffix > 0) {
        run.kind = SubjectKind::kCompany;
        run.last = i + suffix;
        break;
      }
      if (word == ".") continue;
      const bool glued = !run.words.empty() && !reading_.tokens[i].space_before && i > run.first && Word(i - 1) != ".";
      if (glued || word == "-") {
        run.words.back() = reading_.TextOf(begin, i + 1);
      } else {
        begin = i;
        run.words.emplace_back(word);
      }
    }
    if (run.words.size() < 2) return;
    if (Hinted(begin, kHintWork) && vocabulary_.works.contains(run.words.back())) {
      run.words.clear();
      return;
    }
    const bool company = (Hinted(begin, kHintCompanyWord) && vocabulary_.company_words.contains(run.words.back())) ||
                         (Hinted(run.first, kHintPrefix) && vocabulary_.company_prefixes.contains(run.words.front()));
    // "Ministry of Energy"
    const bool ministry = run.words.size() > 2 && vocabulary_.bodies.contains(run.words.front()) &&
                          vocabulary_.name_inner.contains(run.words[1]);
    // "the Reserve Bank"
    const bool office =
        ministry || (run.words.size() == 2 && vocabulary_.bodies.contains(reading_.TextOf(run.first, run.last)));
    if (company && !office) run.kind = SubjectKind::kCompany;
    // "Savings & Loan Association": bodies of state do without the sign.
    for (uint32_t i = run.first; i < run.last; ++i) {
      if (Word(i) == "&" || Word(i) == "amp") run.kind = SubjectKind::kCompany;
    }
    const bool body = (Hinted(run.first, kHintBodyWord) && BeginsLikeBody(run)) ||
                      (Hinted(begin, kHintBodyWord) && vocabulary_.bodies.contains(run.words.back()));
    if (body && run.kind == SubjectKind::kName) run.kind = SubjectKind::kAgency;
  }

  const Reading& reading_;
  const EventVocabulary& vocabulary_;
  std::vector<Capital> capitals_;
  WordTable seen_;            // words that are capitals
  std::vector<uint8_t> how_;  // they stand, by number
};

}  // namespace

std::vector<NameSpan> DocumentNames::Read(const Reading& reading) {
  std::vector<NameSpan> spans;
  NameReader(reading, *vocabulary_).Each([&](const NameReader::Run& run) {
    const int entity = EntityFor(run.words, run.kind);
    if (entity >= 0) spans.push_back({run.first, run.last, entity, run.doubtful});
  });
  return spans;
}

}  // namespace tallywire::extract
