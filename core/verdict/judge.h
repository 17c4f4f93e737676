// Evidence -> Verdict.
#pragma once

#include "calque/verdict.h"
#include "verdict/article_model.h"
#include "verdict/features.h"

namespace calque {

struct Policy {
  double threshold;    // on the probability at even odds: the lowest that may be called machine
  double prior = 0.5;  // the share of machine translation in the feed
};

// With the pack's heads: the article model's probability and quality of a text that can be judged (basis_of). The label
// is kMachine if the threshold is reached and the probability with the prior is at least one half.
Verdict judge(const Evidence& evidence, const ArticleModel& model, const Policy& policy);

// With the user's own classifier: the sigmoid of the sentences' mean logit, weighted by words. Its training data is
// unknown, so texts of any length and language get a verdict if they have words.
Verdict judge_by_classifier(const Evidence& evidence);
inline constexpr double kClassifierThreshold = 0.5;

}  // namespace calque
