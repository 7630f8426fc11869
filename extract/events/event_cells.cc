#include "extract/events/event_cells.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/events/cell_row.h"
#include "extract/text/word_marks.h"

namespace tallywire::extract {
namespace {

constexpr uint32_t kLongestAside = 14;  // tokens of a parenthesis that may be left out

// The character of a text of one byte, NUL for others.
char MarkOf(std::string_view text) { return text.size() == 1 ? text.front() : '\0'; }

bool IsQuote(std::string_view text) {
  const char mark = MarkOf(text);
  if (mark != '\0') return mark == '"' || mark == '\'' || mark == '`';
  return text == "\u201c" || text == "\u201d" || text == "\u2018" || text == "\u2019" || text == "\u00ab" ||
         text == "\u00bb";
}

bool IsDash(std::string_view text) { return text == "\u2014" || text == "\u2013"; }

// The class of a mark that is no dash.
char ClassOf(char mark) {
  switch (mark) {
    case ',':
      return kCommaCell;
    case '(':
    case ')':
      return kParenthesisCell;
    case ';':
    case ':':
    case '|':
      return kBarrierCell;
    default:
      return kWordCell;
  }
}

// What closes the bracket that the mark opens; NUL for others.
char PartnerOf(char mark) { return mark == '(' ? ')' : mark == '[' ? ']' : mark == '<' ? '>' : '\0'; }

class CellReader {
 public:
  // `matches` is room to work in.
  CellReader(const CellSources& sources, EventSentence& out, std::vector<Lexicon::Match>& matches)
      : s_(sources), reading_(*sources.reading), vocabulary_(*sources.vocabulary), out_(out), matches_(matches) {}

  void Run(size_t number, CellUse use) {
    const Sentence& sentence = reading_.sentences[number];
    out_.number = number;
    out_.first = sentence.first;
    out_.last = sentence.last;
    out_.has_figure = false;
    out_.statement = false;
    out_.cells.clear();
    out_.tags.clear();
    out_.restatements.clear();
    out_.tagged.Clear();
    figure_ = static_cast<size_t>(std::lower_bound(s_.figures.begin(), s_.figures.end(), sentence.first,
                                                   [](const FigureSpan& f, uint32_t t) { return f.first < t; }) -
                                  s_.figures.begin());
    date_ = static_cast<size_t>(std::lower_bound(s_.dates.begin(), s_.dates.end(), sentence.first,
                                                 [](const DateSpan& d, uint32_t t) { return d.first < t; }) -
                                s_.dates.begin());
    names_ = s_.names->From(sentence.first);
    tagging_ = use == CellUse::kRules && HoldsFigure();
    for (uint32_t at = sentence.first; at < sentence.last;) at = Step(at);
    FinishRow(s_, out_);
    NoteSignposts();
    if (tagging_) WriteTagged(out_);
  }

 private:
  // Rules look at sentences with figures only; the others are read for who and what they speak of.
  bool HoldsFigure() const {
    for (size_t i = figure_; i < s_.figures.size() && s_.figures[i].first < out_.last; ++i) {
      if (vocabulary_.KindOf(s_.figures[i].figure.unit) != UnitKind::kDuration) return true;
    }
    return false;
  }

  // Few cells are names or dates, and an endless sentence is asked for them again with every figure.
  void NoteSignposts() const {
    out_.named.clear();
    out_.dated.clear();
    for (uint32_t at = 0; at < out_.cells.size(); ++at) {
      if (out_.cells[at].subject != kAbsent) out_.named.push_back(at);
      if (out_.cells[at].kind == kDateCell) out_.dated.push_back(at);
    }
  }

  // Of the last cell only: the tags of the others lie in front of its own.
  void AddTag(EventCell& cell, Tag tag) const {
    if (!tagging_) return;
    out_.tags.push_back(tag);
    ++cell.tag_count;
  }

  void AddTags(EventCell& cell, std::span<const Tag> tags) const {
    if (!tagging_) return;
    for (const Tag tag : tags) out_.tags.push_back(tag);  // one or two
    cell.tag_count += static_cast<uint32_t>(tags.size());
  }

