// A sentence as n-grams are counted in it, when the model is made and when an article is judged.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/word_hash.h"
#include "calque/text.h"
#include "language/language.h"

namespace calque {

// The token of an edge.
inline constexpr std::uint32_t kNoToken = ~std::uint32_t{0};

struct ContextWord {
  std::uint64_t key = 0;
  std::uint32_t token = 0;  // index into Text::tokens
};

// What stands for whole classes of tokens.
inline constexpr std::uint64_t kNameKey = key_of("<name>");
inline constexpr std::uint64_t kNamesKey = key_of("<name>'s");
inline constexpr std::uint64_t kCommaKey = key_of(",");
inline constexpr std::uint64_t kEdgeKey = key_of(".");

// Two edges, the sentence, two edges; so that every word has two neighbours on either side. Words stand for themselves,
// numbers for any number. Words with a capital that do not begin the sentence are one name in a row, but for those
// that are no names (days, months, "I"). Of the marks, commas and dashes are commas; what ends a sentence or a clause
// (. ! ? : ;) is an edge; quotes, brackets and the rest are passed over, so that no source's typography is learned.
void append_context_words(std::string_view text, const Text& tokens, const Sentence& sentence, const Language& language,
                          std::vector<ContextWord>& words);

}  // namespace calque
