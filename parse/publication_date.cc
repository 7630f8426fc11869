#include "parse/publication_date.h"

#include <re2/re2.h>
#include <algorithm>

#include "parse/month_names.h"
#include "parse/plain_text.h"
#include "parse/url_reference.h"
#include "parse/white_space.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr Day kFirstDayOfWebNews = std::chrono::sys_days(year(1995) / 1 / 1);
constexpr Day kLastDay = std::chrono::sys_days(year(2100) / 12 / 31);

class Chooser {
 public:
  Chooser(const PageIndex& index, std::string_view language, std::optional<Day> latest)
      : index_(index), document_(*index.document), latest_(latest.value_or(kLastDay)) {
    style_.language = language;
    style_.order = DayOrderOf(language, SplitUrl(index.url).host);
  }

  ChosenDates Choose() {
    ChosenDates dates;
    const auto found = FindPublished(dates.published_from);
    if (found) dates.published = found->iso;
    dates.modified = FindModified();
    return dates;
  }

 private:
  using Found = std::optional<WrittenDate>;

  bool IsPlausible(const WrittenDate& date) const { return date.day >= kFirstDayOfWebNews && date.day <= latest_; }

  Found Read(std::string_view value) const {
    Found date = ReadMachineDate(value, style_);
    return date && IsPlausible(*date) ? date : std::nullopt;
  }

  Found FindPublished(std::string& from) {
    struct Source {
      std::string_view name;
      Found (Chooser::*find)();
    };
    static constexpr Source kSources[] = {
        {"json-ld", &Chooser::FromJsonLd}, {"meta", &Chooser::FromMeta},       {"microdata", &Chooser::FromMicrodata},
        {"url", &Chooser::FromUrl},        {"time", &Chooser::FromTime},       {"text", &Chooser::FromHints},
        {"text", &Chooser::FromText},      {"json-ld", &Chooser::FromCreated}, {"meta", &Chooser::FromMetaModified}};
    for (const Source& source : kSources) {
      if (Found date = (this->*source.find)()) {
        from = source.name;
        return date;
      }
    }
    return std::nullopt;
  }

  Found FromJsonLd() { return Read(index_.json_ld.published); }
  Found FromCreated() {
    if (Found created = Read(index_.json_ld.created)) return created;
    return Read(index_.json_ld.modified);
  }

  Found FromMetas(const std::vector<std::string>& names) const {
    for (const std::string& name : names) {
      for (const MetaTag& meta : index_.metas) {
        if (meta.name != name) continue;
        if (Found date = Read(meta.content)) return date;
      }
    }
    return std::nullopt;
  }
  Found FromMeta() { return FromMetas(WordLists::Get().meta_published); }
  Found FromMetaModified() { return FromMetas(WordLists::Get().meta_modified); }

  Found ReadElement(NodeId id) const {
    for (const std::string_view attribute :
         {"datetime", "content", "title", "data-datetime", "data-date", "data-timestamp", "data-time"}) {
      if (Found date = Read(document_.Attr(id, attribute))) return date;
    }
    const std::string text = document_.Text(id);
    constexpr size_t kLongest = 200;
    return text.size() <= kLongest ? Read(text) : std::nullopt;
  }

  Found FromProp(std::string_view wanted) const {
    for (const NodeId id : index_.props) {
      const std::string_view prop = document_.Attr(id, "itemprop");
      if (prop.find(wanted) == std::string_view::npos || IsForeign(document_, id)) continue;
      if (Found date = ReadElement(id)) return date;
    }
    return std::nullopt;
  }
  Found FromMicrodata() { return FromProp("datePublished"); }

  Found FromUrl() {
    Found date = DateInUrl(index_.url);
    return date && IsPlausible(*date) ? date : std::nullopt;
  }

  Found FromTime() {
    Found first;
    for (const NodeId id : index_.times) {
      if (IsForeign(document_, id)) continue;
      const std::string_view names = document_.Attr(id, "class");
      const bool updated =
          names.find("updated") != std::string_view::npos && names.find("published") == std::string_view::npos;
      Found date = ReadElement(id);
      if (!date) continue;
      if (!updated) return date;
      if (!first) first = date;
    }
    return first;
  }

