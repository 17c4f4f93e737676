// English function words: how often each stands in a text says little of its topic and much of how it was written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace calque {

// In folded form.
inline constexpr std::array<std::string_view, 72> kFunctionWords = {
    "the",   "of",   "to",    "and",   "a",     "in",    "that", "is",      "for",     "on",    "it",   "with",
    "was",   "as",   "at",    "by",    "from",  "be",    "has",  "have",    "had",     "he",    "his",  "they",
    "their", "we",   "this",  "which", "who",   "not",   "but",  "an",      "are",     "were",  "will", "would",
    "been",  "its",  "or",    "also",  "after", "up",    "out",  "about",   "into",    "than",  "more", "one",
    "all",   "when", "there", "if",    "can",   "could", "said", "so",      "what",    "over",  "only", "other",
    "some",  "no",   "such",  "these", "those", "she",   "her",  "between", "because", "while", "even", "there's"};

// Words of someone who speaks to someone: letters, reviews and chat are full of them, news is not.
inline constexpr std::array<std::string_view, 13> kPersonalWords = {
    "i", "you", "my", "your", "me", "i'm", "i've", "i'd", "i'll", "it's", "don't", "you're", "you'll"};

// The index in kFunctionWords of the word whose key (core/text/fold.h) this is.
std::optional<std::size_t> function_word(std::uint64_t key);
bool is_personal_word(std::uint64_t key);

}  // namespace calque
