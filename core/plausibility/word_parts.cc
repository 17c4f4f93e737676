#include "plausibility/word_parts.h"

#include <algorithm>
#include <string>

#include "base/word_hash.h"

namespace calque {
namespace {

constexpr int kRareLevel = 2;    // counts of 8 and more among some 45 million words
constexpr int kCommonLevel = 5;  // of 181 and more
constexpr std::size_t kShortestStem = 3;

void add(std::string_view letters, WordHash& hash) {
  for (const char letter : letters) hash.add(static_cast<unsigned char>(letter));
}

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
  const auto is_common = [&](WordHash hash, std::string_view rest) {
    add(rest, hash);
    return words.level(hash.value().key) >= kCommonLevel;
  };
  WordHash before;  // of the letters before `at`
  for (std::size_t at = 0; at <= word.size(); ++at) {
    const std::string_view from = word.substr(at);
    const std::string_view after = from.substr(std::min<std::size_t>(from.size(), 1));
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      WordHash changed = before;
      changed.add(static_cast<unsigned char>(letter));
      if (is_common(changed, from)) return true;                    // added
      if (!from.empty() && is_common(changed, after)) return true;  // changed
    }
    if (from.empty()) break;
    if (is_common(before, after)) return true;  // dropped
    if (!after.empty()) {
      WordHash swapped = before;
      add(after.substr(0, 1), swapped);
      add(from.substr(0, 1), swapped);
      if (is_common(swapped, after.substr(1))) return true;
    }
    add(from.substr(0, 1), before);
  }
  return false;
}

}  // namespace calque
