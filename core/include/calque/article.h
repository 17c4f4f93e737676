// A document's text: decoded, normalised, cut into blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque {

// The unit of text offsets in a report. They point into the input text: the JSON string, or the file after its charset
// was decoded and its byte order mark removed. For HTML that is the article's text as extracted from the page.
enum class OffsetUnit { kBytes, kCodePoints, kUtf16 };  // kBytes: of its UTF-8 form

// Maps offsets in Article::text back to the input text. Normalisation seldom changes anything, so this stores only the
// places where it did.
class OffsetMap {
 public:
  // From `text_begin` to the next step, input offset = input_begin + (text offset - text_begin), but at most input_end
  // (a changed part may be longer or shorter than its original).
  struct Step {
    std::uint32_t text_begin;
    std::uint32_t input_begin;
    std::uint32_t input_end;
  };

  OffsetMap() = default;  // the identity
  explicit OffsetMap(std::vector<Step> steps) : steps_(std::move(steps)) {}

  bool is_identity() const { return steps_.empty(); }
  // The offset of byte `text_offset` of Article::text in the UTF-8 form of the input text.
  std::uint32_t to_input(std::uint32_t text_offset) const;

 private:
  std::vector<Step> steps_;  // by text_begin, ascending
};

enum class BlockKind {
  kParagraph,
  kBoilerplate,  // from the page, not the author: "Read More About", "Leave a Reply"
};

// A paragraph or a separate line. Blocks are in text order and do not overlap; only white space lies between them.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kParagraph;
};

// A trace in an HTML page's code of the machine that translated it. Code that offers translations to readers does not
// count: originals have it too.
struct PageMark {
  std::string code;        // as in the page, cut off after 120 bytes: "<html class=\"translated-ltr\">"
  std::string_view means;  // a clause about `code`; lives as long as the program
};

struct Article {
  std::string input;  // the input text in UTF-8; empty when it equals `text`
  std::string text;   // UTF-8 in Normalization Form C, with disguised words restored; every Span points here
  std::vector<Block> blocks;
  OffsetMap offsets;
  std::vector<Span> disguised;  // words that had look-alikes from other scripts, or invisible characters
  std::string charset;  // what `text` was decoded from, lower case: "utf-8", "utf-16le", "windows-1252", "utf-8 twice"
  std::size_t replaced_bytes = 0;  // invalid bytes, each replaced by U+FFFD
  bool is_text = true;             // false: control characters, replacements, or nothing at all
  bool is_empty_page = false;  // a page that can be read, but has no article: a cookie wall, a form, a list of links
  // From the HTML page, else from the record, else empty.
  std::string title;
  std::string date;
  std::string language;  // as an HTML page declares it: "en-GB"; often a template's default
  // The page's own address and host, if the record has none.
  std::string url;
  std::string host;
  std::vector<PageMark> page_marks;  // one for each meaning

  const std::string& input_text() const { return offsets.is_identity() ? text : input; }
};

}  // namespace calque
