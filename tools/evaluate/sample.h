// Selects the articles of a figure.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "evaluate/bootstrap.h"
#include "evaluate/row.h"

namespace calque::evaluate {

// Two kinds to tell apart; the first word names the positives.
enum class Contrast : std::uint8_t { kMachineOriginal, kMachineTranslation, kTranslationOriginal };
inline constexpr Contrast kContrasts[] = {Contrast::kMachineOriginal, Contrast::kMachineTranslation,
                                          Contrast::kTranslationOriginal};

// "machine / originals", ...
std::string_view contrast_name(Contrast contrast);
// The same for JSON: "machine_originals", ...
std::string_view contrast_key(Contrast contrast);
ArticleKind positive_kind(Contrast contrast);
ArticleKind negative_kind(Contrast contrast);

// A scored row with its cluster. Rows of one (year, pair, doc) are a cluster: they have the same content, so the
// bootstrap draws them together. Rows of one cluster in one file are versions of one article.
struct Case {
  const Row* row = nullptr;
  std::uint32_t cluster = 0;
  std::uint32_t article = 0;
};

// The cases of all scored rows. `rows` must outlive them.
std::vector<Case> cases_of(const std::vector<Row>& rows);

struct Sample {
  std::vector<Case> positives, negatives;

  bool is_usable() const { return !positives.empty() && !negatives.empty(); }
};

// The positives of a contrast for which `positive` is true, and its negatives for which `negative` is true. Machine
// output and people's translations are only selected if both exist for an article.
using Wanted = std::function<bool(const Row&)>;
Sample select(const std::vector<Case>& cases, Contrast contrast, const Wanted& positive, const Wanted& negative);

// The scores of the sample. Its clusters are numbered from 0, so that the bootstrap can draw them.
using Score = std::function<double(const Row&)>;
std::vector<Observation> observe(const Sample& sample, const Score& score);

// The stratum of each cluster: clusters with positives, with negatives, or with both.
std::vector<std::uint32_t> strata_of(const std::vector<Observation>& observations);

}  // namespace calque::evaluate
