// What the heads read of a sentence.
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

// One of fastText's tokens: its hashes, and where it stands. The end of a line is a token too, with an empty span.
struct StreamToken {
  std::uint32_t hash;
  std::uint64_t key;
  Span span;
  float weight = 1;  // of the word's own feature; pairs of words always count 1
};

// The marks that the heads read. They order what a sentence says, and translators carry them over from the source, or
// do not. Full stops, quotes, dashes and all other marks tell who typeset a text.
inline constexpr std::string_view kReadMarks = ",;:()-";

enum class StreamKind {
  kFolded,  // the sentence's words and numbers, folded, and its kReadMarks: what the pack's heads are trained on
  kRaw,     // whatever stands between white space, as `fasttext predict` reads a line
};

// An article, as the heads read it sentence by sentence.
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

// The folded stream in words, separated by spaces: a line to train a head on. A token of one of kReadMarks is a mark,
// all others are words and numbers.
std::string stream_text(std::string_view article, const Text& text, const Sentence& sentence);

}  // namespace calque
