#include "extract/extract.h"

#include <optional>
#include <utility>
#include <vector>

#include "extract/arbitration.h"
#include "extract/date_finder.h"
#include "extract/event_finder.h"
#include "extract/figure_finder.h"
#include "extract/lexicon.h"
#include "extract/reading.h"
#include "extract/rule_files.h"
#include "extract/sentence.h"
#include "extract/unit_base.h"
#include "model/time.h"

namespace tallywire::extract {
namespace {

// A text with everything found in it but events.
struct Found {
  Reading reading;
  std::vector<FigureSpan> figures;
  std::vector<DateSpan> dates;

  ReadText View() const { return {&reading, figures, dates}; }
};

}  // namespace

struct Extractor::Impl {
  TagNames tags;
  Lexicon lexicon;
  std::optional<SentenceSplitter> sentences;
  std::optional<FigureFinder> figures;
  std::optional<DateFinder> dates;
  std::optional<EventFinder> events;

  // Loads one layer's rules into `layer`.
  template <class Layer>
  Status LoadLayer(const std::vector<RuleFile>& files, std::optional<Layer>& layer) {
    auto loaded = Layer::Load(files, tags, lexicon);
    if (!loaded) return tl::unexpected(loaded.error());
    layer.emplace(std::move(*loaded));
    return {};
  }

  Found Read(std::string_view text, std::optional<Day> reference, std::string_view language) const {
    Found found;
    found.reading.text = text;
    found.reading.tokens = Tokenize(text);
    lexicon.NumberWords(text, found.reading.tokens, found.reading.words);
    sentences->Split(lexicon, found.reading);
    found.dates = dates->Find(found.reading, lexicon, reference, language);
    found.figures = figures->Find(found.reading, lexicon, language);
    Arbitrate(found.figures, found.dates);
    return found;
  }
};

Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::Load(const std::filesystem::path& rules_dir) {
  auto files = ReadRuleFiles(rules_dir);
  if (!files) return tl::unexpected(files.error());
  auto impl = std::make_unique<Impl>();
  Status status = impl->LoadLayer(*files, impl->sentences);
  if (status) status = impl->LoadLayer(*files, impl->dates);
  if (status) status = impl->LoadLayer(*files, impl->figures);
  if (status) status = impl->LoadLayer(*files, impl->events);
  if (!status) return tl::unexpected(status.error());
  return Extractor(std::move(impl));
}

Extraction Extractor::Extract(const Document& document) const {
  const auto published = ParseIsoDay(document.published);
  Found body = impl_->Read(document.text, published, document.language);
  const Found title = impl_->Read(document.title, published, document.language);
  Extraction extraction;
  extraction.events = impl_->events->Find(body.View(), title.View(), impl_->lexicon, published, document.blocks);
  for (Event& event : extraction.events) SetBase(impl_->figures->units(), event);
  for (const FigureSpan& span : body.figures) extraction.figures.push_back(span.figure);
  impl_->dates->Join(body.reading, impl_->lexicon, published, document.language, body.dates);
  for (const DateSpan& span : body.dates) extraction.dates.push_back(span.date);
  return extraction;
}

}  // namespace tallywire::extract
