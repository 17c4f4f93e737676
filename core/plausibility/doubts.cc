#include "plausibility/doubts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "plausibility/word_parts.h"
#include "text/fold.h"

namespace calque {
namespace {

constexpr std::size_t kShortestWord = 4;  // bytes
constexpr std::size_t kAhead = 16;        // words

bool is_lower_letter(char c) { return is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

// "scientiﬁc": texts out of PDF files have ligatures (U+FB00 to U+FB06), which are no letters of a word list.
bool has_ligature(std::string_view word) { return word.find("\xEF\xAC") != std::string_view::npos; }

class Reader {
 public:
  Reader(std::string_view article, const Text& text, const WordLevels& words, const Language& language)
      : article_(article), text_(text), words_(words), language_(language), least_sums_(least_sums(words.words())) {}

  Doubts read(std::span<const ContextWord> all, std::span<const std::int8_t> pairs) {
    int before = kNoLevel;  // of the word before; kNoLevel unless both words are plain
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i + kAhead < all.size()) words_.prefetch(all[i + kAhead].key);
      const int level = is_plain(all[i]) ? words_.level(all[i].key) : kNoLevel;
      if (level != kNoLevel && before != kNoLevel && pairs[i - 1] == kNoLevel) doubt_pair(before, level);
      if (level == kNoLevel && may_be_unknown(all[i])) unknown_.push_back(all[i]);
      before = level;
    }
    doubt_words();
    return doubts_;
  }

 private:
  // A word that is no name, number or mark.
  bool is_plain(const ContextWord& word) const {
    return word.token != kNoToken && word.key == text_.tokens[word.token].key &&
           text_.tokens[word.token].kind == TokenKind::kWord;
  }

  bool may_be_unknown(const ContextWord& word) const {
    if (!is_plain(word)) return false;
    const std::string_view written = text_.tokens[word.token].span.of(article_);
    return written.size() >= kShortestWord && std::ranges::all_of(written, is_lower_letter) && !has_ligature(written);
  }

  // The least sums of two words' levels at which chance puts them together as often as kExpected says: the product of
  // their usual counts, over all words.
  static std::array<int, kExpected.size()> least_sums(double words) {
    constexpr double kStep = kLevelSteps[static_cast<std::size_t>(NgramKind::kWord)];
    std::array<int, kExpected.size()> sums{};
    std::ranges::transform(kExpected, sums.begin(), [&](double expected) {
      return static_cast<int>(std::ceil(std::log2(expected * words) / kStep - 1));
    });
    return sums;
  }

  void doubt_pair(int first, int second) {
    for (std::size_t band = 0; band < least_sums_.size(); ++band) {
      if (first + second < least_sums_[band]) continue;
      ++doubts_.unseen[band];
      return;
    }
  }

  // Words of the topic recur: a new drug, a dish, a plant.
  static constexpr std::ptrdiff_t kTopicWord = 3;

  void doubt_words() {
    for (const ContextWord& word : unknown_) {
      if (std::ranges::count(unknown_, word.key, &ContextWord::key) >= kTopicWord) continue;
      folded_.clear();
      append_folded(text_.tokens[word.token].span.of(article_), TokenKind::kWord, folded_);
      if (is_made_of_known_words(folded_, words_, language_)) continue;
      ++(is_slip(folded_, words_) ? doubts_.slips : doubts_.foreign);
    }
  }

  std::string_view article_;
  const Text& text_;
  const WordLevels& words_;
  const Language& language_;
  std::array<int, kExpected.size()> least_sums_;
  std::vector<ContextWord> unknown_;
  std::string folded_;
  Doubts doubts_;
};

}  // namespace

Doubts doubts_of(std::string_view article, const Text& text, const ContextText& context, const WordLevels& words,
                 const Language& language) {
  const ContextWords all = context.all();
  if (words.is_empty() || all.pairs.empty()) return {};
  return Reader(article, text, words, language).read(all.words, all.pairs);
}

}  // namespace calque
