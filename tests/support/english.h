// The first stages set up for English, for tests that do not depend on the language.
#pragma once

#include "article/read_article.h"
#include "calque/article.h"
#include "calque/document.h"
#include "calque/text.h"
#include "context/context_text.h"
#include "language/en/english.h"
#include "text/segment.h"

namespace calque {

inline const Segmenter& english_segmenter() {
  static const Segmenter kSegmenter(english());
  return kSegmenter;
}

inline Article read_article(const Document& document) { return read_article(document, english().furniture); }
inline Text segment(const Article& article) { return english_segmenter().segment(article); }
inline Text segment_with_icu(const Article& article) { return english_segmenter().segment_with_icu(article); }
inline ContextText context_of(const NgramCounts& counts, const Article& article, const Text& text) {
  return {counts, article.text, text, english()};
}

}  // namespace calque
