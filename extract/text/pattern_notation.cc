#include "extract/text/pattern_notation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <utility>

#include "extract/files/near_name.h"
#include "extract/text/token.h"

namespace tallywire::extract {
namespace {

constexpr const char* kNotation = "See docs/rules.md for the notation of patterns";
constexpr std::string_view kQuantifiers = "?*+";

// Splits the notation at white space, with parentheses as pieces of their own (a quantifier stays at the closing one).
std::vector<std::string_view> Pieces(std::string_view notation) {
  std::vector<std::string_view> pieces;
  size_t first = 0;  // of the piece
  const auto flush = [&](size_t end, size_t next) {
    if (end > first) pieces.push_back(notation.substr(first, end - first));
    first = next;
  };
  for (size_t i = 0; i < notation.size(); ++i) {
    const char c = notation[i];
    if (c == '\\') {
      ++i;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      flush(i, i + 1);
    } else if (c == '(') {
      flush(i, i);
      flush(i + 1, i + 1);
    } else if (c == ')') {
      flush(i, i);
      if (i + 1 < notation.size() && kQuantifiers.find(notation[i + 1]) != std::string_view::npos) ++i;
      flush(i + 1, i + 1);
    }
  }
  flush(notation.size(), notation.size());
  return pieces;
}

std::vector<std::string_view> SplitAt(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

// Turns the notation of one pattern into RE2 syntax.
class Translator {
 public:
  Translator(std::string_view where, TagNames& known, Lexicon& lexicon)
      : where_(where), known_(known), lexicon_(lexicon) {}

  Result<CompiledPattern> Run(std::string_view notation) {
    const auto pieces = Pieces(notation);
    for (size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i] == "(") {
        const bool named = i + 1 < pieces.size() && pieces[i + 1].size() > 1 && pieces[i + 1].back() == ':';
        Open(named ? pieces[++i] : "");
      } else if (auto status = Piece(pieces[i]); !status) {
        return tl::unexpected(status.error());
      }
    }
    if (depth_ != 0) return Mistake("a parenthesis is not closed");
    if (out_.regex.empty()) return Mistake("the pattern is empty");
    if (known_.size() > std::numeric_limits<Tag>::max()) return Mistake("there are too many tags and words");
    out_.alphabet.Finish();
    out_.shape = steps_.Finish();
    out_.shape.at_beginning = begins_;
    // The text's end lies where it lies.
    if (ends_) out_.shape.most_cells = kUnbounded;
    return std::move(out_);
  }

 private:
  tl::unexpected<Error> Mistake(std::string what) const {
    return Fail(ErrorCode::kUsage, where_, std::move(what), kNotation);
  }

  void Open(std::string_view name) {
    ++depth_;
    empty_row_ = true;
    steps_.Open();
    if (name.empty()) {
      out_.regex += "(?:";
    } else {
      out_.regex += '(';
      out_.captures.emplace_back(name.substr(0, name.size() - 1));
    }
  }

  Status Piece(std::string_view piece) {
    const bool ends_row = piece.front() == ')' || piece == "|";
    if (ends_row && empty_row_) return Mistake(fmt::format("nothing stands in front of '{}'", piece.front()));
    empty_row_ = piece == "|";
    if (piece == "|" && depth_ == 0) return Mistake("alternatives need parentheses around them: (a | b)");
    if (piece.front() == ')') {
      if (--depth_ < 0) return Mistake("a parenthesis is closed that was not opened");
      out_.regex += piece;
      steps_.Close(piece.size() > 1 ? piece[1] : '\0');
      return {};
    }
    if (at_end_ && piece != "|") return Mistake("nothing can stand behind $, the end of the sentence");
    at_end_ = piece == "$";
    ends_ = ends_ || at_end_;
    if (piece == "^" && !AtBeginning()) return Mistake("nothing can stand before ^, the beginning of the sentence");
    begins_ = begins_ || (piece == "^" && depth_ == 0);
    if (piece == "|" || piece == "^" || piece == "$") {
      if (piece == "|") steps_.Alternative();
      out_.regex += piece;
      return {};
    }
    if (piece.front() == '~') return Gap(piece.substr(1));
    return Element(piece);
  }

  bool AtBeginning() const {
    return out_.regex.find_first_not_of("(?:") == std::string::npos || out_.regex.back() == '|';
  }

