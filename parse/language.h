// The language of a page, as a BCP 47 tag.
#pragma once

#include <string>
#include <string_view>

namespace tallywire::parse {

// A declared language in its usual spelling: "en_US" -> "en-US", " DE " -> "de", "zh-hans-cn" -> "zh-Hans-CN". Empty
// where the words are no language tag ("utf-8", "english").
std::string NormalizeLanguageTag(std::string_view declared);

// The language of an article: the declared tag, unless the text is reliably another language (templates are often
// shipped with lang="en" unchanged). `text` is UTF-8, any length; `host` may be empty, its country code is a hint.
// Safe to call from several threads at once.
std::string ChooseLanguage(std::string_view declared, std::string_view text, std::string_view host);

}  // namespace tallywire::parse
