#include "text/break_classes.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

namespace calque {
namespace {

// Asks ICU's word rules themselves how a mark joins its neighbours.
class WordRuleProbe {
 public:
  explicit WordRuleProbe(std::unique_ptr<icu::BreakIterator> words) : words_(std::move(words)) {}

  WordClass class_of(UChar32 c) {
    if (is_one_word(icu::UnicodeString(u'a').append(c))) return WordClass::kLetter;
    const bool joins_letters = is_one_word(icu::UnicodeString(u'a').append(c).append(u'a'));
    const bool joins_digits = is_one_word(icu::UnicodeString(u'0').append(c).append(u'0'));
    if (joins_letters && joins_digits) return WordClass::kMidBoth;
    if (joins_letters) return WordClass::kMidLetter;
    return joins_digits ? WordClass::kMidDigit : WordClass::kOther;
  }

 private:
  bool is_one_word(const icu::UnicodeString& text) {
    words_->setText(text);
    words_->first();
    return words_->next() == text.length();
  }

  std::unique_ptr<icu::BreakIterator> words_;
};

bool is_line_end(UChar32 c) {
  const auto property = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
  return property == U_SB_SEP || property == U_SB_CR || property == U_SB_LF;
}

WordClass word_class(UChar32 c, WordRuleProbe& probe) {
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return WordClass::kComplex;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return WordClass::kLetter;
    case U_WB_NUMERIC:
      return WordClass::kDigit;
    case U_WB_EXTENDNUMLET:
      return WordClass::kConnector;
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
      return WordClass::kOther;
    case U_WB_MIDLETTER:
    case U_WB_MIDNUM:
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return probe.class_of(c);
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:
      return c < 0x80 ? probe.class_of(c) : WordClass::kOther;  // "@"
    default:
      return WordClass::kComplex;
  }
}

SentenceClass sentence_class(UChar32 c) {
  if (is_line_end(c)) return SentenceClass::kSpace;
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_SP:
      return SentenceClass::kSpace;
    case U_SB_LOWER:
      return SentenceClass::kLower;
    case U_SB_UPPER:
      return SentenceClass::kUpper;
    case U_SB_OLETTER:
      return SentenceClass::kLetter;
    case U_SB_NUMERIC:
      return SentenceClass::kNumber;
    case U_SB_ATERM:
      return SentenceClass::kPeriod;
    case U_SB_STERM:
      return SentenceClass::kTerminator;
    case U_SB_CLOSE:
      return SentenceClass::kClose;
    case U_SB_SCONTINUE:
      return SentenceClass::kContinue;
    default:
      return SentenceClass::kOther;
  }
}

BreakClass class_of(UChar32 c, WordRuleProbe& probe) {
  BreakClass found;
  found.word = word_class(c, probe);
  found.sentence = sentence_class(c);
  found.letter = is_letter(c);
  found.digit = u_isdigit(c);
  found.no_token = makes_no_token(c);
  // Sentence rules look through these; and a format character among the digits (U+0600) would make a token of itself.
  const auto sentence = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
  const bool transparent = sentence == U_SB_FORMAT || sentence == U_SB_EXTEND;
  if (transparent || (found.no_token && found.word != WordClass::kOther)) found.word = WordClass::kComplex;
  return found;
}

}  // namespace

std::unique_ptr<const BreakClasses> make_break_classes(const IcuIterators& icu) {
  auto classes = std::make_unique<BreakClasses>();
  auto words = icu.new_word_iterator();
  if (!words || !icu.has_common_sentences()) return classes;
  WordRuleProbe probe(std::move(words));
  for (UChar32 c = 0; c < kBreakClassLimit; ++c) (*classes)[c] = class_of(c, probe);
  return classes;
}

}  // namespace calque
