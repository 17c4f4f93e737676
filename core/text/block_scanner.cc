#include "text/block_scanner.h"

#include <unicode/utf8.h>

#include <cstddef>

#include "base/utf8.h"
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

constexpr TokenHash kNumberHash = hash_folded("0");

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

// A stretch of ASCII letters and digits, and the word's hash up to its end.
struct BlockScanner::Run {
  bool has_letter() const { return (seen & 0x40U) != 0; }  // set in "a" to "z", not in "0"

  const unsigned char* end;
  WordHash hash;
  unsigned seen;  // all folded bytes, or-ed
};

// A word that is being scanned the long way.
struct BlockScanner::Word {
  void take(const Run& run) {
    end = run.end;
    if (run.seen == 0) return;
    hash = run.hash;
    letter |= run.has_letter();
    digit |= !run.has_letter();  // beside a letter it does not matter
    last = run.end[-1] <= '9' ? WordClass::kDigit : WordClass::kLetter;
  }

  const unsigned char* end = nullptr;
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
      classes_(classes),
      builder_(builder) {}

bool BlockScanner::can_scan() const {
  if (classes_[' '].word == WordClass::kComplex) return false;  // ICU has no data
  const std::string_view block = bytes(begin_, end_);
  for (std::size_t at = skip_ascii(block, 0); at < block.size(); at = skip_ascii(block, at)) {
    UChar32 c = 0;
    U8_NEXT(begin_, at, block.size(), c);
    if (c < 0 || c >= kBreakClassLimit || classes_[c].word == WordClass::kComplex) return false;
  }
  return true;
}

void BlockScanner::scan() {
  const unsigned char* at = begin_;
  while (at != end_) {
    if (*at == ' ') {
      ++at;
      continue;
    }
    const Run run = scan_run(at, {});
    if (run.seen == 0) {
      at = scan_other(at);
    } else if (ends_word(run.end)) [[likely]] {
      add_run(at, run);
      at = run.end;
    } else {
      at = scan_long_way(at, run);
    }
  }
}

inline void BlockScanner::add_run(const unsigned char* begin, const Run& run) {
  const bool word = run.has_letter();
  builder_.add(span(begin, run.end), word ? TokenKind::kWord : TokenKind::kNumber,
               word ? run.hash.value() : kNumberHash);
}

inline std::uint32_t BlockScanner::sentence_end(const Character& character, const unsigned char* at) const {
  return is_terminator(character.is.sentence) ? end_after_terminator(character, at) : kNoEnd;
}

const unsigned char* BlockScanner::scan_other(const unsigned char* at) {
  const Character character = character_at(at);
  if (is_word_class(character.is.word)) return scan_long_way(at, {at, {}, 0});
  scan_single(at, character);
  return character.end;
}

inline BlockScanner::Character BlockScanner::character_at(const unsigned char* at) const {
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

// A word with more in it than ASCII letters and digits; or that takes more than a glance to tell.
const unsigned char* BlockScanner::scan_long_way(const unsigned char* begin, const Run& first) {
  Word word;
  word.take(first);
  while (word.end != end_ && extend_word(word)) word.take(scan_run(word.end, word.hash));
  const auto kind = kind_of(word.letter, word.digit);
  // What was hashed on the way is the folded form of a word only.
  const auto hash = kind == TokenKind::kWord ? word.hash.value() : hash_token(bytes(begin, word.end), kind);
  builder_.add(span(begin, word.end), kind, hash);
  if (word.sentence_end != kNoEnd) builder_.end_sentence_at(word.sentence_end);
  return word.end;
}

// Reads ASCII letters and digits, which are most of any text, with only a table and the two hashes.
inline BlockScanner::Run BlockScanner::scan_run(const unsigned char* at, WordHash hash) const {
  unsigned seen = 0;
  for (; at != end_; ++at) {
    const unsigned char folded = kAsciiFold[*at];
    if (folded == 0) break;
    hash.add(folded);
    seen |= folded;
  }
  return {at, hash, seen};
}

// Whether a word that has a letter or digit before `at` goes no further. False also where ASCII cannot tell.
inline bool BlockScanner::ends_word(const unsigned char* at) const {
  if (at == end_ || *at == ' ') return true;
  if (*at >= 0x80 || is_word_class(classes_[*at].word)) return false;
  // The mark joins only if a letter or digit follows.
  return at + 1 == end_ || (at[1] < 0x80 && !is_word_class(classes_[at[1]].word));
}

// Takes one more character into the word if it belongs there.
bool BlockScanner::extend_word(Word& word) {
  const Character character = character_at(word.end);
  if (is_word_class(character.is.word)) {
    word.last = character.is.word;
    word.letter |= character.is.letter;
    word.digit |= character.is.digit;
  } else {
    if (!joins(character.is.word, word.last) || character.end == end_) return false;
    if (character_at(character.end).is.word != word.last) return false;
    const auto end = sentence_end(character, word.end);
    if (end != kNoEnd) word.sentence_end = end;
  }
  fold_character(character.code_point, [&word](unsigned char byte) { word.hash.add(byte); });
  word.end = character.end;
  return true;
}

void BlockScanner::scan_single(const unsigned char* begin, const Character& character) {
  if (character.is.no_token) return;
  const auto kind = kind_of(character.is.letter, character.is.digit);
  builder_.add(span(begin, character.end), kind, hash_token(bytes(begin, character.end), kind));
  const auto end = sentence_end(character, begin);
  if (end != kNoEnd) builder_.end_sentence_at(end);
}

// Rules SB6 to SB11. Looks no further than the next terminator, so that the whole stays linear.
std::uint32_t BlockScanner::end_after_terminator(const Character& terminator, const unsigned char* at) const {
  using enum SentenceClass;
  if (terminator.end == end_) return kNoEnd;
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
