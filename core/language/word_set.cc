#include "language/word_set.h"

#include "base/word_hash.h"

namespace calque {
namespace {

// So few cells are in use that nearly every other word misses at the first one.
constexpr std::size_t kCellsPerWord = 8;

}  // namespace

WordSet::WordSet(std::span<const std::string_view> words) : rows_(cells_for(kCellsPerWord / 2 * words.size())) {
  for (const std::string_view word : words) row_for(key_of(word), rows_);
}

}  // namespace calque
