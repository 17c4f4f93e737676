#include "text/fold.h"

#include <unicode/utf8.h>

#include "text/fold_character.h"

namespace calque {
namespace {

// Bytes that are no UTF-8 pass as they stand.
template <typename Sink>
void fold_word(std::string_view word, Sink&& sink) {
  const auto size = static_cast<std::int64_t>(word.size());
  std::int64_t at = 0;
  while (at < size) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      sink(kAsciiFold[byte] != 0 ? kAsciiFold[byte] : byte);
      ++at;
      continue;
    }
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(word.data(), at, size, c);
    if (c >= 0) {
      fold_character(c, sink);
    } else {
      for (std::int64_t i = begin; i < at; ++i) sink(static_cast<unsigned char>(word[i]));
    }
  }
}

template <typename Sink>
void fold(std::string_view token, TokenKind kind, Sink&& sink) {
  switch (kind) {
    case TokenKind::kWord:
      return fold_word(token, sink);
    case TokenKind::kNumber:
      return sink('0');
    case TokenKind::kPunctuation:
      for (const char byte : token) sink(static_cast<unsigned char>(byte));
  }
}

}  // namespace

void append_folded(std::string_view token, TokenKind kind, std::string& out) {
  fold(token, kind, [&out](unsigned char byte) { out.push_back(static_cast<char>(byte)); });
}

TokenHash hash_token(std::string_view token, TokenKind kind) {
  WordHash hash;
  fold(token, kind, [&hash](unsigned char byte) { hash.add(byte); });
  return hash.value();
}

}  // namespace calque
