// A page's tokens -> its blocks of text and what they stand in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/page_marks.h"
#include "article/page_metadata.h"
#include "article/page_part.h"

namespace calque {

// An element that holds blocks. Elements are in the order of their start tags; the first is the page.
struct HtmlElement {
  // Why it may be no part of the article. Which of them is, is decided when the whole page is known.
  enum Part : unsigned char {
    kNone,
    kFurniture,  // by its name, or <nav>, <aside>, <footer>, <figcaption>, <form>
    kHidden,
    kForeign,   // comments, consent
    kNoScript,  // what stands there instead of a script's work
  };

  std::size_t parent = 0;       // of a cell the one that its row stands in
  std::size_t first_block = 0;  // the blocks in it and below it
  std::size_t end_block = 0;
  std::size_t end_element = 0;  // the elements in it are those up to here
  Part part = kNone;
  PartName name = {};
  bool is_article = false;  // <article>, not around a comment
  bool is_form = false;     // <form>
  bool is_body = false;     // itemprop="articleBody"
  std::uint64_t kind = 0;   // a hash of its tag and class, of a cell with its column
  std::uint32_t cells = 0;  // of a row
};

struct HtmlBlock {
  enum Kind : unsigned char { kParagraph, kHeading, kListItem } kind = kParagraph;
  std::string text;              // entities decoded, white space collapsed; "\n" for <br>
  std::size_t element = 0;       // that it stands in
  std::size_t link_bytes = 0;    // of `text`, inside links, or <time>: a line of a date is as little of the text
  std::size_t marked_bytes = 0;  // of `text`, inside tags that a translator left
  bool is_main_heading = false;  // <h1>
};

struct HtmlBlocks {
  std::vector<HtmlElement> elements;
  std::vector<HtmlBlock> blocks;
  PageMetadata metadata;
  std::vector<CodeMark> marks;        // of the page as a whole
  std::optional<CodeMark> text_mark;  // the first on a text
};

// All of a page but scripts, controls and drawings.
HtmlBlocks find_html_blocks(std::string_view html);

// The charset that a page declares in the first 64 KiB of its head; empty when it does not.
std::string meta_charset(std::string_view html);

}  // namespace calque
