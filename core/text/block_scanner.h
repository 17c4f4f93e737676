// The fast path: UAX #29 over UTF-8 bytes, one pass, hashing each word while it is scanned.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "calque/span.h"
#include "text/break_classes.h"
#include "text/text_builder.h"
#include "text/word_hash.h"

namespace calque {

class BlockScanner {
 public:
  BlockScanner(std::string_view text, Span block, const BreakClasses& classes, TextBuilder& builder);

  // Whether the rules here cover every character of the block. False, too, where it is not UTF-8.
  bool can_scan() const;
  // Precondition: can_scan().
  void scan();

 private:
  struct Character {
    std::int32_t code_point;
    const unsigned char* end;
    BreakClass is;
  };
  struct Word;

  static constexpr std::uint32_t kNoEnd = std::numeric_limits<std::uint32_t>::max();

  Character character_at(const unsigned char* at) const;
  SentenceClass class_before(const unsigned char* at) const;
  template <typename Predicate>
  const unsigned char* skip(const unsigned char* at, Predicate&& predicate) const;

  void scan_word();
  bool extend_word(Word& word);
  void scan_run(Word& word);
  void scan_single(const Character& character);
  // Where the sentence ends that `terminator`, at `at`, would end; kNoEnd when it goes on, or to the end of the block.
  std::uint32_t sentence_end(const Character& terminator, const unsigned char* at) const;

  std::uint32_t offset_of(const unsigned char* at) const { return static_cast<std::uint32_t>(at - text_); }

  const unsigned char* text_;
  const unsigned char* begin_;
  const unsigned char* end_;
  const unsigned char* at_;
  const BreakClasses& classes_;
  TextBuilder& builder_;
};

}  // namespace calque
