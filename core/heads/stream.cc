#include "heads/stream.h"

#include <string>

#include "base/word_hash.h"
#include "heads/repeats.h"
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
    WordHash hash;
    for (; span.end < line.end && !is_separator(article[span.end]); ++span.end) {
      hash.add(static_cast<unsigned char>(article[span.end]));
    }
    at = span.end;
    if (span.of(article) == kEndOfLine) return;  // fastText stops reading there
    // fastText takes such a word for a label and reads past it.
    if (span.empty() || span.of(article).starts_with(kLabelPrefix)) continue;
    stream.push_back({hash.value().hash, hash.value().key, span});
  }
}

// A hyphen joins two words; the other marks do not ("10:30" and "1,5" are numbers, which sets of data write
// differently).
bool is_read(std::string_view article, std::span<const Token> tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::kPunctuation) return true;
  const char mark = article[token.span.begin];
  if (token.span.size() != 1 || kReadMarks.find(mark) == kReadMarks.npos) return false;
  if (mark == '(' || mark == ')') return true;
  const auto is_word_beside = [&](std::size_t other) {
    return other < tokens.size() && tokens[other].kind != TokenKind::kPunctuation;
  };
  const bool is_joined = is_word_beside(at - 1) && tokens[at - 1].span.end == token.span.begin &&
                         is_word_beside(at + 1) && tokens[at + 1].span.begin == token.span.end;
  return is_joined == (mark == '-');
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
      if (!is_read(article_, text_.tokens, i)) continue;
      const Token& token = text_.tokens[i];
      tokens_.push_back({token.hash, token.key, token.span, weights_[i]});
    }
  }
  tokens_.push_back({kEnd.hash, kEnd.key, {sentence.span.end, sentence.span.end}});
  return tokens_;
}

std::string stream_text(std::string_view article, const Text& text, const Sentence& sentence) {
  std::string line;
  for (std::size_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    if (!is_read(article, text.tokens, i)) continue;
    const Token& token = text.tokens[i];
    if (!line.empty()) line += ' ';
    append_folded(token.span.of(article), token.kind, line);
  }
  return line;
}

}  // namespace calque
