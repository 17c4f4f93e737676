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
// Further off, words of the sentence tell its topic (topic_words.h), and with it which of the two is at home there.
//
// The score is a logistic regression's log-odds that the other word was meant: the pair's prior, for each n-gram a
// number from a table, by the n-gram's level and the word's own, and what the topics add. Everything was learned from
// round trips, where it is known what was meant, against English originals; tools/evidence/fit.cc says how.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "artifacts/confusion_sets.h"
#include "artifacts/context_words.h"
#include "artifacts/topic_words.h"
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
// Where neither pair was seen, nothing else is looked up; an n-gram of three only where the pairs in it were.
ContextLevels context_levels(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at,
                             std::uint64_t key);

// A word that often stands between its two neighbours is not questioned.
inline constexpr int kSetLevel = 3;  // of kTripleAround: counts of 8 and more
bool is_set_phrase(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at);
// Nor, on a first reading, one that often stands beside either, or was ever seen between them: three words in four are
// done with after two or three look-ups.
inline constexpr int kUsualLevel = 2;  // of both pairs: counts of 6 and more
bool is_usual(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at);
bool is_seen_beside(const ContextLevels& levels);  // one of the two neighbours

// By n-gram, by its level plus one, by the level of the word.
inline constexpr std::size_t kLevels = kMaxLevel + 1;
using LevelTable = std::array<std::array<std::array<float, kLevels>, kLevels + 1>, kContextNgrams>;

// A section of the pack as it stands there. Indexed by PairSource.
struct EvidenceTables {
  std::array<LevelTable, kPairSources> written;
  std::array<LevelTable, kPairSources> meant;
  std::array<float, kPairSources> topic_written;  // of a nat of the written word's association with the topics
  std::array<float, kPairSources> topic_meant;    // of the meaning's
  float minor_threshold;                          // on the score: the least that is a finding, on a first reading
  float major_threshold;
  float usual_rate;  // findings of all detectors per word of English originals, on a first reading
};

// Calls `visit(meaning, meant_levels, written, written_levels)` for each meaning worth a score: none where the written
// word is part of a set phrase, and only those that were seen beside one of its neighbours.
template <typename Visit>
void visit_meanings(const NgramCounts& counts, const ConfusionSets& sets, std::span<const ContextWord> words,
                    std::size_t at, Visit&& visit) {
  const ConfusedWord* const written = sets.find(words[at].key);
  if (written == nullptr || is_set_phrase(counts, words, at)) return;
  const ContextLevels written_levels = context_levels(counts, words, at, written->key);
  for (const Meaning& meaning : sets.meanings(*written)) {
    const ContextLevels meant_levels = context_levels(counts, words, at, meaning.key);
    if (is_seen_beside(meant_levels)) visit(meaning, meant_levels, *written, written_levels);
  }
}

// The topics around a place, gathered once for all words that may have been meant there.
class NearTopics {
 public:
  NearTopics(const TopicWords& topics, std::span<const ContextWord> words, std::size_t at);

  // What they say for a word, in nats: at most kMostAssociation.
  float association(std::uint64_t key) const;
  // The same for the word that stands there.
  float of_written() const { return of_written_; }

 private:
  const TopicWords& topics_;
  std::array<std::uint16_t, 2 * kTopicReach> numbers_;
  std::size_t count_ = 0;
  float of_written_;
};
inline constexpr float kMostAssociation = 12;

// Of one meaning at one place. Topics add no more than kMostTopicGain, so that they alone find nothing. Where the
// context gives less than kLeastContext beside the pair's prior, two words are but synonyms, or nothing is known of
// them: minus infinity.
inline constexpr float kMostTopicGain = 2;
inline constexpr float kLeastContext = 3;
float score_of(const EvidenceTables& tables, const NearTopics& near, const Meaning& meaning, const ContextLevels& meant,
               const ConfusedWord& word, const ContextLevels& written);

