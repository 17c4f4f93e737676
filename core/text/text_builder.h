// Puts tokens and sentence ends together into a Text; joins the sentences that an abbreviation cut in two.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

#include "calque/text.h"
#include "language/abbreviation_list.h"
#include "text/fold.h"

namespace calque {

// Per block: begin_block, then tokens and sentence ends in the order of the text, then end_block.
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
    // Filled in place: a token put together field by field and then copied stalls the scan.
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
  std::uint32_t token_begin_ = 0;  // of the sentence at hand
  std::uint32_t break_at_ = kNowhere;
};

}  // namespace calque
