// Helpers for the article stage's tests.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "article/normalize.h"
#include "support/catch.h"
#include "support/english.h"

namespace calque {

inline Article read(std::string bytes, std::string charset = "") {
  Document document;
  document.bytes = std::move(bytes);
  document.charset = std::move(charset);
  return read_article(document);
}

inline Article normalized(std::string text) {
  Article article;
  article.text = std::move(text);
  normalize(article);
  return article;
}

inline std::vector<std::string> blocks_of(const Article& article) {
  std::vector<std::string> blocks;
  for (const Block& block : article.blocks) blocks.emplace_back(block.span.of(article.text));
  return blocks;
}

// Checks that blocks are in the order of the text and do not touch, with only white space between them.
inline void require_sound_blocks(const Article& article) {
  std::uint32_t end = 0;
  for (const Block& block : article.blocks) {
    REQUIRE(block.span.begin >= end);
    REQUIRE(block.span.begin < block.span.end);
    end = block.span.end;
  }
  REQUIRE(end <= article.text.size());
}

// `bytes` in another charset: each 16-bit unit as two bytes.
inline std::string as_utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes.push_back(big_endian ? high : low);
    bytes.push_back(big_endian ? low : high);
  }
  return bytes;
}

}  // namespace calque
