// explain_text, with what the analyzer knows as values.
#pragma once

#include <string>
#include <vector>

#include "calque/report.h"

namespace calque {

inline constexpr unsigned kLeastWidth = 40;
inline constexpr std::size_t kShownShares = 8;

// What one head's mean logit is made of.
struct HeadExplanation {
  std::string name;
  std::vector<NgramShare> shares;  // all of them, largest magnitude first
};

struct Explanation {
  std::vector<HeadExplanation> heads;
  double threshold = 0.5;
  std::string model;
};

std::string explain(const Document& document, const Analysis& analysis, const Explanation& explanation,
                    TerminalOptions options);

// The verdict in one plain sentence.
std::string verdict_sentence(const Analysis& analysis, double threshold);

}  // namespace calque
