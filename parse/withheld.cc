#include "parse/withheld.h"

#include <algorithm>

#include "parse/utf8.h"

namespace tallywire::parse {

namespace {

// Of a character of four bytes.
uint32_t CodePoint(std::string_view text) {
  const auto bits = [&text](size_t i) { return static_cast<unsigned char>(text[i]) & 0x3FU; };
  return (static_cast<unsigned char>(text[0]) & 7U) << 18U | bits(1) << 12U | bits(2) << 6U | bits(3);
}

}  // namespace

void Withheld::AddRun(size_t start, std::string& html) {
  const auto number = static_cast<uint32_t>(runs_.size());
  runs_.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(texts_.size())});
  AppendUtf8(html, number < kOnePlane ? kPlane15 + number : kPlane16 + (number - kOnePlane));
}

void Withheld::AddTag(size_t position, std::span<const Attribute> attributes) {
  tags_.push_back({static_cast<uint32_t>(position), static_cast<uint32_t>(attributes_.size()),
                   static_cast<uint32_t>(attributes.size())});
  attributes_.insert(attributes_.end(), attributes.begin(), attributes.end());
}

void Withheld::DropTagsFrom(size_t position) {
  while (!tags_.empty() && tags_.back().position >= position) tags_.pop_back();
}

bool Withheld::IsStandIn(std::string_view text) {
  return text.size() >= 4 && MayBegin(text[0]) && CodePoint(text) >= kPlane15;
}

std::string_view Withheld::RunAt(std::string_view text, size_t& length) const {
  length = 0;
  if (!IsStandIn(text)) return {};
  const uint32_t code_point = CodePoint(text);
  const uint32_t number = code_point < kPlane16 ? code_point - kPlane15 : code_point - kPlane16 + kOnePlane;
  if (number >= runs_.size()) return {};
  length = 4;
  const Run& run = runs_[number];
  return std::string_view(texts_).substr(run.start, run.end - run.start);
}

std::string_view Withheld::WholeText(std::string_view text) const {
  if (text.size() != 4 && text.size() != 5) return {};
  const size_t before = text.size() - 4;
  size_t length = 0;
  const std::string_view run = RunAt(text.substr(before), length);
  if (length == 0 || before == 0) return run;
  const auto start = static_cast<size_t>(run.data() - texts_.data());
  if (start == 0 || texts_[start - 1] != text[0]) return {};
  return std::string_view(texts_).substr(start - 1, run.size() + 1);
}

std::span<const Attribute> Withheld::AttributesOfTagAt(size_t position) {
  const auto before = [](const TagAttributes& tag, size_t wanted) { return tag.position < wanted; };
  const bool behind = next_ == 0 || tags_[next_ - 1].position < position;
  if (behind && (next_ >= tags_.size() || tags_[next_].position > position)) return {};
  if (next_ >= tags_.size() || tags_[next_].position != position) {
    const auto found = std::lower_bound(tags_.begin(), tags_.end(), position, before);
    if (found == tags_.end() || found->position != position) return {};
    next_ = static_cast<size_t>(found - tags_.begin());
  }
  const TagAttributes& tag = tags_[next_++];
  return std::span<const Attribute>(attributes_).subspan(tag.first, tag.count);
}

}  // namespace tallywire::parse
