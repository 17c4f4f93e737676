// The verdict on an article.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calque/span.h"

namespace calque {

// calque/verdict_names.def lists the labels and the bases.
enum class Label : unsigned char {
#define CALQUE_LABEL(constant, name) constant,
#include "calque/verdict_names.def"
#undef CALQUE_LABEL
};

// The reason for the verdict. All except kScored have the label kUndecided and no probability; of these only kTooShort
// may have findings.
enum class Basis : unsigned char {
#define CALQUE_BASIS(constant, name) constant,
#include "calque/verdict_names.def"
#undef CALQUE_BASIS
};
inline constexpr std::array kAllBases = {
#define CALQUE_BASIS(constant, name) Basis::constant,
#include "calque/verdict_names.def"
#undef CALQUE_BASIS
};
inline constexpr std::size_t kBases = kAllBases.size();

// "human", "machine", "undecided"; "scored", "too_short", ...
std::string_view label_name(Label label);
std::string_view basis_name(Basis basis);

// Who wrote an article: the three probabilities add up to 1.
struct Posterior {
  double original = 0;     // a person, in English
  double translation = 0;  // a person, from another language
  double machine = 0;
};

struct Interval {
  double low = 0;
  double high = 0;
};

struct Verdict {
  Label label = Label::kUndecided;
  Basis basis = Basis::kScored;
  std::optional<double> probability;  // calibrated P(machine-translated), 0 to 1
  std::optional<double> quality;      // 0 to 100, on a scale learned from people's ratings (ArticleModel::quality)
  std::string source_language;        // ISO 639-1 code; empty when the findings do not agree on one
  double source_language_share = 0;   // of the findings that name one, each reason once, the share that name this one
  // Both are absent with the user's own classifier.
  std::optional<Posterior> posterior = std::nullopt;        // its `machine` equals `probability`
  std::optional<Interval> quality_interval = std::nullopt;  // holds 9 in 10 articles with this estimate
};

// How much one part of the evidence moved the verdict.
struct Effect {
  std::string part;      // a head ("machine"), an artifact type ("wrong_sense"), "unusual_pairs" of words, or "doubts"
  bool is_head = false;  // a head and a type may have the same name
  double log_odds = 0;   // of machine translation; positive: for it
};

// One n-gram's exact part in a head's mean logit. The shares of all n-grams of all sentences add up to the article's.
struct NgramShare {
  Span span;            // the n-gram's first place
  std::uint32_t count;  // its occurrences in the article
  float share;          // positive: for the head's first class
};

}  // namespace calque
