#include "verdict/basis.h"

#include <algorithm>

namespace calque {

double function_word_share(const Text& text, const Language& language) {
  const auto found = std::ranges::count_if(
      text.tokens, [&](const Token& token) { return language.function_words.contains(token.key); });
  return static_cast<double>(found) / std::max(1U, text.words);
}

Basis basis_of(const Text& text, const Language& language, std::uint32_t min_words) {
  if (text.words == 0) return Basis::kNotText;
  if (text.words < min_words) return Basis::kTooShort;
  const bool is_known = function_word_share(text, language) >= language.least_function_words;
  return is_known ? Basis::kScored : Basis::kOtherLanguage;
}

}  // namespace calque
