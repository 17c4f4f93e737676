// A page's tokens -> its blocks of text and what they stand in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "article/page_marks.h"

namespace calque {

// An element that holds blocks. Elements are in the order of their start tags; the first is the page.
struct HtmlElement {
  std::size_t parent = 0;       // of a cell the one that its row stands in
  std::size_t first_block = 0;  // the blocks in it and below it
  std::size_t end_block = 0;
};

struct HtmlBlock {
  enum Kind : unsigned char { kParagraph, kHeading, kListItem } kind = kParagraph;
  std::string text;              // entities decoded, white space collapsed; "\n" for <br>
  std::size_t element = 0;       // that it stands in
  std::size_t link_bytes = 0;    // of `text`, inside links
  std::size_t marked_bytes = 0;  // of `text`, inside tags that a translator left
  bool is_main_heading = false;  // <h1>
};

struct HtmlBlocks {
  std::vector<HtmlElement> elements;
  std::vector<HtmlBlock> blocks;
  std::string title;                  // <title>
  std::string meta_title;             // og:title
  std::string date;                   // article:published_time, datePublished, or the first <time>, as it stands there
  std::vector<CodeMark> marks;        // of the page as a whole
  std::optional<CodeMark> text_mark;  // the first on a text
};

// What is left out: scripts, forms, hidden elements. `without_page_parts` leaves out navigation, asides, footers and
// captions too, and elements that by their class, id or role hold comments, related stories, cookie notices and so on.
HtmlBlocks find_html_blocks(std::string_view html, bool without_page_parts);

// The charset that a page declares in its first 4 KiB, as browsers look for it; empty when it does not.
std::string meta_charset(std::string_view html);

}  // namespace calque
