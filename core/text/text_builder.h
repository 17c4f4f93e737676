// Builds a Text from tokens and sentence ends; joins sentences that were split after an abbreviation.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

#include "calque/text.h"
#include "language/abbreviation_list.h"
#include "text/fold.h"

namespace calque {

// For each block: begin_block, then tokens and sentence ends in text order, then end_block.
class TextBuilder {
 public:
  TextBuilder(std::string_view text, const AbbreviationList& abbreviations);

  void begin_block(std::uint32_t block);
  void end_block();

  // The first token that begins at `offset` or later begins a new sentence. A token across `offset` is not cut.
  void end_sentence_at(std::uint32_t offset) { break_at_ = offset; }

  void add(Span span, TokenKind kind, TokenHash hash) {
    if (span.begin >= break_at_) [[unlikely]] {
      begin_sentence({span, kind});
    }
    // Filled in place: building a token and then copying it stalls the scan.
    Token& token = result_.tokens.emplace_back();
    token.span = span;
    token.kind = kind;
    token.hash = hash.hash;
    token.key = hash.key;
    result_.words += kind != TokenKind::kPunctuation;
  }

  Text take() && { return std::move(result_); }

 private:
  static constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

  void begin_sentence(const Token& first);
  void close_sentence();

  std::string_view text_;
  const AbbreviationList& abbreviations_;
  Text result_;
  std::uint32_t block_ = 0;
  std::uint32_t token_begin_ = 0;  // of the current sentence
  std::uint32_t break_at_ = kNowhere;
};

}  // namespace calque
