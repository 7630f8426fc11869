// Other names of what events are about, for who asks by one of them: "United States" is stored as "U.S.", "aluminum" as
// "aluminium".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "extract/events/event_vocabulary.h"
#include "extract/text/lexicon.h"
#include "model/result.h"

namespace tallywire::extract {

// The vocabulary alone, for who needs no more of the rules. Const after Load.
class Aliases {
 public:
  // As Extractor::Load.
  static Result<Aliases> Load(const std::filesystem::path& rules_dir = {});

  // The name that events carry for that country, company or body, or for that thing; `name` itself where it is in no
  // vocabulary. Case does not matter.
  std::string Subject(std::string_view name) const { return Preferred(name, SenseClass::kSubject); }
  std::string Item(std::string_view name) const { return Preferred(name, SenseClass::kItem); }
  // And the names of its kinds: of "steel" those of rebar and hot-rolled coil as well.
  std::vector<std::string> Items(std::string_view name) const;

 private:
  std::string Preferred(std::string_view name, SenseClass kind) const;
  const std::string& NameOf(SenseClass kind, size_t entry) const;

  TagNames tags_;
  Lexicon lexicon_;
  EventVocabulary vocabulary_;
};

}  // namespace tallywire::extract
