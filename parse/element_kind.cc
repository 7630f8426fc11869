#include "parse/element_kind.h"

#include <array>
#include <initializer_list>

namespace tallywire::parse {

namespace {

using TagSet = std::array<bool, static_cast<size_t>(Tag::kCount) + 1>;

constexpr TagSet MakeSet(std::initializer_list<Tag> tags) {
  TagSet set{};
  for (const Tag tag : tags) set[static_cast<size_t>(tag)] = true;
  return set;
}

constexpr TagSet kBlocks = MakeSet(
    {Tag::kHtml,      Tag::kBody,       Tag::kArticle, Tag::kSection,  Tag::kNav,        Tag::kAside,    Tag::kH1,
     Tag::kH2,        Tag::kH3,         Tag::kH4,      Tag::kH5,       Tag::kH6,         Tag::kHgroup,   Tag::kHeader,
     Tag::kFooter,    Tag::kAddress,    Tag::kP,       Tag::kHr,       Tag::kPre,        Tag::kListing,  Tag::kXmp,
     Tag::kPlaintext, Tag::kBlockquote, Tag::kOl,      Tag::kUl,       Tag::kMenu,       Tag::kDir,      Tag::kLi,
     Tag::kDl,        Tag::kDt,         Tag::kDd,      Tag::kFigure,   Tag::kFigcaption, Tag::kMain,     Tag::kDiv,
     Tag::kCenter,    Tag::kTable,      Tag::kCaption, Tag::kColgroup, Tag::kCol,        Tag::kTbody,    Tag::kThead,
     Tag::kTfoot,     Tag::kTr,         Tag::kTd,      Tag::kTh,       Tag::kForm,       Tag::kFieldset, Tag::kLegend,
     Tag::kDetails,   Tag::kSummary,    Tag::kDialog,  Tag::kFrameset});

constexpr TagSet kTextless = MakeSet({Tag::kHead,     Tag::kScript,   Tag::kStyle,  Tag::kNoscript, Tag::kTemplate,
                                      Tag::kIframe,   Tag::kObject,   Tag::kEmbed,  Tag::kVideo,    Tag::kAudio,
                                      Tag::kCanvas,   Tag::kSvg,      Tag::kButton, Tag::kSelect,   Tag::kOption,
                                      Tag::kDatalist, Tag::kTextarea, Tag::kInput,  Tag::kProgress, Tag::kMeter,
                                      Tag::kNoframes, Tag::kNoembed,  Tag::kRt,     Tag::kRp,       Tag::kTitle});

constexpr TagSet kHeadings = MakeSet({Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6});
constexpr TagSet kEmphasis = MakeSet({Tag::kB, Tag::kStrong, Tag::kI, Tag::kEm, Tag::kSmall});
constexpr TagSet kFormatting =
    MakeSet({Tag::kA, Tag::kB, Tag::kBig, Tag::kCode, Tag::kEm, Tag::kFont, Tag::kI, Tag::kNobr, Tag::kS, Tag::kSmall,
             Tag::kStrike, Tag::kStrong, Tag::kTt, Tag::kU});

}  // namespace

bool IsBlockElement(Tag tag) { return kBlocks[static_cast<size_t>(tag)]; }
bool IsTextless(Tag tag) { return kTextless[static_cast<size_t>(tag)]; }
bool IsHeading(Tag tag) { return kHeadings[static_cast<size_t>(tag)]; }
bool IsEmphasis(Tag tag) { return kEmphasis[static_cast<size_t>(tag)]; }
bool IsFormattingElement(Tag tag) { return kFormatting[static_cast<size_t>(tag)]; }

}  // namespace tallywire::parse
