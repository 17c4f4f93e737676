// ICU's break iterators for English, and the classes of characters that both segmenters share.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <memory>

namespace calque {

// Null when ICU has no data.
std::unique_ptr<icu::BreakIterator> new_word_iterator();
std::unique_ptr<icu::BreakIterator> new_sentence_iterator();

inline bool is_letter(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_ALPHABETIC); }

// A segment of nothing but these is passed over.
inline bool makes_no_token(UChar32 c) {
  const auto type = u_charType(c);
  return u_isUWhiteSpace(c) || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

}  // namespace calque
