// Finds words that were not meant, with the results of visit_meanings() and score_of(). Skips look-ups that cannot
// matter and overlaps the others, since each waits for memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "context/context_evidence.h"
#include "context/context_text.h"

namespace calque {

// The likeliest meaning at one place.
struct WeighedMeaning {
  std::size_t at;
  const Meaning* meaning;
  float score;
};

// For one thread; keeps `evidence`, which must not be empty.
class ContextReader {
 public:
  ContextReader(const ContextEvidence& evidence, const Scrutiny& scrutiny);

  // Appends, by place, the best meaning at each of the places `asked` if its score reaches the threshold. `asked` must
  // ascend, with two words on either side of each.
  void read(const ContextWords& text, std::span<const std::size_t> asked, std::vector<WeighedMeaning>& weighed);

 private:
  // A word in question.
  struct Place {
    std::size_t at;
    const ConfusedWord* word;
    int before = kNoLevel;  // the levels of its pairs
    int after = kNoLevel;
    ContextLevels levels{};
    float given = 0;  // the written word's score
    std::optional<WeighedMeaning> best{};
  };
  // A meaning at a place.
  struct Candidate {
    std::uint32_t place;
    int before = kNoLevel;  // the levels of its pairs
    int after = kNoLevel;
    const Meaning* meaning;
  };

  void read_batch(const ContextWords& text, std::span<const std::size_t> asked);
  void find_places(const ContextWords& text, std::span<const std::size_t> asked);
  void drop_usual(std::span<const ContextWord> words);
  void weigh_written(std::span<const ContextWord> words);
  void gather_candidates();
  void probe_candidates(ContextNgram which, std::span<const ContextWord> words);
  void sieve_before(std::span<const ContextWord> words);
  void sieve_after(std::span<const ContextWord> words);
  void weigh_candidates(std::span<const ContextWord> words);
  void weigh(const Candidate& candidate, const ContextLevels& meant, const SentenceTopics& topics);
  bool may_reach(const Candidate& candidate, float most) const;

  // Starts the reads for the n-grams of visit_longer(); then gets their levels, from the probe `next` on.
  void probe_longer(std::span<const ContextWord> words, std::size_t at, std::uint64_t key, int before, int after);
  ContextLevels longer_levels(int before, int after, std::size_t& next) const;

  const ContextEvidence& evidence_;
  Scrutiny scrutiny_;
  std::vector<Place> places_;
  std::vector<Candidate> candidates_;
  std::vector<NgramCounts::Probe> probes_;
};

}  // namespace calque
