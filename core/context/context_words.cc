#include "context/context_words.h"

#include <algorithm>

#include "base/ascii.h"

namespace calque {
namespace {

// 0 for a mark that is passed over.
std::uint64_t mark_key(std::string_view mark) {
  if (mark == "," || mark == "-" || mark == "\u2013" || mark == "\u2014") return kCommaKey;
  if (mark.find_first_not_of(".!?:;") == std::string_view::npos || mark == "\u2026") return kEdgeKey;
  return 0;
}

std::uint64_t word_key(std::string_view word, const Token& token, bool is_first, const Language& language) {
  if (is_first || !is_upper(word.front()) || language.no_names.contains(token.key)) return token.key;
  const auto is_ending = [&](std::string_view ending) { return word.ends_with(ending); };
  return std::ranges::any_of(language.genitives, is_ending) ? kNamesKey : kNameKey;
}

}  // namespace

void append_context_words(std::string_view text, const Text& tokens, const Sentence& sentence, const Language& language,
                          std::vector<ContextWord>& words) {
  words.insert(words.end(), 2, {kEdgeKey, kNoToken});
  bool is_first = true;
  for (std::uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    const Token& token = tokens.tokens[i];
    const std::string_view word = token.span.of(text);
    std::uint64_t key = token.key;
    if (token.kind == TokenKind::kPunctuation) key = mark_key(word);
    if (token.kind == TokenKind::kWord) key = word_key(word, token, is_first, language);
    is_first &= token.kind == TokenKind::kPunctuation;
    if (key == 0) continue;
    const bool is_name_goes_on = words.back().key == kNameKey && (key == kNameKey || key == kNamesKey);
    if (is_name_goes_on) words.pop_back();
    if (key == kEdgeKey && words.back().key == kEdgeKey) continue;
    words.push_back({key, i});
  }
  words.insert(words.end(), 2, {kEdgeKey, kNoToken});
}

}  // namespace calque
