#include "cli/record_reader.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace tallywire::cli {
namespace {

using Json = nlohmann::json;

// An id is printed by recursion: a line of nothing but brackets must not end the program.
constexpr size_t kDeepestId = 1000;

// Keeps the members that are read, as the library reports what it meets: texts are moved, not copied, and what stands
// inside of other members costs no memory, which may be most of a line.
class MemberReader final : public nlohmann::json_sax<Json> {
 public:
  // An array or object in it is an empty array.
  Json& members() { return members_; }
  // How many arrays and objects stand inside of one another in a member that is read.
  size_t deepest() const { return deepest_; }

  bool null() override { return Keep(nullptr); }
  bool boolean(bool value) override { return Keep(value); }
  bool number_integer(Json::number_integer_t value) override { return Keep(value); }
  bool number_unsigned(Json::number_unsigned_t value) override { return Keep(value); }
  bool number_float(Json::number_float_t value, const std::string& /*text*/) override { return Keep(value); }
  bool string(std::string& value) override { return Keep(std::move(value)); }
  bool binary(Json::binary_t& /*value*/) override { return false; }  // there is none in text
  bool start_array(size_t /*size*/) override { return Keep(Json::array()) && Enter(); }
  bool end_array() override { return Leave(); }
  bool start_object(size_t /*size*/) override { return (depth_ == 0 || Keep(Json::array())) && Enter(); }
  bool end_object() override { return Leave(); }

  bool key(std::string& key) override {
    constexpr std::string_view kRead[] = {"id", "path", "html", "text", "title", "url", "published", "content_type"};
    if (depth_ > 1) return true;
    const bool read = std::find(std::begin(kRead), std::end(kRead), key) != std::end(kRead);
    member_ = read ? &members_[key] : nullptr;
    return true;
  }

  bool parse_error(size_t /*at*/, const std::string& /*token*/, const Json::exception& /*error*/) override {
    return false;
  }

 private:
  // False, which ends the reading, for a value that is not in an object.
  template <class Value>
  bool Keep(Value&& value) {
    if (depth_ == 1 && member_ != nullptr) *member_ = std::forward<Value>(value);
    return depth_ > 0;
  }
  bool Enter() {
    ++depth_;
    if (member_ != nullptr) deepest_ = std::max(deepest_, depth_ - 1);
    return true;
  }
  bool Leave() {
    --depth_;
    return true;
  }

  Json members_ = Json::object();
  Json* member_ = nullptr;  // what the record's last key names; null where that is not read
  size_t depth_ = 0;
  size_t deepest_ = 0;
};

tl::unexpected<Error> Bad(std::string what) { return Fail(ErrorCode::kBadInput, {}, std::move(what)); }

Result<Json> ReadMembers(std::string_view line) {
  MemberReader reader;
  if (!Json::sax_parse(line, &reader)) return Bad("the line is not a JSON object in UTF-8");
  Json& members = reader.members();
  const auto id = members.find("id");
  if (id != members.end() && id->is_array()) {  // rare: only then is there a tree
    if (reader.deepest() > kDeepestId) return Bad("\"id\" is nested too deeply");
    *id = Json::parse(line).at("id");
  }
  return std::move(members);
}

// The string under `key`, taken out of the record; empty optional where it is absent or null.
Result<std::optional<std::string>> TakeString(Json& members, const char* key) {
  const auto found = members.find(key);
  if (found == members.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) return Bad(std::string("\"") + key + "\" is not a string");
  return std::move(found->get_ref<std::string&>());
}

Status CheckRecord(const ExtractRecord& record) {
  const int inputs = (record.path.empty() ? 0 : 1) + (record.html ? 1 : 0) + (record.text ? 1 : 0);
  if (inputs != 1) return Bad("give exactly one of \"path\", \"html\" and \"text\"");
  if (!record.published.empty() && !ParseIso(record.published)) {
    return Bad("\"published\" is no ISO 8601 date or time: " + record.published);
  }
  return {};
}

Result<ExtractRecord> TakeRecord(Json& members) {
  ExtractRecord record;
  std::optional<std::string> path;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string> published;
  std::optional<std::string> content_type;
  const std::pair<const char*, std::optional<std::string>*> fields[] = {
      {"path", &path}, {"html", &record.html},    {"text", &record.text},         {"title", &title},
      {"url", &url},   {"published", &published}, {"content_type", &content_type}};
  for (const auto& [key, field] : fields) {
    auto value = TakeString(members, key);
    if (!value) return tl::unexpected(std::move(value).error());
    *field = std::move(*value);
  }
  record.path = std::move(path).value_or("");
  record.title = std::move(title).value_or("");
  record.url = std::move(url).value_or("");
  record.published = std::move(published).value_or("");
  record.content_type = std::move(content_type).value_or("");
  if (auto status = CheckRecord(record); !status) return tl::unexpected(std::move(status).error());
  return record;
}

}  // namespace

RecordLine ReadRecord(std::string_view line) {
  auto members = ReadMembers(line);
  if (!members) return {"null", tl::unexpected(std::move(members).error())};
  std::string id_json = members->value("id", Json()).dump();
  return {std::move(id_json), TakeRecord(*members)};
}

}  // namespace tallywire::cli
