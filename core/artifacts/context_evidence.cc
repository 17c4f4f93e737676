#include "artifacts/context_evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace calque {

std::uint64_t context_ngram(ContextNgram which, std::span<const ContextWord> words, std::size_t at, std::uint64_t key) {
  switch (which) {
    case ContextNgram::kPairBefore:
      return pair_ngram(words[at - 1].key, key);
    case ContextNgram::kPairAfter:
      return pair_ngram(key, words[at + 1].key);
    case ContextNgram::kTripleBefore:
      return triple_ngram(words[at - 2].key, words[at - 1].key, key);
    case ContextNgram::kTripleAround:
      return triple_ngram(words[at - 1].key, key, words[at + 1].key);
    case ContextNgram::kTripleAfter:
      return triple_ngram(key, words[at + 1].key, words[at + 2].key);
    case ContextNgram::kGappedBefore:
      return gapped_ngram(words[at - 2].key, key);
    case ContextNgram::kGappedAfter:
      return gapped_ngram(key, words[at + 2].key);
  }
  return 0;
}

ContextLevels context_levels(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at,
                             std::uint64_t key) {
  ContextLevels levels;
  levels.fill(kNoLevel);
  const auto look_up = [&](ContextNgram which) {
    int& level = levels[static_cast<std::size_t>(which)];
    level = counts.level(context_ngram(which, words, at, key));
    return level != kNoLevel;
  };
  const bool is_before = look_up(ContextNgram::kPairBefore);
  const bool is_after = look_up(ContextNgram::kPairAfter);
  if (!is_before && !is_after) return levels;
  if (is_before) look_up(ContextNgram::kTripleBefore);
  if (is_after) look_up(ContextNgram::kTripleAfter);
  if (is_before && is_after) look_up(ContextNgram::kTripleAround);
  look_up(ContextNgram::kGappedBefore);
  look_up(ContextNgram::kGappedAfter);
  return levels;
}

bool is_set_phrase(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at) {
  return counts.level(context_ngram(ContextNgram::kTripleAround, words, at, words[at].key)) >= kSetLevel;
}

bool is_usual(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at) {
  const auto level = [&](ContextNgram which) { return counts.level(context_ngram(which, words, at, words[at].key)); };
  const int before = level(ContextNgram::kPairBefore);
  if (before == kNoLevel) return false;
  const int after = level(ContextNgram::kPairAfter);
  if (after == kNoLevel) return false;
  return (before >= kUsualLevel && after >= kUsualLevel) || level(ContextNgram::kTripleAround) != kNoLevel;
}

bool is_seen_beside(const ContextLevels& levels) {
  return levels[static_cast<std::size_t>(ContextNgram::kPairBefore)] != kNoLevel ||
         levels[static_cast<std::size_t>(ContextNgram::kPairAfter)] != kNoLevel;
}

namespace {

float table_score(const LevelTable& table, const ContextLevels& levels, std::uint8_t word_level) {
  float score = 0;
  for (std::size_t i = 0; i < kContextNgrams; ++i) {
    score += table[i][static_cast<std::size_t>(levels[i] + 1)][word_level];
  }
  return score;
}

constexpr float kNever = -std::numeric_limits<float>::infinity();

// By level, the most that the table gives at it or below.
LevelTable most_of(const LevelTable& table) {
  LevelTable most = table;
  for (auto& by_level : most) {
    for (std::size_t level = 1; level < by_level.size(); ++level) {
      for (std::size_t word = 0; word < kLevels; ++word) {
        by_level[level][word] = std::max(by_level[level][word], by_level[level - 1][word]);
      }
    }
  }
  return most;
}

// Pairs first, since what is longer cannot be more frequent.
constexpr std::array kOrder = {ContextNgram::kPairBefore,   ContextNgram::kPairAfter,   ContextNgram::kTripleAround,
                               ContextNgram::kTripleBefore, ContextNgram::kTripleAfter, ContextNgram::kGappedBefore,
                               ContextNgram::kGappedAfter};

// What a word's seven n-grams give, as far as they have been looked up, and for the others the most that they can.
class Bound {
 public:
  Bound(const LevelTable& table, const LevelTable& most, std::uint8_t word_level)
      : table_(&table), most_(&most), word_level_(word_level) {
    for (std::size_t i = 0; i < kContextNgrams; ++i) {
      caps_[i] = most_level(NgramKind::kWord, word_level, kContextKinds[i]);
      value_ += at(most, i, caps_[i]);
    }
  }

