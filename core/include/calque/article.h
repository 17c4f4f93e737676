// A document's text: decoded, normalised, cut into blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque {

// How text offsets are counted for the reader of a report. All of them are offsets into the text that came in:
// the JSON string, or the file after its charset was decoded and its byte order mark removed; of HTML the article's
// text as it was taken out of the page.
enum class OffsetUnit { kBytes, kCodePoints, kUtf16 };  // kBytes: of its UTF-8 form

// Leads from offsets in Article::text back to the text that came in. Normalisation seldom changes anything, so this
// keeps only the places where it did.
class OffsetMap {
 public:
  // From `text_begin` to the next step, input offset = input_begin + (text offset - text_begin), but at most input_end
  // (a changed stretch may be longer or shorter than what it came from).
  struct Step {
    std::uint32_t text_begin;
    std::uint32_t input_begin;
    std::uint32_t input_end;
  };

  OffsetMap() = default;  // the identity
  explicit OffsetMap(std::vector<Step> steps) : steps_(std::move(steps)) {}

  bool is_identity() const { return steps_.empty(); }
  // The byte offset, in the UTF-8 form of the text that came in, of byte `text_offset` of Article::text.
  std::uint32_t to_input(std::uint32_t text_offset) const;

 private:
  std::vector<Step> steps_;  // by text_begin, ascending
};

enum class BlockKind {
  kParagraph,
  kBoilerplate,  // left by the page, not written by the author: "Read More About", "Leave a Reply"
};

// A paragraph or a line that stands alone. Blocks do not overlap, and are in the order of the text; between them
// there is only white space.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kParagraph;
};

// A trace, in the code of an HTML page, of the machine that translated it. What a page uses to offer translations is
// none: it stands on originals.
struct PageMark {
  std::string code;        // as it stands in the page, cut off after 120 bytes: "<html class=\"translated-ltr\">"
  std::string_view means;  // a clause about `code`; lives as long as the program
};

struct Article {
  std::string input;  // UTF-8 of the text that came in; empty when it equals `text`
  std::string text;   // UTF-8 in Normalization Form C, words without disguise; every Span points here
  std::vector<Block> blocks;
  OffsetMap offsets;
  std::vector<Span> disguised;  // words that look-alikes of other scripts, or characters not seen, were taken out of
  std::string charset;  // what `text` was decoded from, lower case: "utf-8", "utf-16le", "windows-1252", "utf-8 twice"
  std::size_t replaced_bytes = 0;  // invalid bytes, each replaced by U+FFFD
  bool is_text = true;             // false: control characters, replacements, or nothing at all
  // What an HTML page says of itself, else what the record says; empty where neither does.
  std::string title;
  std::string date;
  std::string language;  // what an HTML page says of its language: "en-GB"; often left over from a template
  // The page's own address and its host, where the record has none.
  std::string url;
  std::string host;
  std::vector<PageMark> page_marks;  // one for each meaning

  const std::string& input_text() const { return offsets.is_identity() ? text : input; }
};

}  // namespace calque
