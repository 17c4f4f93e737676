// Folding: the form of words for look-ups and for training heads: lower case, digits to 0, one apostrophe. Originals
// and translations are folded in the same way, so that no head learns a system's quotes or number format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/word_hash.h"
#include "calque/text.h"

namespace calque {

// Appends the folded form of one token. Words: lower case (ICU, simple mapping), digits to '0', U+2019 and U+02BC to
// "'". Numbers: "0". Punctuation: unchanged.
void append_folded(std::string_view token, TokenKind kind, std::string& out);

// append_folded then hash_folded, without a copy if the token is ASCII.
TokenHash hash_token(std::string_view token, TokenKind kind);

}  // namespace calque
