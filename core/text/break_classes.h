// What the boundary rules of UAX #29 need to know of a character, for the scripts that the fast path reads.
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
  kComplex,    // the fast path has no rules for it: combining marks, joiners, Hebrew, Thai
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

// CJK, which needs dictionaries, begins here.
inline constexpr std::int32_t kBreakClassLimit = 0x2E80;

using BreakClasses = std::array<BreakClass, kBreakClassLimit>;

// By code point; as the ICU at hand has them, whose word rules depart from the Unicode properties (":" joins letters in
// Swedish and not in English, "@" may be one). All are kComplex without ICU's data, and where the language ends
// sentences by rules of its own: then ICU segments everything.
std::unique_ptr<const BreakClasses> make_break_classes(const IcuIterators& icu);

}  // namespace calque
