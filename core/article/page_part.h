// Which elements of a page are not part of its article, judged by their names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace calque {

// An element's kind by the words of its class, id and role, and of its tag if that is a custom one.
struct PartName {
  enum Kind : unsigned char {
    kOther,
    kArticle,    // "article", "story", "post", "entry", "content": names like "article-with-sidebar" are common
    kFurniture,  // menus, advertisements, share buttons; ignored if it holds most of the page's prose
    kForeign,    // comments and consent: never the article, however long
  } kind = kOther;
  std::uint8_t word = 0;    // which furniture word
  bool is_foreign = false;  // has a word of comments or consent, even next to one of an article
};

inline constexpr std::size_t kMostPartWords = 96;

PartName part_name(std::string_view element, std::string_view attributes);

// Whether it is not shown: hidden, aria-hidden="true", a style of display:none, or a class for screen readers.
bool is_hidden(std::string_view attributes);

// Whether it has a style of display:block: an inline element that begins a new line.
bool is_styled_as_block(std::string_view attributes);

}  // namespace calque
