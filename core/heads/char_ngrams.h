// fastText's character n-grams.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "base/word_hash.h"

namespace calque {

// Calls visit(hash) for each character n-gram of "<word>" with min to max characters, as fastText counts them: a UTF-8
// sequence is one character, and a lone "<" or ">" is skipped (fastText 0.9.2, dictionary.cc, computeSubwords).
template <class Visit>
void for_each_char_ngram(std::string_view word, int min, int max, Visit&& visit) {
  if (max <= 0) return;
  std::string marked;
  marked.reserve(word.size() + 2);
  marked.append("<").append(word).append(">");
  for (std::size_t begin = 0; begin < marked.size(); ++begin) {
    if (is_continuation(marked[begin])) continue;
    std::size_t end = begin;
    for (int length = 1; length <= max && end < marked.size(); ++length) {
      ++end;
      while (end < marked.size() && is_continuation(marked[end])) ++end;
      const bool lone_mark = length == 1 && (begin == 0 || end == marked.size());
      if (length >= min && !lone_mark) visit(hash_folded(std::string_view(marked).substr(begin, end - begin)).hash);
    }
  }
}

}  // namespace calque
