// What is no mistake in a user's rule files and yet worth a look: words that stand for something else as well, and
// units that there are not.
#pragma once

#include <span>
#include <vector>

#include "extract/files/rule_files.h"
#include "model/result.h"

namespace tallywire::extract {

// One note for each such word, with its place, in the order of the files. The files must load.
std::vector<Error> NotesOn(std::span<const RuleFile> files);

}  // namespace tallywire::extract
