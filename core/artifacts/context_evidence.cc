#include "artifacts/context_evidence.h"

#include <algorithm>
#include <cmath>

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
  for (std::size_t i = 0; i < kContextNgrams; ++i) {
    levels[i] = counts.level(context_ngram(static_cast<ContextNgram>(i), words, at, key));
  }
  return levels;
}

bool is_usual(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at) {
  return counts.level(context_ngram(ContextNgram::kTripleAround, words, at, words[at].key)) >= kUsualLevel;
}

bool stands_beside(const NgramCounts& counts, std::span<const ContextWord> words, std::size_t at, std::uint64_t key) {
  return counts.level(context_ngram(ContextNgram::kPairBefore, words, at, key)) != kNoLevel ||
         counts.level(context_ngram(ContextNgram::kPairAfter, words, at, key)) != kNoLevel;
}

namespace {

float table_score(const LevelTable& table, const ContextLevels& levels, std::uint8_t word_level) {
  float score = 0;
  for (std::size_t i = 0; i < kContextNgrams; ++i) {
    score += table[i][static_cast<std::size_t>(levels[i] + 1)][word_level];
  }
  return score;
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

}  // namespace

float score_of(const EvidenceTables& tables, const Meaning& meaning, const ContextLevels& meant,
               const ConfusedWord& word, const ContextLevels& written) {
  const auto source = static_cast<std::size_t>(meaning.source);
  return meaning.prior + table_score(tables.meant[source], meant, meaning.level) +
         table_score(tables.written[source], written, word.level);
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
  evidence.owner_ = std::make_shared<Pack>(pack);
  evidence.counts_ = *counts;
  evidence.sets_ = *sets;
  evidence.tables_ = reinterpret_cast<const EvidenceTables*>(tables.data());
  const bool is_sound = std::ranges::all_of(evidence.tables_->written, is_finite) &&
                        std::ranges::all_of(evidence.tables_->meant, is_finite) &&
                        evidence.tables_->minor_threshold <= evidence.tables_->major_threshold;
  if (!is_sound) return damaged(pack, "evidence tables: damaged");
  return evidence;
}

std::optional<WeighedMeaning> ContextEvidence::weigh(std::span<const ContextWord> words, std::size_t at) const {
  std::optional<WeighedMeaning> best;
  visit_meanings(
      counts_, sets_, words, at,
      [&](const Meaning& meaning, const ContextLevels& meant, const ConfusedWord& word, const ContextLevels& written) {
        const float score = score_of(*tables_, meaning, meant, word, written);
        if (score >= tables_->minor_threshold && (!best || score > best->score)) {
          best = WeighedMeaning{&meaning, score};
        }
      });
  return best;
}

}  // namespace calque
