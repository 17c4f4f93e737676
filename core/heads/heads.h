// The heads: supervised fastText models, fused.
//
// For a line with features f (its known words and hashed n-grams), fastText's logit is (1/n) sum_f e_f . w, linear in
// the rows e_f. So e_f . w is computed once per row, when a head is fused, and inference is a look-up and an add per
// feature. Up to four heads lie side by side, so that one look-up serves all. Each feature's exact part of the logit is
// known.
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
// The same in a byte each: how far from the head's median, in steps of which kLargestCode reach the furthest. A table a
// quarter as large stays in the caches for the most part. The median is what most n-grams have, those that training
// never saw.
using HeadCodes = std::array<std::int8_t, kMaxHeads>;
inline constexpr int kLargestCode = 127;

// A word's sum over its features (itself and its character n-grams) and how many they are, by head. A head that does
// not know the word has a count of 0.
struct WordSlot {
  std::uint64_t key = 0;  // 0: a free cell
  std::array<std::uint16_t, kMaxHeads> counts{};
  HeadValues sums{};
};
static_assert(sizeof(WordSlot) == 32);

// The heads' tables, as they lie in the pack.
struct HeadTables {
  std::vector<std::string> names;
  std::uint32_t word_ngrams = 1;
  std::uint32_t min_char_ngram = 0;
  std::uint32_t max_char_ngram = 0;  // 0: words that are not known have no features
  KeyTable<WordSlot> words;
  std::size_t buckets = 0;  // an n-gram's is fastText's hash of it modulo their number
  // Each bucket's row: as values, one for each head, of which NaN is pruned, or as codes.
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
  // Tables in memory, for the folded stream. `tables` is what `owner` owns or keeps alive.
  Heads(HeadTables tables, std::shared_ptr<const void> owner) : tables_(std::move(tables)), owner_(std::move(owner)) {}
  // From the pack's sections "heads.json", "heads.words" and "heads.buckets".
  static Expected<Heads> load(const Pack& pack);
  // From a fastText model file: one head, whose logit speaks for `label` (with or without "__label__"; empty:
  // "machine", "mt" or "1").
  static Expected<Heads> load_classifier(const std::string& path, const std::string& label);

  const std::vector<std::string>& names() const { return tables_.names; }
  StreamKind stream_kind() const { return stream_kind_; }

  // Each head's logit of one line; 0 where it knows none of its features. `article` is what the stream's spans point
  // into.
  HeadValues score(std::span<const StreamToken> line, std::string_view article) const;

 private:
  friend std::vector<NgramShare> share_ngrams(const Heads& heads, std::string_view article, const Text& text,
                                              std::size_t head);

  Heads() = default;
  // An n-gram's place among the buckets. Division takes some 30 cycles, and most tables are a power of two.
  std::size_t bucket_of(std::uint64_t hash) const {
    const std::size_t size = tables_.buckets;
    return (size & (size - 1)) == 0 ? hash & (size - 1) : hash % size;
  }
  // Calls visit(last token, bucket) for each n-gram of more than one token that begins with token `first`.
  template <class Visit>
  void visit_ngrams(std::span<const StreamToken> line, std::size_t first, Visit&& visit) const;
  // Calls word(first, its slot) and ngram(first, last, bucket) for what the line has, token by token, and asks for what
  // will be looked up some tokens later: the tables are larger than the nearer caches, and waiting for one line of
  // memory after the other takes longer than all else.
  template <class Word, class Ngram>
  void look_up(std::span<const StreamToken> line, std::string_view article, Word&& word, Ngram&& ngram) const;
  void prefetch(std::span<const StreamToken> line, std::size_t first) const;
  // Calls visit(first token, last token, sums, counts, weight) for each feature, or group of features, of the line.
  template <class Visit>
  void visit_features(std::span<const StreamToken> line, std::string_view article, Visit&& visit) const;
  // The character n-grams of a word that is not known; false when it has none.
  bool sum_char_ngrams(std::string_view word, WordSlot& slot) const;

  HeadTables tables_;
  std::shared_ptr<const void> owner_;  // of the tables' memory
  StreamKind stream_kind_ = StreamKind::kFolded;
};

// All sentences' logits, row-major, sentences x heads.
std::vector<float> score_sentences(const Heads& heads, std::string_view article, const Text& text);

// The n-grams' shares of one head's mean logit over the sentences, each by its words, largest magnitude first. They add
// up to the mean.
std::vector<NgramShare> share_ngrams(const Heads& heads, std::string_view article, const Text& text, std::size_t head);

}  // namespace calque
