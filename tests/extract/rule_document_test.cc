// Rule files as trees of values: what TOML says, with its places, whether it was packed before or is packed now.
#include "extract/files/rule_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "extract/files/pack_rules.h"

namespace tallywire::extract {
namespace {

using ::testing::ElementsAre;

RuleFile FileOf(std::string toml) { return {"units.toml", "my/units.toml", std::move(toml), true}; }

// Each value with its place, in one line.
std::string Shown(const RuleNode& node) {
  std::string text = std::to_string(node.place().line) + ":" + std::to_string(node.place().column) + " ";
  if (node.IsText()) return text + node.TextOr("?");
  if (node.IsNumber()) return text + std::to_string(node.NumberOr(-1));
  if (node.IsFlag()) return text + (node.FlagOr(false) ? "yes" : "no");
  if (!node.IsList() && !node.IsTable()) return text + "other";
  text += node.IsList() ? "[" : "{";
  for (const RuleNode& part : node) {
    if (node.IsTable()) text += " " + std::string(part.name()) + "@" + std::to_string(part.name_place().line) + "=";
    text += " " + Shown(part);
  }
  return text + (node.IsList() ? " ]" : " }");
}

TEST(RuleDocument, HoldsEveryValueWithItsPlace) {
  const RuleFile file = FileOf("b = 'x y'\na = [1, -2.5e3]\n[t]\nyes = true\nno = false\nday = 2024-05-01\n");
  const auto document = RuleDocument::Read(file);
  ASSERT_TRUE(document) << document.error().ToText();
  EXPECT_EQ(Shown(document->root()),
            "1:1 { a@2= 2:5 [ 2:6 1.000000 2:9 -2500.000000 ] b@1= 1:5 x y "
            "t@3= 3:1 { day@6= 6:7 other no@5= 5:6 no yes@4= 4:7 yes } }");
}

TEST(RuleDocument, APackedFileReadsLikeItsToml) {
  const RuleFile file =
      FileOf("[[unit]]\nid = \"mm\"\nwords = [\"\", \"3:4 5\", \"née\"]\n[[unit]]\nid = \"µ\"\nfactor = 1e-06\n");
  RuleFile packed = file;
  packed.text = *PackRules(file.text, file.where);
  packed.packed = true;
  EXPECT_EQ(Shown(RuleDocument::Read(packed)->root()), Shown(RuleDocument::Read(file)->root()));
}

TEST(RuleDocument, ExamplesThatAreNotWantedAreLeftOut) {
  RuleFile file =
      FileOf("[[rule]]\nexamples = [['x', '[y]']]\nid = 'a'\n[[rule]]\nevents = [{ value = 5 }]\nid = 'b'\n");
  file.examples = false;
  RuleFile packed = file;
  packed.text = *PackRules(file.text, file.where);
  packed.packed = true;
  for (const RuleFile& either : {file, packed}) {
    const auto document = RuleDocument::Read(either);
    EXPECT_EQ(
        Shown(document->root()),
        "1:1 { rule@1= 1:1 [ 1:1 { examples@2= 2:12 [ ] id@3= 3:6 a } 4:1 { events@5= 5:10 [ ] id@6= 6:6 b } ] }");
  }
}

TEST(RuleDocument, AMovedDocumentKeepsItsNodes) {
  const RuleFile file = FileOf("[t]\nx = 'y'\n");
  auto document = RuleDocument::Read(file);
  const RuleNode* node = document->root()["t"].Get("x");
  const RuleDocument moved = std::move(*document);
  EXPECT_EQ(moved.root()["t"].Get("x"), node);
  EXPECT_EQ(node->TextOr(""), "y");
}

TEST(RuleDocument, WhatIsMissingOrOfAnotherKindGivesTheDefault) {
  const RuleFile file = FileOf("text = 'x'\nnumber = 1\n");
  const auto document = RuleDocument::Read(file);
  const RuleNode& root = document->root();
  EXPECT_EQ(root.Get("none"), nullptr);
  EXPECT_EQ(root["none"]["deeper"].TextOr("otherwise"), "otherwise");
  EXPECT_EQ(root["number"].TextOr("otherwise"), "otherwise");
  EXPECT_EQ(root["text"].NumberOr(7), 7);
  EXPECT_TRUE(root["text"].FlagOr(true));
  EXPECT_FALSE(root["number"].AsText());
}

TEST(RuleDocument, ListsOfTextsNameTheElementThatIsNone) {
  const RuleFile file = FileOf("one = 'x'\nmany = ['x', 'y']\nbad = ['x', 2]\n");
  const auto document = RuleDocument::Read(file);
  const RuleNode& root = document->root();
  EXPECT_THAT(*StringsOf(file, root.Get("one")), ElementsAre("x"));
  EXPECT_THAT(*StringsOf(file, root.Get("many")), ElementsAre("x", "y"));
  EXPECT_TRUE(StringsOf(file, nullptr)->empty());
  EXPECT_EQ(StringsOf(file, root.Get("bad")).error().where, "my/units.toml:3:13");
}

TEST(RuleDocument, NoTomlIsRefusedWithItsPlace) {
  EXPECT_EQ(RuleDocument::Read(FileOf("a = 1\na = 2\n")).error().ToText(),
            "my/units.toml:2:5: this key or section stands in the file already. Correct the TOML there");
}

}  // namespace
}  // namespace tallywire::extract
