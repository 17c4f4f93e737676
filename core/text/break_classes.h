// The classes of characters for UAX #29's boundary rules, for the scripts of the fast path.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "text/icu_iterators.h"

namespace calque {

enum class WordClass : std::uint8_t {
  kOther,
  kLetter,     // ALetter
  kDigit,      // Numeric
  kConnector,  // ExtendNumLet: "_"
  kMidLetter,  // joins letters only
  kMidDigit,   // joins digits only: ","
  kMidBoth,    // joins either: ".", "'"
  kComplex,    // no rules in the fast path: combining marks, joiners, Hebrew, Thai
};

enum class SentenceClass : std::uint8_t {
  kOther,
  kSpace,  // also every line end: inside a block it counts as a space
  kLower,
  kUpper,
  kLetter,      // OLetter: has no case
  kNumber,      // Numeric
  kPeriod,      // ATerm
  kTerminator,  // STerm: "!", "?"
  kClose,       // quotes and brackets
  kContinue,    // SContinue: ",", dashes
};

struct BreakClass {
  WordClass word = WordClass::kComplex;
  SentenceClass sentence = SentenceClass::kOther;
  bool letter = false;
  bool digit = false;     // decimal
  bool no_token = false;  // white space, control, format
};

// The first code point of CJK, which needs dictionaries.
inline constexpr std::int32_t kBreakClassLimit = 0x2E80;

using BreakClasses = std::array<BreakClass, kBreakClassLimit>;

// By code point, read from the installed ICU, whose word rules differ from the Unicode properties (":" joins letters in
// Swedish and not in English, "@" may be a letter). All are kComplex if ICU's data is missing or the language has
// sentence rules of its own: then ICU segments everything.
std::unique_ptr<const BreakClasses> make_break_classes(const IcuIterators& icu);

}  // namespace calque
