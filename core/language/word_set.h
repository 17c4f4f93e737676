// A set of words in which tokens are looked up.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/key_table.h"

namespace calque {

class WordSet {
 public:
  WordSet() = default;
  // `words` in folded form (core/text/fold.h).
  explicit WordSet(std::span<const std::string_view> words);

  // Whether this is the key (Token::key) of one of the words.
  bool contains(std::uint64_t key) const { return KeyTable<Row>(rows_).find(key) != nullptr; }

 private:
  struct Row {
    std::uint64_t key = 0;
  };

  std::vector<Row> rows_ = std::vector<Row>(1);
};

}  // namespace calque
