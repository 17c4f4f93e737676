// Makes articles of strings, for the stages that read them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "calque/article.h"

namespace calque::testing {

// An article whose only paragraph is `text`.
inline Article article_of_block(std::string text) {
  Article article;
  article.text = std::move(text);
  article.blocks.push_back({{0, static_cast<std::uint32_t>(article.text.size())}, BlockKind::kParagraph});
  return article;
}

// An article with a paragraph for each line that is not empty.
inline Article article_of_lines(std::string text) {
  Article article;
  article.text = std::move(text);
  std::size_t begin = 0;
  while (begin < article.text.size()) {
    const std::size_t end = std::min(article.text.find('\n', begin), article.text.size());
    if (end > begin) {
      const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      article.blocks.push_back({span, BlockKind::kParagraph});
    }
    begin = end + 1;
  }
  return article;
}

}  // namespace calque::testing
