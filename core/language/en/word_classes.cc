#include "language/en/word_classes.h"

#include <array>

namespace calque::en {
namespace {

using namespace word_class;

constexpr WordClasses kNotNames = kThe | kOf | kMonth | kWeekday | kOneOf | kManyOf | kDeterminer | kIn;

constexpr WordClasses with_common(WordClasses classes) { return (classes & kNotNames) ? classes | kNoName : classes; }

constexpr auto kLists = std::to_array<ClassWords>({
#define CALQUE_CLASS(name, words) {with_common(name), words},
#include "language/en/word_classes.def"
#undef CALQUE_CLASS
});

constexpr std::array<ClassCell, 2048> kCells = make_class_cells<2048>(kLists);

}  // namespace

ClassTable word_classes() { return ClassTable(kCells); }

}  // namespace calque::en
