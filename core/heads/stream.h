// The tokens of a sentence that the heads read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"
#include "calque/text.h"

namespace calque {

// fastText's token for the end of a line.
inline constexpr std::string_view kEndOfLine = "</s>";

// fastText's hash of an n-gram, a token at a time from 0 (dictionary.cc, addWordNgrams); token hashes are signed there.
constexpr std::uint64_t extend_fasttext_ngram(std::uint64_t ngram, std::uint32_t token) {
  return ngram * 116049371 + static_cast<std::uint64_t>(std::int64_t{static_cast<std::int32_t>(token)});
}

// One of fastText's tokens: its hashes and its place. The end of a line is a token too, with an empty span.
struct StreamToken {
  std::uint32_t hash;
  std::uint64_t key;
  Span span;
  float weight = 1;  // of the word's own feature; pairs of words always count 1
};

// The marks that the heads read. They structure a sentence, and translators keep them from the source or change them.
// Full stops, quotes, dashes and all other marks depend on who typeset the text.
inline constexpr std::string_view kReadMarks = ",;:()-";

enum class StreamKind {
  kFolded,  // the sentence's folded words and numbers, and its kReadMarks: the pack's heads are trained on these
  kRaw,     // everything between white space, as `fasttext predict` reads a line
};

// Reads an article for the heads, sentence by sentence.
class Stream {
 public:
  Stream(std::string_view article, const Text& text, StreamKind kind);

  // The sentence's tokens and fastText's end-of-line token; valid until the next call.
  std::span<const StreamToken> read(const Sentence& sentence);

 private:
  std::string_view article_;
  const Text& text_;
  StreamKind kind_;
  std::vector<float> weights_;  // by token: repeat_weights() for the folded stream
  std::vector<StreamToken> tokens_;
};

// The folded stream as text, separated by spaces: a line for training a head. A token that is one of kReadMarks is a
// mark; all others are words and numbers.
std::string stream_text(std::string_view article, const Text& text, const Sentence& sentence);

}  // namespace calque
