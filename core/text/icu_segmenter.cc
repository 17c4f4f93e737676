#include "text/icu_segmenter.h"

#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/fold.h"
#include "text/icu_iterators.h"

namespace calque {
namespace {

// `what` and `with` are of the same length.
void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    std::ranges::copy(with, text.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

// Every line end becomes a space of the same length, so that offsets stay right.
std::string without_line_ends(std::string_view block) {
  std::string text(block);
  replace_all(text, "\n", " ");
  replace_all(text, "\r", " ");
  replace_all(text, "\u0085", "\u00A0");
  replace_all(text, "\u2028", "\u2002");
  replace_all(text, "\u2029", "\u2002");
  return text;
}

// A break iterator over UTF-8; its places are byte offsets.
class Breaks {
 public:
  Breaks(icu::BreakIterator& iterator, std::string_view text) : iterator_(iterator) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&utext_, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_.setText(&utext_, status);
    iterator_.first();
  }
  Breaks(const Breaks&) = delete;
  Breaks& operator=(const Breaks&) = delete;
  ~Breaks() { utext_close(&utext_); }

  // False at the end.
  bool next(std::uint32_t& offset) {
    const std::int32_t found = iterator_.next();
    if (found == icu::BreakIterator::DONE) return false;
    offset = static_cast<std::uint32_t>(found);
    return true;
  }

 private:
  icu::BreakIterator& iterator_;
  UText utext_ = UTEXT_INITIALIZER;
};

std::vector<std::uint32_t> sentence_ends(icu::BreakIterator& iterator, std::string_view text) {
  std::vector<std::uint32_t> ends;
  Breaks breaks(iterator, text);
  for (std::uint32_t end = 0; breaks.next(end);) ends.push_back(end);
  return ends;
}

Span without_white_space(std::string_view text, Span span) {
  while (!span.empty()) {
    auto after = span.begin;
    UChar32 c = 0;
    U8_NEXT(text.data(), after, span.end, c);
    if (c < 0 || !u_isUWhiteSpace(c)) break;
    span.begin = after;
  }
  while (!span.empty()) {
    auto before = static_cast<std::int32_t>(span.end);
    UChar32 c = 0;
    U8_PREV(text.data(), static_cast<std::int32_t>(span.begin), before, c);
    if (c < 0 || !u_isUWhiteSpace(c)) break;
    span.end = static_cast<std::uint32_t>(before);
  }
  return span;
}

struct Contents {
  bool token = false;
  bool letter = false;
  bool digit = false;

  TokenKind kind() const {
    if (letter) return TokenKind::kWord;
    return digit ? TokenKind::kNumber : TokenKind::kPunctuation;
  }
};

Contents contents_of(std::string_view segment) {
  Contents contents;
  const auto size = static_cast<std::int64_t>(segment.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(segment.data(), at, size, c);
    contents.token |= c < 0 || !makes_no_token(c);
    contents.letter |= c >= 0 && is_letter(c);
    contents.digit |= c >= 0 && u_isdigit(c);
  }
  return contents;
}

void add_token(std::string_view text, Span segment, std::uint32_t offset, TextBuilder& builder) {
  const Span span = without_white_space(text, segment);
  const Contents contents = contents_of(span.of(text));
  if (!contents.token) return;
  builder.add({offset + span.begin, offset + span.end}, contents.kind(), hash_token(span.of(text), contents.kind()));
}

}  // namespace

IcuSegmenter::IcuSegmenter(const IcuIterators& iterators)
    : words_(iterators.new_word_iterator()), sentences_(iterators.new_sentence_iterator()) {}

void IcuSegmenter::segment_block(std::string_view text, Span block, TextBuilder& builder) {
  if (!words_ || !sentences_) return;
  const std::string plain = without_line_ends(block.of(text));
  const auto ends = sentence_ends(*sentences_, plain);
  auto next_end = ends.begin();
  Breaks breaks(*words_, plain);
  Span word;
  for (; breaks.next(word.end); word.begin = word.end) {
    for (; next_end != ends.end() && *next_end <= word.begin; ++next_end) {
      builder.end_sentence_at(block.begin + *next_end);
    }
    add_token(plain, word, block.begin, builder);
  }
}

}  // namespace calque
