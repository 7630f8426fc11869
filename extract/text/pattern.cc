#include "extract/text/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>

#include "extract/text/pattern_notation.h"

namespace tallywire::extract {
namespace {

RE2::Options Quiet() {
  RE2::Options options(RE2::Latin1);  // letters are bytes
  options.set_log_errors(false);
  options.set_max_mem(256 << 20);  // more than the default 8 MiB, for long rules of a user's own
  return options;
}

}  // namespace

struct PatternSet::Impl {
  explicit Impl(GapClasses skipped) : gaps(skipped) {}

  struct Pattern {
    explicit Pattern(CompiledPattern compiled)
        : regex(std::move(compiled.regex)),
          alphabet(std::move(compiled.alphabet)),
          captures(std::move(compiled.captures)),
          most_cells(compiled.shape.most_cells) {}

    // Compiled when it is first needed: most patterns never are in a short run.
    const RE2& compiled() const {
      std::call_once(once, [this] { re2 = std::make_unique<RE2>(regex, Quiet()); });
      return *re2;
    }

    std::string regex;
    PatternAlphabet alphabet;
    std::vector<std::string> captures;
    uint32_t most_cells;  // of a match; kUnbounded also where the text's end matters
    mutable std::once_flag once;
    mutable std::unique_ptr<RE2> re2;
  };
  GapClasses gaps;
  std::deque<Pattern> patterns;
  PatternFilter filter;  // which patterns can match at all

  // The cell behind the match of a pattern that begins at cell `from`; `from` itself if there is none. Leaves in
  // `written` what Fill needs. Captures are not asked for: without them RE2 need not leave its automaton.
  size_t EndOfMatch(size_t number, const TaggedText& text, size_t from, WrittenCells& written) const {
    const Pattern& pattern = patterns[number];
    // What no match can reach need not be looked at.
    const bool bounded = pattern.most_cells < kUnbounded;
    const size_t end = bounded ? std::min(text.size(), from + pattern.most_cells) : text.size();
    written.Write(text, gaps, pattern.alphabet, from, end);
    const std::string& bytes = written.bytes();
    re2::StringPiece whole;
    if (!pattern.compiled().Match(bytes, written.begin(), bytes.size(), RE2::ANCHOR_START, &whole, 1)) return from;
    return written.CellAt(written.begin() + whole.size());
  }

  // The match that EndOfMatch has just found.
  void Fill(size_t number, CellRange whole, const WrittenCells& written, PatternMatch& match) const {
    const Pattern& pattern = patterns[number];
    match.pattern = number;
    match.whole = whole;
    match.capture.clear();
    if (pattern.captures.empty()) return;
    const std::string& bytes = written.bytes();
    thread_local std::vector<re2::StringPiece> parts;
    parts.assign(pattern.captures.size() + 1, {});
    pattern.compiled().Match(bytes, written.begin(), written.OffsetOf(whole.last), RE2::ANCHOR_BOTH, parts.data(),
                             static_cast<int>(parts.size()));
    for (size_t i = 1; i < parts.size(); ++i) {
      const re2::StringPiece& part = parts[i];
      if (part.data() == nullptr || part.empty()) {
        match.capture.emplace_back();
      } else {
        const auto begin = static_cast<size_t>(part.data() - bytes.data());
        match.capture.push_back({written.CellAt(begin), written.CellAt(begin + part.size())});
      }
    }
  }
};

PatternSet::PatternSet(std::string_view gap_classes) : impl_(std::make_unique<Impl>(GapClasses(gap_classes))) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

Result<size_t> PatternSet::Add(std::string_view notation, std::string_view where, TagNames& known, Lexicon& lexicon) {
  auto compiled = CompilePattern(notation, where, known, lexicon);
  if (!compiled) return tl::unexpected(compiled.error());
  if (compiled->shape.steps.empty()) {
    return Fail(ErrorCode::kUsage, std::string(where), "the pattern matches a text of no words",
                "Make one of its elements necessary: without ? or *");
  }
  impl_->filter.Add(compiled->shape);
  impl_->patterns.emplace_back(std::move(*compiled));
  return impl_->patterns.size() - 1;
}

void PatternSet::Finish() { impl_->filter.Finish(); }

const std::vector<std::string>& PatternSet::CaptureNames(size_t pattern) const {
  return impl_->patterns[pattern].captures;
}

void PatternSet::FindAll(const TaggedText& text, std::vector<PatternMatch>& out) const {
  thread_local std::vector<PatternFilter::Start> candidates;
  thread_local CellSets cells;
  thread_local WrittenCells written;
  cells.Read(text, impl_->gaps);
  impl_->filter.Candidates(cells, candidates);
  PatternMatch match;
  for (const auto& [number, start] : candidates) {
    for (size_t from = start; from < text.size(); from = impl_->filter.NextStart(number, cells, from)) {
      const size_t end = impl_->EndOfMatch(number, text, from, written);
      if (end == from) {
        ++from;
        continue;
      }
      impl_->Fill(number, {from, end}, written, match);
      out.push_back(match);
      from = end;
    }
  }
}

void PatternSet::FindStarts(const TaggedText& text, PatternFilter::Starts& starts) const {
  starts.cells.Read(text, impl_->gaps);
  impl_->filter.FindStarts(0, starts);
}

bool PatternSet::LongestAt(const TaggedText& text, PatternFilter::Starts& starts, size_t at, PatternMatch& out) const {
  thread_local std::vector<uint32_t> candidates;
  thread_local WrittenCells written;
  impl_->filter.CandidatesAt(at, starts, candidates);
  size_t end = at;
  uint32_t longest = 0;
  for (const uint32_t number : candidates) {
    const size_t its_end = impl_->EndOfMatch(number, text, at, written);
    if (its_end > end) {
      end = its_end;
      longest = number;
    }
  }
  if (end == at) return false;
  if (longest != candidates.back()) impl_->EndOfMatch(longest, text, at, written);
  impl_->Fill(longest, {at, end}, written, out);
  return true;
}

}  // namespace tallywire::extract
