#include "language/en/word_classes.h"

#include <array>
#include <string_view>

#include "language/en/assets/word_lists.tsv.h"

namespace calque::en {
namespace {

using namespace word_class;

// The words of the first line of a kind in word_lists.tsv. Compiles only if there is one.
consteval std::string_view listed(std::string_view kind) {
  std::string_view rest = assets::kWordListsTsv;
  while (!(rest.starts_with(kind) && rest[kind.size()] == '\t')) rest.remove_prefix(rest.find('\n') + 1);
  rest.remove_prefix(kind.size() + 1);
  return rest.substr(0, rest.find('\n'));
}

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
