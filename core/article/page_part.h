// Which elements of a page hold no part of its article, by what they are called.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace calque {

// What an element is called, by the words of its class, id and role, and of its name where it is a custom one.
struct PartName {
  enum Kind : unsigned char {
    kOther,
    kArticle,    // "article", "story", "post", "entry", "content": names like "article-with-sidebar" are common
    kFurniture,  // menus, advertisements, share buttons: not where it holds most of the page's prose
    kForeign,    // comments and consent: never the article, however long
  } kind = kOther;
  std::uint8_t word = 0;    // which of the words of furniture
  bool is_foreign = false;  // has such a word, beside one of an article or not
};

inline constexpr std::size_t kMostPartWords = 96;

PartName part_name(std::string_view element, std::string_view attributes);

// Not shown: hidden, aria-hidden="true", a style of display:none, or a class for those who hear the page.
bool is_hidden(std::string_view attributes);

// A style of display:block: an inline element that begins a line of its own.
bool is_styled_as_block(std::string_view attributes);

}  // namespace calque
