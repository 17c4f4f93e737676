// Tells from the words around a word whether another one was meant.
//
// Seven n-grams are looked up twice: with the written word, and with each word that may have been meant:
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
// More distant words of the sentence tell its topic (topic_words.h), and so which of the two words fits.
//
// The score is a logistic regression's log-odds that the other word was meant: the pair's prior, a number from a table
// for each n-gram, by its level and the word's level, and the gain from topics. All was learned from round trips, where
// the meant word is known, against English originals; tools/lab/evidence/fit.cc says how.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "calque/error.h"
#include "context/confusion_sets.h"
#include "context/context_words.h"
#include "context/topic_words.h"
#include "model/ngram_counts.h"
#include "model/pack.h"
#include "model/word_levels.h"

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

// The kinds, indexed by ContextNgram.
inline constexpr std::array<NgramKind, kContextNgrams> kContextKinds = {
    NgramKind::kPair,   NgramKind::kPair,   NgramKind::kTriple, NgramKind::kTriple,
    NgramKind::kTriple, NgramKind::kGapped, NgramKind::kGapped};

// The n-gram with `key` at `at`, which must have two words on either side.
std::uint64_t context_ngram(ContextNgram which, std::span<const ContextWord> words, std::size_t at, std::uint64_t key);

using ContextLevels = std::array<int, kContextNgrams>;
// If neither pair was seen, nothing else is looked up; a triple is looked up only if its pairs were seen.
ContextLevels context_levels(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at,
                             std::uint64_t key);

// Calls `visit(which)` for the n-grams longer than pairs that are worth a look-up, given the levels of the two pairs.
template <typename Visit>
void visit_longer(int before, int after, Visit&& visit) {
  if (before == kNoLevel && after == kNoLevel) return;
  if (before != kNoLevel) visit(ContextNgram::kTripleBefore);
  if (before != kNoLevel && after != kNoLevel) visit(ContextNgram::kTripleAround);
  if (after != kNoLevel) visit(ContextNgram::kTripleAfter);
  visit(ContextNgram::kGappedBefore);
  visit(ContextNgram::kGappedAfter);
}

// A word that is often seen between its two neighbours is not questioned.
inline constexpr int kSetLevel = 3;  // of kTripleAround: counts of 8 and more
bool is_set_phrase(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at);
// On a first reading, neither is one that is often seen beside both, or was ever seen between them: two or three
// look-ups settle three words in four.
inline constexpr int kUsualLevel = 2;  // of both pairs: counts of 6 and more
bool is_usual(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at);
bool is_seen_beside(const ContextLevels& levels);  // one of the two neighbours

// Indexed by n-gram, its level plus one, and the word's level.
inline constexpr std::size_t kLevels = kMaxLevel + 1;
using LevelTable = std::array<std::array<std::array<float, kLevels>, kLevels + 1>, kContextNgrams>;
// A level's row in such a table: kNoLevel first.
constexpr std::size_t row_of(int level) { return static_cast<std::size_t>(level - kNoLevel); }

// The layout of a section of the pack.
struct EvidenceTables {
  LevelTable written;
  LevelTable meant;
  float topic_written;    // per nat of the written word's association with the topics
  float topic_meant;      // of the meaning's association
  float minor_threshold;  // the lowest score of a finding, on a first reading
  float major_threshold;
  float usual_rate;  // findings of all detectors per word of English originals, on a first reading
};

// Calls `visit(meaning, meant_levels, written, written_levels)` for each meaning worth a score: none if the written
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

// The topics of a sentence's words, looked up once for all places in it. Keeps `words`.
class SentenceTopics {
 public:
  // The sentence with the place `at`, in the words of an article or of this sentence alone.
  SentenceTopics(const TopicWords& topics, std::span<const ContextWord> words, std::size_t at);

  bool holds(std::size_t at) const { return begin_ <= at && at - begin_ < words_.size(); }

 private:
  friend class NearTopics;
  const TopicWords& topics_;
  std::size_t begin_;  // of the sentence
  std::span<const ContextWord> words_;
  std::vector<std::optional<std::uint16_t>> numbers_;  // by word
};

// The topics around one place, for all words that may have been meant there.
class NearTopics {
 public:
  NearTopics(const SentenceTopics& sentence, std::size_t at);  // `at` as above

  // Their association with a word, in nats: at most kMostAssociation.
  float association(std::uint64_t key) const;
  // The same for the written word.
  float of_written() const { return of_written_; }