  Status Gap(std::string_view count) {
    int most = 6;
    if (!count.empty()) {
      if (count.size() > 2 || count.find_first_not_of("0123456789") != std::string_view::npos) {
        return Mistake(fmt::format("'~{}' is no gap; write ~ or ~3", count));
      }
      most = std::stoi(std::string(count));
      if (most == 0) return Mistake("a gap of no cells says nothing");
    }
    steps_.Gap(static_cast<uint32_t>(most));
    out_.regex += fmt::format("(?:{}{}){{0,{}}}?", PatternAlphabet::kGapLead, PatternAlphabet::kLetters, most);
    return {};
  }

  Status Element(std::string_view piece) {
    std::string_view rest = piece;
    const bool glued = rest.size() > 1 && rest.front() == '_';
    if (glued) rest.remove_prefix(1);
    std::string_view quantifier;
    if (rest.size() > 1 && EndsInQuantifier(rest)) {
      quantifier = rest.substr(rest.size() - 1);
      rest.remove_suffix(1);
    }
    if (auto status = CheckForm(rest); !status) return status;
    tags_.clear();
    most_cells_ = 1;
    if (!quantifier.empty()) out_.regex += "(?:";
    if (auto status = Cells(rest, glued); !status) return status;
    if (!quantifier.empty()) out_.regex.append(")").append(quantifier);
    steps_.Cell(tags_, most_cells_, quantifier.empty() ? '\0' : quantifier.front());
    return {};
  }

  static bool EndsInQuantifier(std::string_view element) {
    const bool escaped = element.size() == 2 && element.front() == '\\';
    return !escaped && kQuantifiers.find(element.back()) != std::string_view::npos;
  }

  // What would be taken for words that no text has.
  Status CheckForm(std::string_view element) const {
    if (EndsInQuantifier(element))
      return Mistake(
          fmt::format("'{}' stands behind no element; \\{} is the mark itself", element.back(), element.back()));
    if (element == "_") return Mistake("_ stands in front of nothing");
    if (element.size() == 1) return {};
    for (const std::string_view ends : {"{}", "<>"}) {
      const bool opens = element.front() == ends[0];
      const bool closes = element.back() == ends[1];
      if (opens != closes)
        return Mistake(fmt::format("'{}' lacks its '{}'; no blanks may stand inside", element, ends[opens ? 1 : 0]));
      if (opens) element = element.substr(1, element.size() - 2);
    }
    for (size_t i = 0; i < element.size(); ++i) {
      const bool escapes = element[i] == '\\' && i + 1 < element.size();
      const bool mark = escapes && std::ispunct(static_cast<unsigned char>(element[i + 1])) != 0;
      if (mark) {
        ++i;
      } else if (escapes || std::string_view("{}<>[]^*+?").find(element[i]) != std::string_view::npos) {
        return Mistake(fmt::format("'{}' is no word: patterns know no '{}' inside one", element,
                                   element.substr(i, escapes ? 2 : 1)));
      }
    }
    return {};
  }

  // Writes the cells that an element without its quantifier stands for, and notes their tags.
  Status Cells(std::string_view element, bool glued) {
    if (element == ".") {
      out_.regex.append(LeadOf(glued)).append(PatternAlphabet::kLetters);
      return {};
    }
    const bool capture = element.front() == '{' && element.back() == '}';
    const bool plain = element.front() == '<' && element.back() == '>' && element.size() > 2;
    if (!capture && !plain) return Words(element, glued);
    std::string_view inner = element.substr(1, element.size() - 2);
    std::string_view name = inner;
    if (const size_t colon = inner.find(':'); capture && colon != std::string_view::npos) {
      name = inner.substr(0, colon);
      inner = inner.substr(colon + 1);
    }
    for (const auto tag : SplitAt(inner, '|')) {
      if (!known_.Has(tag)) return Mistake(fmt::format("there is no tag '{}'{}", tag, Suggestion(tag, TagsKnown())));
      tags_.push_back(known_.Add(tag));
    }
    if (!capture) return CellWith(tags_, glued);
    out_.captures.emplace_back(name);
    out_.regex += '(';
    auto status = CellWith(tags_, glued);
    out_.regex += ')';
    return status;
  }

