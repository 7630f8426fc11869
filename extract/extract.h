// From text to figures, dates and events: the one entry of this stage.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "model/article.h"
#include "model/event.h"
#include "model/result.h"

namespace tallywire::extract {

struct ExtractTrace;
struct RuleSet;

// What there is to read. Views must outlive the call.
struct Document {
  std::string_view text;          // UTF-8; blank lines separate paragraphs
  std::string_view title;         // a line of `text` that equals it counts as the title
  std::string_view published;     // ISO 8601; the reference time of relative dates; may be empty
  std::string_view url;           // may be empty
  std::string_view language;      // BCP 47; empty means English
  std::span<const Block> blocks;  // headings, table rows and so on of `text`; may be empty
};

// The rules, compiled once and then immutable: one Extractor may serve any number of threads.
class Extractor {
 public:
  // The built-in rules, with the files of `rules_dir` added or overriding where it is not empty.
  // kUsage with file, line and column where a rule is broken.
  static Result<Extractor> Load(const std::filesystem::path& rules_dir = {});

  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  Extraction Extract(const Document& document) const;
  // The same, noting how it came about. The document's texts must outlive the trace.
  Extraction Extract(const Document& document, ExtractTrace& trace) const;

  const RuleSet& rules() const { return *rules_; }
  // Names the rules in force; texts read under the same name need not be read again.
  const std::string& rules_version() const;

 private:
  explicit Extractor(std::unique_ptr<const RuleSet> rules);
  std::unique_ptr<const RuleSet> rules_;
};

}  // namespace tallywire::extract
