#include "tests/parse/tree_dump.h"

#include "parse/reducer.h"
#include "parse/white_space.h"

namespace tallywire::parse {

namespace {

bool HoldsNothingToRead(Tag tag) {
  return tag == Tag::kSvg || tag == Tag::kTextarea || tag == Tag::kIframe || tag == Tag::kNoembed ||
         tag == Tag::kNoframes || tag == Tag::kStyle || tag == Tag::kScript;
}

}  // namespace

std::vector<std::string> DumpTree(const Document& page) {
  std::vector<std::string> lines;
  std::string text;
  const auto flush = [&] {
    const std::string folded = FoldWhiteSpace(text);
    if (!folded.empty()) lines.push_back("#" + folded);
    text.clear();
  };
  for (NodeId id = 0; id < page.size();) {
    const Node& node = page[id];
    if (node.tag == Tag::kText) {
      text += node.text;
      ++id;
      continue;
    }
    flush();
    std::string line = std::to_string(node.depth) + " ";
    line += node.tag == Tag::kOther ? node.text : TagName(node.tag);
    for (const Attribute& attribute : page.Attributes(id)) {
      if (!AlwaysKeepsAttribute(attribute.name)) continue;
      line.append(" ").append(attribute.name).append("=").append(attribute.value);
    }
    lines.push_back(line);
    id = HoldsNothingToRead(node.tag) ? node.end : id + 1;
  }
  flush();
  return lines;
}

std::vector<std::string> DumpUnreduced(std::string_view html) {
  HtmlOptions options;
  options.reduce = false;
  return DumpTree(ParseHtml(html, options).value());
}

std::vector<std::string> DumpReduced(std::string_view html) { return DumpTree(ParseHtml(html).value()); }

}  // namespace tallywire::parse
