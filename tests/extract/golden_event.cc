#include "tests/extract/golden_event.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace tallywire::extract {
namespace {

using nlohmann::json;

// Slots beyond the figure's place, kind, value and unit, by which an event is recognised.
constexpr std::array<std::string_view, 13> kSlots = {"measure", "activity",   "item",    "subject",   "counterparty",
                                                     "actor",   "value_high", "bound",   "direction", "basis",
                                                     "period",  "date",       "modality"};

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

json TextOrNull(std::string_view text) { return text.empty() ? json() : json(text); }

json Slots(const Event& event) {
  return {{"kind", ToText(event.kind)},
          {"value", event.value},
          {"unit", TextOrNull(event.unit)},
          {"measure", TextOrNull(event.measure)},
          {"activity", TextOrNull(event.activity)},
          {"item", TextOrNull(event.item)},
          {"subject", TextOrNull(event.subject)},
          {"counterparty", TextOrNull(event.counterparty)},
          {"actor", TextOrNull(event.actor)},
          {"value_high", event.value_high ? json(*event.value_high) : json()},
          {"bound", ToText(event.bound)},
          {"direction", TextOrNull(ToText(event.direction))},
          {"basis", TextOrNull(event.basis)},
          {"period", TextOrNull(event.period)},
          {"date", TextOrNull(event.date)},
          {"modality", ToText(event.modality)}};
}

bool Equal(const json& want, const json& got) {
  if (want.is_number() && got.is_number()) {
    const double value = want.get<double>();
    return std::abs(value - got.get<double>()) <= 1e-6 * std::max(1.0, std::abs(value));
  }
  return want == got;
}

bool Allowed(const json& want, const json& got) {
  if (!want.is_array()) return Equal(want, got);
  return std::any_of(want.begin(), want.end(), [&](const json& one) { return Equal(one, got); });
}

std::vector<std::string> WrongSlots(const json& want, const json& got) {
  std::vector<std::string> wrong;
  for (const std::string_view slot : kSlots) {
    if (!Allowed(want.at(slot), got.at(slot))) {
      wrong.push_back(std::string(slot) + " is " + got.at(slot).dump() + ", not " + want.at(slot).dump());
    }
  }
  return wrong;
}

// Where the figure of `want` stands in the text.
std::pair<size_t, size_t> Span(const json& want, const std::string& text) {
  const auto context = want.at("context").get<std::string>();
  const auto figure = want.at("figure").get<std::string>();
  const size_t at = text.find(context);
  const size_t inner = context.find(figure);
  if (at == std::string::npos || inner == std::string::npos) throw std::runtime_error("no such context: " + context);
  return {at + inner, at + inner + figure.size()};
}

bool SameStatement(const json& want, std::pair<size_t, size_t> span, const Event& event, const json& got) {
  return event.start < span.second && span.first < event.end && Allowed(want.at("kind"), got.at("kind")) &&
         Allowed(want.at("value"), got.at("value")) && Allowed(want.at("unit"), got.at("unit"));
}

std::string Line(std::string_view what, const json& event, std::string_view where) {
  std::string line(what);
  for (const std::string_view slot : {"kind", "measure", "value", "unit"}) line += " " + event.at(slot).dump();
  return line + " in \"" + std::string(where) + "\"\n";
}

}  // namespace

GoldenArticle ReadGoldenArticle(const std::filesystem::path& folder, const std::string& name) {
  std::istringstream file(ReadFile(folder / (name + ".txt")));
  const auto field = [&](std::string_view label) {
    std::string line;
    std::getline(file, line);
    if (line.compare(0, label.size(), label) != 0) throw std::runtime_error(name + ".txt: no " + std::string(label));
    return line.substr(label.size());
  };
  GoldenArticle article;
  article.title = field("Title: ");
  article.published = field("Published: ");
  field("");
  article.text.assign(std::istreambuf_iterator<char>(file), {});
  const json expected = json::parse(ReadFile(folder / (name + ".json")));
  article.events = expected.at("events").get<std::vector<json>>();
  return article;
}

std::string Differences(const GoldenArticle& article, const std::vector<Event>& found) {
  std::string lines;
  std::vector<json> slots;
  for (const Event& event : found) slots.push_back(Slots(event));
  std::vector<bool> used(found.size());
  for (const json& want : article.events) {
    const auto span = Span(want, article.text);
    std::optional<size_t> best;
    std::vector<std::string> wrong;
    for (size_t i = 0; i < found.size(); ++i) {
      if (used[i] || found[i].in != Place::kBody || !SameStatement(want, span, found[i], slots[i])) continue;
      std::vector<std::string> faults = WrongSlots(want, slots[i]);
      if (best && faults.size() >= wrong.size()) continue;
      best = i;
      wrong = std::move(faults);
    }
    const auto context = want.at("context").get<std::string>();
    if (!best) {
      lines += Line("missing:", want, context);
      continue;
    }
    used[*best] = true;
    for (const std::string& fault : wrong) lines += Line("wrong:  ", want, context) + "         " + fault + "\n";
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (!used[i] && found[i].in == Place::kBody) lines += Line("extra:  ", slots[i], found[i].sentence);
  }
  return lines;
}

}  // namespace tallywire::extract