  std::vector<std::string> TagsKnown() const {
    std::vector<std::string> names;
    for (size_t tag = 0; tag < known_.size(); ++tag) {
      const std::string_view name = known_.NameOf(static_cast<Tag>(tag));
      if (!name.starts_with('=')) names.emplace_back(name);
    }
    return names;
  }

  // A word, or words with a bar between them; a word may be several tokens ("year-on-year").
  Status Words(std::string_view element, bool glued) {
    const bool bar = element != "\\|";
    const size_t begin = out_.regex.size();
    size_t alternatives = 0;
    const auto next_alternative = [&] { out_.regex += alternatives++ > 0 ? "|" : ""; };
    std::vector<Tag> single;  // of the words of one token, which are one alternative
    for (const auto word : bar ? SplitAt(element, '|') : std::vector<std::string_view>{element}) {
      const std::string_view bare = !word.empty() && word.front() == '\\' ? word.substr(1) : word;
      const auto tokens = Tokenize(bare);
      if (tokens.empty()) return Mistake(fmt::format("'{}' holds an empty word", element));
      most_cells_ = std::max(most_cells_, static_cast<uint32_t>(tokens.size()));
      tags_.push_back(WordTag(TextOf(tokens[0], bare)));
      if (tokens.size() == 1) {
        single.push_back(tags_.back());
        continue;
      }
      next_alternative();
      for (size_t i = 0; i < tokens.size(); ++i) {
        const Tag tag = i == 0 ? tags_.back() : WordTag(TextOf(tokens[i], bare));
        const bool its_glued = i == 0 ? glued : !tokens[i].space_before;
        if (auto status = CellWith(std::span(&tag, 1), its_glued); !status) return status;
      }
    }
    if (!single.empty()) {
      next_alternative();
      if (auto status = CellWith(single, glued); !status) return status;
    }
    if (alternatives > 1) out_.regex.insert(begin, "(?:").append(")");
    return {};
  }

  static std::string_view LeadOf(bool glued) { return glued ? PatternAlphabet::kGluedLead : PatternAlphabet::kAnyLead; }

  // Writes a cell that carries one of the tags.
  Status CellWith(std::span<const Tag> tags, bool glued) {
    const auto letter = out_.alphabet.LetterOf(tags);
    if (!letter)
      return Mistake(fmt::format("it asks for more than {} different things", PatternAlphabet::kMostLetters));
    out_.regex.append(LeadOf(glued)).append(PatternAlphabet::kLetters).append(1, *letter);
    out_.regex.append(PatternAlphabet::kLetters);
    return {};
  }

  Tag WordTag(std::string_view word) {
    FoldCase(word, folded_);
    const size_t known = known_.size();
    const Tag tag = known_.Add(folded_.insert(0, "="));
    // "==" is the mark itself: behind one of them a phrase stands in its exact spelling.
    if (tag == known) lexicon_.Add(folded_ == "==" ? folded_ : folded_.substr(1), tag, 0);
    return tag;
  }

  const std::string where_;
  TagNames& known_;
  Lexicon& lexicon_;
  CompiledPattern out_;
  StepCollector steps_;
  std::vector<Tag> tags_;  // of the element being read: its first cell carries one of them
  std::string folded_;     // of the word being read
  uint32_t most_cells_ = 1;
  int depth_ = 0;
  bool empty_row_ = false;  // behind "(" or "|"
  bool at_end_ = false;     // behind a "$"
  bool ends_ = false;       // somewhere there is one
  bool begins_ = false;     // a "^" stands outside all groups
};

}  // namespace

std::vector<std::string> PatternElements(std::string_view notation) {
  std::vector<std::string> elements;
  int depth = 0;
  for (const std::string_view piece : Pieces(notation)) {
    const bool closes = piece.front() == ')';
    if (depth > 0 || closes) {
      elements.back().append(" ").append(piece);
    } else {
      elements.emplace_back(piece);
    }
    depth += piece == "(" ? 1 : closes ? -1 : 0;
  }
  return elements;
}

Result<CompiledPattern> CompilePattern(std::string_view notation, std::string_view where, TagNames& known,
                                       Lexicon& lexicon) {
  return Translator(where, known, lexicon).Run(notation);
}

}  // namespace tallywire::extract
