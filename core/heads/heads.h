// The heads: supervised fastText models, fused.
//
// For a line with features f (its known words and hashed n-grams), fastText's logit is (1/n) sum_f e_f . w, linear in
// the rows e_f. So e_f . w is computed once per row, when a head is fused, and inference is one look-up and one
// addition per feature. Up to four heads are stored side by side, so that one look-up serves all. Each feature's exact
// part of the logit is known.
//
// Immutable; any number of threads may share it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/key_table.h"
#include "calque/error.h"
#include "calque/verdict.h"
#include "heads/stream.h"
#include "model/pack.h"

namespace calque {

inline constexpr std::size_t kMaxHeads = 4;
using HeadValues = std::array<float, kMaxHeads>;
// The same in one byte each: the distance from the head's median, in steps of which kLargestCode reach the furthest
// value. The table is a quarter as large, and most of it stays in the caches. Most n-grams, those that training never
// saw, have the median.
using HeadCodes = std::array<std::int8_t, kMaxHeads>;
inline constexpr int kLargestCode = 127;

// A word's sum over its features (itself and its character n-grams) and their number, by head. The number is 0 for a
// head that does not know the word.
struct WordSlot {
  std::uint64_t key = 0;  // 0: a free cell
  std::array<std::uint16_t, kMaxHeads> counts{};
  HeadValues sums{};
};
static_assert(sizeof(WordSlot) == 32);

// The heads' tables, as in the pack.
struct HeadTables {
  std::vector<std::string> names;
  std::uint32_t word_ngrams = 1;
  std::uint32_t min_char_ngram = 0;
  std::uint32_t max_char_ngram = 0;  // 0: unknown words have no features
  KeyTable<WordSlot> words;
  std::size_t buckets = 0;  // an n-gram's bucket is its fastText hash modulo this
  // Each bucket's row, with one value (NaN: pruned) or one code for each head.
  std::span<const float> values;
  std::span<const HeadCodes> codes;
  HeadValues medians{};
  HeadValues steps{};

  std::span<const float> row(std::size_t bucket) const { return values.subspan(bucket * names.size(), names.size()); }
  const void* address_of(std::size_t bucket) const {
    return codes.empty() ? static_cast<const void*>(row(bucket).data()) : &codes[bucket];
  }
  HeadValues values_of(std::size_t bucket) const {
    HeadValues found{};
    if (codes.empty()) {
      std::ranges::copy(row(bucket), found.begin());
    } else {
      for (std::size_t h = 0; h < kMaxHeads; ++h)
        found[h] = medians[h] + static_cast<float>(codes[bucket][h]) * steps[h];
    }
    return found;
  }
};

class Heads {
 public:
  // Tables in memory, for the folded stream. `owner` keeps them alive.
  Heads(HeadTables tables, std::shared_ptr<const void> owner) : tables_(std::move(tables)), owner_(std::move(owner)) {}
  // From the pack's sections "heads.json", "heads.words" and "heads.buckets".
  static Expected<Heads> load(const Pack& pack);
  // From a fastText model file: one head, whose logit speaks for `label` (with or without "__label__"; empty:
  // "machine", "mt" or "1").
  static Expected<Heads> load_classifier(const std::string& path, const std::string& label);

  const std::vector<std::string>& names() const { return tables_.names; }
  StreamKind stream_kind() const { return stream_kind_; }

  // Each head's logit of one line; 0 for a head that knows none of its features. The spans in `line` point into
  // `article`.
  HeadValues score(std::span<const StreamToken> line, std::string_view article) const;

 private:
  friend std::vector<NgramShare> share_ngrams(const Heads& heads, std::string_view article, const Text& text,
                                              std::size_t head);

  Heads() = default;
  // An n-gram's bucket. Division takes about 30 cycles, and most tables have a power of two of buckets.
  std::size_t bucket_of(std::uint64_t hash) const {
    const std::size_t size = tables_.buckets;
    return (size & (size - 1)) == 0 ? hash & (size - 1) : hash % size;
  }
  // Calls visit(last token, bucket) for each n-gram of more than one token that begins with token `first`. It is
  // inlined into prefetch(), as that is into look_up(), because GCC 12 drops calls of functions that do nothing but
  // prefetch.
  template <class Visit>
  [[gnu::always_inline]] inline void visit_ngrams(std::span<const StreamToken> line, std::size_t first,
                                                  Visit&& visit) const;
  // Calls word(first, its slot) and ngram(first, last, bucket) for the line's words and n-grams, token by token, and
  // prefetches the rows of the tokens ahead: the tables are larger than the near caches, and most of the time would go
  // to waiting for memory.
  template <class Word, class Ngram>
  void look_up(std::span<const StreamToken> line, std::string_view article, Word&& word, Ngram&& ngram) const;
  [[gnu::always_inline]] inline void prefetch(std::span<const StreamToken> line, std::size_t first) const;
  // Calls visit(first token, last token, sums, counts, weight) for each feature, or group of features, of the line.
  template <class Visit>
  void visit_features(std::span<const StreamToken> line, std::string_view article, Visit&& visit) const;
  // The sum over an unknown word's character n-grams; false if it has none.
  bool sum_char_ngrams(std::string_view word, WordSlot& slot) const;

  HeadTables tables_;
  std::shared_ptr<const void> owner_;  // keeps the tables' memory
  StreamKind stream_kind_ = StreamKind::kFolded;
};

// All sentences' logits, row-major, sentences x heads.
std::vector<float> score_sentences(const Heads& heads, std::string_view article, const Text& text);

// The n-grams' shares of one head's mean logit over the sentences, weighted by words, largest magnitude first. They add
// up to the mean.
std::vector<NgramShare> share_ngrams(const Heads& heads, std::string_view article, const Text& text, std::size_t head);

}  // namespace calque
