#include "parse/publication_date.h"

#include <re2/re2.h>
#include <algorithm>
#include <charconv>
#include <span>
#include <utility>
#include <vector>

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
// From here on a visible date is surely the article's: it stands beside the headline on a line of its own.
constexpr double kSureScore = 5;

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
  Chooser(const PageIndex& index, std::string_view html, std::string_view language, std::optional<Day> latest)
      : index_(index), document_(*index.document), html_(html), latest_(latest.value_or(kLastDay)) {
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
    Found stated = FindStated(from);
    if (stated) return Reconciled(*stated, from);
    if (Found date = FromVisible(from)) return date;
    return FindLast(from);
  }

  struct Source {
    std::string_view name;
    Found (Chooser::*find)();
  };

  Found Ask(std::span<const Source> sources, std::string& from) {
    for (const Source& source : sources) {
      if (Found date = (this->*source.find)()) {
        from = source.name;
        return date;
      }
    }
    return std::nullopt;
  }

  Found FindStated(std::string& from) {
    static constexpr Source kSources[] = {{"json-ld", &Chooser::FromJsonLd},
                                          {"meta", &Chooser::FromMeta},
                                          {"microdata", &Chooser::FromMicrodata},
                                          {"url", &Chooser::FromUrl}};
    return Ask(kSources, from);
  }

  Found FindLast(std::string& from) {
    static constexpr Source kSources[] = {{"json-ld", &Chooser::FromCreated},
                                          {"script", &Chooser::FromScript},
                                          {"meta", &Chooser::FromAnyMeta},
                                          {"meta", &Chooser::FromMetaModified},
                                          {"url", &Chooser::FromImageUrl}};
    return Ask(kSources, from);
  }

  // What hidden data state, held against what the reader sees. Data often carry UTC, the day of an import, or the first
  // version of a text that was since rewritten; where the page shows a date beside its headline and not the stated one,
  // the shown one is the text's.
  Found Reconciled(const WrittenDate& stated, std::string& from) {
    if (from == "url") return stated;
    if (Found in_url = FromUrl()) {
      const auto late = (stated.day - in_url->day).count();
      if (late > 1 || (late == 1 && stated.iso.ends_with('Z'))) {
        from = "url";
        return in_url;
      }
      return stated;  // two witnesses
    }
    const std::vector<VisibleDate> dates = FindVisibleDates(index_, style_, latest_, true);
    const VisibleDate* best = nullptr;
    bool called_update = false;  // the page shows the stated date, but as that of an update
    for (const VisibleDate& date : dates) {
      if (!date.near_headline) continue;
      if (date.date.day == stated.day || IsSwapped(date.date, stated)) {
        if (date.label != DateLabel::kModified) return stated;
        called_update = true;
        continue;
      }
      if (best == nullptr || date.score > best->score) best = &date;
    }
    if (best == nullptr || best->score < kSureScore || ContradictsUrlMonth(best->date)) return stated;
    if (called_update && best->label != DateLabel::kPublished) return stated;
    // The last change is shown: the first date stands where the page's head repeats it for others (WordPress and its
    // like keep both in order), and not where JSON-LD alone still has the day of a first version.
    const Found in_meta = FromMeta();
    if (ReadModifiedDay() == best->date.day && in_meta && in_meta->day == stated.day) return stated;
    from = best->machine ? "time" : "text";
    return best->date;
  }

  // 9/10/2024 for 10/9/2024: the order was guessed wrong.
  static bool IsSwapped(const WrittenDate& guessed, const WrittenDate& stated) {
    const std::chrono::year_month_day a(guessed.day);
    const std::chrono::year_month_day b(stated.day);
    return guessed.guessed && a.year() == b.year() &&
           static_cast<unsigned>(a.month()) == static_cast<unsigned>(b.day()) &&
           static_cast<unsigned>(a.day()) == static_cast<unsigned>(b.month());
  }

  bool ContradictsUrlMonth(const WrittenDate& date) const {
    const auto in_url = MonthInUrl(index_.url);
    const std::chrono::year_month_day ymd(date.day);
    return in_url &&
           (static_cast<int>(ymd.year()) != in_url->first || static_cast<unsigned>(ymd.month()) != in_url->second);
  }

  std::optional<Day> ReadModifiedDay() const { return ParseIsoDay(FindModified()); }

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
    constexpr size_t kLongest = 200;  // bytes
    return IsShort(document_, id, kLongest) ? Read(document_.Text(id)) : std::nullopt;
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

  // Fields of state that scripts carry: "publishedAt":"2019-11-12T05:53:00Z", with or without escaped quotation marks.
  Found FromScript() {
    static const RE2 kField(
        R"re((?i)\\*(?:"|&quot;)(?:date_?published|published_?(?:at|date|time|on)?|publish_?(?:date|time|ed_at)|publication_?date|first_?published(?:_?(?:at|date))?|post_?date|display_?date|pubdate|created_?at|date_?created)\\*(?:"|&quot;)\s*:\s*\\*(?:"|&quot;)([^"&\\]{8,40}))re",
        RE2::Quiet);
    re2::StringPiece rest(html_.data(), html_.size());
    std::string value;
    for (int n = 0; n < 20 && RE2::FindAndConsume(&rest, kField, &value); ++n) {
      if (Found date = Read(value)) return date;
    }
    return std::nullopt;
  }

  // Names of meta elements that nobody listed: "w-published-date", "photo:uploaded".
  Found FromAnyMeta() {
    static const RE2 kName("(?i)publi|pub-?date|date|creat|upload|issued", RE2::Quiet);
    static const RE2 kOther("(?i)modif|updat|expir|valid|birth|copyright|rating|start|end|deadline|revis", RE2::Quiet);
    for (const MetaTag& meta : index_.metas) {
      if (!RE2::PartialMatch(meta.name, kName) || RE2::PartialMatch(meta.name, kOther)) continue;
      if (Found date = Read(meta.content)) return date;
    }
    return std::nullopt;
  }

  // "/uploads/2016/05/04/picture.png": pictures are uploaded with the text.
  Found FromImageUrl() {
    for (const std::string& name : WordLists::Get().meta_image) {
      for (const std::string_view url : index_.All(name)) {
        Found date = DateInUrl(url);
        if (date && IsPlausible(*date)) return date;
      }
    }
    return std::nullopt;
  }

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
    // "03/10/2023" and "3 October 2023" on one page: the words settle the order of the numbers.
    const auto clear = std::find_if(dates.begin(), dates.end(), [&](const VisibleDate& date) {
      return !date.date.guessed && IsSwapped(best->date, date.date);
    });
    if (clear != dates.end()) best = &*clear;
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
  std::string_view html_;
  DateStyle style_;
  Day latest_;
};

}  // namespace

