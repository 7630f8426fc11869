// `tallywire query`: events, or facts, that match the filters.
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/duration.h"
#include "cli/event_table.h"
#include "cli/json_output.h"
#include "cli/logging.h"
#include "cli/run_report.h"
#include "cli/terminal.h"
#include "cli/workspace.h"
#include "extract/events/aliases.h"
#include "extract/figures/unit_base.h"
#include "store/query.h"

namespace tallywire::cli {
namespace {

// A date stands for its whole day; times and spans back from now are points in time.
Result<std::optional<store::TimeBound>> BoundFrom(const std::string& text, const char* option, Timestamp now) {
  if (text.empty()) return std::nullopt;
  constexpr size_t kDateLength = 10;
  if (text.size() <= kDateLength) {
    if (const auto day = ParseIsoDay(text)) return store::TimeBound(*day);
  }
  if (const auto time = ParseTime(text, now)) return store::TimeBound(*time);
  return Fail(ErrorCode::kUsage, option, "\"" + text + "\" is no time",
              "Give an ISO 8601 date or date-time, or a span back from now such as 7d or 12h");
}

// Bounds are meant in the units asked for, and hold for every unit that converts to them.
Status AddBase(store::EventFilter& filter, const Environment& environment) {
  if (filter.unit.empty() || (!filter.min && !filter.max)) return {};
  const auto units = extract::BaseUnits::Load(environment.global.rules);
  if (!units) return tl::unexpected(units.error());
  for (const std::string& unit : filter.unit) filter.base.push_back(units->Of(unit));
  return {};
}

// Events carry preferred names: "United States" asks for "U.S." as well, and "steel" for its kinds.
Status AddAliases(store::EventFilter& filter, const Environment& environment) {
  if (filter.subject.empty() && filter.item.empty()) return {};
  const auto aliases = extract::Aliases::Load(environment.global.rules);
  if (!aliases) return tl::unexpected(aliases.error());
  const auto add = [](std::vector<std::string>& names, const auto& meant) {
    for (size_t i = 0, given = names.size(); i < given; ++i) {
      const std::string asked = names[i];
      for (std::string& name : meant(asked)) {
        if (name != asked) names.push_back(std::move(name));
      }
    }
  };
  add(filter.subject, [&](const std::string& name) { return std::vector{aliases->Subject(name)}; });
  add(filter.item, [&](const std::string& name) { return aliases->Items(name); });
  return {};
}

Result<store::EventFilter> FilterFrom(const QueryOptions& options, Timestamp now) {
  store::EventFilter filter;
  filter.measure = options.measure;
  filter.item = options.item;
  filter.subject = options.subject;
  filter.kind = options.kind;
  filter.unit = options.unit;
  filter.site = options.site;
  filter.min = options.min;
  filter.max = options.max;
  filter.period = options.period;
  filter.text = options.text;
  filter.limit = options.limit;
  auto from = BoundFrom(options.from, "--from", now);
  if (!from) return tl::unexpected(std::move(from).error());
  auto to = BoundFrom(options.to, "--to", now);
  if (!to) return tl::unexpected(std::move(to).error());
  filter.from = *from;
  filter.to = *to;
  if (!options.sort.empty()) {
    const auto sort = store::ParseSort(options.sort);
    if (!sort) return tl::unexpected(sort.error());
    filter.sort = *sort;
  }
  return filter;
}

constexpr std::string_view kNothingMatches = "nothing matches; \"tallywire query\" without filters lists every event";

// How the rows of one kind are printed.
template <class Row>
struct Printer {
  std::string (*table)(const std::vector<Row>&, size_t width, bool color);
  std::string (*csv)(const std::vector<Row>&);
  std::string (*json)(const Row&);
};
constexpr Printer<store::EventRow> kEventPrinter{EventTable, EventCsv, EventRowJson};
constexpr Printer<store::FactRow> kFactPrinter{FactTable, FactCsv, FactRowJson};

template <class Row>
std::string Print(const std::vector<Row>& rows, const Printer<Row>& printer, QueryFormat format, ColorMode color) {
  switch (format) {
    case QueryFormat::kTable:
      if (rows.empty()) Log(LogLevel::kInfo, kNothingMatches);
      return printer.table(rows, OutputWidth(), UseColor(color));
    case QueryFormat::kCsv:
      return printer.csv(rows);
    case QueryFormat::kJson:
    case QueryFormat::kJsonl:
      break;
  }
  const bool lines = format == QueryFormat::kJsonl;
  std::string output = lines ? "" : "[";
  for (size_t i = 0; i < rows.size(); ++i) {
    output += (lines ? "" : i == 0 ? "\n" : ",\n") + printer.json(rows[i]) + (lines ? "\n" : "");
  }
  return lines ? output : output + (rows.empty() ? "]\n" : "\n]\n");
}

Result<std::string> Answer(const QueryOptions& options, const Environment& environment) {
  auto filter = FilterFrom(options, environment.clock->Now());
  if (!filter) return tl::unexpected(filter.error());
  if (auto done = AddBase(*filter, environment); !done) return tl::unexpected(done.error());
  if (auto done = AddAliases(*filter, environment); !done) return tl::unexpected(done.error());
  auto store = OpenStoreForReading(environment);
  if (!store) return tl::unexpected(std::move(store).error());
  const ColorMode color = environment.global.color;
  if (options.facts) {
    return store->Query().Facts(*filter).map(
        [&](const auto& rows) { return Print(rows, kFactPrinter, options.format, color); });
  }
  return store->Query().Events(*filter).map(
      [&](const auto& rows) { return Print(rows, kEventPrinter, options.format, color); });
}

}  // namespace

ExitCode RunCommand(const QueryOptions& options, const Environment& environment) {
  const auto answer = Answer(options, environment);
  if (!answer) {
    LogError(answer.error());
    return ExitCodeOf(answer.error().code);
  }
  std::fputs(answer->c_str(), stdout);
  return ExitCode::kOk;
}

}  // namespace tallywire::cli
