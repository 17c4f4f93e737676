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
// round trips, where it is known what was meant, against English originals; tools/lab/evidence/fit.cc says how.
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
// Where a level stands in such a table: kNoLevel first.
constexpr std::size_t row_of(int level) { return static_cast<std::size_t>(level - kNoLevel); }

// A section of the pack as it stands there.
struct EvidenceTables {
  LevelTable written;
  LevelTable meant;
  float topic_written;    // of a nat of the written word's association with the topics
  float topic_meant;      // of the meaning's
  float minor_threshold;  // on the score: the least that is a finding, on a first reading
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

// The topics that the words of a sentence tell, looked up once for all places in it. Keeps `words`.
class SentenceTopics {
 public:
  SentenceTopics(const TopicWords& topics, std::span<const ContextWord> words);

 private:
  friend class NearTopics;
  const TopicWords& topics_;
  std::span<const ContextWord> words_;
  std::vector<std::optional<std::uint16_t>> numbers_;  // by word
};

// Those around one place, for all words that may have been meant there.
class NearTopics {
 public:
  NearTopics(const SentenceTopics& sentence, std::size_t at);

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

// What a table gives for a word of that level with n-grams of these.
float table_score(const LevelTable& table, const ContextLevels& levels, std::uint8_t word_level);

// Of one meaning at one place. Topics add no more than kMostTopicGain, so that they alone find nothing. Where the
// context gives less than kLeastContext beside the pair's prior, two words are but synonyms, or nothing is known of
// them: minus infinity.
inline constexpr float kMostTopicGain = 2;
inline constexpr float kLeastContext = 3;
float score_of(const EvidenceTables& tables, const NearTopics& near, const Meaning& meaning, const ContextLevels& meant,
               const ConfusedWord& word, const ContextLevels& written);

// How closely a text is read.
struct Scrutiny {
  float threshold;            // the least score that is a finding
  bool questions_usual_ones;  // words, too, that is_usual() passes
};

// By how many nats mistakes are likelier than in originals where `findings` were found in `words` words: errors come by
// the article. With the errors of an article a Poisson process whose rate has a gamma prior (of the mean that originals
// have, weighing as much as kPriorFindings), the prior odds of an error grow by (findings + kPriorFindings) / (expected
// + kPriorFindings). At most kMostLowered.
inline constexpr double kPriorFindings = 1;
inline constexpr double kMostLowered = 3.5;
float raised_odds(const EvidenceTables& tables, std::size_t findings, std::size_t words);

// A second reading, after a first one that found so much: the threshold falls by the raised odds. None where nothing
// speaks for more.
std::optional<Scrutiny> closer_reading(const EvidenceTables& tables, std::size_t findings, std::size_t words);

// The most that a table gives for a word's seven n-grams once it is known how often the word stands beside its
// neighbours: no n-gram is more frequent than a part of it.
class TableBound {
 public:
  TableBound() = default;
  explicit TableBound(const LevelTable& table);

  float at_most(int before, int after, std::uint8_t word) const {
    return before_[word][row_of(before)] + after_[word][row_of(after)] + others_[word][row_of(std::min(before, after))];
  }
  // Of any pair after.
  float at_most(int before, std::uint8_t word) const {
    return before_[word][row_of(before)] + most_after_[word] + others_[word][row_of(before)];
  }

 private:
  // By the level of the word, by that of the pair plus one.
  using ByPair = std::array<std::array<float, kLevels + 1>, kLevels>;

  ByPair before_{};  // the pair before and what may be longer
  ByPair after_{};
  ByPair others_{};  // by the rarer pair: what holds both, and what holds neither
  std::array<float, kLevels> most_after_{};
};

// What is known of words in context. Immutable, shared by all threads; keeps the pack mapped. ContextReader asks it.
class ContextEvidence {
 public:
  ContextEvidence() = default;  // finds nothing
  // The sections "evidence/ngrams", "evidence/sets", "evidence/topics" and "evidence/tables"; a pack without them finds
  // nothing.
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
  const NgramCounts& counts() const { return counts_; }
  const TopicWords& topics() const { return topics_; }
  const EvidenceTables& tables() const { return *tables_; }
  const TableBound& written_bound() const { return written_bound_; }
  const TableBound& meant_bound() const { return meant_bound_; }

 private:
  std::shared_ptr<const Pack> owner_;
  NgramCounts counts_;
  ConfusionSets sets_;
  TopicWords topics_;
  const EvidenceTables* tables_ = nullptr;
  TableBound written_bound_;
  TableBound meant_bound_;
};

}  // namespace calque
