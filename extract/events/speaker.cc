#include "extract/events/speaker.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

#include "extract/events/referent.h"

namespace tallywire::extract {
namespace {

constexpr size_t kLongestApposition = 14;  // cells
constexpr size_t kReachOfSpeaker = 6;      // cells between a verb of saying and who says so

bool HoldsWord(std::string_view name, std::string_view word) {
  const auto equal = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::search(name.begin(), name.end(), word.begin(), word.end(), equal) != name.end();
}

class SpeakerFinder {
 public:
  explicit SpeakerFinder(const SentenceContext& context) : c_(context), cells_(context.cells()) {}

  Speaker Run() const {
    for (size_t at = 0; at < cells_.size(); ++at) {
      if (cells_[at].Is(WordRole::kSource)) {
        if (auto found = Behind(at, 8); !Empty(found)) return found;
      }
      if (!cells_[at].Is(WordRole::kReport)) continue;
      // "its projects and forecasts": nouns
      if (at + 1 < cells_.size() && cells_[at + 1].Is(WordRole::kConjunction)) continue;
      if (auto found = InFront(at); !Empty(found)) return found;
      if (c_.vocabulary->addressing.contains(c_.text(cells_[at]))) continue;  // "a source told Interfax"
      if (auto found = Behind(at, 3); !Empty(found)) return found;
    }
    return {};
  }

 private:
  static bool Empty(const Speaker& speaker) { return speaker.entity == kAbsent && speaker.name.empty(); }

  Speaker At(size_t at) const {
    const EventCell& cell = cells_[at];
    if (cell.Is(WordRole::kPersonPronoun) && c_.focus->person != kAbsent) return {c_.focus->person, {}};
    if (cell.Is(WordRole::kBodyPronoun)) {
      if (auto found = Described(c_.text(cell)); !Empty(found)) return found;
    }
    if (cell.subject != kAbsent && !cell.adjective) {
      const SubjectKind kind = c_.names->KindOf(cell.subject);
      const bool place = kind == SubjectKind::kCountry || kind == SubjectKind::kRegion || kind == SubjectKind::kWorld;
      if (!place) return {cell.subject, FormOf(at)};
    }
    if (cell.Is(WordRole::kSourceNoun)) {
      // "analysts at Veyt"
      const bool where = at + 2 < cells_.size() && cells_[at + 1].Is(WordRole::kNounPreposition) &&
                         c_.vocabulary->at_house.contains(c_.text(cells_[at + 1])) && cells_[at + 2].subject != kAbsent;
      if (where) return {cells_[at + 2].subject, {}};
      // "the Norwegian government" is Norway.
      const bool national = at > 0 && cells_[at - 1].subject != kAbsent && IsCountry(cells_[at - 1].subject);
      if (national && cell.Is(WordRole::kPlaceNoun)) return {cells_[at - 1].subject, {}};
      return {kAbsent, std::string(c_.text(cell))};
    }
    if (const std::string_view office = OfficeAt(at); !office.empty()) return {kAbsent, std::string(office)};
    if (cell.kind == kFigureCell) return Counted(cell);
    if (cell.Is(WordRole::kCompanyNoun) || cell.Is(WordRole::kDefiniteCompany)) return {ReferentOf(c_, at), {}};
    return {};
  }

  // "the production ministry", "Peru's energy regulator": the words behind the article or the owner, where there are
  // any.
  std::string_view OfficeAt(size_t at) const {
    constexpr size_t kLongestOffice = 5;  // cells
    if (cells_[at].kind != kWordCell || !c_.vocabulary->offices.contains(c_.text(cells_[at]))) return {};
    for (size_t first = at; first-- > 0 && at - first <= kLongestOffice;) {
      const EventCell& cell = cells_[first];
      if (cell.Is(WordRole::kArticle) || (cell.subject != kAbsent && (cell.possessive || cell.adjective))) {
        if (first + 1 == at) return {};
        return c_.sources->reading->TextOf(cells_[first + 1].first, cells_[at].last());
      }
      const bool word = cell.kind == kWordCell || cell.kind == kVerbCell;  // "mines" may be a verb
      const bool plain = word && !cell.capital && cell.subject == kAbsent;
      if (!plain || cell.Is(WordRole::kNounPreposition) || cell.Is(WordRole::kReport)) return {};
    }
    return {};
  }

  // A body of state by the words of the text ("the agriculture ministry"); short forms by the vocabulary's name.
  std::string FormOf(size_t at) const {
    const EventCell& cell = cells_[at];
    const bool known = static_cast<size_t>(cell.subject) < c_.vocabulary->subjects.size();
    if (!known || c_.names->KindOf(cell.subject) != SubjectKind::kAgency) return {};
    std::string_view text = c_.text(cell);
    const bool small = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!small || text.find(' ') == std::string_view::npos) return {};
    if (cell.count > 1 && BeginsWithArticle(text)) text.remove_prefix(text.find(' ') + 1);
    return std::string(text);
  }

  static bool BeginsWithArticle(std::string_view text) { return text.starts_with("the ") || text.starts_with("The "); }

