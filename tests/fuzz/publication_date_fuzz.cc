// Texts and pages of any content: dates lie inside the text, are real days, and what is read back from their ISO form
// is the same day; the metadata of the same bytes as a page are found without a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parse/date_text.h"
#include "parse/dom.h"
#include "parse/metadata.h"

using namespace tallywire;
using namespace tallywire::parse;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  size_t behind = 0;
  for (const WrittenDate& date : FindDates(text, {DayOrder::kDayFirst, "en"}, 1000)) {
    if (date.start < behind || date.end <= date.start || date.end > text.size()) std::abort();
    behind = date.start + 1;
    if (ParseIsoDay(date.iso) != date.day) std::abort();
  }
  if (const auto date = ReadMachineDate(text, {DayOrder::kMonthFirst, ""})) {
    if (ParseIsoDay(date->iso) != date->day) std::abort();
  }
  if (const auto page = ParseHtml(text)) {
    Article article;
    ReadMetadata(*page, {text, "https://news.example/2019/11/a", "text/html"}, {}, article);
    if (!article.published.empty() && !ParseIsoDay(article.published)) std::abort();
  }
  return 0;
}
