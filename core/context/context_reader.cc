#include "context/context_reader.h"

#include <algorithm>
#include <utility>

namespace calque {

ContextReader::ContextReader(const ContextEvidence& evidence, const Scrutiny& scrutiny)
    : evidence_(evidence), scrutiny_(scrutiny) {}

void ContextReader::read(const ContextWords& text, std::span<const std::size_t> asked,
                         std::vector<WeighedMeaning>& weighed) {
  constexpr std::size_t kMostAsked = 4 * NgramCounts::kProbeBatch;  // most are dropped at once
  while (!asked.empty()) {
    const std::size_t batch = std::min(asked.size(), kMostAsked);
    read_batch(text, asked.first(batch));
    asked = asked.subspan(batch);
    for (const Place& place : places_) {
      if (place.best) weighed.push_back(*place.best);
    }
  }
}

void ContextReader::read_batch(const ContextWords& text, std::span<const std::size_t> asked) {
  const std::span<const ContextWord> words = text.words;
  find_places(text, asked);
  drop_usual(words);
  weigh_written(words);
  gather_candidates();
  sieve_before(words);
  sieve_after(words);
  weigh_candidates(words);
}

void ContextReader::find_places(const ContextWords& text, std::span<const std::size_t> asked) {
  const auto& [words, pairs] = text;
  places_.clear();
  for (const std::size_t at : asked) {
    const std::int8_t before = pairs[at - 1];
    const std::int8_t after = pairs[at];
    if (!scrutiny_.questions_usual_ones && std::min(before, after) >= kUsualLevel) continue;
    const ConfusedWord* const word = evidence_.sets().find(words[at].key);
    if (word != nullptr) places_.push_back({at, word, before, after});
  }
}

// is_usual() and is_set_phrase(), with the pairs known.
void ContextReader::drop_usual(std::span<const ContextWord> words) {
  const NgramCounts& counts = evidence_.counts();
  const int least = scrutiny_.questions_usual_ones ? kSetLevel : 0;
  const auto is_open = [](const Place& place) { return place.before != kNoLevel && place.after != kNoLevel; };
  probes_.clear();
  for (const Place& place : places_) {
    if (!is_open(place)) continue;
    probes_.push_back(counts.probe(context_ngram(ContextNgram::kTripleAround, words, place.at, place.word->key)));
  }
  std::size_t probe = 0;
  std::erase_if(places_, [&](const Place& place) { return is_open(place) && counts.level(probes_[probe++]) >= least; });
}

// What the written words themselves give is known before their meanings are looked up, so that most of these need not
// be.
void ContextReader::weigh_written(std::span<const ContextWord> words) {
  probes_.clear();
  for (const Place& place : places_) probe_longer(words, place.at, place.word->key, place.before, place.after);
  std::size_t next = 0;
  for (Place& place : places_) {
    place.levels = longer_levels(place.before, place.after, next);
    place.given = table_score(evidence_.tables().written, place.levels, place.word->level);
  }
}

void ContextReader::gather_candidates() {
  candidates_.clear();
  for (std::uint32_t i = 0; i < places_.size(); ++i) {
    for (const Meaning& meaning : evidence_.sets().meanings(*places_[i].word)) {
      const Candidate candidate{.place = i, .meaning = &meaning};
      if (may_reach(candidate, evidence_.meant_bound().at_most(meaning.level))) candidates_.push_back(candidate);
    }
  }
}

// `most` is all that the meaning's context may give, but for topics.
bool ContextReader::may_reach(const Candidate& candidate, float most) const {
  const float context = places_[candidate.place].given + most + kMostTopicGain;
  return context >= kLeastContext && candidate.meaning->prior + context >= scrutiny_.threshold;
}

void ContextReader::probe_candidates(ContextNgram which, std::span<const ContextWord> words) {
  probes_.clear();
  for (const Candidate& candidate : candidates_) {
    const std::size_t at = places_[candidate.place].at;
    probes_.push_back(evidence_.counts().probe(context_ngram(which, words, at, candidate.meaning->key)));
  }
}

// Keeps the candidates that may reach the threshold by what stands before them, ...
void ContextReader::sieve_before(std::span<const ContextWord> words) {
  probe_candidates(ContextNgram::kPairBefore, words);
  std::size_t next = 0;
  std::erase_if(candidates_, [&](Candidate& candidate) {
    candidate.before = evidence_.counts().level(probes_[next++]);
    return !may_reach(candidate, evidence_.meant_bound().at_most(candidate.before, candidate.meaning->level));
  });
}

// ... and by what stands after them, too.
void ContextReader::sieve_after(std::span<const ContextWord> words) {
  probe_candidates(ContextNgram::kPairAfter, words);
  std::size_t next = 0;
  std::erase_if(candidates_, [&](Candidate& candidate) {
    candidate.after = evidence_.counts().level(probes_[next++]);
    if (candidate.before == kNoLevel && candidate.after == kNoLevel) return true;
    const TableBound& bound = evidence_.meant_bound();
    return !may_reach(candidate, bound.at_most(candidate.before, candidate.after, candidate.meaning->level));
  });
}

void ContextReader::weigh_candidates(std::span<const ContextWord> words) {
  probes_.clear();
  for (const Candidate& candidate : candidates_) {
    probe_longer(words, places_[candidate.place].at, candidate.meaning->key, candidate.before, candidate.after);
  }
  std::size_t next = 0;
  std::optional<SentenceTopics> topics;  // most sentences need none
  for (const Candidate& candidate : candidates_) {
    const ContextLevels meant = longer_levels(candidate.before, candidate.after, next);
    const Meaning& meaning = *candidate.meaning;
    if (!may_reach(candidate, table_score(evidence_.tables().meant, meant, meaning.level))) continue;
    const std::size_t at = places_[candidate.place].at;
    if (!topics || !topics->holds(at)) topics.emplace(evidence_.topics(), words, at);
    weigh(candidate, meant, *topics);
  }
}

void ContextReader::weigh(const Candidate& candidate, const ContextLevels& meant, const SentenceTopics& topics) {
  Place& place = places_[candidate.place];
  const Meaning& meaning = *candidate.meaning;
  const NearTopics near(topics, place.at);
  const float score = score_of(evidence_.tables(), near, meaning, meant, *place.word, place.levels);
  if (score < scrutiny_.threshold || (place.best && score <= place.best->score)) return;
  place.best = WeighedMeaning{place.at, &meaning, score};
}

void ContextReader::probe_longer(std::span<const ContextWord> words, std::size_t at, std::uint64_t key, int before,
                                 int after) {
  visit_longer(before, after, [&](ContextNgram which) {
    probes_.push_back(evidence_.counts().probe(context_ngram(which, words, at, key)));
  });
}

ContextLevels ContextReader::longer_levels(int before, int after, std::size_t& next) const {
  ContextLevels levels;
  levels.fill(kNoLevel);
  levels[static_cast<std::size_t>(ContextNgram::kPairBefore)] = before;
  levels[static_cast<std::size_t>(ContextNgram::kPairAfter)] = after;
  visit_longer(before, after, [&](ContextNgram which) {
    levels[static_cast<std::size_t>(which)] = evidence_.counts().level(probes_[next++]);
  });
  return levels;
}

}  // namespace calque
