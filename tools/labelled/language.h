// The language of the articles that are trained on, mined and aligned.
#pragma once

#include <cstdint>

#include "language/en/english.h"
#include "text/segment.h"

namespace calque {

inline const Language& labelled_language() { return english(); }

inline const Segmenter& labelled_segmenter() {
  static const Segmenter kSegmenter(labelled_language());
  return kSegmenter;
}

// Whether `key` is a function word or a personal word, which does not depend on the topic.
inline bool is_common_word(std::uint64_t key) {
  const Language& language = labelled_language();
  return language.function_words.contains(key) || language.personal_words.contains(key);
}

}  // namespace calque
