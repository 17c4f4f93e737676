// A page's tokens -> its blocks of text and the elements around them.
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
  // Why it may not be part of the article. html_main.h decides, when the whole page is known.
  enum Part : unsigned char {
    kNone,
    kFurniture,  // by its name, or <nav>, <aside>, <footer>, <figcaption>, <form>
    kHidden,
    kForeign,   // comments, consent
    kNoScript,  // shown if scripts do not run
  };

  std::size_t parent = 0;       // for a cell, its row's parent
  std::size_t first_block = 0;  // the blocks in it and below it
  std::size_t end_block = 0;
  std::size_t end_element = 0;  // the elements before this one are in it
  Part part = kNone;
  PartName name = {};
  bool is_article = false;  // <article>, not around a comment
  bool is_form = false;     // <form>
  bool is_body = false;     // itemprop="articleBody"
  std::uint64_t kind = 0;   // a hash of its tag and class; for a cell, of its column too
  std::uint32_t cells = 0;  // of a row
};

struct HtmlBlock {
  enum Kind : unsigned char { kParagraph, kHeading, kListItem } kind = kParagraph;
  std::string text;              // entities decoded, white space collapsed; "\n" for <br>
  std::size_t element = 0;       // that holds it
  std::size_t link_bytes = 0;    // of `text`, inside links or <time>: neither is the article's prose
  std::size_t marked_bytes = 0;  // of `text`, inside tags left by a translator
  bool is_main_heading = false;  // <h1>
};

struct HtmlBlocks {
  std::vector<HtmlElement> elements;
  std::vector<HtmlBlock> blocks;
  PageMetadata metadata;
  std::vector<CodeMark> marks;        // of the page as a whole
  std::optional<CodeMark> text_mark;  // the first on a text
};

// All text of a page except scripts, controls and drawings.
HtmlBlocks find_html_blocks(std::string_view html);

// The charset that a page declares in its first 64 KiB; empty if it declares none.
std::string meta_charset(std::string_view html);

}  // namespace calque
