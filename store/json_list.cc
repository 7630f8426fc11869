#include "store/json_list.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace tallywire::store {
namespace {

constexpr std::array<std::pair<BlockKind, std::string_view>, 6> kBlockNames{{
    {BlockKind::kParagraph, "paragraph"},
    {BlockKind::kHeading, "heading"},
    {BlockKind::kListItem, "list item"},
    {BlockKind::kQuote, "quote"},
    {BlockKind::kTableRow, "table row"},
    {BlockKind::kPreformatted, "preformatted"},
}};

std::string_view NameOf(BlockKind kind) {
  for (const auto& [key, name] : kBlockNames) {
    if (key == kind) return name;
  }
  return kBlockNames.front().second;
}

BlockKind KindOf(std::string_view text) {
  for (const auto& [key, name] : kBlockNames) {
    if (name == text) return key;
  }
  return BlockKind::kParagraph;
}

void AppendJsonString(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

std::string StringListJson(const std::vector<std::string>& list) {
  std::string json = "[";
  for (const std::string& text : list) {
    if (json.size() > 1) json += ',';
    AppendJsonString(json, text);
  }
  return json + "]";
}

Result<std::vector<std::string>> StringList(Database& database, std::string_view json) {
  auto statement = database.Prepare("SELECT value FROM json_each(?) ORDER BY key");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(json);
  std::vector<std::string> list;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return list;
    list.push_back(statement->Text(0));
  }
}

std::string BlockListJson(const std::vector<Block>& blocks) {
  std::string json = "[";
  for (const Block& block : blocks) {
    json += fmt::format("{}[\"{}\",{},{}]", json.size() > 1 ? "," : "", NameOf(block.kind), block.start, block.end);
  }
  return json + "]";
}

Result<std::vector<Block>> BlockList(Database& database, std::string_view json) {
  auto statement = database.Prepare("SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) ORDER BY key");
  if (!statement) return tl::unexpected<Error>(statement.error());
  statement->Bind(json);
  std::vector<Block> blocks;
  for (;;) {
    auto row = statement->Step();
    if (!row) return tl::unexpected<Error>(row.error());
    if (!*row) return blocks;
    blocks.push_back(
        {KindOf(statement->Text(0)), static_cast<size_t>(statement->Int(1)), static_cast<size_t>(statement->Int(2))});
  }
}

}  // namespace tallywire::store
