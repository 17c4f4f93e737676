// An article's sentences and tokens, as offsets. Nothing here copies text.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "calque/span.h"

namespace calque {

enum class TokenKind : std::uint8_t {
  kWord,         // has a letter: "withdrawal", "don't", "G20"
  kNumber,       // has a digit and no letter: "1,200", "3.5"
  kPunctuation,  // everything else
};

// A word, a number, or a mark. The hashes are of its folded form (core/text/fold.h): lower case, digits to 0.
struct Token {
  Span span;
  TokenKind kind = TokenKind::kPunctuation;
  std::uint32_t hash = 0;  // fastText's 32-bit FNV-1a
  std::uint64_t key = 0;   // 64-bit FNV-1a, to compare words: 32 bits would collide
};

struct Sentence {
  Span span;                      // without the white space around it
  std::uint32_t token_begin = 0;  // half-open range of indices into Text::tokens
  std::uint32_t token_end = 0;
  std::uint32_t block = 0;  // index into Article::blocks
};

// The sentences of all paragraphs; boilerplate blocks have none.
struct Text {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::uint32_t words = 0;  // tokens of kind kWord or kNumber

  std::span<const Token> tokens_of(const Sentence& sentence) const {
    return std::span(tokens).subspan(sentence.token_begin, sentence.token_end - sentence.token_begin);
  }
};

}  // namespace calque
