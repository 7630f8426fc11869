#include "parse/body/visibility.h"

#include <string>

namespace tallywire::parse {

namespace {

// `style` without white space and in lower case; only its start matters in practice.
bool StyleHides(std::string_view style) {
  std::string flat;
  for (const char c : style.substr(0, 400)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    flat += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return flat.find("display:none") != std::string::npos || flat.find("visibility:hidden") != std::string::npos;
}

// React's servers send parts of a page late, as <div hidden id="S:1f">, with a script that puts them in their place.
bool IsLatePart(std::string_view id) {
  return id.starts_with("S:") && id.size() > 2 && id.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
}

// What an accordion or a tab shows once the reader asks for it: ARIA gives such panels these roles.
bool OpensOnDemand(const Document& page, NodeId id) {
  const std::string_view role = page.Attr(id, "role");
  return role == "region" || role == "tabpanel";
}

bool SaysHidden(const Document& page, NodeId id) {
  for (const Attribute& attribute : page.Attributes(id)) {
    if (attribute.name == "hidden") return attribute.value != "until-found" && !IsLatePart(page.Attr(id, "id"));
    if (attribute.name == "aria-hidden" && attribute.value == "true") return true;
    if (attribute.name == "style" && StyleHides(attribute.value)) return !OpensOnDemand(page, id);
  }
  return page[id].tag == Tag::kDialog && !page.HasAttr(id, "open");
}

}  // namespace

Visibility::Visibility(const Document& page) : page_(page) {}

bool Visibility::IsHidden(NodeId id) const {
  if (page_[id].attribute_count == 0 && page_[id].tag != Tag::kDialog) return false;
  if (page_[id].tag == Tag::kHtml || page_[id].tag == Tag::kBody) return false;
  return SaysHidden(page_, id) && !HoldsMostText(id);
}

bool Visibility::HoldsMostText(NodeId id) const {
  // Nodes stand for text here: exact sums would cost a pass over every page for the sake of a few.
  return static_cast<size_t>(page_[id].end - id) * 2 > page_.size();
}

}  // namespace tallywire::parse
