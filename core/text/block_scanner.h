// The fast path: UAX #29 over UTF-8 bytes in one pass, which also hashes each word.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "base/word_hash.h"
#include "calque/span.h"
#include "text/break_classes.h"
#include "text/text_builder.h"

namespace calque {

class BlockScanner {
 public:
  BlockScanner(std::string_view text, Span block, const BreakClasses& classes, TextBuilder& builder);

  // Whether the rules here cover every character of the block. False if it is not UTF-8.
  bool can_scan() const;
  // Precondition: can_scan().
  void scan();

 private:
  struct Character {
    std::int32_t code_point;
    const unsigned char* end;
    BreakClass is;
  };
  struct Run;
  struct Word;

  static constexpr std::uint32_t kNoEnd = std::numeric_limits<std::uint32_t>::max();

  Character character_at(const unsigned char* at) const;
  SentenceClass class_before(const unsigned char* at) const;
  template <typename Predicate>
  const unsigned char* skip(const unsigned char* at, Predicate&& predicate) const;

  void add_run(const unsigned char* begin, const Run& run);
  const unsigned char* scan_other(const unsigned char* at);
  const unsigned char* scan_long_way(const unsigned char* begin, const Run& first);
  Run scan_run(const unsigned char* at, WordHash hash) const;
  bool ends_word(const unsigned char* at) const;
  bool extend_word(Word& word);
  void scan_single(const unsigned char* begin, const Character& character);
  // The end of the sentence that `character`, at `at`, closes; kNoEnd if it closes none, or the block ends with it.
  std::uint32_t sentence_end(const Character& character, const unsigned char* at) const;
  std::uint32_t end_after_terminator(const Character& terminator, const unsigned char* at) const;

  std::uint32_t offset_of(const unsigned char* at) const { return static_cast<std::uint32_t>(at - text_); }
  Span span(const unsigned char* begin, const unsigned char* end) const { return {offset_of(begin), offset_of(end)}; }

  const unsigned char* text_;
  const unsigned char* begin_;
  const unsigned char* end_;
  const BreakClasses& classes_;
  TextBuilder& builder_;
};

}  // namespace calque