  Found FromHints() {
    static const RE2 kDateClass(
        [] {
          std::string pattern = "(?i)";
          for (const std::string& word : WordLists::Get().date_classes) {
            if (pattern.size() > 4) pattern += '|';
            pattern += RE2::QuoteMeta(word);
          }
          return pattern;
        }(),
        RE2::Quiet);
    constexpr size_t kLongest = 300;
    for (NodeId id = 0; id < document_.size(); ++id) {
      if (document_.IsText(id) || document_[id].attribute_count == 0) continue;
      const std::string_view names = document_.Attr(id, "class");
      if (!RE2::PartialMatch(names, kDateClass) && !RE2::PartialMatch(document_.Attr(id, "id"), kDateClass)) continue;
      if (IsForeign(document_, id)) continue;
      const std::string text = document_.Text(id);
      if (text.size() > kLongest) continue;
      if (Found date = Read(text)) return date;
    }
    return std::nullopt;
  }

  Found FromText() {
    constexpr size_t kMostText = size_t{300} << 10U;  // bytes
    constexpr size_t kMostDates = 500;
    std::vector<TextPiece> pieces;
    const NodeId from = index_.headline == kNoNode ? 0 : index_.headline;
    const std::string text = VisibleText(document_, from, static_cast<NodeId>(document_.size()), kMostText, &pieces);
    for (const WrittenDate& date : FindDates(text, style_, kMostDates)) {
      if (!IsPlausible(date)) continue;
      const auto piece = std::upper_bound(pieces.begin(), pieces.end(), date.start,
                                          [](size_t at, const TextPiece& p) { return at < p.start; });
      if (piece != pieces.begin() && IsForeign(document_, std::prev(piece)->node)) continue;
      return date;
    }
    return std::nullopt;
  }

  std::string FindModified() const {
    if (Found date = Read(index_.json_ld.modified)) return date->iso;
    if (Found date = FromMetas(WordLists::Get().meta_modified)) return date->iso;
    if (Found date = FromProp("dateModified")) return date->iso;
    return {};
  }

  const PageIndex& index_;
  const Document& document_;
  DateStyle style_;
  Day latest_;
};

}  // namespace

ChosenDates ChooseDates(const PageIndex& index, std::string_view language, std::optional<Day> latest) {
  return Chooser(index, language, latest).Choose();
}

std::optional<WrittenDate> DateInUrl(std::string_view url) {
  static const RE2 kCompact(R"((?:^|[^0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:[^0-9]|$))",
                            RE2::Quiet);
  const std::string_view path = SplitUrl(url).path;
  int y = 0;
  unsigned m = 0;
  unsigned d = 0;
  const re2::StringPiece input(path.data(), path.size());
  static const RE2 kSeparated(
      R"((?:^|[^0-9])((?:19|20)[0-9]{2})[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12][0-9]|3[01])(?:[^0-9]|$))",
      RE2::Quiet);
  if (!RE2::PartialMatch(input, kSeparated, &y, &m, &d) && !RE2::PartialMatch(input, kCompact, &y, &m, &d))
    return std::nullopt;
  const auto date = std::chrono::year_month_day(year(y), month(m), day(d));
  if (!date.ok()) return std::nullopt;
  WrittenDate found;
  found.day = std::chrono::sys_days(date);
  found.iso = ToIsoDate(found.day);
  return found;
}

DayOrder DayOrderOf(std::string_view language, std::string_view host) {
  const WordLists& lists = WordLists::Get();
  const auto has = [](const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  const std::string_view primary = language.substr(0, language.find('-'));
  const std::string_view region =
      language.size() > primary.size() ? language.substr(language.rfind('-') + 1) : std::string_view();
  const bool generic = has(lists.month_first_top_levels, host.substr(host.rfind('.') + 1));
  if (!primary.empty() && primary != "en" && primary != "fil") return DayOrder::kDayFirst;
  if (region.size() == 2 && !has(lists.month_first_regions, region)) return DayOrder::kDayFirst;
  return generic || host.empty() ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

}  // namespace tallywire::parse