  EventCell& Push(uint32_t first, uint32_t count, char kind) {
    EventCell& cell = out_.cells.emplace_back();
    cell.first = first;
    cell.count = count;
    cell.kind = kind;
    cell.first_tag = static_cast<uint32_t>(out_.tags.size());
    cell.glued = !reading_.tokens[first].space_before;
    cell.capital = reading_.tokens[first].capital;
    return cell;
  }

  // Reads what stands at token `at`; returns the token behind it.
  uint32_t Step(uint32_t at) {
    while (figure_ < s_.figures.size() && s_.figures[figure_].first < at) ++figure_;
    while (date_ < s_.dates.size() && s_.dates[date_].first < at) ++date_;
    const bool figure = figure_ < s_.figures.size() && s_.figures[figure_].first == at;
    if (figure && !IsDatedLength(at)) return TakeFigure();
    if (date_ < s_.dates.size() && s_.dates[date_].first == at) return TakeDate();
    if (reading_.tokens[at].kind == TokenKind::kSymbol) return TakeSymbol(at);
    if (IsPossessive(at)) {
      if (!out_.cells.empty()) out_.cells.back().possessive = true;
      return at + 1;
    }
    return TakeWords(at);
  }

  // "12 months" of "for 12 months from March 1" and of "in the 12 months to May": more than a length.
  bool IsDatedLength(uint32_t at) const {
    if (date_ >= s_.dates.size() || s_.dates[date_].first != at) return false;
    const DateSpan& length = s_.dates[date_];
    const bool goes_on = date_ + 1 < s_.dates.size() && s_.dates[date_ + 1].first == length.last + 1;
    if (!length.days && !goes_on) return false;
    return vocabulary_.KindOf(s_.figures[figure_].figure.unit) == UnitKind::kDuration;
  }

  bool IsPossessive(uint32_t at) const {
    const std::string_view text = reading_.TextOf(at);
    // Asked of every word, few of which end so.
    return text.ends_with('s') && (text.front() == '\'' || text.starts_with("\u2019"));
  }

  // A part of something is counted in hundredths: "a fifth of output".
  UnitKind KindOf(const FigureSpan& figure) const {
    return figure.part ? UnitKind::kPct : vocabulary_.KindOf(figure.figure.unit);
  }

  // "the three species": those that were spoken of, no amount.
  bool IsDefinite(const FigureSpan& figure, UnitKind kind) const {
    constexpr double kMost = 12;
    if (kind != UnitKind::kCount || figure.figure.value > kMost || out_.cells.empty()) return false;
    if (reading_.tokens[figure.first].kind != TokenKind::kWord || figure.figure.value_high) return false;
    constexpr uint64_t kDefinite = BitOf(WordRole::kArticle) | BitOf(WordRole::kOwnPronoun);
    return (out_.cells.back().roles & kDefinite) != 0;
  }

  uint32_t TakeFigure() {
    const FigureSpan& figure = s_.figures[figure_];
    const UnitKind kind = KindOf(figure);
    if (IsDefinite(figure, kind)) {
      EventCell& cell = Push(figure.first, std::max(figure.last, figure.first + 1) - figure.first, kWordCell);
      ++figure_;
      NoteItemOfUnit(cell);
      return cell.last();
    }
    const bool duration = kind == UnitKind::kDuration;
    EventCell& cell = Push(figure.first, std::max(figure.last, figure.first + 1) - figure.first,
                           duration ? kDurationCell : kFigureCell);
    cell.figure = static_cast<int>(figure_++);
    if (!duration) {
      AddTag(cell, vocabulary_.figure_tag);
      const uint64_t begins = RolesAt(figure.first);
      if ((begins & BitOf(WordRole::kThreshold)) != 0) AddTag(cell, vocabulary_.threshold_tag);
      if ((begins & BitOf(WordRole::kReach)) != 0) AddTag(cell, vocabulary_.reached_tag);
      cell.roles |= begins & BitOf(WordRole::kReach);
      const bool moved = figure.figure.direction != Direction::kNone;
      if (kind == UnitKind::kTimes && moved) AddTag(cell, vocabulary_.multiplied_tag);
      out_.has_figure = true;
    }
    AddTag(cell, vocabulary_.unit_tags[static_cast<size_t>(kind)]);
    const uint32_t end = cell.last();
    if (kind != UnitKind::kMoney && kind != UnitKind::kPerUnit) NoteItemOfUnit(cell);
    return end;
  }

