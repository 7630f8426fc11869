// Which elements a browser would not show.
#pragma once

#include "parse/dom.h"

namespace tallywire::parse {

// By attributes alone (style sheets are not read): hidden, aria-hidden="true", an inline display:none or
// visibility:hidden, a closed <dialog>. Not so the parts that a script is sure to show: panels of accordions and tabs,
// and what React sends after the page. An element that holds most of the page's text counts as shown all the same: such
// pages reveal it by script.
class Visibility {
 public:
  explicit Visibility(const Document& page);
  bool IsHidden(NodeId id) const;

 private:
  bool HoldsMostText(NodeId id) const;

  const Document& page_;
};

}  // namespace tallywire::parse
