// The classes of English words, beside those of every language.
#pragma once

#include "artifacts/class_table.h"
#include "artifacts/word_classes.h"

namespace calque::en {

namespace word_class {

using namespace calque::word_class;

namespace bit {
enum Number : unsigned {
  kBeforeFirst = calque::word_class::bit::kFirstOfLanguage - 1,
#define CALQUE_CLASS(name, words) name,
#include "language/en/word_classes.def"
#undef CALQUE_CLASS
  kEnd
};
static_assert(kEnd <= 64);
}  // namespace bit

#define CALQUE_CLASS(name, words) inline constexpr WordClasses name = WordClasses{1} << bit::name;
#include "language/en/word_classes.def"
#undef CALQUE_CLASS

}  // namespace word_class

ClassTable word_classes();

}  // namespace calque::en