  // Roles of the words that a figure begins with: "above" is a level that is passed, no change; "averaged" gives one.
  uint64_t RolesAt(uint32_t at) {
    uint64_t roles = 0;
    matches_.clear();
    s_.lexicon->AllAt(reading_.words, at, matches_);
    for (const auto& match : matches_) {
      for (const Sense& sense : s_.lexicon->SensesOf(match.phrase)) roles |= vocabulary_.RoleOf(sense.tag);
    }
    return roles;
  }

  // "25,876 cars", "25,876 cars a year": the counted thing is an item where the vocabulary knows it.
  void NoteItemOfUnit(EventCell& cell) {
    constexpr uint32_t kRate = 2;  // words of "a year"
    const bool rate =
        cell.figure != kAbsent && s_.figures[static_cast<size_t>(cell.figure)].figure.unit.ends_with("/a");
    for (uint32_t at = cell.first; at < cell.last(); ++at) {
      matches_.clear();
      s_.lexicon->AllAt(reading_.words, at, matches_);
      for (const auto& match : matches_) {
        const uint32_t end = at + match.tokens;
        if (end != cell.last() && !(rate && end + kRate == cell.last())) continue;
        for (const Sense& sense : s_.lexicon->SensesOf(match.phrase)) {
          if (sense.exact) continue;
          cell.roles |= vocabulary_.RoleOf(sense.tag) & BitOf(WordRole::kPlaceNoun);
          if (vocabulary_.ClassOf(sense.tag) == SenseClass::kItem) cell.item = static_cast<int>(sense.entry);
          if (vocabulary_.ClassOf(sense.tag) == SenseClass::kMeasure) cell.measure = static_cast<int>(sense.entry);
        }
      }
      if (cell.item != kAbsent) return;
    }
  }

  uint32_t TakeDate() {
    const DateSpan& date = s_.dates[date_];
    uint64_t roles = 0;
    while (!out_.cells.empty() && roles_taken_ < 3) {
      const EventCell& before = out_.cells.back();
      const uint64_t wanted =
          BitOf(WordRole::kDatePreposition) | BitOf(WordRole::kBasisPreposition) | BitOf(WordRole::kArticle);
      if (before.kind == kFigureCell || before.kind == kDateCell || (before.roles & wanted) == 0 ||
          before.measure != kAbsent)
        break;
      // "4.2% above last year": the direction stays a cell of its own.
      const size_t count = out_.cells.size();
      const bool directs = count > 1 && out_.cells[count - 2].kind == kFigureCell &&
                           (before.roles & (BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter))) != 0;
      if (directs && !before.Is(WordRole::kDatePreposition)) {
        roles |= BitOf(WordRole::kBasisPreposition);
        break;
      }
      roles |= before.roles & (wanted | BitOf(WordRole::kFromward) | BitOf(WordRole::kSince) |
                               BitOf(WordRole::kEnding) | BitOf(WordRole::kOwner));
      out_.cells.pop_back();
      ++roles_taken_;
    }
    roles_taken_ = 0;
    if (date.opened) roles = BitOf(WordRole::kDatePreposition);
    const uint32_t first = BehindDirection(date);
    if (first > date.first) roles |= BitOf(WordRole::kBasisPreposition);
    EventCell& cell = Push(first, std::max(date.last, first + 1) - first, kDateCell);
    cell.date = static_cast<int>(date_++);
    cell.date_roles = roles;
    AddTag(cell, vocabulary_.date_tag);
    const bool compared = (roles & (BitOf(WordRole::kFromward) | BitOf(WordRole::kBasisPreposition))) != 0;
    if (compared) AddTag(cell, vocabulary_.basis_tag);
    return cell.last();
  }

