// explain_text, with values in place of the analyzer.
#pragma once

#include <string>
#include <vector>

#include "calque/report.h"

namespace calque {

inline constexpr unsigned kLeastWidth = 40;
inline constexpr std::size_t kShownShares = 8;
inline constexpr std::size_t kShownEffects = 8;

// The parts of one head's mean logit.
struct HeadExplanation {
  std::string name;
  std::vector<NgramShare> shares;  // all of them, largest magnitude first
};

struct Explanation {
  std::vector<HeadExplanation> heads;  // in the order of Analysis::head_scores' columns
  double threshold = 0.5;
  std::string model;
  std::vector<Effect> effects = {};
};

Explanation explanation_of(const Analysis& analysis, const Analyzer& analyzer);

std::string explain(const Document& document, const Analysis& analysis, const Explanation& explanation,
                    TerminalOptions options);

// "312 words, 14 sentences, 5 findings (2 major), utf-8; model ..., threshold ...".
std::string measures(const Analysis& analysis, const Explanation& explanation);

// "wrong_sense", "head machine", "unusual pairs of words".
std::string effect_name(const Effect& effect);

// The n-gram's words and count: "\"the main\" (3 times)".
std::string ngram_words(const NgramShare& share, std::string_view text);

// The verdict in one plain sentence.
std::string verdict_sentence(const Analysis& analysis, double threshold);

}  // namespace calque