  float value() const { return value_; }
  // Once all that is open has been set.
  const ContextLevels& levels() const { return caps_; }
  // False where context_levels() would not look.
  bool is_open(ContextNgram which) const { return caps_[index(which)] != kNoLevel; }
  bool is_seen_beside() const {
    return caps_[index(ContextNgram::kPairBefore)] != kNoLevel || caps_[index(ContextNgram::kPairAfter)] != kNoLevel;
  }

  void set(ContextNgram which, int level) {
    const std::size_t i = index(which);
    value_ += at(*table_, i, level) - at(*most_, i, caps_[i]);
    caps_[i] = level;
    if (which == ContextNgram::kPairBefore) {
      cap(ContextNgram::kTripleBefore, level);
      cap(ContextNgram::kTripleAround, level);
    }
    if (which == ContextNgram::kPairAfter) {
      cap(ContextNgram::kTripleAfter, level);
      cap(ContextNgram::kTripleAround, level);
    }
    if (which == ContextNgram::kPairAfter && !is_seen_beside()) {
      cap(ContextNgram::kGappedBefore, kNoLevel);
      cap(ContextNgram::kGappedAfter, kNoLevel);
    }
  }

 private:
  static std::size_t index(ContextNgram which) { return static_cast<std::size_t>(which); }
  float at(const LevelTable& table, std::size_t ngram, int level) const {
    return table[ngram][static_cast<std::size_t>(level + 1)][word_level_];
  }
  // An n-gram stands at most as often as a part of it.
  static int most_level(NgramKind part, int level, NgramKind whole) {
    const double steps = kLevelSteps[static_cast<std::size_t>(part)] / kLevelSteps[static_cast<std::size_t>(whole)];
    return level == kNoLevel ? kNoLevel : std::min(static_cast<int>((level + 1) * steps) + 1, kMaxLevel);
  }
  void cap(ContextNgram which, int pair_level) {
    const std::size_t i = index(which);
    const int level = std::min(caps_[i], most_level(NgramKind::kPair, pair_level, NgramKind::kTriple));
    value_ += at(*most_, i, level) - at(*most_, i, caps_[i]);
    caps_[i] = level;
  }

  const LevelTable* table_;
  const LevelTable* most_;
  std::uint8_t word_level_;
  ContextLevels caps_{};  // the level, or the most that it can be
  float value_ = 0;
};

tl::unexpected<Error> damaged(const Pack& pack, std::string_view what) {
  return tl::unexpected(Error{ErrorKind::kModel, pack.path() + ": " + std::string(what)});
}

bool is_finite(const LevelTable& table) {
  return std::ranges::all_of(table, [](const auto& by_level) {
    return std::ranges::all_of(by_level, [](const auto& by_word) {
      return std::ranges::all_of(by_word, [](float value) { return std::isfinite(value); });
    });
  });
}

bool is_sound(const EvidenceTables& tables) {
  const auto is_number = [](float value) { return std::isfinite(value); };
  return std::ranges::all_of(tables.written, is_finite) && std::ranges::all_of(tables.meant, is_finite) &&
         std::ranges::all_of(tables.topic_written, is_number) && std::ranges::all_of(tables.topic_meant, is_number) &&
         std::isfinite(tables.minor_threshold) && tables.minor_threshold <= tables.major_threshold &&
         tables.usual_rate >= 0;
}

}  // namespace