// How closely a text is read.
struct Scrutiny {
  std::array<float, kPairSources> thresholds;  // the least score that is a finding, by the meaning's source
  bool questions_usual_ones;                   // words, too, that is_usual() passes
};

// By how many nats mistakes are likelier than in originals where `findings` were found in `words` words: errors come by
// the article. With the errors of an article a Poisson process whose rate has a gamma prior (of the mean that originals
// have, weighing as much as kPriorFindings), the prior odds of an error grow by (findings + kPriorFindings) / (expected
// + kPriorFindings). At most kMostLowered.
inline constexpr double kPriorFindings = 1;
inline constexpr double kMostLowered = 3.5;
float raised_odds(const EvidenceTables& tables, std::size_t findings, std::size_t words);

// A second reading, after a first one that found so much: the threshold falls by the raised odds; that of a
// dictionary's pairs stays, since under it more than half are wrong even in round trips. None where nothing speaks for
// more.
std::optional<Scrutiny> closer_reading(const EvidenceTables& tables, std::size_t findings, std::size_t words);

// The likeliest meaning at one place.
struct WeighedMeaning {
  const Meaning* meaning;
  float score;
};

// What is known of words in context. Immutable, shared by all threads; keeps the pack mapped.
class ContextEvidence {
 public:
  ContextEvidence() = default;  // finds nothing
  // The sections "evidence/ngrams", "evidence/sets", "evidence/topics" and "evidence/tables"; a pack without them finds
  // nothing.
  static Expected<ContextEvidence> load(const Pack& pack);

  // The word at `at` if it is in a confusion set, else null; starts the reads that weigh() will wait for. `at` has two
  // words on either side.
  const ConfusedWord* find(std::span<const ContextWord> words, std::size_t at) const;
  // The best meaning for that word, if its score reaches the threshold: what visit_meanings and score_of say,
  // without the look-ups that cannot matter.
  std::optional<WeighedMeaning> weigh(const ConfusedWord& word, std::span<const ContextWord> words, std::size_t at,
                                      const Scrutiny& scrutiny) const;

  Scrutiny first_reading() const { return {{tables_->minor_threshold, tables_->minor_threshold}, false}; }
  float raised_odds(std::size_t findings, std::size_t words) const {
    return calque::raised_odds(*tables_, findings, words);
  }
  std::optional<Scrutiny> closer_reading(std::size_t findings, std::size_t words) const {
    return calque::closer_reading(*tables_, findings, words);
  }

  bool is_empty() const { return tables_ == nullptr; }
  bool is_major(float score) const { return score >= tables_->major_threshold; }
  const ConfusionSets& sets() const { return sets_; }
  const NgramCounts& counts() const { return counts_; }

 private:
  // The most that a table gives up to a level, as LevelTable.
  using Most = std::array<LevelTable, kPairSources>;
  // By source, what the written word and the likeliest meaning of that source may give at most.
  using Reach = std::array<float, kPairSources>;

  struct Written {
    ContextLevels levels;
    Reach given;
  };

  float reach_of(const Meaning& meaning) const;
  Reach reach_of(const ConfusedWord& word) const;
  void prefetch_pairs(std::uint64_t key, std::span<const ContextWord> words, std::size_t at) const;
  std::optional<Written> weigh_written(const ConfusedWord& word, std::span<const ContextWord> words, std::size_t at,
                                       const Reach& floors) const;
  std::optional<ContextLevels> weigh_meaning(const Meaning& meaning, float given, std::span<const ContextWord> words,
                                             std::size_t at, float floor) const;

  std::shared_ptr<const Pack> owner_;
  NgramCounts counts_;
  ConfusionSets sets_;
  TopicWords topics_;
  const EvidenceTables* tables_ = nullptr;
  Most most_written_{};
  Most most_meant_{};
  std::array<std::array<float, kLevels>, kPairSources> most_of_meaning_{};  // all its n-grams together
};

}  // namespace calque
