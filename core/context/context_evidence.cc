#include "context/context_evidence.h"

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
    return level;
  };
  const int before = look_up(ContextNgram::kPairBefore);
  const int after = look_up(ContextNgram::kPairAfter);
  visit_longer(before, after, look_up);
  return levels;
}

namespace {

int level_of_written(const NgramCounts& counts, ContextNgram which, std::span<const ContextWord> words,
                     std::size_t at) {
  return counts.level(context_ngram(which, words, at, words[at].key));
}

}  // namespace

bool is_set_phrase(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at) {
  return level_of_written(counts, ContextNgram::kPairBefore, words, at) != kNoLevel &&
         level_of_written(counts, ContextNgram::kPairAfter, words, at) != kNoLevel &&
         level_of_written(counts, ContextNgram::kTripleAround, words, at) >= kSetLevel;
}

bool is_usual(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at) {
  const int before = level_of_written(counts, ContextNgram::kPairBefore, words, at);
  const int after = level_of_written(counts, ContextNgram::kPairAfter, words, at);
  if (before == kNoLevel || after == kNoLevel) return false;
  return std::min(before, after) >= kUsualLevel ||
         level_of_written(counts, ContextNgram::kTripleAround, words, at) != kNoLevel;
}

bool is_seen_beside(const ContextLevels& levels) {
  return levels[static_cast<std::size_t>(ContextNgram::kPairBefore)] != kNoLevel ||
         levels[static_cast<std::size_t>(ContextNgram::kPairAfter)] != kNoLevel;
}

float table_score(const LevelTable& table, const ContextLevels& levels, std::uint8_t word_level) {
  float score = 0;
  for (std::size_t i = 0; i < kContextNgrams; ++i) {
    score += table[i][row_of(levels[i])][word_level];
  }
  return score;
}

namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

// The level of an n-gram is at most this, where a part of it has `level`.
int most_level(NgramKind part, int level, NgramKind whole) {
  const double steps = kLevelSteps[static_cast<std::size_t>(part)] / kLevelSteps[static_cast<std::size_t>(whole)];
  return level == kNoLevel ? kNoLevel : std::min(static_cast<int>((level + 1) * steps) + 1, kMaxLevel);
}

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
  return is_finite(tables.written) && is_finite(tables.meant) && std::isfinite(tables.topic_written) &&
         std::isfinite(tables.topic_meant) && std::isfinite(tables.minor_threshold) &&
         tables.minor_threshold <= tables.major_threshold && tables.usual_rate >= 0;
}

}  // namespace

TableBound::TableBound(const LevelTable& table) {
  for (std::uint8_t word = 0; word < kLevels; ++word) {
    const auto most = [&](ContextNgram which, int level) {
      const LevelTable::value_type& levels = table[static_cast<std::size_t>(which)];
      float value = levels[0][word];
      for (int i = 0; i <= level; ++i) value = std::max(value, levels[row_of(i)][word]);
      return value;
    };
    const int pair = most_level(NgramKind::kWord, word, NgramKind::kPair);
    const int gapped = most_level(NgramKind::kWord, word, NgramKind::kGapped);
    const float gaps = most(ContextNgram::kGappedBefore, gapped) + most(ContextNgram::kGappedAfter, gapped);
    most_after_[word] = kNever;
    for (int level = kNoLevel; level <= kMaxLevel; ++level) {
      const int triple = std::min(most_level(NgramKind::kPair, level, NgramKind::kTriple),
                                  most_level(NgramKind::kWord, word, NgramKind::kTriple));
      const std::size_t i = row_of(level);
      before_[word][i] = table[static_cast<std::size_t>(ContextNgram::kPairBefore)][i][word] +
                         most(ContextNgram::kTripleBefore, triple);
      after_[word][i] =
          table[static_cast<std::size_t>(ContextNgram::kPairAfter)][i][word] + most(ContextNgram::kTripleAfter, triple);
      others_[word][i] = most(ContextNgram::kTripleAround, triple) + gaps;
      if (level <= pair) most_after_[word] = std::max(most_after_[word], after_[word][i]);
    }
    most_[word] = kNever;
    for (int level = kNoLevel; level <= pair; ++level) most_[word] = std::max(most_[word], at_most(level, word));
  }
}

SentenceTopics::SentenceTopics(const TopicWords& topics, std::span<const ContextWord> words, std::size_t at)
    : topics_(topics), begin_(at) {
  std::size_t end = at;
  while (begin_ > 0 && words[begin_ - 1].token != kNoToken) --begin_;
  while (end < words.size() && words[end].token != kNoToken) ++end;
  words_ = words.subspan(begin_, end - begin_);
  numbers_.reserve(words_.size());
  for (const ContextWord& word : words_) numbers_.push_back(topics.topic(word.key));
}

NearTopics::NearTopics(const SentenceTopics& sentence, std::size_t at) : topics_(sentence.topics_) {
  const std::size_t place = at - sentence.begin_;
  const std::size_t end = std::min(sentence.words_.size(), place + kTopicReach + 1);
  for (std::size_t i = place - std::min(place, kTopicReach); i < end; ++i) {
    if (i == place) continue;
    if (const auto topic = sentence.numbers_[i]) numbers_[count_++] = *topic;
  }
  of_written_ = association(sentence.words_[place].key);
}

float NearTopics::association(std::uint64_t key) const {
  return std::min(topics_.association(key, std::span(numbers_).first(count_)), kMostAssociation);
}

float score_of(const EvidenceTables& tables, const NearTopics& near, const Meaning& meaning, const ContextLevels& meant,
               const ConfusedWord& word, const ContextLevels& written) {
  const float topic_gain =
      tables.topic_meant * near.association(meaning.key) + tables.topic_written * near.of_written();
  const float context = table_score(tables.meant, meant, meaning.level) +
                        table_score(tables.written, written, word.level) + std::min(topic_gain, kMostTopicGain);
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
  return Scrutiny{tables.minor_threshold - lowered, true};
}

Expected<ContextEvidence> ContextEvidence::load(const Pack& pack) {
  ContextEvidence evidence;
  const std::span<const std::byte> tables = pack.section("evidence/tables");
  if (tables.empty()) return evidence;
  if (tables.size() != sizeof(EvidenceTables)) return damaged(pack, "evidence tables: damaged");
  const auto words = WordLevels::load(pack.section("evidence/words"));
  if (!words) return damaged(pack, words.error().message);
  const auto counts = NgramCounts::load(pack.section("evidence/ngrams"));
  if (!counts) return damaged(pack, counts.error().message);
  if (counts->size() == 0) return damaged(pack, "n-gram counts: there are none");
  const auto sets = ConfusionSets::load(pack.section("evidence/sets"));
  if (!sets) return damaged(pack, sets.error().message);
  const auto topics = TopicWords::load(pack.section("evidence/topics"));
  if (!topics) return damaged(pack, topics.error().message);
  evidence.owner_ = std::make_shared<Pack>(pack);
  evidence.words_ = *words;
  evidence.counts_ = *counts;
  evidence.sets_ = *sets;
  evidence.topics_ = *topics;
  evidence.tables_ = reinterpret_cast<const EvidenceTables*>(tables.data());
  if (!is_sound(*evidence.tables_)) return damaged(pack, "evidence tables: damaged");
  evidence.meant_bound_ = TableBound(evidence.tables_->meant);
  return evidence;
}

}  // namespace calque
