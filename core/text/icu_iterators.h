// ICU's break iterators for a language, and a test of characters that both segmenters share.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <memory>
#include <string>

namespace calque {

// Makes break iterators by cloning: creating one opens resource bundles, which takes longer than a short article.
// Immutable; any number of threads may share it.
class IcuIterators {
 public:
  // `language`: ISO 639-1.
  explicit IcuIterators(const std::string& language);

  // Null when ICU has no data.
  std::unique_ptr<icu::BreakIterator> new_word_iterator() const;
  std::unique_ptr<icu::BreakIterator> new_sentence_iterator() const;
  // Whether sentence ends follow from Unicode's character properties alone, as in most languages. In Greek, ";" is a
  // question mark.
  bool has_common_sentences() const;

 private:
  std::unique_ptr<const icu::BreakIterator> words_;
  std::unique_ptr<const icu::BreakIterator> sentences_;
};

inline bool is_letter(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_ALPHABETIC); }

// A segment of only such characters is skipped.
inline bool makes_no_token(UChar32 c) {
  const auto type = u_charType(c);
  return u_isUWhiteSpace(c) || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

}  // namespace calque
