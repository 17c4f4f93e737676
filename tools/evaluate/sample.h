// Which articles a figure is about.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "evaluate/bootstrap.h"
#include "evaluate/row.h"

namespace calque::evaluate {

// The two sides to tell apart; the first word names the positives.
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
// bootstrap draws them together. Rows of one file and cluster are versions of one article.
struct Case {
  const Row* row = nullptr;
  std::uint32_t cluster = 0;
  std::uint32_t article = 0;
};

// The scored ones of `rows`, which must outlive them.
std::vector<Case> cases_of(const std::vector<Row>& rows);

struct Sample {
  std::vector<Case> positives, negatives;

  bool is_usable() const { return !positives.empty() && !negatives.empty(); }
};

// The cases of a contrast that `positive` and `negative` let through. Machine output and people's translations are only
// taken where both are there for the same article.
using Wanted = std::function<bool(const Row&)>;
Sample select(const std::vector<Case>& cases, Contrast contrast, const Wanted& positive, const Wanted& negative);

// Rows by score, with clusters counted from 0 so that those of the sample can be drawn.
using Score = std::function<double(const Row&)>;
std::vector<Observation> observe(const Sample& sample, const Score& score);

// Clusters are strata by what they hold: positives, negatives, or both.
std::vector<std::uint32_t> strata_of(const std::vector<Observation>& observations);

}  // namespace calque::evaluate