NearTopics::NearTopics(const TopicWords& topics, std::span<const ContextWord> words, std::size_t at) : topics_(topics) {
  const std::size_t end = std::min(words.size(), at + kTopicReach + 1);
  for (std::size_t i = at - std::min(at, kTopicReach); i < end; ++i) {
    if (i == at) continue;
    if (const auto topic = topics.topic(words[i].key)) numbers_[count_++] = *topic;
  }
  of_written_ = association(words[at].key);
}

float NearTopics::association(std::uint64_t key) const {
  return std::min(topics_.association(key, std::span(numbers_).first(count_)), kMostAssociation);
}

float score_of(const EvidenceTables& tables, const NearTopics& near, const Meaning& meaning, const ContextLevels& meant,
               const ConfusedWord& word, const ContextLevels& written) {
  const auto source = static_cast<std::size_t>(meaning.source);
  const float topic_gain =
      tables.topic_meant[source] * near.association(meaning.key) + tables.topic_written[source] * near.of_written();
  const float context = table_score(tables.meant[source], meant, meaning.level) +
                        table_score(tables.written[source], written, word.level) + std::min(topic_gain, kMostTopicGain);
  return context < kLeastContext ? kNever : meaning.prior + context;
}

float raised_odds(const EvidenceTables& tables, std::size_t findings, std::size_t words) {
  const double expected = static_cast<double>(tables.usual_rate) * static_cast<double>(words);
  const double odds = (static_cast<double>(findings) + kPriorFindings) / (expected + kPriorFindings);
  return static_cast<float>(std::min(std::log(odds), kMostLowered));
}

std::optional<Scrutiny> closer_reading(const EvidenceTables& tables, std::size_t findings, std::size_t words) {
  const float lowered = raised_odds(tables, findings, words);
  if (lowered <= 0) return std::nullopt;
  return Scrutiny{{tables.minor_threshold - lowered, tables.minor_threshold}, true};
}

Expected<ContextEvidence> ContextEvidence::load(const Pack& pack) {
  ContextEvidence evidence;
  const std::span<const std::byte> tables = pack.section("evidence/tables");
  if (tables.empty()) return evidence;
  if (tables.size() != sizeof(EvidenceTables)) return damaged(pack, "evidence tables: damaged");
  const auto counts = NgramCounts::load(pack.section("evidence/ngrams"));
  if (!counts) return damaged(pack, counts.error().message);
  const auto sets = ConfusionSets::load(pack.section("evidence/sets"));
  if (!sets) return damaged(pack, sets.error().message);
  const auto topics = TopicWords::load(pack.section("evidence/topics"));
  if (!topics) return damaged(pack, topics.error().message);
  evidence.owner_ = std::make_shared<Pack>(pack);
  evidence.counts_ = *counts;
  evidence.sets_ = *sets;
  evidence.topics_ = *topics;
  evidence.tables_ = reinterpret_cast<const EvidenceTables*>(tables.data());
  if (!is_sound(*evidence.tables_)) return damaged(pack, "evidence tables: damaged");
  for (std::size_t source = 0; source < kPairSources; ++source) {
    evidence.most_written_[source] = most_of(evidence.tables_->written[source]);
    evidence.most_meant_[source] = most_of(evidence.tables_->meant[source]);
    for (std::uint8_t word = 0; word < kLevels; ++word) {
      const Bound bound(evidence.tables_->meant[source], evidence.most_meant_[source], word);
      evidence.most_of_meaning_[source][word] = bound.value();
    }
  }
  return evidence;
}

// The meaning's levels; nothing where it was not seen beside a neighbour, and as soon as it is known that the score
// stays under `floor`. `given` is what the pair and the written word give.
std::optional<ContextLevels> ContextEvidence::weigh_meaning(const Meaning& meaning, float given,
                                                            std::span<const ContextWord> words, std::size_t at,
                                                            float floor) const {
  const auto source = static_cast<std::size_t>(meaning.source);
  Bound bound(tables_->meant[source], most_meant_[source], meaning.level);
  for (const ContextNgram which : kOrder) {
    if (given + bound.value() < floor) return std::nullopt;
    if (bound.is_open(which)) bound.set(which, counts_.level(context_ngram(which, words, at, meaning.key)));
  }
  if (!bound.is_seen_beside()) return std::nullopt;
  return bound.levels();
}

