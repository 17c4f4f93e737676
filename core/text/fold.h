// The form in which words are looked up and in which heads are trained: lower case, digits to 0, one apostrophe.
// Both kinds of text are folded alike, so that no head learns a system's quotes or number format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/word_hash.h"
#include "calque/text.h"

namespace calque {

// Appends the folded form of one token. Words: lower case (ICU, simple mapping), digits to '0', U+2019 and U+02BC to
// "'". Numbers: "0". Punctuation: as it stands.
void append_folded(std::string_view token, TokenKind kind, std::string& out);

// append_folded then hash_folded, without the copy where the token is ASCII.
TokenHash hash_token(std::string_view token, TokenKind kind);

}  // namespace calque