  // "three traders said"
  Speaker Counted(const EventCell& cell) const {
    const Reading& reading = *c_.sources->reading;
    std::vector<Lexicon::Match> matches;
    for (uint32_t at = cell.first + 1; at < cell.last(); ++at) {
      c_.sources->lexicon->AllAt(reading.words, at, matches);
      for (const Lexicon::Match& match : matches) {
        if (at + match.tokens != cell.last()) continue;
        for (const Sense& sense : c_.sources->lexicon->SensesOf(match.phrase)) {
          if ((c_.vocabulary->RoleOf(sense.tag) & BitOf(WordRole::kSourceNoun)) != 0)
            return {kAbsent, std::string(reading.TextOf(at, cell.last()))};
        }
      }
      matches.clear();
    }
    return {};
  }

  bool IsCountry(int entity) const {
    const SubjectKind kind = c_.names->KindOf(entity);
    return kind == SubjectKind::kCountry || kind == SubjectKind::kRegion;
  }

  // "the embassy", "the sources": the last speaker or body of such a name, else whoever spoke last.
  Speaker Described(std::string_view description) const {
    const DocumentFocus& focus = *c_.focus;
    std::string noun(description.substr(description.rfind(' ') + 1));
    for (char& c : noun) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (size_t i = focus.speakers.size(); i-- > 0;) {
      if (HoldsWord(focus.speakers[i], noun)) return {kAbsent, focus.speakers[i]};
    }
    if (focus.body != kAbsent && HoldsWord(c_.names->NameOf(focus.body), noun)) return {focus.body, {}};
    if (const int body = BodyOfRegion(noun); body != kAbsent) return {body, {}};
    if (!focus.speakers.empty()) return {kAbsent, focus.speakers.back()};
    if (focus.body != kAbsent) return {focus.body, {}};
    return {focus.person, {}};
  }

  // "the Commission": the one body of that noun that the vocabulary knows of the region or country spoken of. Longer
  // names ("Dairy Commission") need to be told.
  int BodyOfRegion(std::string_view noun) const {
    const DocumentFocus& focus = *c_.focus;
    int found = kAbsent;
    for (size_t i = 0; i < c_.vocabulary->subjects.size(); ++i) {
      const SubjectEntry& subject = c_.vocabulary->subjects[i];
      const bool ours = subject.of != kAbsent && (subject.of == focus.region || subject.of == focus.country);
      const bool brief = std::count(subject.name.begin(), subject.name.end(), ' ') < 2;
      if (!ours || !brief || subject.kind != SubjectKind::kAgency || !HoldsWord(subject.name, noun)) continue;
      if (found != kAbsent) return kAbsent;
      found = static_cast<int>(i);
    }
    return found;
  }

  // The subject of the report verb: "the Agriculture Department said", "Siaahan, its director, told".
  Speaker InFront(size_t verb) const {
    for (size_t at = verb, steps = 0; at-- > 0 && steps < kReachOfSpeaker; ++steps) {
      const bool pronoun = steps == 0 && c_.vocabulary->it.contains(c_.text(cells_[at]));
      if (pronoun && !c_.focus->speakers.empty()) return {kAbsent, c_.focus->speakers.back()};
      // "spent $5 million on its projects and forecasts a profit": who is somewhere in front.
      if (steps == 0 && cells_[at].Is(WordRole::kConjunction)) return {};
      if (steps == 0 && cells_[at].kind == kCommaCell) {
        if (auto found = BeforeApposition(at); !Empty(found)) return found;
      }
      // "APT in Rotterdam is quoted at": a place says nothing.
      const bool place = at > 0 && c_.vocabulary->within.contains(c_.text(cells_[at - 1]));
      if (auto found = At(at); !Empty(found) && !place) return found;
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
      if (cells_[at].kind == kCommaCell && steps > 0) return BeforeApposition(at);
    }
    return {};
  }

  // "Siaahan, its executive director, told": the name stands in front of the apposition that ends at that comma.
  Speaker BeforeApposition(size_t comma) const {
    for (size_t at = comma, steps = 0; at-- > 0 && steps < kLongestApposition; ++steps) {
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
      if (cells_[at].kind == kCommaCell) return at > 0 ? At(at - 1) : Speaker{};
    }
    return {};
  }

  Speaker Behind(size_t from, size_t reach) const {
    Speaker noun;
    for (size_t at = from + 1; at < cells_.size() && at <= from + reach; ++at) {
      // "said an analyst at the Example Institute"
      if (cells_[at].Is(WordRole::kPersonNoun)) reach = std::max(reach, at - from + 4);
      auto found = At(at);
      if (found.entity != kAbsent) return found;
      if (Empty(noun)) noun = found;
      if (cells_[at].kind == kFigureCell || cells_[at].kind == kBarrierCell) break;
    }
    return noun;
  }

  const SentenceContext& c_;
  const std::span<const EventCell> cells_;
};

}  // namespace

Speaker FindSpeaker(const SentenceContext& context) { return SpeakerFinder(context).Run(); }

}  // namespace tallywire::extract