float ContextEvidence::reach_of(const Meaning& meaning) const {
  return meaning.prior + most_of_meaning_[static_cast<std::size_t>(meaning.source)][meaning.level];
}

// What the best meaning of each source may give, whatever its context.
ContextEvidence::Reach ContextEvidence::reach_of(const ConfusedWord& word) const {
  Reach reach;
  reach.fill(kNever);
  for (const Meaning& meaning : sets_.meanings(word)) {
    float& of_source = reach[static_cast<std::size_t>(meaning.source)];
    of_source = std::max(of_source, reach_of(meaning));
  }
  return reach;
}

void ContextEvidence::prefetch_pairs(std::uint64_t key, std::span<const ContextWord> words, std::size_t at) const {
  counts_.prefetch(context_ngram(ContextNgram::kPairBefore, words, at, key));
  counts_.prefetch(context_ngram(ContextNgram::kPairAfter, words, at, key));
}

const ConfusedWord* ContextEvidence::find(std::span<const ContextWord> words, std::size_t at) const {
  const ConfusedWord* const word = sets_.find(words[at].key);
  if (word != nullptr) prefetch_pairs(word->key, words, at);
  return word;
}

// Nothing where no meaning can reach the floor of its source any more.
std::optional<ContextEvidence::Written> ContextEvidence::weigh_written(const ConfusedWord& word,
                                                                       std::span<const ContextWord> words,
                                                                       std::size_t at, const Reach& floors) const {
  const Reach reach = reach_of(word);
  std::array<Bound, kPairSources> bounds = {Bound(tables_->written[0], most_written_[0], word.level),
                                            Bound(tables_->written[1], most_written_[1], word.level)};
  const auto may_reach = [&] {
    return reach[0] + bounds[0].value() >= floors[0] || reach[1] + bounds[1].value() >= floors[1];
  };
  for (const ContextNgram which : kOrder) {
    if (!may_reach()) return std::nullopt;
    if (!bounds[0].is_open(which)) continue;
    const int level = counts_.level(context_ngram(which, words, at, word.key));
    for (Bound& bound : bounds) bound.set(which, level);
  }
  return Written{bounds[0].levels(), {bounds[0].value(), bounds[1].value()}};
}

std::optional<WeighedMeaning> ContextEvidence::weigh(const ConfusedWord& word, std::span<const ContextWord> words,
                                                     std::size_t at, const Scrutiny& scrutiny) const {
  const bool is_passed =
      scrutiny.questions_usual_ones ? is_set_phrase(counts_, words, at) : is_usual(counts_, words, at);
  if (is_passed) return std::nullopt;
  const Reach floors = {scrutiny.thresholds[0] - kMostTopicGain, scrutiny.thresholds[1] - kMostTopicGain};
  const std::optional<Written> written = weigh_written(word, words, at, floors);
  if (!written) return std::nullopt;
  const auto may_reach = [&](const Meaning& meaning) {
    const auto source = static_cast<std::size_t>(meaning.source);
    return reach_of(meaning) + written->given[source] >= floors[source];
  };
  for (const Meaning& meaning : sets_.meanings(word)) {
    if (may_reach(meaning)) prefetch_pairs(meaning.key, words, at);
  }
  std::optional<NearTopics> near;  // most places need none
  std::optional<WeighedMeaning> best;
  for (const Meaning& meaning : sets_.meanings(word)) {
    if (!may_reach(meaning)) continue;
    const auto source = static_cast<std::size_t>(meaning.source);
    const auto meant = weigh_meaning(meaning, meaning.prior + written->given[source], words, at, floors[source]);
    if (!meant) continue;
    if (!near) near.emplace(topics_, words, at);
    const float score = score_of(*tables_, *near, meaning, *meant, word, written->levels);
    if (score >= scrutiny.thresholds[source] && (!best || score > best->score)) best = WeighedMeaning{&meaning, score};
  }
  return best;
}

}  // namespace calque
