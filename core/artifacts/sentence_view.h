// One sentence as a detector sees it. Places outside it are empty words without a class, so that rules may look past
// its ends.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "artifacts/passage.h"
#include "artifacts/token_tests.h"

namespace calque {

class SentenceView {
 public:
  SentenceView(const Passage& passage, const Sentence& sentence)
      : passage_(passage),
        tokens_(passage.text.tokens_of(sentence)),
        classes_(passage.classes.subspan(sentence.token_begin, tokens_.size())) {}
  SentenceView(const Passage&&, const Sentence&) = delete;  // it keeps a reference to the passage

  const Passage& passage() const { return passage_; }
  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t at) const { return tokens_[at]; }
  std::span<const Token> tokens() const { return tokens_; }
  WordClasses classes(std::size_t at) const { return at < size() ? classes_[at] : 0; }
  // Whether the word at `at` is of one of the classes. `at` may be any number: 0 - 1 is before the first token.
  bool is(std::size_t at, WordClasses any) const { return (classes(at) & any) != 0; }
  bool is_key(std::size_t at, std::uint64_t key) const { return at < size() && tokens_[at].key == key; }
  bool is_word(std::size_t at) const { return at < size() && tokens_[at].kind == TokenKind::kWord; }
  bool is_number(std::size_t at) const { return at < size() && tokens_[at].kind == TokenKind::kNumber; }
  bool is_mark(std::size_t at) const { return at < size() && tokens_[at].kind == TokenKind::kPunctuation; }
  bool is_capitalised(std::size_t at) const { return is_word(at) && is_upper(word(at)[0]); }
  // Whether white space or the end of the sentence follows.
  bool stands_apart(std::size_t at) const { return at + 1 >= size() || !touches_next(at); }
  // Whether nothing is between the token and the next one, which must exist.
  bool touches_next(std::size_t at) const { return touch(tokens_[at], tokens_[at + 1]); }
  std::string_view word(std::size_t at) const { return at < size() ? passage_.of(tokens_[at]) : std::string_view(); }
  Span span(std::size_t first, std::size_t last) const { return {tokens_[first].span.begin, tokens_[last].span.end}; }

 private:
  const Passage& passage_;
  std::span<const Token> tokens_;
  std::span<const WordClasses> classes_;
};

// `word` with a capital first letter if `model` has one, else unchanged.
inline std::string written_like(std::string_view model, std::string_view word) {
  std::string written(word);
  const bool starts_upper = !model.empty() && is_upper(model[0]);
  if (starts_upper && !written.empty() && is_lower(written[0])) written[0] -= 'a' - 'A';
  return written;
}

}  // namespace calque
