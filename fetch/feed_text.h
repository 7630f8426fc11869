// Text of feeds: markup to plain words, entities to characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tallywire::fetch {

// HTML to one line of plain text: tags and comments out (block tags leave a space), contents of script and style out,
// character references resolved once, white space folded to single spaces and trimmed. Signs that begin no tag ("1 <
// 2", "Q&A") stay.
std::string PlainText(std::string_view html);

// White space folded and trimmed, nothing else.
std::string FoldSpace(std::string_view text);

// Whether text that should be plain holds what only HTML would: a tag or a character reference.
bool LooksLikeHtml(std::string_view text);

// The character a reference stands for, in UTF-8. `name` is what stands between "&" and ";": "amp", "#8217", "#x2019".
// Numbers from 128 to 159 mean windows-1252 and invalid ones U+FFFD, as in HTML. Nullopt for names HTML 4 does not
// know.
std::optional<std::string> CharacterReference(std::string_view name);

void AppendUtf8(std::string& out, char32_t c);

// RFC 4648 with white space allowed; nullopt where it is no base64.
std::optional<std::string> DecodeBase64(std::string_view text);

bool IsValidUtf8(std::string_view text);

}  // namespace tallywire::fetch
