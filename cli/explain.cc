#include "cli/explain.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/terminal.h"
#include "parse/explain.h"

namespace tallywire::cli {
namespace {

using parse::BlockVerdict;

std::string_view NameOf(BlockKind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"paragraph", "heading",   "list item",
                                                      "quote",     "table row", "preformatted"};
  return kNames[static_cast<size_t>(kind)];
}

std::string OneLine(std::string text) {
  for (char& c : text) c = c == '\n' || c == '\t' ? ' ' : c;
  return text;
}

//  + 0.97 (alone 0.81)  paragraph, 34 words  main > div.story > p
//      Pirates, parrots, …
//      link_density=0 +0.61  before1.words=28 +0.33
std::string ForPeople(const BlockVerdict& block, size_t width) {
  std::string reasons;
  for (const parse::Reason& reason : block.reasons) {
    reasons +=
        fmt::format("{}{}={:.4g} {:+.2f}", reasons.empty() ? "" : "  ", reason.feature, reason.value, reason.weight);
  }
  const std::string head =
      fmt::format("{} {:.2f} (alone {:.2f})  {}, {} {}  {}", block.kept ? '+' : '-', block.likelihood, block.alone,
                  NameOf(block.kind), block.words, block.words == 1 ? "word" : "words", block.element);
  const size_t indented = width > 16 ? width - 6 : 10;
  return Shorten(head, width) + "\n      " + Shorten(OneLine(block.text), indented) + "\n      " + reasons + "\n";
}

std::string ForPrograms(const BlockVerdict& block) {
  auto reasons = nlohmann::ordered_json::array();
  for (const parse::Reason& reason : block.reasons) {
    reasons.push_back({{"feature", reason.feature}, {"value", reason.value}, {"weight", reason.weight}});
  }
  const nlohmann::ordered_json object = {
      {"kept", block.kept},   {"likelihood", block.likelihood}, {"alone", block.alone}, {"kind", NameOf(block.kind)},
      {"words", block.words}, {"element", block.element},       {"text", block.text},   {"reasons", reasons}};
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<std::string> ExplainPage(const ExtractRecord& record, Day today, bool as_json, size_t width) {
  if (record.text) {
    return Fail(ErrorCode::kBadInput, record.path, "a plain text is taken whole: there is nothing to explain",
                "Give a page");
  }
  parse::ParseOptions options;
  options.latest_date = today;
  const auto explained = parse::ExplainArticle({*record.bytes, record.url, record.content_type}, options);
  if (!explained) return tl::unexpected(explained.error());
  std::string out;
  for (const BlockVerdict& block : *explained) out += as_json ? ForPrograms(block) : ForPeople(block, width);
  return out;
}

}  // namespace tallywire::cli
