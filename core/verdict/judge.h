// Evidence -> Verdict.
#pragma once

#include "calque/verdict.h"
#include "verdict/article_model.h"
#include "verdict/features.h"

namespace calque {

struct Policy {
  double threshold;    // on the probability at even odds: from there on an article may be called machine
  double prior = 0.5;  // the share of machine translation among what is judged
};

// With the pack's heads: the article model's probability and quality of a text that can be judged (basis_of). Machine
// is what reaches the threshold, unless the prior makes it less likely than not.
Verdict judge(const Evidence& evidence, const ArticleModel& model, const Policy& policy);

// With a classifier of the user's own: the sigmoid of the sentences' mean logit, each by its words. What it was trained
// on is not known, so neither length nor language bars a verdict, as long as there are words.
Verdict judge_by_classifier(const Evidence& evidence);
inline constexpr double kClassifierThreshold = 0.5;

}  // namespace calque
