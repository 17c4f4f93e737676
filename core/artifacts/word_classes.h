// The classes of a token. They are computed once per token; after that, rules cost nothing at most tokens and read the
// text only where they may find something.
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
  kFirstOfLanguage  // from here on, bits of the language
};
}  // namespace bit

#define CALQUE_CLASS(name, words) inline constexpr WordClasses name = WordClasses{1} << bit::name;
#include "artifacts/common_classes.def"
#undef CALQUE_CLASS

}  // namespace word_class
}  // namespace calque