ChosenDates ChooseDates(const PageIndex& index, std::string_view html, std::string_view language,
                        std::optional<Day> latest) {
  return Chooser(index, html, language, latest).Choose();
}

std::optional<WrittenDate> DateInUrl(std::string_view url) {
  static const RE2 kCompact(R"((?:^|[^0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:[^0-9]|$))",
                            RE2::Quiet);
  const std::string_view path = SplitUrl(url).path;
  int y = 0;
  unsigned m = 0;
  unsigned d = 0;
  const re2::StringPiece input(path.data(), path.size());
  // "/2023/10/3-questions" is a month and a headline: a day of one digit must end its segment.
  static const RE2 kSeparated(
      R"((?:^|[^0-9])((?:19|20)[0-9]{2})[/_.-](0?[1-9]|1[0-2])[/_.-](?:([12][0-9]|3[01]|0[1-9])(?:[^0-9]|$)|([1-9])(?:/|$)))",
      RE2::Quiet);
  re2::StringPiece long_day;
  re2::StringPiece short_day;
  if (RE2::PartialMatch(input, kSeparated, &y, &m, &long_day, &short_day)) {
    const re2::StringPiece digits = long_day.empty() ? short_day : long_day;
    std::from_chars(digits.data(), digits.data() + digits.size(), d);
  } else if (!RE2::PartialMatch(input, kCompact, &y, &m, &d)) {
    return std::nullopt;
  }
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
