#include "parse/publication_date.h"

#include <re2/re2.h>
#include <algorithm>

#include "parse/month_names.h"
#include "parse/plain_text.h"
#include "parse/url_reference.h"
#include "parse/visible_dates.h"
#include "parse/white_space.h"
#include "parse/word_lists.h"

namespace tallywire::parse {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr Day kFirstDayOfWebNews = std::chrono::sys_days(year(1995) / 1 / 1);
constexpr Day kLastDay = std::chrono::sys_days(year(2100) / 12 / 31);

// Points for and against a visible date in the month, or not in the month, of an address like /2019/11/headline.
constexpr double kSameMonthAsUrl = 2;

std::optional<std::pair<int, unsigned>> MonthInUrl(std::string_view url) {
  static const RE2 kMonth(R"(/((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])/)", RE2::Quiet);
  const std::string_view path = SplitUrl(url).path;
  std::pair<int, unsigned> found;
  if (!RE2::PartialMatch(re2::StringPiece(path.data(), path.size()), kMonth, &found.first, &found.second))
    return std::nullopt;
  return found;
}

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
    static constexpr Source kStated[] = {{"json-ld", &Chooser::FromJsonLd},
                                         {"meta", &Chooser::FromMeta},
                                         {"microdata", &Chooser::FromMicrodata},
                                         {"url", &Chooser::FromUrl}};
    static constexpr Source kLast[] = {{"json-ld", &Chooser::FromCreated}, {"meta", &Chooser::FromMetaModified}};
    const auto ask = [&](const auto& sources) -> Found {
      for (const Source& source : sources) {
        if (Found date = (this->*source.find)()) {
          from = source.name;
          return date;
        }
      }
      return std::nullopt;
    };
    if (Found date = ask(kStated)) return date;
    if (Found date = FromVisible(from)) return date;
    return ask(kLast);
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
      if (prop.find(wanted) == std::string_view::npos || IsForeign(document_, id, index_.headline)) continue;
      if (Found date = ReadElement(id)) return date;
    }
    return std::nullopt;
  }
  Found FromMicrodata() { return FromProp("datePublished"); }

  Found FromUrl() {
    Found date = DateInUrl(index_.url);
    return date && IsPlausible(*date) ? date : std::nullopt;
  }

  // The best of the dates that the page shows. Its name tells <time> from other text.
  Found FromVisible(std::string& from) {
    const VisibleDate* best = nullptr;
    const std::vector<VisibleDate> dates = FindVisibleDates(index_, style_, latest_, false);
    const std::optional<std::pair<int, unsigned>> url_month = MonthInUrl(index_.url);
    double best_score = 0;
    for (const VisibleDate& date : dates) {
      double score = date.score;
      if (url_month) {
        const std::chrono::year_month_day ymd(date.date.day);
        const bool same =
            static_cast<int>(ymd.year()) == url_month->first && static_cast<unsigned>(ymd.month()) == url_month->second;
        score += same ? kSameMonthAsUrl : -kSameMonthAsUrl;
      }
      if (best != nullptr && score <= best_score) continue;
      best = &date;
      best_score = score;
    }
    if (best == nullptr) return std::nullopt;
    from = best->machine ? "time" : "text";
    return best->date;
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
