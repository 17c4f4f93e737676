// A sentence in the form for counting n-grams, both to make the model and to judge an article.
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

// The keys for whole classes of tokens.
inline constexpr std::uint64_t kNameKey = key_of("<name>");
inline constexpr std::uint64_t kNamesKey = key_of("<name>'s");
inline constexpr std::uint64_t kCommaKey = key_of(",");
inline constexpr std::uint64_t kEdgeKey = key_of(".");

// Two edges, the sentence, two edges, so that every word has two neighbours on either side. Words keep their keys; all
// numbers have one key. Capitalised words in a row that do not begin the sentence are one name, except words that are
// not names (days, months, "I"). Dashes count as commas; ends of sentences or clauses (. ! ? : ;) are edges; quotes,
// brackets and other marks are skipped, so that no source's typography is learned.
void append_context_words(std::string_view text, const Text& tokens, const Sentence& sentence, const Language& language,
                          std::vector<ContextWord>& words);

}  // namespace calque
