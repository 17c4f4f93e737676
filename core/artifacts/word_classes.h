// What a token is to the rules: a set of classes. Each token's is found once; after that a rule costs nothing at most
// tokens, and reads the text only where it may find something.
#pragma once

#include <cstdint>

namespace calque {

// One bit for each class. A token may be in several.
using WordClasses = std::uint64_t;

namespace word_class {

namespace bit {
enum Number : unsigned {
#define CALQUE_CLASS(name, words) name,
#include "artifacts/common_classes.def"
#undef CALQUE_CLASS
  kFirstOfLanguage  // from here on the bits are a language's own
};
}  // namespace bit

#define CALQUE_CLASS(name, words) inline constexpr WordClasses name = WordClasses{1} << bit::name;
#include "artifacts/common_classes.def"
#undef CALQUE_CLASS

}  // namespace word_class
}  // namespace calque
