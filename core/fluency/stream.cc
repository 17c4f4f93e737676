#include "fluency/stream.h"

#include <string>

#include "fluency/repeats.h"
#include "text/fold.h"

namespace calque {
namespace {

constexpr std::string_view kLabelPrefix = "__label__";

// fastText's separators (dictionary.cc, readWord).
constexpr bool is_separator(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\v' || c == '\f' || c == '\0';
}

void read_raw(std::string_view article, Span line, std::vector<StreamToken>& stream) {
  std::uint32_t at = line.begin;
  while (at < line.end) {
    while (at < line.end && is_separator(article[at])) ++at;
    Span span{at, at};
    while (span.end < line.end && !is_separator(article[span.end])) ++span.end;
    at = span.end;
    if (span.of(article) == kEndOfLine) return;  // fastText stops reading there
    // fastText takes such a word for a label and reads past it.
    if (span.empty() || span.of(article).starts_with(kLabelPrefix)) continue;
    const TokenHash hash = hash_folded(span.of(article));
    stream.push_back({hash.hash, hash.key, span});
  }
}

}  // namespace

Stream::Stream(std::string_view article, const Text& text, StreamKind kind)
    : article_(article), text_(text), kind_(kind) {
  if (kind == StreamKind::kFolded) weights_ = repeat_weights(text);
}

std::span<const StreamToken> Stream::read(const Sentence& sentence) {
  static const TokenHash kEnd = hash_folded(kEndOfLine);
  tokens_.clear();
  if (kind_ == StreamKind::kRaw) {
    read_raw(article_, sentence.span, tokens_);
  } else {
    for (std::size_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      const Token& token = text_.tokens[i];
      if (token.kind == TokenKind::kPunctuation) continue;
      tokens_.push_back({token.hash, token.key, token.span, weights_[i]});
    }
  }
  tokens_.push_back({kEnd.hash, kEnd.key, {sentence.span.end, sentence.span.end}});
  return tokens_;
}

std::string stream_text(std::string_view article, const Text& text, const Sentence& sentence) {
  std::string line;
  for (const Token& token : text.tokens_of(sentence)) {
    if (token.kind == TokenKind::kPunctuation) continue;
    if (!line.empty()) line += ' ';
    append_folded(token.span.of(article), token.kind, line);
  }
  return line;
}

}  // namespace calque
