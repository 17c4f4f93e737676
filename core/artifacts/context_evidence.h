// Is the word that was written the one that was meant? The words around it know.
//
// For a written word and each word that may have been meant, seven n-grams are looked up with the one and with the
// other in place:
//
//        a   b  [x]  c   d
//            ------            kPairBefore
//               ------         kPairAfter
//        ----------            kTripleBefore
//            ----------        kTripleAround
//               ----------     kTripleAfter
//        -- . ----             kGappedBefore    any word between
//               ---- . --      kGappedAfter
//
// The score is a logistic regression's log-odds that the other word was meant: the pair's prior, and for each n-gram a
// number from a table, by the n-gram's level and the word's own. Everything was learned from round trips, where it is
// known what was meant, against English originals; tools/evidence/fit.cc says how.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "artifacts/confusion_sets.h"
#include "artifacts/context_words.h"
#include "calque/error.h"
#include "model/ngram_counts.h"
#include "model/pack.h"

namespace calque {

enum class ContextNgram : std::uint8_t {
  kPairBefore,
  kPairAfter,
  kTripleBefore,
  kTripleAround,
  kTripleAfter,
  kGappedBefore,
  kGappedAfter,
};
inline constexpr std::size_t kContextNgrams = 7;

// The kind of each, by ContextNgram.
inline constexpr std::array<NgramKind, kContextNgrams> kContextKinds = {
    NgramKind::kPair,   NgramKind::kPair,   NgramKind::kTriple, NgramKind::kTriple,
    NgramKind::kTriple, NgramKind::kGapped, NgramKind::kGapped};

// The n-gram that has `key` at `at`, which has two words on either side.
std::uint64_t context_ngram(ContextNgram which, std::span<const ContextWord> words, std::size_t at, std::uint64_t key);

using ContextLevels = std::array<int, kContextNgrams>;
ContextLevels context_levels(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at,
                             std::uint64_t key);

// The word at `at` stands between its two neighbours often.
inline constexpr int kUsualLevel = 3;  // of kTripleAround: counts of 8 and more
bool is_usual(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at);
// `key` was seen after the word before `at`, or before the word after it.
bool stands_beside(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at, std::uint64_t key);

// By n-gram, by its level plus one, by the level of the word.
inline constexpr std::size_t kLevels = kMaxLevel + 1;
using LevelTable = std::array<std::array<std::array<float, kLevels>, kLevels + 1>, kContextNgrams>;

// A section of the pack as it stands there.
struct EvidenceTables {
  std::array<LevelTable, kPairSources> written;
  std::array<LevelTable, kPairSources> meant;
  float minor_threshold;  // on the score: the least that is a finding
  float major_threshold;
};

// Calls `visit(meaning, meant_levels, written, written_levels)` for each meaning worth a score: none where the written
// word is usual between its neighbours, and only those that were seen beside one of them. This saves nine in ten
// look-ups, and is part of what the tables were fitted on.
template <typename Visit>
void visit_meanings(const NgramCounts& counts, const ConfusionSets& sets, std::span<const ContextWord> words,
                    std::size_t at, Visit&& visit) {
  const ConfusedWord* const written = sets.find(words[at].key);
  if (written == nullptr || is_usual(counts, words, at)) return;
  const ContextLevels written_levels = context_levels(counts, words, at, written->key);
  for (const Meaning& meaning : sets.meanings(*written)) {
    if (!stands_beside(counts, words, at, meaning.key)) continue;
    visit(meaning, context_levels(counts, words, at, meaning.key), *written, written_levels);
  }
}

// Of one meaning at one place.
float score_of(const EvidenceTables& tables, const Meaning& meaning, const ContextLevels& meant,
               const ConfusedWord& word, const ContextLevels& written);

// The likeliest meaning at one place.
struct WeighedMeaning {
  const Meaning* meaning;
  float score;
};

// What is known of words in context. Immutable, shared by all threads; keeps the pack mapped.
class ContextEvidence {
 public:
  ContextEvidence() = default;  // finds nothing
  // The sections "evidence/ngrams", "evidence/sets" and "evidence/tables"; a pack without them finds nothing.
  static Expected<ContextEvidence> load(const Pack& pack);

  // The best meaning for the word at `at`, if its score reaches the threshold of minor findings. `at` has two words on
  // either side.
  std::optional<WeighedMeaning> weigh(std::span<const ContextWord> words, std::size_t at) const;

  bool is_empty() const { return tables_ == nullptr; }
  bool is_major(float score) const { return score >= tables_->major_threshold; }
  const ConfusionSets& sets() const { return sets_; }
  const NgramCounts& counts() const { return counts_; }

 private:
  std::shared_ptr<const Pack> owner_;
  NgramCounts counts_;
  ConfusionSets sets_;
  const EvidenceTables* tables_ = nullptr;
};

}  // namespace calque
