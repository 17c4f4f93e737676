// Compares the fast segmenter with ICU's.
#include <algorithm>

#include "base/utf8.h"
#include "fuzz/target.h"
#include "support/article.h"
#include "support/english.h"

namespace calque::fuzz {
namespace {

bool are_alike(const Token& a, const Token& b) {
  return a.span == b.span && a.kind == b.kind && a.hash == b.hash && a.key == b.key;
}

bool are_alike(const Sentence& a, const Sentence& b) {
  return a.span == b.span && a.token_begin == b.token_begin && a.token_end == b.token_end && a.block == b.block;
}

template <class Items>
bool all_alike(const Items& a, const Items& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) { return are_alike(x, y); });
}

}  // namespace

void run(std::string_view input) {
  std::string text;
  append_repaired_utf8(input, text);
  for (const Article& article : {testing::article_of_block(text), testing::article_of_lines(text)}) {
    const Text fast = segment(article);
    const Text icu = segment_with_icu(article);
    demand(all_alike(fast.tokens, icu.tokens), "tokens are those of ICU");
    demand(all_alike(fast.sentences, icu.sentences), "sentences are those of ICU");
    demand(fast.words == icu.words, "words are counted as with ICU");
  }
}

}  // namespace calque::fuzz
