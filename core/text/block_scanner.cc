#include "text/block_scanner.h"

#include <unicode/utf8.h>

#include <cstring>

#include "text/fold_character.h"

namespace calque {
namespace {

TokenKind kind_of(bool letter, bool digit) {
  if (letter) return TokenKind::kWord;
  return digit ? TokenKind::kNumber : TokenKind::kPunctuation;
}

std::string_view bytes(const unsigned char* begin, const unsigned char* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

bool is_ascii(const unsigned char* eight_bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, eight_bytes, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

bool joins(WordClass middle, WordClass neighbour) {
  if (neighbour == WordClass::kLetter) return middle == WordClass::kMidLetter || middle == WordClass::kMidBoth;
  if (neighbour == WordClass::kDigit) return middle == WordClass::kMidDigit || middle == WordClass::kMidBoth;
  return false;
}

bool is_word_class(WordClass word) {
  return word == WordClass::kLetter || word == WordClass::kDigit || word == WordClass::kConnector;
}

bool is_terminator(SentenceClass sentence) {
  return sentence == SentenceClass::kPeriod || sentence == SentenceClass::kTerminator;
}

bool has_case(SentenceClass sentence) { return sentence == SentenceClass::kUpper || sentence == SentenceClass::kLower; }

}  // namespace

// The word that is being scanned.
struct BlockScanner::Word {
  WordHash hash;
  WordClass last = WordClass::kOther;
  bool letter = false;
  bool digit = false;
  std::uint32_t sentence_end = kNoEnd;  // inside the word: a caseless letter follows a period
};

BlockScanner::BlockScanner(std::string_view text, Span block, const BreakClasses& classes, TextBuilder& builder)
    : text_(reinterpret_cast<const unsigned char*>(text.data())),
      begin_(text_ + block.begin),
      end_(text_ + block.end),
      at_(begin_),
      classes_(classes),
      builder_(builder) {}

bool BlockScanner::can_scan() const {
  const std::int64_t size = end_ - begin_;
  for (std::int64_t at = 0; at < size;) {
    if (size - at >= 8 && is_ascii(begin_ + at)) {
      at += 8;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(begin_, at, size, c);
    if (c < 0 || c >= kBreakClassLimit || classes_[c].word == WordClass::kComplex) return false;
  }
  return true;
}

void BlockScanner::scan() {
  while (at_ != end_) {
    if (*at_ == ' ') {
      ++at_;
    } else if (kAsciiFold[*at_] != 0) {
      scan_word();
    } else {
      const Character character = character_at(at_);
      if (is_word_class(character.is.word)) {
        scan_word();
      } else {
        scan_single(character);
      }
    }
  }
}

BlockScanner::Character BlockScanner::character_at(const unsigned char* at) const {
  if (*at < 0x80) return {*at, at + 1, classes_[*at]};
  UChar32 c = 0;
  int length = 0;
  U8_NEXT_UNSAFE(at, length, c);
  return {c, at + length, classes_[c]};
}

SentenceClass BlockScanner::class_before(const unsigned char* at) const {
  if (at == begin_) return SentenceClass::kOther;
  std::int64_t before = at - begin_;
  UChar32 c = 0;
  U8_PREV_UNSAFE(begin_, before, c);
  return classes_[c].sentence;
}

template <typename Predicate>
const unsigned char* BlockScanner::skip(const unsigned char* at, Predicate&& predicate) const {
  while (at != end_) {
    const Character character = character_at(at);
    if (!predicate(character.is.sentence)) break;
    at = character.end;
  }
  return at;
}

void BlockScanner::scan_word() {
  const auto* const begin = at_;
  Word word;
  do {
    scan_run(word);
  } while (at_ != end_ && *at_ != ' ' && extend_word(word));
  const auto kind = kind_of(word.letter, word.digit);
  // What was hashed so far is the folded word.
  const auto hash = kind == TokenKind::kWord ? word.hash.value() : hash_token(bytes(begin, at_), kind);
  builder_.add({{offset_of(begin), offset_of(at_)}, kind, hash.hash, hash.key});
  if (word.sentence_end != kNoEnd) builder_.end_sentence_at(word.sentence_end);
}

// ASCII letters and digits, most of any text: nothing but the table and the two hashes.
void BlockScanner::scan_run(Word& word) {
  const auto* at = at_;
  WordHash hash = word.hash;
  unsigned seen = 0;
  for (; at != end_; ++at) {
    const unsigned char folded = kAsciiFold[*at];
    if (folded == 0) break;
    hash.add(folded);
    seen |= 1U << (folded >> 6U);  // bit 1: a letter; bit 0: a digit
  }
  if (at == at_) return;
  word.hash = hash;
  word.letter |= (seen & 2U) != 0;
  word.digit |= (seen & 1U) != 0;
  word.last = kAsciiFold[at[-1]] == '0' ? WordClass::kDigit : WordClass::kLetter;
  at_ = at;
}

// Takes one more character into the word if it belongs there.
bool BlockScanner::extend_word(Word& word) {
  const Character character = character_at(at_);
  if (is_word_class(character.is.word)) {
    word.last = character.is.word;
    word.letter |= character.is.letter;
    word.digit |= character.is.digit;
  } else {
    if (!joins(character.is.word, word.last) || character.end == end_) return false;
    if (character_at(character.end).is.word != word.last) return false;
    const auto end = sentence_end(character, at_);
    if (end != kNoEnd) word.sentence_end = end;
  }
  fold_character(character.code_point, [&word](unsigned char byte) { word.hash.add(byte); });
  at_ = character.end;
  return true;
}

void BlockScanner::scan_single(const Character& character) {
  const auto* const begin = at_;
  at_ = character.end;
  if (character.is.no_token) return;
  const auto kind = kind_of(character.is.letter, character.is.digit);
  const auto hash = hash_token(bytes(begin, at_), kind);
  builder_.add({{offset_of(begin), offset_of(at_)}, kind, hash.hash, hash.key});
  if (!is_terminator(character.is.sentence)) return;
  const auto end = sentence_end(character, begin);
  if (end != kNoEnd) builder_.end_sentence_at(end);
}

// Rules SB6 to SB11. Looks no further than the next terminator, so that the whole stays linear.
std::uint32_t BlockScanner::sentence_end(const Character& terminator, const unsigned char* at) const {
  using enum SentenceClass;
  if (!is_terminator(terminator.is.sentence) || terminator.end == end_) return kNoEnd;
  const bool period = terminator.is.sentence == kPeriod;
  if (period) {
    const auto next = character_at(terminator.end).is.sentence;
    if (next == kNumber || (next == kUpper && has_case(class_before(at)))) return kNoEnd;
  }
  const auto* const closed = skip(terminator.end, [](SentenceClass c) { return c == kClose; });
  const auto* const spaced = skip(closed, [](SentenceClass c) { return c == kSpace; });
  if (spaced == end_) return kNoEnd;
  const auto next = character_at(spaced).is.sentence;
  if (next == kContinue || is_terminator(next)) return kNoEnd;
  if (period) {
    const auto* const letter =
        skip(spaced, [](SentenceClass c) { return !has_case(c) && c != kLetter && !is_terminator(c); });
    if (letter != end_ && character_at(letter).is.sentence == kLower) return kNoEnd;
  }
  return offset_of(spaced);
}

}  // namespace calque
