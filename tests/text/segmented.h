// Shows the result of `segment` as brackets in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/article.h"
#include "support/english.h"
#include "support/marked.h"

namespace calque::testing {

template <typename Items>
std::string draw_items(std::string_view text, const Items& items) {
  std::vector<Span> places;
  for (const auto& item : items) places.push_back(item.span);
  return draw(text, places);
}

// Removes the brackets of `drawing`, segments the text as one paragraph, and draws the brackets again.
inline std::string redraw_sentences(std::string_view drawing) {
  const Article article = article_of_block(read_marked(drawing).text);
  return draw_items(article.text, segment(article).sentences);
}

inline std::string redraw_tokens(std::string_view drawing) {
  const Article article = article_of_block(read_marked(drawing).text);
  return draw_items(article.text, segment(article).tokens);
}

}  // namespace calque::testing

// Check that the drawing shows exactly the sentences (tokens).
#define CHECK_SENTENCES(drawing) CHECK(calque::testing::redraw_sentences(drawing) == std::string(drawing))
#define CHECK_TOKENS(drawing) CHECK(calque::testing::redraw_tokens(drawing) == std::string(drawing))