  // "60% more than a year earlier": behind a figure the first words compare it. Makes them a cell of their own and
  // returns the token behind them; the date's first token otherwise.
  uint32_t BehindDirection(const DateSpan& date) {
    if (out_.cells.empty() || out_.cells.back().kind != kFigureCell) return date.first;
    constexpr uint64_t kDirections = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter);
    matches_.clear();
    s_.lexicon->AllAt(reading_.words, date.first, matches_);
    for (size_t i = matches_.size(); i-- > 0;) {
      const Lexicon::Match match = matches_[i];
      if (date.first + match.tokens >= date.last) continue;
      const auto senses = s_.lexicon->SensesOf(match.phrase);
      const bool directs = std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
        return (vocabulary_.RoleOf(sense.tag) & kDirections) != 0;
      });
      if (!directs) continue;
      EventCell& cell = Push(date.first, match.tokens, kWordCell);
      for (const Sense& sense : senses) {
        if (Holds(sense, match, date.first)) TakeSense(sense, cell);
      }
      return date.first + match.tokens;
    }
    return date.first;
  }

  // A bracket's partner within reach and without a figure between: what stands inside is left out.
  uint32_t EndOfAside(uint32_t at, char close) const {
    const uint32_t limit = std::min(out_.last, at + kLongestAside);
    for (uint32_t i = at + 1; i < limit; ++i) {
      if (figure_ < s_.figures.size() && s_.figures[figure_].first <= i &&
          vocabulary_.KindOf(s_.figures[figure_].figure.unit) != UnitKind::kDuration) {
        return at;
      }
      if (MarkOf(reading_.TextOf(i)) == close) return i + 1;
    }
    return at;
  }

  uint32_t TakeSymbol(uint32_t at) {
    const std::string_view text = reading_.TextOf(at);
    if (IsQuote(text)) return at + 1;
    const char mark = MarkOf(text);
    if (const char close = PartnerOf(mark); close != '\0') {
      if (const uint32_t end = EndOfAside(at, close); end > at) return end;
    }
    // A hyphen within a word ("2-for-1") is no dash.
    // Two in a row are one.
    const bool hyphen = mark == '-' && reading_.tokens[at].space_before && at + 1 < out_.last;
    const bool dash = (mark == '\0' && IsDash(text)) ||
                      (hyphen && (reading_.tokens[at + 1].space_before || reading_.TextOf(at + 1) == "-"));
    const uint32_t next = TakeWord(at, dash ? kBarrierCell : ClassOf(mark));
    if (mark == '|') out_.statement = out_.cells.back().bar = true;
    return next;
  }

  bool Marked(uint32_t at, WordMark mark) const { return (reading_.marks[at] & mark) != 0; }

  // A single word or mark, with the tags of its literal use in patterns.
  uint32_t TakeWord(uint32_t at, char kind) {
    EventCell& cell = Push(at, 1, kind);
    if (!tagging_ || !Marked(at, kMarkLiteral)) return at + 1;
    matches_.clear();
    s_.lexicon->AllAt(reading_.words, at, matches_);
    if (matches_.empty() || matches_.front().tokens > 1) return at + 1;
    AddTags(cell, vocabulary_.phrases.WordTagsOf(vocabulary_.phrases[matches_.front().phrase]));
    return at + 1;
  }

  bool Holds(const Sense& sense, const Lexicon::Match& match, uint32_t at) const {
    const SenseClass what = vocabulary_.ClassOf(sense.tag);
    if (what == SenseClass::kNone || what == SenseClass::kWord) return false;
    if (sense.exact && !s_.lexicon->SpelledAs(match.phrase, reading_.TextOf(at, at + match.tokens))) return false;
    if (what != SenseClass::kSubject && what != SenseClass::kAdjective) return true;
    const SubjectEntry& subject = vocabulary_.subjects[sense.entry];
    if (subject.kind == SubjectKind::kAgency && match.tokens > 1) return true;  // "the food ministry"
    const char initial = subject.name.empty() ? 'a' : subject.name.front();
    return reading_.tokens[at].capital || (initial >= 'a' && initial <= 'z');
  }

  // Where the next figure or date begins: no phrase may reach into it.
  uint32_t Limit() const {
    uint32_t limit = out_.last;
    if (figure_ < s_.figures.size()) limit = std::min(limit, s_.figures[figure_].first);
    if (date_ < s_.dates.size()) limit = std::min(limit, s_.dates[date_].first);
    return limit;
  }

  const NameSpan* NameAt(uint32_t at) {
    while (!names_.empty() && names_.front().first < at) names_ = names_.subspan(1);
    return !names_.empty() && names_.front().first == at ? &names_.front() : nullptr;
  }

  uint32_t TakeWords(uint32_t at) {
    const NameSpan* name = NameAt(at);
    const bool begins = Marked(at, kMarkPhrase);
    if (!begins && name == nullptr) return TakeWord(at, kWordCell);
    matches_.clear();
    if (begins) s_.lexicon->AllAt(reading_.words, at, matches_);
    const uint32_t limit = Limit();
    for (size_t i = matches_.size(); i-- > 0;) {
      const Lexicon::Match match = matches_[i];
      if (at + match.tokens > limit) continue;
      const PhraseSenses& phrase = vocabulary_.phrases[match.phrase];
      const auto senses = s_.lexicon->SensesOf(match.phrase);
      const auto holds = [&](const Sense& sense) { return Holds(sense, match, at); };
      if (!phrase.speaks || (!phrase.plain && std::none_of(senses.begin(), senses.end(), holds))) continue;
      if (name != nullptr && name->last <= limit && name->last - name->first > match.tokens) break;
      if (CutsName(at, at + match.tokens, limit) || CutsSubject(at, match, limit) || IsOwnersGrade(at, match, senses))
        continue;
      EventCell& cell = Push(at, match.tokens, kWordCell);
      if (phrase.plain) TakeSenses(phrase, cell);
      for (size_t k = 0; k < senses.size() && !phrase.plain; ++k) {
        if (holds(senses[k])) TakeSense(senses[k], cell);
      }
      if (match.tokens == 1) AddTags(cell, vocabulary_.phrases.WordTagsOf(phrase));
      cell.kind = StandsForNoun(cell) ? kWordCell : KindOf(cell);
      return at + match.tokens;
    }
    if (name != nullptr && name->last <= limit) return TakeName(*name);
    return TakeWord(at, kWordCell);
  }

  // "14% below that of 2022": no clause begins.
  bool StandsForNoun(const EventCell& cell) {
    constexpr uint64_t kBeyond = BitOf(WordRole::kUpAfter) | BitOf(WordRole::kDownAfter) | BitOf(WordRole::kComparing);
    const size_t count = out_.cells.size();
    if (!cell.Is(WordRole::kBarrier) || count < 2 || cell.last() >= out_.last) return false;
    return (out_.cells[count - 2].roles & kBeyond) != 0 &&
           vocabulary_.pro_forms.contains(reading_.TextOf(cell.first)) &&
           (RolesAt(cell.last()) & BitOf(WordRole::kOwner)) != 0;
  }

  // "U.S. crude stocks": the grade that is called "U.S. crude" has a price, but here the country owns what is stored.
  bool IsOwnersGrade(uint32_t at, const Lexicon::Match& match, std::span<const Sense> senses) {
    const auto is = [&](SenseClass wanted) {
      return [this, wanted](const Sense& sense) { return vocabulary_.ClassOf(sense.tag) == wanted; };
    };
    const uint32_t behind = at + match.tokens;
    if (match.tokens < 2 || behind >= out_.last || !std::any_of(senses.begin(), senses.end(), is(SenseClass::kItem)))
      return false;
    const bool by_place = std::any_of(matches_.begin(), matches_.end(), [&](const Lexicon::Match& shorter) {
      const auto of = s_.lexicon->SensesOf(shorter.phrase);
      return shorter.tokens < match.tokens && std::any_of(of.begin(), of.end(), is(SenseClass::kSubject));
    });
    if (!by_place) return false;
    std::vector<Lexicon::Match> next;
    s_.lexicon->AllAt(reading_.words, behind, next);
    return std::any_of(next.begin(), next.end(), [&](const Lexicon::Match& noun) {
      const auto of = s_.lexicon->SensesOf(noun.phrase);
      return std::any_of(of.begin(), of.end(), [&](const Sense& sense) {
        return vocabulary_.ClassOf(sense.tag) == SenseClass::kMeasure &&
               !vocabulary_.measures[sense.entry].Is(MeasureTrait::kPrice);
      });
    });
  }

  // "the Ministry" of "the Ministry of Mines": a phrase that ends inside a name is none.
  bool CutsName(uint32_t first, uint32_t last, uint32_t limit) const {
    for (const NameSpan& name : names_) {
      if (name.first >= last) break;
      if (name.first > first && name.last > last && name.last <= limit) return true;
    }
    return false;
  }

  // "The Organization" of "The Organization of the Petroleum Exporting Countries": behind the article a longer subject
  // of the vocabulary begins.
  bool CutsSubject(uint32_t at, const Lexicon::Match& match, uint32_t limit) {
    if (match.tokens != 2 || !vocabulary_.hints.Has(reading_.words[at + 1], kHintBody | kHintAgency)) return false;
    std::vector<Lexicon::Match> behind;
    s_.lexicon->AllAt(reading_.words, at + 1, behind);
    return std::any_of(behind.begin(), behind.end(), [&](const Lexicon::Match& longer) {
      if (longer.tokens < 2 || at + 1 + longer.tokens > limit) return false;
      const auto senses = s_.lexicon->SensesOf(longer.phrase);
      return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
        return vocabulary_.ClassOf(sense.tag) == SenseClass::kSubject && Holds(sense, longer, at + 1);
      });
    });
  }

  // "Hunters took 5 t": people by what they do, where the capital is the sentence's.
  bool IsOfPeople(std::string_view word) const {
    const auto& endings = vocabulary_.agent_endings;
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& end) { return word.ends_with(end); });
  }

  // "Tesla delivered", "Rusal's", but not "Cumulative imports": a verb or a clitic follows the name.
  bool ActsNext(uint32_t at) {
    if (at >= out_.last) return false;
    if (IsPossessive(at)) return true;
    if (vocabulary_.plural_verbs.contains(reading_.TextOf(at)) && reading_.TextOf(at - 1).ends_with('s')) return false;
    if (at + 1 < out_.last && vocabulary_.adverbs.contains(reading_.TextOf(at))) ++at;
    if (vocabulary_.receivers.contains(reading_.TextOf(at))) return true;
    if (vocabulary_.with.contains(reading_.TextOf(at))) return false;
    matches_.clear();
    s_.lexicon->AllAt(reading_.words, at, matches_);
    constexpr uint64_t kVerbs = BitOf(WordRole::kUp) | BitOf(WordRole::kDown) | BitOf(WordRole::kBe) |
                                BitOf(WordRole::kReach) | BitOf(WordRole::kSet) | BitOf(WordRole::kHave) |
                                BitOf(WordRole::kAccount) | BitOf(WordRole::kReport) | BitOf(WordRole::kForecast) |
                                BitOf(WordRole::kPlanned) | BitOf(WordRole::kFuture);
    for (const auto& match : matches_) {
      for (const Sense& sense : s_.lexicon->SensesOf(match.phrase)) {
        const SenseClass what = vocabulary_.ClassOf(sense.tag);
        if (what == SenseClass::kMeasure || what == SenseClass::kItem) return false;
        if (what == SenseClass::kMeasureVerb || (vocabulary_.RoleOf(sense.tag) & kVerbs) != 0) return true;
      }
    }
    return false;
  }

  // "Brim, the country's biggest holder, owns": an apposition follows the name.
  bool IsDescribed(uint32_t at) {
    if (at + 2 >= out_.last || reading_.TextOf(at) != ",") return false;
    const uint64_t roles = RolesAt(at + 1);
    // "Sealord, which holds"
    return (roles & BitOf(WordRole::kArticle)) != 0 || ((roles & BitOf(WordRole::kBarrier)) != 0 && ActsNext(at + 2));
  }

  // "Brim shares slid 3%"
  bool HasShares(uint32_t at) {
    if (at + 1 >= out_.last || !Marked(at, kMarkPhrase)) return false;
    matches_.clear();
    s_.lexicon->AllAt(reading_.words, at, matches_);
    return std::any_of(matches_.begin(), matches_.end(), [&](const Lexicon::Match& match) {
      const auto senses = s_.lexicon->SensesOf(match.phrase);
      return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
        if (vocabulary_.ClassOf(sense.tag) != SenseClass::kMeasure) return false;
        const MeasureEntry& measure = vocabulary_.measures[sense.entry];
        return measure.Is(MeasureTrait::kPrice) && !measure.item.empty();
      });
    });
  }

  // Whether what follows shows that a word with a capital is a name.
  bool IsShown(const NameSpan& name) {
    const bool told = !IsOfPeople(reading_.TextOf(name.first)) && (ActsNext(name.last) || IsDescribed(name.last));
    return told || HasShares(name.last);
  }

  uint32_t TakeName(const NameSpan& name) {
    if (name.doubtful && !IsShown(name)) return TakeWord(name.first, kWordCell);
    EventCell& cell = Push(name.first, name.last - name.first, kWordCell);
    cell.subject = name.entity;
    AddTag(cell, vocabulary_.subject_tag);
    return name.last;
  }

  void TakeSense(const Sense& sense, EventCell& cell) const {
    const auto entry = static_cast<int>(sense.entry);
    switch (vocabulary_.ClassOf(sense.tag)) {
      case SenseClass::kAdjective:
        cell.subject = entry;
        cell.adjective = true;
        return AddTag(cell, vocabulary_.subject_tag);
      case SenseClass::kSubject:
        cell.subject = s_.names->BranchOf(entry);
        return AddTag(cell, sense.tag);
      default:
        TakeThing(vocabulary_, sense, cell, [&](Tag tag) { AddTag(cell, tag); });
    }
  }

  // The same for all senses of a phrase that means the same wherever it stands.
  void TakeSenses(const PhraseSenses& phrase, EventCell& cell) const {
    cell.roles = phrase.roles;
    cell.measure = phrase.measure;
    cell.verb = phrase.verb;
    cell.item = phrase.item;
    cell.activity = phrase.activity;
    AddTags(cell, vocabulary_.phrases.TagsOf(phrase));
  }

  static char KindOf(const EventCell& cell) {
    constexpr uint64_t kVerbs = BitOf(WordRole::kUp) | BitOf(WordRole::kDown) | BitOf(WordRole::kFlat) |
                                BitOf(WordRole::kBe) | BitOf(WordRole::kReach) | BitOf(WordRole::kSet) |
                                BitOf(WordRole::kAccount);
    const bool noun = cell.measure != kAbsent || cell.item != kAbsent || cell.subject != kAbsent;
    if (noun || cell.activity != kAbsent) return kWordCell;
    if (cell.Is(WordRole::kBarrier)) return kBarrierCell;
    return (cell.roles & kVerbs) != 0 || cell.verb != kAbsent ? kVerbCell : kWordCell;
  }

  const CellSources& s_;
  const Reading& reading_;
  const EventVocabulary& vocabulary_;
  EventSentence& out_;
  size_t figure_ = 0;
  size_t date_ = 0;
  std::span<const NameSpan> names_;  // from here on
  int roles_taken_ = 0;
  bool tagging_ = false;
  std::vector<Lexicon::Match>& matches_;
};

}  // namespace

void ReadCells(const CellSources& sources, size_t number, CellUse use, EventSentence& out) {
  thread_local std::vector<Lexicon::Match> matches;
  CellReader(sources, out, matches).Run(number, use);
}

}  // namespace tallywire::extract
