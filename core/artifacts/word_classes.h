// What a word is to the detectors' local grammars. Each token is looked up once; after that a rule costs a test of bits
// at most tokens, and reads the text only where one may begin.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "calque/text.h"

namespace calque {

// A set of classes; a word may be in several.
using WordClasses = std::uint32_t;

namespace word_class {
inline constexpr WordClasses kThe = 1U << 0;
inline constexpr WordClasses kOf = 1U << 1;
inline constexpr WordClasses kAnd = 1U << 2;
inline constexpr WordClasses kNot = 1U << 3;
inline constexpr WordClasses kThat = 1U << 4;
inline constexpr WordClasses kDeterminer = 1U << 5;    // "my", "its", "some": a noun follows, no verb
inline constexpr WordClasses kOneOf = 1U << 6;         // before one thing only: "this", "another"
inline constexpr WordClasses kManyOf = 1U << 7;        // before several things only: "these", "several", "six"
inline constexpr WordClasses kOneThing = 1U << 8;      // "country": nouns that seldom stand before another noun
inline constexpr WordClasses kManyThings = 1U << 9;    // "countries": plurals that are no verb
inline constexpr WordClasses kOnePerson = 1U << 10;    // "he", "she", "it"
inline constexpr WordClasses kManyPersons = 1U << 11;  // "they", "we"
inline constexpr WordClasses kIs = 1U << 12;           // "is", "was", "has"
inline constexpr WordClasses kAre = 1U << 13;          // "are", "were", "have"
inline constexpr WordClasses kModal = 1U << 14;        // "must", "can"
inline constexpr WordClasses kDo = 1U << 15;           // "do", "does", "did"
inline constexpr WordClasses kFinite = 1U << 16;       // "has", "went": never after a modal verb or "do"
inline constexpr WordClasses kComparative = 1U << 17;  // "better", "bigger"
inline constexpr WordClasses kSuperlative = 1U << 18;  // "best", "biggest"
inline constexpr WordClasses kMore = 1U << 19;
inline constexpr WordClasses kMost = 1U << 20;
inline constexpr WordClasses kSaid = 1U << 21;    // "added", "explained": verbs of speech, past
inline constexpr WordClasses kSays = 1U << 22;    // the same in the present: "adds", "considers"
inline constexpr WordClasses kOffice = 1U << 23;  // "president", "chancellor"
inline constexpr WordClasses kMonth = 1U << 24;
inline constexpr WordClasses kWeekday = 1U << 25;
inline constexpr WordClasses kMagnitude = 1U << 26;  // "thousand", "million"
inline constexpr WordClasses kUnit = 1U << 27;       // "percent", "euros", "people": what numbers count
inline constexpr WordClasses kIn = 1U << 28;         // "in", "since", "until": before a date
inline constexpr WordClasses kEvident = 1U << 29;    // "necessary", "clear": "it is ... that"
inline constexpr WordClasses kAdverb = 1U << 30;     // "also", "already": between an auxiliary and its verb
inline constexpr WordClasses kAbstract = 1U << 31;   // "democracy", "unemployment": no article in general
}  // namespace word_class

// The classes of a token by its key, 0 for most.
WordClasses classes_of(std::uint64_t key);

// Of all tokens, in their order.
std::vector<WordClasses> classes_of(std::span<const Token> tokens);

}  // namespace calque
