#include "extract/events/measure_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace tallywire::extract {
namespace {

Status ReadUnits(const RuleFile& file, const RuleNode& table, uint32_t& mask) {
  auto names = StringsOf(file, table.Get("units"));
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names) {
    if (name == "index") continue;
    const auto kind = UnitKindNamed(name);
    if (!kind) {
      return Fail(ErrorCode::kUsage, PlaceOf(file, *table.Get("units")),
                  fmt::format("there is no kind of unit '{}'", name), "Use the kinds of unit_kinds.toml");
    }
    mask |= MaskOf(*kind);
  }
  return {};
}

MeasureEntry ReadKeys(const RuleNode& table) {
  MeasureEntry entry;
  const auto text = [&](std::string_view key) { return table[key].TextOr(""); };
  const auto flag = [&](std::string_view key) { return table[key].FlagOr(false); };
  entry.id = text("id");
  entry.name = table["name"].TextOr(entry.id);
  entry.activity = text("activity");
  entry.item = text("item");
  entry.item_else = text("item_else");
  entry.counts = text("counts");
  entry.as_activity = text("as_activity");
  entry.set = flag("set");
  entry.company = flag("company");
  entry.weak = flag("weak");
  entry.rate = flag("rate");
  entry.national = flag("national");
  entry.standing = flag("standing");
  entry.growth = flag("growth");
  entry.of_told = flag("of_told");
  entry.traded = flag("traded");
  entry.of_market = flag("of_market");
  return entry;
}

bool Holds(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

Status MeasureReader::Read(const RuleFile& file, const RuleNode& root) {
  if (auto status = ReadTraits(file, root); !status) return status;
  const auto* list = root["measure"].AsList();
  if (list == nullptr) return {};
  for (const RuleNode& node : *list) {
    const auto* entry = node.AsTable();
    if (entry == nullptr) return UnknownKey(file, node, "measure");
    auto status =
        entry->Has("also") ? entries_.NoteMore(file, *entry, (*entry)["id"].TextOr("")) : ReadMeasure(file, *entry);
    if (!status) return status;
  }
  return {};
}

Status MeasureReader::ReadTraits(const RuleFile& file, const RuleNode& root) {
  return ReadSection(file, root, "traits", nullptr,
                     [&](const std::string& name, const RuleNode*, const std::vector<std::string>& measures) -> Status {
                       const auto trait = MeasureTraitNamed(name);
                       if (!trait) return UnknownKey(file, root["traits"][name], name);
                       for (const std::string& measure : measures) traits_[measure] |= MaskOf(*trait);
                       return {};
                     });
}

Status MeasureReader::ReadMeasure(const RuleFile& file, const RuleNode& table) {
  MeasureEntry entry = ReadKeys(table);
  if (entry.id.empty()) return Fail(ErrorCode::kUsage, PlaceOf(file, table), "a measure needs an id", "Add id = \"…\"");
  if (auto status = ReadUnits(file, table, entry.units); !status) return status;
  auto alone = StringsOf(file, table.Get("units_alone"));
  auto takes = StringsOf(file, table.Get("takes"));
  auto words = StringsOf(file, table.Get("words"));
  auto verbs = StringsOf(file, table.Get("verbs"));
  for (const auto* list : {&alone, &takes, &words, &verbs}) {
    if (!*list) return tl::unexpected(list->error());
  }
  entry.takes_item = Holds(*takes, "item");
  entry.takes_subject = Holds(*takes, "subject");
  const size_t at = entries_.PlaceFor(entry.id);
  if (at == out_.measures.size()) out_.measures.emplace_back();
  if (auto other = table["otherwise"].AsText()) otherwise_.emplace_back(at, *other);
  if (auto other = table["of_limits"].AsText()) of_limits_.emplace_back(at, *other);
  if (auto other = table["of_places"].AsText()) of_places_.emplace_back(at, *other);
  if (auto other = table["at_most"].AsText()) at_most_.emplace_back(at, *other);
  for (const std::string& unit : *alone) out_.unit_measures.Set(unit, static_cast<int>(at));
  if (table["of_things"].FlagOr(false)) out_.price_of_things = static_cast<int>(at);
  out_.measures[at] = std::move(entry);
  entries_.SetWords(at, {std::move(*words), std::move(*verbs)});
  return {};
}

void MeasureReader::Tie() {
  for (const auto& [at, other] : otherwise_) out_.measures[at].otherwise = out_.MeasureById(other);
  for (const auto& [at, other] : of_places_) out_.measures[at].of_places = out_.MeasureById(other);
  for (const auto& [at, other] : of_limits_) out_.measures[at].of_limits = out_.MeasureById(other);
  for (const auto& [at, other] : at_most_) out_.measures[at].at_most = out_.MeasureById(other);
  for (MeasureEntry& entry : out_.measures) {
    if (const auto traits = traits_.find(entry.name); traits != traits_.end()) entry.traits = traits->second;
  }
  TieFlows();
}

// What goes out and what comes in, and the activities and limits that speak of it.
void MeasureReader::TieFlows() {
  std::unordered_map<std::string, Flow> flow_of;  // by activity
  for (MeasureEntry& entry : out_.measures) {
    if (entry.Is(MeasureTrait::kOutflow)) entry.flow = Flow::kOut;
    if (entry.Is(MeasureTrait::kInflow)) entry.flow = Flow::kIn;
    if (entry.flow != Flow::kNone && !entry.as_activity.empty()) flow_of[entry.as_activity] = entry.flow;
  }
  const auto flow = [&](const std::string& activity) {
    const auto it = flow_of.find(activity);
    return it == flow_of.end() ? Flow::kNone : it->second;
  };
  for (MeasureEntry& entry : out_.measures) {
    if (entry.set && entry.flow == Flow::kNone) entry.flow = flow(entry.activity);
  }
  for (const std::string& activity : out_.activities) out_.activity_flows.push_back(flow(activity));
}

}  // namespace tallywire::extract
