// ICU's break iterators for a language, and the classes of characters that both segmenters share.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <memory>
#include <string>

namespace calque {

// Makes break iterators: creating one opens resource bundles, which costs more than a short article; cloning one does
// not. Immutable; any number of threads may share it.
class IcuIterators {
 public:
  // `language`: ISO 639-1.
  explicit IcuIterators(const std::string& language);

  // Null when ICU has no data.
  std::unique_ptr<icu::BreakIterator> new_word_iterator() const;
  std::unique_ptr<icu::BreakIterator> new_sentence_iterator() const;
  // Sentences end where they do in most languages, by Unicode's properties of characters alone. In Greek ";" asks.
  bool has_common_sentences() const;

 private:
  std::unique_ptr<const icu::BreakIterator> words_;
  std::unique_ptr<const icu::BreakIterator> sentences_;
};

inline bool is_letter(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_ALPHABETIC); }

// A segment of nothing but these is passed over.
inline bool makes_no_token(UChar32 c) {
  const auto type = u_charType(c);
  return u_isUWhiteSpace(c) || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

}  // namespace calque
