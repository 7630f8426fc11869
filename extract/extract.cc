#include "extract/extract.h"

#include <utility>

#include "extract/extract_trace.h"
#include "extract/files/rule_files.h"
#include "extract/rule_reading.h"
#include "extract/rule_set.h"
#include "model/time.h"

namespace tallywire::extract {

Extractor::Extractor(std::unique_ptr<const RuleSet> rules) : rules_(std::move(rules)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::Load(const std::filesystem::path& rules_dir) {
  auto files = ReadRuleFiles(rules_dir);
  if (!files) return tl::unexpected(files.error());
  // Those of the program were tried when it was built; a user's are read for the mistakes in them.
  for (RuleFile& file : *files) file.examples = file.own;
  auto rules = RuleSet::Load(*files);
  if (!rules) return tl::unexpected(rules.error());
  return Extractor(std::make_unique<const RuleSet>(std::move(*rules)));
}

const std::string& Extractor::rules_version() const { return rules_->version; }

Extraction Extractor::Extract(const Document& document) const { return ReadDocument(*rules_, document, nullptr); }

Extraction Extractor::Extract(const Document& document, ExtractTrace& trace) const {
  return ReadDocument(*rules_, document, &trace);
}

}  // namespace tallywire::extract
