#include "plausibility/word_parts.h"

#include <algorithm>
#include <string>

#include "base/word_hash.h"

namespace calque {
namespace {

constexpr int kRareLevel = 2;    // counts of 8 and more among some 45 million words
constexpr int kCommonLevel = 5;  // of 181 and more
constexpr std::size_t kShortestStem = 3;

bool is_known(std::string_view word, const WordLevels& words, int least) {
  return word.size() >= kShortestStem && words.level(key_of(word)) >= least;
}

// "stopp", "hop", "happi": a stem as its endings change it.
bool is_stem(std::string_view stem, const WordLevels& words) {
  if (is_known(stem, words, kRareLevel)) return true;
  const std::size_t size = stem.size();
  if (size > kShortestStem && stem[size - 1] == stem[size - 2] && is_known(stem.substr(0, size - 1), words, kRareLevel))
    return true;
  std::string changed(stem);
  if (is_known(changed.append("e"), words, kRareLevel)) return true;
  changed.pop_back();
  if (changed.empty() || changed.back() != 'i') return false;
  changed.back() = 'y';
  return is_known(changed, words, kRareLevel);
}

bool has_known_stem(std::string_view word, const WordLevels& words, const Language& language) {
  return std::ranges::any_of(language.suffixes, [&](std::string_view suffix) {
    return word.ends_with(suffix) && is_stem(word.substr(0, word.size() - suffix.size()), words);
  });
}

}  // namespace

bool is_made_of_known_words(std::string_view word, const WordLevels& words, const Language& language) {
  if (has_known_stem(word, words, language)) return true;
  for (const std::string_view prefix : language.prefixes) {
    if (!word.starts_with(prefix)) continue;
    const std::string_view rest = word.substr(prefix.size());
    if (is_known(rest, words, kRareLevel) || has_known_stem(rest, words, language)) return true;
  }
  for (std::size_t at = kShortestStem; at + kShortestStem <= word.size(); ++at) {
    if (is_known(word.substr(0, at), words, kCommonLevel) && is_known(word.substr(at), words, kCommonLevel))
      return true;
  }
  return false;
}

bool is_slip(std::string_view word, const WordLevels& words) {
  const auto is_common = [&](const std::string& changed) { return words.level(key_of(changed)) >= kCommonLevel; };
  std::string changed(word);
  for (std::size_t at = 0; at <= word.size(); ++at) {
    changed.assign(word).insert(at, 1, ' ');
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      changed[at] = letter;
      if (is_common(changed)) return true;
    }
    if (at == word.size()) break;
    changed.assign(word).erase(at, 1);
    if (is_common(changed)) return true;
    changed.assign(word);
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      changed[at] = letter;
      if (is_common(changed)) return true;
    }
    if (at + 1 == word.size()) continue;
    changed.assign(word);
    std::swap(changed[at], changed[at + 1]);
    if (is_common(changed)) return true;
  }
  return false;
}

}  // namespace calque
