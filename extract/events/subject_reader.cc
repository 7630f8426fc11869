#include "extract/events/subject_reader.h"

#include <map>

namespace tallywire::extract {
namespace {

const std::map<std::string_view, SubjectKind>& Kinds() {
  static const std::map<std::string_view, SubjectKind> kinds = {{"country", SubjectKind::kCountry},
                                                                {"region", SubjectKind::kRegion},
                                                                {"organisation", SubjectKind::kOrganisation},
                                                                {"world", SubjectKind::kWorld},
                                                                {"company", SubjectKind::kCompany},
                                                                {"area", SubjectKind::kArea},
                                                                {"agency", SubjectKind::kAgency}};
  return kinds;
}

// "=Turkey", "Filipino(s)" as the text has them.
std::string WithoutMarks(const std::string& words) {
  constexpr std::string_view kPlural = "(s)";
  std::string word = words.substr(words.starts_with('=') ? 1 : 0);
  if (word.ends_with(kPlural)) word.resize(word.size() - kPlural.size());
  return word;
}

}  // namespace

Status SubjectReader::Read(const RuleFile& file, const RuleNode& root) {
  return ReadSection(file, root, "subjects", &entries_,
                     [&](const std::string& name, const RuleNode* table, std::vector<std::string> words) -> Status {
                       std::vector<std::string> adjectives;
                       SubjectEntry entry{.name = name, .kind = SubjectKind::kCompany};
                       if (table != nullptr) {
                         const auto kind = Kinds().find((*table)["kind"].TextOr("company"));
                         if (kind == Kinds().end()) return UnknownKey(file, *table->Get("kind"), "kind");
                         entry.kind = kind->second;
                         auto read = StringsOf(file, table->Get("adjectives"));
                         if (!read) return tl::unexpected(read.error());
                         adjectives = std::move(*read);
                         if (auto of = (*table)["of"].AsText()) subject_of_.emplace_back(name, *of);
                         auto others = StringsOf(file, table->Get("namesakes"));
                         if (!others) return tl::unexpected(others.error());
                         for (const std::string& country : *others) namesakes_.emplace_back(name, country);
                         if (auto money = (*table)["currency"].AsText()) entry.currency = *money;
                       }
                       const size_t at = entries_.PlaceFor(name);
                       if (at == out_.subjects.size()) out_.subjects.emplace_back();
                       out_.subjects[at] = std::move(entry);
                       entries_.SetWords(at, {std::move(words), std::move(adjectives)});
                       return {};
                     });
}

void SubjectReader::Tie() {
  for (const auto& [agency, country] : subject_of_) {
    const auto from = entries_.Find(agency);
    const auto to = entries_.Find(country);
    if (from && to) out_.subjects[*from].of = static_cast<int>(*to);
  }
  for (const auto& [agency, country] : namesakes_) {
    const auto from = entries_.Find(agency);
    const auto to = entries_.Find(country);
    if (from && to) out_.subjects[*from].namesakes.push_back(static_cast<int>(*to));
  }
  for (size_t place = 0; place < out_.subjects.size(); ++place) {
    TieWords(entries_.words()[place], place);
    const std::string& money = out_.subjects[place].currency;
    if (!money.empty()) out_.countries_of_money.Add(money, static_cast<int>(place));
  }
}

// "Philippine Statistics Authority" begins with a country's word.
void SubjectReader::TieWords(const EntryWords& subject, size_t place) {
  const SubjectKind kind = out_.subjects[place].kind;
  for (const std::string& words : subject.nouns) {
    if (words.find(' ') != std::string::npos) {
      out_.joint_names.Add(words.substr(words.starts_with('=') ? 1 : 0));
      continue;
    }
    const std::string word = words.substr(words.starts_with('=') ? 1 : 0);
    out_.single_names.Add(word);
    if (kind == SubjectKind::kCompany) out_.firm_words.Add(word, static_cast<int>(place));
  }
  if (kind != SubjectKind::kCountry && kind != SubjectKind::kRegion) return;
  for (const auto* list : {&subject.nouns, &subject.others}) {
    for (const std::string& words : *list) {
      out_.country_words.Add(WithoutMarks(words), static_cast<int>(place));
    }
  }
}

}  // namespace tallywire::extract