 private:
  const TopicWords& topics_;
  std::array<std::uint16_t, 2 * kTopicReach> numbers_;
  std::size_t count_ = 0;
  float of_written_;
};
inline constexpr float kMostAssociation = 12;

// A table's sum for a word of this level with n-grams of these levels.
float table_score(const LevelTable& table, const ContextLevels& levels, std::uint8_t word_level);

// The score of one meaning at one place. Topics add at most kMostTopicGain, so that they alone find nothing. Minus
// infinity if the context adds less than kLeastContext to the pair's prior: the words are synonyms, or unknown.
inline constexpr float kMostTopicGain = 2;
inline constexpr float kLeastContext = 3;
float score_of(const EvidenceTables& tables, const NearTopics& near, const Meaning& meaning, const ContextLevels& meant,
               const ConfusedWord& word, const ContextLevels& written);

// How closely to read a text.
struct Scrutiny {
  float threshold;            // the lowest score of a finding
  bool questions_usual_ones;  // also questions words that is_usual() passes
};

// By how many nats errors are likelier than in originals, given `findings` in `words` words: articles differ in their
// rate of errors. The errors are a Poisson process whose rate has a gamma prior (with the mean of originals, and the
// weight of kPriorFindings), so the prior odds of an error grow by (findings + kPriorFindings) / (expected +
// kPriorFindings). At most kMostLowered.
inline constexpr double kPriorFindings = 1;
inline constexpr double kMostLowered = 3.5;
float raised_odds(const EvidenceTables& tables, std::size_t findings, std::size_t words);

// The second reading, after `findings` in the first: the threshold falls by the raised odds. None if they are not
// raised.
std::optional<Scrutiny> closer_reading(const EvidenceTables& tables, std::size_t findings, std::size_t words);

// An upper bound on a table's sum for a word's seven n-grams, given its pairs with its neighbours: no n-gram is more
// frequent than a part of it.
class TableBound {
 public:
  TableBound() = default;
  explicit TableBound(const LevelTable& table);

  float at_most(int before, int after, std::uint8_t word) const {
    return before_[word][row_of(before)] + after_[word][row_of(after)] + others_[word][row_of(std::min(before, after))];
  }
  // For any pair after.
  float at_most(int before, std::uint8_t word) const {
    return before_[word][row_of(before)] + most_after_[word] + others_[word][row_of(before)];
  }
  // For any pairs.
  float at_most(std::uint8_t word) const { return most_[word]; }

 private:
  // Indexed by the word's level and the pair's level plus one.
  using ByPair = std::array<std::array<float, kLevels + 1>, kLevels>;

  ByPair before_{};  // the pair before and the longer n-grams with it
  ByPair after_{};
  ByPair others_{};  // by the rarer pair: n-grams with both pairs or neither
  std::array<float, kLevels> most_after_{};
  std::array<float, kLevels> most_{};
};

// The model of words in context, for ContextReader. Immutable, shared by all threads; keeps the pack mapped.
class ContextEvidence {
 public:
  ContextEvidence() = default;  // finds nothing
  // The sections "evidence/words", "evidence/ngrams", "evidence/sets", "evidence/topics" and "evidence/tables"; without
  // them nothing is found.
  static Expected<ContextEvidence> load(const Pack& pack);

  Scrutiny first_reading() const { return {tables_->minor_threshold, false}; }
  float raised_odds(std::size_t findings, std::size_t words) const {
    return calque::raised_odds(*tables_, findings, words);
  }
  std::optional<Scrutiny> closer_reading(std::size_t findings, std::size_t words) const {
    return calque::closer_reading(*tables_, findings, words);
  }

  bool is_empty() const { return tables_ == nullptr; }
  bool is_major(float score) const { return score >= tables_->major_threshold; }
  const ConfusionSets& sets() const { return sets_; }
  const WordLevels& words() const { return words_; }
  const NgramCounts& counts() const { return counts_; }
  const TopicWords& topics() const { return topics_; }
  const EvidenceTables& tables() const { return *tables_; }
  const TableBound& meant_bound() const { return meant_bound_; }

 private:
  std::shared_ptr<const Pack> owner_;
  WordLevels words_;
  NgramCounts counts_;
  ConfusionSets sets_;
  TopicWords topics_;
  const EvidenceTables* tables_ = nullptr;
  TableBound meant_bound_;
};

}  // namespace calque
