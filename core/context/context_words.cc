#include "context/context_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::array kNotNames = {
    key_of("i"),      key_of("monday"),    key_of("tuesday"), key_of("wednesday"), key_of("thursday"),
    key_of("friday"), key_of("saturday"),  key_of("sunday"),  key_of("january"),   key_of("february"),
    key_of("march"),  key_of("april"),     key_of("may"),     key_of("june"),      key_of("july"),
    key_of("august"), key_of("september"), key_of("october"), key_of("november"),  key_of("december"),
    key_of("i'm"),    key_of("i've"),      key_of("i'd"),     key_of("i'll"),
};

bool ends_with_genitive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("s'") || word.ends_with("\u2019s") || word.ends_with("s\u2019");
}

// 0 for a mark that is passed over.
std::uint64_t mark_key(std::string_view mark) {
  if (mark == "," || mark == "-" || mark == "\u2013" || mark == "\u2014") return kCommaKey;
  if (mark.find_first_not_of(".!?:;") == std::string_view::npos || mark == "\u2026") return kEdgeKey;
  return 0;
}

std::uint64_t word_key(std::string_view word, const Token& token, bool is_first) {
  if (is_first || !is_upper(word.front())) return token.key;
  if (std::ranges::find(kNotNames, token.key) != kNotNames.end()) return token.key;
  return ends_with_genitive(word) ? kNamesKey : kNameKey;
}

}  // namespace

void append_context_words(std::string_view text, const Text& tokens, const Sentence& sentence,
                          std::vector<ContextWord>& words) {
  words.insert(words.end(), 2, {kEdgeKey, kNoToken});
  bool is_first = true;
  for (std::uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    const Token& token = tokens.tokens[i];
    const std::string_view word = token.span.of(text);
    std::uint64_t key = token.key;
    if (token.kind == TokenKind::kPunctuation) key = mark_key(word);
    if (token.kind == TokenKind::kWord) key = word_key(word, token, is_first);
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
