// What the heads read of a sentence.
#pragma once

#include <string_view>
#include <vector>

#include "calque/span.h"
#include "calque/text.h"

namespace calque {

// One of fastText's tokens: its hashes, and where it stands. The end of a line is a token too, with an empty span.
struct StreamToken {
  std::uint32_t hash;
  std::uint64_t key;
  Span span;
};

enum class StreamKind {
  kFolded,  // the sentence's words and numbers, folded, without marks: what the pack's heads are trained on
  kRaw,     // whatever stands between white space, as `fasttext predict` reads a line
};

// Replaces `stream` by the sentence's tokens and fastText's end-of-line token.
void read_stream(std::string_view article, const Text& text, const Sentence& sentence, StreamKind kind,
                 std::vector<StreamToken>& stream);

// The folded stream in words, separated by spaces: a line to train a head on.
std::string stream_text(std::string_view article, const Text& text, const Sentence& sentence);

}  // namespace calque
