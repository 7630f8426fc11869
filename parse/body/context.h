// What the second look at a block is told: how the first look judged the blocks around it.
#pragma once

#include <string>
#include <vector>

#include "parse/body/features.h"
#include "parse/body/page_view.h"

namespace tallywire::parse {

// Fills the columns behind those of DescribeBlocks. `first` has, for each block of the page, the likelihood that the
// first forest gave.
void DescribeContext(const PageView& view, const std::vector<float>& first, FeatureTable& table);

// The columns' names, in order; none is among BlockFeatureNames.
const std::vector<std::string>& ContextFeatureNames();

// The names of the columns of both tables: BlockFeatureNames, then ContextFeatureNames.
const std::vector<std::string>& AllFeatureNames();

}  // namespace tallywire::parse
