// An article as the detectors see it.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "artifacts/lexicons.h"
#include "artifacts/word_classes.h"
#include "calque/article.h"
#include "calque/span.h"
#include "calque/text.h"
#include "context/context_text.h"

namespace calque {

struct Passage {
  const Article& article;
  const Text& text;
  const Lexicons& lexicons;
  const ContextText& context;                 // of the text, by the lexicons' counts
  std::span<const WordClasses> classes = {};  // of text.tokens; find_artifacts fills them in if empty
  std::size_t found = 0;                      // findings about the language in earlier phases

  std::string_view of(Span span) const { return span.of(article.text); }
  std::string_view of(const Token& token) const { return token.span.of(article.text); }
};

}  // namespace calque
