#include "text/text_builder.h"

#include <algorithm>

#include "text/abbreviations.h"

namespace calque {

TextBuilder::TextBuilder(std::string_view text, const AbbreviationList& abbreviations)
    : text_(text), abbreviations_(abbreviations) {
  // News has a token per 5 to 6 bytes. The cap avoids unused memory for a huge text of few words.
  constexpr std::size_t kMostReserved = 1 << 16;
  result_.tokens.reserve(std::min(text.size() / 5 + 16, kMostReserved));
}

void TextBuilder::begin_block(std::uint32_t block) { block_ = block; }

void TextBuilder::end_block() {
  close_sentence();
  break_at_ = kNowhere;
}

void TextBuilder::begin_sentence(const Token& first) {
  break_at_ = kNowhere;
  const auto sentence = std::span(result_.tokens).subspan(token_begin_);
  if (!runs_on_after_abbreviation(text_, sentence, first, abbreviations_)) close_sentence();
}

void TextBuilder::close_sentence() {
  const auto token_end = static_cast<std::uint32_t>(result_.tokens.size());
  if (token_begin_ == token_end) return;
  const Span span{result_.tokens[token_begin_].span.begin, result_.tokens.back().span.end};
  result_.sentences.push_back({span, token_begin_, token_end, block_});
  token_begin_ = token_end;
}

}  // namespace calque
